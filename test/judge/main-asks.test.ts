import { describe, expect, it } from 'vitest';
import { findDeadlines } from '../../src/judge/deadline.ts';
import { mainAsks } from '../../src/judge/main-asks.ts';
import { findMeasure } from '../../src/judge/measure.ts';
import { readUnit } from '../../src/judge/reading.ts';
import { models } from '../support/judging.ts';

function acts(text: string): string[] {
  const own = { text, start: 0, from: 'own' as const };
  const clause = readUnit(text, models.verbs.all);
  const dates = findDeadlines(own, models.deadlines).spans;
  return mainAsks(text, clause, findMeasure(own, models.measures, clause.asks, dates).spans, dates).asks.map(({ verb }) => text.slice(verb.start, verb.end));
}

/** A recommendation and the verbs of its actions. */
const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['The ward should print the card and paint the door.', ['print', 'paint']],
  // Two verbs with one object are one action.
  ['The ward should print the card and read it aloud.', ['print']],
  // An action with its own measure is one.
  ['The ward should print the card and report the number used.', ['print']],
  ['The ward should print the card, and monitor its use.', ['print']],
  ['The ward should print the card. Count the calls in June.', ['print']],
  ['Audit 40 files for a signature.', ['Audit']],
  // So is one with its own date.
  ['The ward should print the card. The change ought to be made by 1 July 2033.', ['print']],
  ['The ward should print the card; complete by 30 April 2033.', ['print']],
  ['The ward should print the card. It is to be in use by 30 April 2033.', ['print']],
  // A modal leads in what follows.
  ['The ward should:', []],
  ['The ward and the clinic should together:', []],
];

describe('mainAsks', () => {
  it.each(TEXTS)('%s', (text, expected) => {
    expect(acts(text)).toEqual(expected);
  });
});
