import { describe, expect, it } from 'vitest';
import type { ElementName, Levels } from '../../src/critique.ts';
import { judgeElements } from '../../src/judge/elements.ts';
import type { ElementJudgement } from '../../src/judge/elements.ts';
import type { Passage } from '../../src/judge/passage.ts';
import { marked, named } from '../support/marked.ts';
import { clauseOf, expectSpans, models, passage, words } from '../support/judging.ts';

function judged(text: string, context: readonly Passage[] = []): ElementJudgement {
  return judgeElements(passage(text), context, clauseOf(text), models);
}

function code({ agency, action, measure, deadline }: Levels): string {
  return `A${agency} B${action} M${measure} D${deadline}`;
}

/** Levels and sentence, with the spans of four elements. */
const WHOLE: readonly (readonly [string, string])[] = [
  ['A3 B2 M0 D3', '{agency:Holmere ICB} should {action:add a question about debt to the booking form} {deadline:by 30 June 2033}.'],
  ['A1 B1 M0 D0', '{agency:All agencies} should {action:remind staff of the importance of listening}.'],
  ['A0 B1 M0 D0', '{action:Strengthen information sharing}.'],
  ['A3 B2 M0 D2', '{agency:Sandwick Constabulary} must {action:print the number of the night desk on every custody form} {deadline:within six months}.'],
  ['A2 B2 M0 D0', '{agency:Schools} should {action:publish a list of the streets with no registered doctor}.'],
];

describe('judgeElements', () => {
  it.each(WHOLE)('%s %s', (levels, source) => {
    const m = marked(source);
    const found = judged(m.text);
    expect(code(found.levels)).toBe(levels);
    for (const element of ['agency', 'action', 'deadline'] satisfies ElementName[]) expectSpans(found.elements[element], named(m, element));
  });

  it('ends an action before its purpose', () => {
    expect(words(judged('Holmere ICB should fund a second midwife so that babies are seen at home.').elements.action)).toEqual(['fund a second midwife']);
  });

  it('keeps the content of a product in the action', () => {
    expect(words(judged('Holmere ICB should review the form so that it asks about debt.').elements.action)).toEqual(['review the form so that it asks about debt']);
  });

  it('caps an audit that is the whole action at M2', () => {
    expect(judged('Holmere ICB should audit 40 files for a signature.').levels.measure).toBe(2);
  });

  it('lets a re-audit against an earlier figure be M3', () => {
    expect(judged('Holmere ICB should re-audit 40 files against the 2031 result of 35%.').levels.measure).toBe(3);
  });

  it('flags an outcome that nobody could see', () => {
    expect(judged('Holmere ICB should fund a second midwife so that every visit is made.').flags).toContain('outcome_stated');
  });

  it('flags a frequency', () => {
    expect(judged('Holmere ICB should publish the waiting list annually.').flags).toContain('recurrence');
  });
});

describe('judgeElements: context', () => {
  const ASK = 'add a question about debt to the booking form';

  it('inherits owner, date and measure of the row', () => {
    const found = judged(ASK, [passage('Holmere ICB', 'owner', 1), passage('June 2033', 'deadline', 20), passage('Audit of 30 forms', 'measure', 40)]);
    expect([code(found.levels), code(found.levelsOwn)]).toEqual(['A3 B2 M2 D3', 'A0 B2 M0 D0']);
  });

  it('marks what is inherited', () => {
    const { elements } = judged(ASK, [passage('Holmere ICB', 'owner', 1), passage('June 2033', 'deadline', 20)]);
    expect([...elements.agency, ...elements.deadline].map(({ from, start }) => [from, start])).toEqual([['context', 1], ['context', 20]]);
  });

  it('takes nothing away from the item’s own words', () => {
    const found = judged(`Holmere ICB should ${ASK} by June 2033.`, [passage('All partners', 'owner', 1), passage('Ongoing', 'deadline', 20)]);
    expect(code(found.levels)).toBe('A3 B2 M0 D3');
    expect(words(found.elements.agency)).toEqual(['Holmere ICB']);
  });

  it('shows whom the row names, whoever the words begin with', () => {
    expect(words(judged('Leaders should print the card.', [passage('Holmere ICB', 'owner', 1)]).elements.agency)).toEqual(['Holmere ICB']);
  });

  it('shows both where the words name another body than the row', () => {
    expect(words(judged('Sandwick Constabulary should print the card.', [passage('Holmere ICB', 'owner', 1)]).elements.agency)).toEqual(['Sandwick Constabulary', 'Holmere ICB']);
  });

  it('shows a body once where the row names it in full', () => {
    expect(words(judged('The council should print the card.', [passage('Holmere Council', 'owner', 1)]).elements.agency)).toEqual(['Holmere Council']);
  });

  it('leaves the words their owner where only a repeat stands in a row', () => {
    const row: Passage = { ...passage('Business Manager', 'owner', 1), repeated: true };
    expect(words(judged('Holmere ICB should print the card.', [row]).elements.agency)).toEqual(['Holmere ICB']);
  });

  it('inherits the measure that a lead-in holds', () => {
    expect(judged(`${ASK}.`, [passage('Holmere ICB should, giving the scrutineer evidence of progress:', 'stem', 1)]).levels.measure).toBe(1);
  });

  it('inherits the owner of a lead-in', () => {
    expect(judged(`${ASK}.`, [passage('Holmere ICB should:', 'stem', 1)]).levels.agency).toBe(3);
  });

  it('lists the outcome that a column gives', () => {
    expect(words(judged(ASK, [passage('Parents are asked', 'outcome', 1)]).elements.outcome)).toEqual(['Parents are asked']);
  });

  it('names the plan that a span comes from', () => {
    const plan: Passage = { text: 'Holmere ICB', start: 3, from: 'owner', source: 'plan.csv' };
    expect(judged(ASK, [plan]).elements.agency[0]).toMatchObject({ source: 'plan.csv', start: 3, from: 'context' });
  });
});
