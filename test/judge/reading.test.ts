import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUnit } from '../../src/judge/reading.ts';
import { models } from '../support/judging.ts';

/** A recommendation, and what it asks, each to the end of its ask. */
const ASKS: readonly (readonly [string, readonly string[]])[] = [
  ['The ward should print the card. It should read it aloud.', ['print the card', 'read it aloud']],
  ['Nobody had the number. The ward should print the card within six months. Count the calls in June.', ['print the card within six months', 'Count the calls in June']],
  ['The ward should print the card; 30 cards to be read after a month.', ['print the card', 'read after a month']],
  ['Print the card; share the number left.', ['Print the card', 'share the number left']],
  // What doesn't ask goes on from the part before.
  ['The ward should print a card of three headings: history; worry; next visit.', ['print a card of three headings: history; worry; next visit']],
  ['The timeliness of referrals.', []],
];

describe('readUnit', () => {
  it.each(ASKS)('%s', (text, expected) => {
    const { asks } = readUnit(text, models.verbs.all);
    expect(asks.map(({ verb, end }) => text.slice(verb.start, end).replace(/[.;]$/u, ''))).toEqual(expected);
  });

  it('takes its mood from the sentence that asks', () => {
    expect(readUnit('Nobody had the number. The ward should print the card.', models.verbs.all).mood).toBe('modal');
  });

  it('keeps every token where it stands', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('The ward should print it.', 'Count the calls;', 'and read them.', 'It rained.', '“Why?”'), { minLength: 1, maxLength: 6 }), (parts) => {
      const text = parts.join(' ');
      for (const token of readUnit(text, models.verbs.all).tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    }));
  });
});
