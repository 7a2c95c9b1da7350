import { describe, expect, it } from 'vitest';
import { asksAnew } from '../../src/judge/anew.ts';
import { clauseOf, models } from '../support/judging.ts';

/** Whether a sentence asks something new of a body that it names. */
const SENTENCES: readonly (readonly [boolean, string])[] = [
  [true, 'Schools should print the number.'],
  [true, 'Holmere ICB is to fund a second post.'],
  [true, 'It should also print the number.'],
  // Who is to be reminded doesn't act.
  [false, 'They should also be reminded of the policy.'],
  [true, 'A leaflet should be written for fathers.'],
  [true, 'Consideration should be given to transport.'],
  [false, 'It is to be in use by 1 July 2033.'],
  [false, 'Write it with parents.'],
  [true, 'General practices may wish to do the same.'],
  [false, 'The number of calls should be counted each month.'],
  [false, 'The scrutineer should receive the number of calls, for the six months before and after.'],
  [false, 'The change ought to be made by 1 July 2033.'],
  [false, 'Count the calls again in June.'],
  [false, 'It rained.'],
  [false, 'Should schools print the number?'],
];

describe('asksAnew', () => {
  it.each(SENTENCES)('%s: %s', (expected, text) => {
    expect(asksAnew(text, clauseOf(text), models)).toBe(expected);
  });
});
