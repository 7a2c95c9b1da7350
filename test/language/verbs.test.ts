import { describe, expect, it } from 'vitest';
import { asInfinitive } from '../../src/language/verbs.ts';

/** What is asked and how it goes on after “will”; null where the words are best left as they stand. */
const TABLE: readonly (readonly [string, string | null])[] = [
  ['review its policy', 'review its policy'],
  ['should review its policy', 'review its policy'],
  ['to review its policy', 'review its policy'],
  ['ensuring that the rota is read', 'ensure that the rota is read'],
  ['reviewing the rota', 'review the rota'],
  ['audit forty files', 'audit forty files'],
  ['A protocol should be agreed', 'agree a protocol'],
  ['A protocol should be agreed by June', 'agree a protocol by June'],
  ['The form must be made shorter', 'make the form shorter'],
  ['training for ward sisters', null],
  ['support for fathers', null],
  ['the timeliness of referrals', null],
  ['', null],
];

describe('asInfinitive', () => {
  it.each(TABLE)('%j → %j', (phrase, expected) => {
    expect(asInfinitive(phrase)).toBe(expected);
  });
});
