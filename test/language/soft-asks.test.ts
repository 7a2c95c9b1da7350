import { describe, expect, it } from 'vitest';
import { softHeads } from '../../src/language/soft-asks.ts';
import { tag } from '../../src/language/tokens.ts';
import { models } from '../support/judging.ts';

/** Sentence, its subject, and the verb of what is asked. */
const SENTENCES: readonly (readonly [string, string | null, string])[] = [
  ['Holmere ICB may wish to restore the evening clinic.', 'Holmere ICB', 'restore'],
  ['Holmere ICB might fund a cot for each family.', 'Holmere ICB', 'fund'],
  ['The Home Office might usefully consider whether the form is read.', 'The Home Office', 'consider'],
  ['The parenting board would do well to reflect on it.', 'The parenting board', 'reflect'],
  ['Links between the teams could be strengthened.', 'Links between the teams', 'strengthened'],
  ['There would be real value in the Trust giving surgeries a direct line.', 'the Trust', 'giving'],
  ['There is merit in drawing up a list of closed bus routes.', null, 'drawing'],
  ['It would be helpful if the Board could look at vacancies.', 'the Board', 'look'],
  ['It would be helpful if the policy were recirculated.', 'the policy', 'recirculated'],
  ['It would be helpful for the themes to be considered at a forum.', 'the themes', 'considered'],
  ['It would be good to see the Partnership share the report with schools.', 'the Partnership', 'share'],
  ['It is desirable that midwives be told.', 'midwives', 'told'],
  ['Let the new contractor offer the same nurse twice.', 'the new contractor', 'offer'],
];

describe('softHeads', () => {
  it.each(SENTENCES)('%s', (text, subject, verb) => {
    const [head] = softHeads(text, tag(text), models.verbs.all);
    expect([head?.subject === null || head === undefined ? null : text.slice(head.subject.start, head.subject.end), head === undefined ? '' : text.slice(head.verb.start, head.verb.end)]).toEqual([subject, verb]);
  });

  it.each(['The midwife recorded two visits.', 'The timeliness of referrals.', 'Children who may have been hurt.'])('finds nothing in: %s', (text) => {
    expect(softHeads(text, tag(text), models.verbs.all)).toEqual([]);
  });
});
