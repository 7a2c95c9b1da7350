import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import lexiconData from '../../models/cliches.json' with { type: 'json' };
import schema from '../../models/cliches.schema.json' with { type: 'json' };
import { findCliches } from '../../src/judge/cliches.ts';
import type { ClicheHit, ClicheInput } from '../../src/judge/cliches.ts';
import { compileLexicon } from '../../src/judge/lexicon.ts';
import type { Lexicon } from '../../src/judge/lexicon.ts';
import { findQuotations } from '../../src/structure/quotes.ts';
import { marked } from '../support/marked.ts';

const data = lexiconData as Lexicon;
const lexicon = compileLexicon(data);

function find(text: string, more: Partial<ClicheInput> = {}): ClicheHit[] {
  return findCliches({ text, start: 0, quotes: findQuotations(text), blockType: 'paragraph', ...more }, { lexicon });
}

describe('the lexicon', () => {
  it('keeps its 107 entries and its schema', () => {
    expect(new Set(data.entries.map((entry) => entry.id)).size).toBe(107);
    const check = new Ajv({ allErrors: true }).compile(schema);
    expect(check(lexiconData), JSON.stringify(check.errors)).toBe(true);
  });

  it.each(data.entries.map((entry) => [entry.id, entry] as const))('%s counts in its example and not in its counter-example', (id, entry) => {
    const alone = compileLexicon({ ...data, entries: [entry] });
    const uses = (text: string): string[] =>
      findCliches({ text, start: 0, quotes: [], blockType: 'paragraph' }, { lexicon: alone }).filter((hit) => hit.use === 'used').map((hit) => hit.id);
    expect(uses(entry.example), entry.example).toContain(id);
    expect(uses(entry.counterExample), entry.counterExample).toEqual([]);
    for (const other of data.entries) expect(new Set(uses(other.example)).size).toBeLessThan(2);
  });

  it.each(data.entries.map((entry) => [entry.id, entry] as const))('%s has stems that miss nothing', (_id, entry) => {
    const { stems: _stems, ...open } = entry;
    const texts = data.entries.flatMap((other) => [other.example, other.counterExample]);
    const [stemmed, always] = [entry, open].map((one) => compileLexicon({ ...data, entries: [one] }));
    for (const text of texts) {
      const input = { text, start: 0, quotes: [], blockType: 'paragraph' } as const;
      expect(findCliches(input, { lexicon: stemmed! })).toEqual(findCliches(input, { lexicon: always! }));
    }
  });
});

/** Marks: `used`, `mentioned`, `exempt`, each with the id. A phrase without a mark must not be found. */
const SENTENCES: readonly string[] = [
  'There was a lack of {used/professional-curiosity:professional curiosity} about the lodger.',
  'Workers were {used/professional-curiosity:professionally curious}.',
  'A {used/lack-of-challenge:lack of challenge} ran through it.',
  'The record called them “{mentioned/hard-to-reach:hard to reach}”.',
  'The record called them ‘{mentioned/hard-to-reach:hard-to-reach}’ twice.',
  'The term {mentioned/disguised-compliance:disguised compliance} should not be used.',
  'He was described as {mentioned/streetwise:streetwise} by two teachers.',
  'She used the concept of the {mentioned/rule-of-optimism:rule of optimism}.',
  'In terms of {used/professional-curiosity:professional curiosity}, little was seen.',
  'In the long term, {used/robust:robust} plans are needed.',
  'Rather than {exempt/more-training:more training}, the form now asks who lives there.',
  'Rather than simply {exempt/more-training:more training}, the form now asks who lives there.',
  'The answer is not {exempt/more-training:more training}.',
  'The Trust should go beyond {exempt/raise-awareness:raising awareness} and change the form.',
  'Instead of being asked to {exempt/raise-awareness:raise awareness}, schools were given time.',
  'The assessment was not {used/holistic:holistic}.',
  'Staff were not {used/professional-curiosity:professionally curious}.',
  'The plan should be not only {used/robust:robust} but quick.',
  'The {exempt/trauma-informed:Trauma Informed} Practice Lead left in May.',
  'The Board should embed {used/professional-curiosity:Professional Curiosity} in its plans.'.replace('embed', 'teach'),
  'The {exempt/whole-family:Think Family} team saw her.',
  'The law asks all bodies to safeguard and {exempt/promote:promote} the welfare of children.'.replace('{exempt/promote:promote}', 'promote'),
  'They {used/work-together:work together}; {exempt/work-together:Working Together} says so.',
  'By {exempt/trauma-informed:trauma-informed} we mean that the worker offers a choice of place.',
  'A {exempt/holistic:holistic} view: school, home, health and money.',
  'The family said “nobody {mentioned/raise-awareness:raised our awareness}”.'.replace('raised our awareness', 'raised any awareness'),
  '{used/remind:Reminders} do not work.',
  'Schools should be {used/remind:reminded} of the rule.',
  'Failure to thrive was noted; DNA samples were taken.'.replace('DNA samples', '{exempt/did-not-attend:DNA} samples'),
  'The {used/did-not-attend:DNA} letters were sent.',
  '{used/all-agencies:All agencies} should act.',
  '{exempt/all-agencies:All agencies}: the Council, the Trust and the police.',
  'Support should be timely.'.replace('timely', '{used/timely:timely}'),
  'It is {used/everyones-business:everyone’s business}.',
];

describe('findCliches', () => {
  it.each(SENTENCES)('%s', (source) => {
    const { text, spans } = marked(source);
    expect(find(text).map((hit) => `${hit.use}/${hit.id}:${hit.text}`)).toEqual(spans.map((span) => `${span.name}:${span.text}`));
  });

  it('gives positions in the document', () => {
    const [hit] = find('Be holistic.', { start: 100 });
    expect([hit?.start, hit?.end]).toEqual([103, 111]);
  });

  it.each(['heading', 'contents', 'reference'] as const)('lets phrases off in a %s', (blockType) => {
    expect(find('Professional curiosity', { blockType }).map((hit) => hit.use)).toEqual(['exempt']);
  });

  it('never holds the family’s words against a review', () => {
    expect(find('They said we failed to engage.', { speaker: 'family' }).map((hit) => hit.use)).toEqual(['mentioned']);
    expect(find('We failed to engage.', { blockType: 'quote' }).map((hit) => hit.use)).toEqual(['mentioned']);
  });

  it('counts a phrase once where two entries overlap', () => {
    expect(find('The Board should deliver further training.').map((hit) => hit.id)).toEqual(['more-training']);
  });

  it('knows what is switched off, what was defined before, and what a rapid review may say', () => {
    const input = { text: 'Act urgently and be robust.', start: 0, quotes: [], blockType: 'paragraph' } as const;
    expect(findCliches(input, { lexicon, off: new Set(['cliche/robust', 'without-delay']) })).toEqual([]);
    const hits = findCliches(input, { lexicon, documentKind: 'rapid-review', defined: new Set(['robust']) });
    expect(hits.map((hit) => `${hit.use} ${hit.exemption ?? ''}`)).toEqual(['exempt entry', 'exempt defined']);
  });

  it('takes a partnership’s own entries beside ours', () => {
    const own: Lexicon = {
      version: '1', source: 'Northmere', licence: 'MIT',
      entries: [{ id: 'north-star', group: 'jargon', severity: 1, regex: '\\bnorth star\\b', why: 'A picture.', question: 'Which aim?', okWhen: '', source: 'Northmere', example: 'Our north star.', counterExample: 'Our aim.' }],
    };
    const hits = findCliches({ text: 'Our robust north star.', start: 0, quotes: [], blockType: 'paragraph' }, { lexicon: compileLexicon(data, own) });
    expect(hits.map((hit) => hit.id)).toEqual(['robust', 'north-star']);
  });

  it.each(['robust, ', 'Robust Plan ', 'a ', '“', 'review the ', 'ensure that x ', 'holistic includes a, b ', 'knowledge of the a b c '])('is not slowed down by %j over and over', (piece) => {
    const before = performance.now();
    find(piece.repeat(1500));
    expect(performance.now() - before).toBeLessThan(1500);
  });

  it('reads a long review in little time', () => {
    const sentences = data.entries.flatMap((entry) => [entry.counterExample, 'The visitor came on Tuesday and wrote down who was at home, what was said and when she would call again.']);
    const input = Array.from({ length: 17 }, () => sentences).flat();
    const words = input.join(' ').split(' ').length;
    const run = (): number => {
      const before = performance.now();
      for (const text of input) find(text);
      return performance.now() - before;
    };
    run();
    expect((run() / words) * 60_000).toBeLessThan(400);
  });
});
