import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/critique.ts';
import { ownOwner } from '../../src/judge/agency.ts';
import { contextOwner, givenOwner } from '../../src/judge/context-owner.ts';
import type { Passage } from '../../src/judge/passage.ts';
import { marked, named } from '../support/marked.ts';
import { readUnit } from '../../src/judge/reading.ts';
import { clauseOf, expectSpans, models, passage } from '../support/judging.ts';

/** Level and sentence; owners are marked, and bodies that are to be asked are targets. */
const SENTENCES: readonly (readonly [Level, string])[] = [
  [0, 'A protocol should be agreed.'],
  [0, 'To improve the recording of fathers.'],
  [0, 'The form should be amended so that GPs are aware of the plan.'],
  [1, '{who:All agencies} should check the spelling of names.'],
  [1, '{who:Practitioners} must ask both parents.'],
  [1, '{who:We} will write to each family.'],
  [1, '{who:A senior leader} should publish the form.'],
  [2, '{who:Schools} should record who collects each child.'],
  [2, '{who:Named GPs} should hold a list of families.'],
  [2, '{who:Health visitors} must ask both parents.'],
  [2, '{who:Mental health services} should publish their forms.'],
  [2, '{who:Safeguarding partners} should agree one form.'],
  [3, '{who:Holmere Academy} should record who collects each child.'],
  [3, '{who:CAMHS} should publish its form.'],
  [3, 'A protocol should be agreed by {who:Sandwick Constabulary}.'],
  [3, '{who:All agencies (Sandwick Constabulary, Holmere ICB and Holmere Council)} should check the spelling of names.'],
  [3, '{who:Sandwick Constabulary and Holmere ICB} should agree one form.'],
  [3, '{who:Holmere ICB} should ask {to:schools} to send the sheet.'],
  [3, '{who:The Holmere Safeguarding Children Partnership} should seek assurance that {to:schools} send the sheet.'],
  [3, 'I recommend that {who:Holmere ICB} funds a second midwife.'],
  [3, '{who:Sandwick Constabulary}: stop closing reports without a call.'],
  [3, 'To improve recording, {who:Holmere Council} should amend the form.'],
  [3, '{who:The Home Office} should change the law.'],
  // Further owners that no entry knows, and what qualifies an owner.
  [2, '{who:Schools, hostels and health visitors} should ask who sleeps there.'],
  [2, '{who:Officers at a drugs warrant} should look for the cot.'],
  [3, '{who:Holmere ICB, as commissioner of the service,} should fund a second post.'.replace(',}', '},')],
  [1, '{who:All agencies represented at the meeting} should in addition print the card.'],
  // An agent that no entry knows; with what it does it is no part of it.
  [3, 'Porters are to be given a key by {who:the clinic’s information manager}.'],
  [3, 'The slip should be replaced by {who:the lead nurse} with a printed form.'],
  [3, 'The contract should in due course be altered by {who:the Director of Public Health}.'],
  [3, 'A letter that tells a child whether the law sees him as a suspect should be drafted by {who:the youth justice service}.'],
  // A pronoun beside a name.
  [3, '{who:Holmere ICB} should fund a second post; it should print the card.'],
  // The owner at the end.
  [3, 'Walk the ward with parents: {who:the Board’s participation officer}, by June 2033.'],
  [3, 'Look again at the protocol for birth, {who:Holmere ICB}, by June 2033.'],
];

describe('ownOwner', () => {
  it.each(SENTENCES)('A%i %s', (level, source) => {
    const m = marked(source);
    const found = ownOwner(passage(m.text), readUnit(m.text, models.verbs.all), models.bodies);
    expect(found.level).toBe(level);
    expectSpans(found.spans, named(m, 'who'));
    expectSpans(found.targets, named(m, 'to'));
  });

  it('says that the words of the recommendation itself name the owner', () => {
    expect(ownOwner(passage('CAMHS should ask.'), clauseOf('CAMHS should ask.'), models.bodies).spans[0]).toMatchObject({ from: 'item', body: 'named' });
  });

  it('gives the scope of a national body', () => {
    expect(ownOwner(passage('The Home Office should ask.'), clauseOf('The Home Office should ask.'), models.bodies).scope).toBe('national');
  });

  it('calls a passive without an owner by its name', () => {
    expect(ownOwner(passage('A form should be agreed.'), clauseOf('A form should be agreed.'), models.bodies).rule).toBe('agency/passive');
  });
});

/** What stands around a recommendation and the level of owner that it gives. */
const CONTEXTS: readonly (readonly [Level, Passage['from'], string])[] = [
  [3, 'owner', 'Holmere ICB'],
  [2, 'owner', 'Schools'],
  [1, 'owner', 'All partners'],
  [0, 'owner', 'TBC'],
  [3, 'stem', 'Holmere ICB should:'],
  [2, 'stem', 'Schools should:'],
  [3, 'stem', 'For Sandwick Constabulary:'],
  [3, 'heading', 'Recommendations for Holmere ICB'],
  [3, 'heading', 'Sandwick Constabulary'],
  [0, 'heading', 'What the visit by Sandwick Constabulary showed'],
  [0, 'heading', 'Recommendations'],
  [3, 'heading', 'Holmere City Council: Education and Attendance'],
  [3, 'heading', 'Holmere ICB (on behalf of general practice)'],
  [3, 'heading', 'Ambulance service'],
  [3, 'heading', 'Holmere Community Health'],
  [3, 'heading', 'What will the designated doctor do?'],
  [3, 'heading', 'What must police and ambulance do now?'],
  [2, 'heading', 'For health'],
  [2, 'heading', 'If you work in a school'],
  [1, 'heading', 'For anyone who goes into homes'],
  [1, 'heading', 'For every service'],
  // These name nobody.
  [0, 'heading', 'Actions for agencies'],
  [0, 'heading', 'Considerations for the partnership'],
  [0, 'heading', 'The role of the health visitor'],
  [3, 'owner', 'Business Managers of both boards'],
  [3, 'owner', '0–19 service manager'],
];

/** What a heading gives to a recommendation that names someone itself. */
const UNDER: readonly (readonly [Level, string, string])[] = [
  // Its staff work for the body that has the list.
  [3, 'Holmere Hospital', 'Staff should print the card.'],
  [3, 'For Holmere Council', 'Social workers to print the card.'],
  [0, 'For Holmere Council', 'Professionals should print the card.'],
  [0, 'For Holmere Council', 'Schools should print the card.'],
  [3, 'For Holmere Council', 'Print the card.'],
  // A statement of fact asks nobody.
  [0, 'For Holmere Council', 'Two officers went to the wrong flat in 2031.'],
];

describe('givenOwner', () => {
  it.each(UNDER)('A%i from the heading “%s” to: %s', (level, heading, text) => {
    const clause = readUnit(text, models.verbs.all);
    expect(givenOwner(text, clause, ownOwner(passage(text), clause, models.bodies), [passage(heading, 'heading', 1)], models).level).toBe(level);
  });
});

describe('contextOwner', () => {
  it.each(CONTEXTS)('A%i from %s “%s”', (level, from, text) => {
    expect(contextOwner([passage(text, from)], clauseOf, models.bodies).level).toBe(level);
  });

  it('takes the nearest that names someone over a heading', () => {
    const found = contextOwner([passage('Schools should:', 'stem'), passage('Recommendations for Holmere ICB', 'heading')], clauseOf, models.bodies);
    expect(found.spans.map(({ text }) => text)).toEqual(['Schools']);
  });

  it('marks what it gives as context', () => {
    expect(contextOwner([passage('Holmere ICB', 'owner')], clauseOf, models.bodies).spans[0]?.from).toBe('context');
  });

  it('finds nobody where there is no context', () => {
    expect(contextOwner([], clauseOf, models.bodies)).toMatchObject({ level: 0, spans: [] });
  });
});
