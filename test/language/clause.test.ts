import { describe, expect, it } from 'vitest';
import type { Mood } from '../../src/language/clause.ts';
import { clauseOf } from '../support/judging.ts';

const MOODS: readonly (readonly [string, Mood])[] = [
  ['Holmere ICB should fund a second post.', 'modal'],
  ['The ward must ask both parents.', 'modal'],
  ['The police will write to the school.', 'modal'],
  ['The ward needs to ask both parents.', 'modal'],
  ['Consideration should be given to a shared chronology.', 'soft'],
  ['A buddy scheme may be considered.', 'soft'],
  ['There would be value in a shared chronology.', 'soft'],
  ['We recommend that the ward asks both parents.', 'recommend'],
  ['It is recommended that a leaflet is printed.', 'recommend'],
  ['Audit 50 records for a signature.', 'imperative'],
  ['Add a question to the form.', 'imperative'],
  ['Police to print the number on every card.', 'infinitive'],
  ['To agree a protocol for home visits.', 'infinitive'],
  ['Ensuring that every child has a key worker.', 'gerund'],
  ['The midwife should have asked about debt.', 'counterfactual'],
  ['Staff could have told the school.', 'counterfactual'],
  ['How well do our teams hear from grandparents?', 'question'],
  ['Do we know who the child’s friends are?', 'question'],
  ['The midwife recorded two visits.', 'statement'],
  ['Infants are at highest risk in winter.', 'statement'],
  ['The timeliness of referrals.', 'phrase'],
  ['Better recording of fathers.', 'phrase'],
];

describe('readClause: mood', () => {
  it.each(MOODS)('%s → %s', (text, mood) => {
    expect(clauseOf(text).mood).toBe(mood);
  });
});

/** Sentence and the verbs of its asks, in order. */
const ASKS: readonly (readonly [string, readonly string[]])[] = [
  ['Holmere ICB should fund a second post.', ['fund']],
  ['Holmere ICB should fund a second post and publish the waiting list.', ['fund', 'publish']],
  ['The form should be amended by June 2033.', ['amend']],
  ['The ward should print the rota, and the porter should read it.', ['print', 'read']],
  ['Add a question to the form and audit 50 records.', ['add', 'audit']],
  ['The midwife recorded two visits.', []],
  ['The timeliness of referrals.', []],
  // What stands between a modal and its verb.
  ['The ward should in addition print the rota.', ['print']],
  ['The ward shall within six months submit the rota.', ['submit']],
  ['The ward must, by 1 June 2033, print the rota.', ['print']],
  ['The ward shall meanwhile, from 1 June 2033, print the rota.', ['print']],
  ['The ward is to supply to the Board the names of those who called.', ['supply']],
  ['The ward shall (a) print the rota and (b) read it aloud.', ['print', 'read']],
  // The finite verb of a clause inside an infinitive is not that of the sentence.
  ['Children’s social care to ensure plans are signed.', ['ensure']],
  ['Surgeries to route every letter to one desk before it is coded.', ['route']],
  ['The Learning and Development Subgroup to evaluate the course.', ['evaluate']],
  ['Practice leads to promote the form.', ['promote']],
  ['Management oversight to be strengthened.', ['strengthen']],
  ['Initiatives to equip the ward are showing results.', []],
  // Imperatives that hold a clause of their own, or open with an auxiliary.
  ['Remind those who visit that the desk is closed.', ['remind']],
  ['Stop the copying of the page, since a blank one was carried forward.', ['stop']],
  ['Be alert to missed visits.', ['be']],
  ['D3. Search three years of returns for one street.', ['search']],
  ['Since the fee pays for a call, the Head of Housing to re-let the contract.', ['re-let']],
  ['Maintain a record of cases in which access has been limited.', ['maintain']],
  ['Lay before the Board the number of children whose home was seen.', ['lay']],
  ['Fund, until the line is live, one nurse.', ['fund']],
  ['The baby falls outside the budget, so change the offer to cover a child.', ['change']],
  ['The weekly count having hastened closures, cease its publication.', ['cease']],
  ['Porters to be reminded of the need to visit within ten days.', ['remind']],
  ['Clear thresholds for referral.', []],
  // A verb behind "and" belongs to the ask where the clause inside can't have it.
  ['The ward should record a number for each person who holds a key and text each of them.', ['record', 'text']],
  ['The ward should assure itself that the rota is read and monitor this.', ['assure', 'monitor']],
  ['The ward should print a rota so that nurses know and trust it.', ['print']],
];

describe('readClause: asks', () => {
  it.each(ASKS)('%s → %j', (text, lemmas) => {
    expect(clauseOf(text).asks.map(({ lemma }) => lemma)).toEqual(lemmas);
  });

  it('knows the passive', () => {
    expect(clauseOf('The form should be amended.').asks[0]?.passive).toBe(true);
  });

  it('knows the active', () => {
    expect(clauseOf('The ward should amend the form.').asks[0]?.passive).toBe(false);
  });

  it('gives the modal as a word', () => {
    expect(clauseOf('The ward must amend the form.').asks[0]?.modal).toBe('must');
  });

  it('ends an ask before the next one', () => {
    const text = 'The ward should print the rota and publish the list.';
    const [first] = clauseOf(text).asks;
    expect(text.slice(first?.verb.start, first?.end)).toBe('print the rota');
  });

  it('joins nothing inside a purpose', () => {
    expect(clauseOf('The ward should print the rota so that nurses read and follow it.').asks.map(({ lemma }) => lemma)).toEqual(['print']);
  });
});

describe('readClause: tense', () => {
  it.each([
    ['The letter was filed without being read.', true], ['The midwife recorded two visits.', true], ['The midwife records two visits.', false], ['The ward should ask.', false],
  ])('%s → past: %s', (text, past) => {
    expect(clauseOf(text).past).toBe(past);
  });
});

describe('readClause: whatever comes', () => {
  it.each(['', '.', '???', 'should', 'should should should', '“', 'to to to be to', '(((', 'and '.repeat(400)])('bears %j', (text) => {
    const { asks } = clauseOf(text);
    for (const { verb, end } of asks) expect(verb.start >= 0 && verb.end <= text.length && end <= text.length).toBe(true);
  });
});
