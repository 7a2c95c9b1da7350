import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Said } from '../../src/corpus/novelty.ts';
import { remember } from '../../src/corpus/novelty.ts';
import { recurring } from '../../src/corpus/recurring.ts';
import { models } from '../support/judging.ts';

const said = (source: string, year: string | null, text: string): Said => ({ source, year, item: 'r1', number: null, text });

const CORPUS = [
  said('a', '2019', 'The Partnership should review its escalation policy by June 2031.'),
  said('b', '2020', 'The ICB should fund two more health visitor posts in Holmere.'),
  said('c', '2022', 'The Partnership should review its escalation policy.'),
];

test('the nearest first, with its likeness; a message in other words looks new', () => {
  const memory = remember(CORPUS, models.vectors);
  const again = memory.novelty(said('d', '2023', 'The Partnership should review its escalation policy.'), { most: 2, earlier: true });
  expect(again.nearest.map(({ said: one, same }) => [one.source, same])).toEqual([['c', true], ['a', true]]);
  expect(again.novelty).toBe(0);
  const other = memory.novelty(said('d', '2023', 'Disagreement between agencies must reach somebody who can settle it.'), { most: 2, earlier: true });
  expect(other.novelty).toBeGreaterThan(0.8);
});

test('only what is earlier counts where it is asked, and never the review itself', () => {
  const memory = remember(CORPUS, models.vectors);
  const of = (year: string | null, earlier: boolean): readonly string[] => memory.novelty(said('x', year, 'The Partnership should review its escalation policy.'), { most: 9, earlier }).nearest.map(({ said: one }) => one.source);
  expect([of('2020', true), of('2020', false), of(null, true)]).toEqual([['a'], ['c', 'a'], ['c', 'a']]);
  expect(memory.novelty(said('c', '2022', 'The Partnership should review its escalation policy.'), { most: 9, earlier: false }).nearest.map(({ said: one }) => one.source)).toEqual(['a']);
});

test('too few words tell nothing', () => {
  expect(remember(CORPUS, models.vectors).novelty(said('d', null, 'Review this.'), { most: 1, earlier: false })).toMatchObject({ novelty: null, nearest: [] });
});

test('novelty lies between 0 and 1, and is 0 for what was said word for word', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('audit', 'policy', 'escalation', 'nurse', 'Holmere', 'records', 'forty', 'visits'), { minLength: 3, maxLength: 9 }), (words) => {
    const text = words.join(' ');
    const { novelty } = remember([...CORPUS, said('z', null, text)], models.vectors).novelty(said('y', null, text), { most: 1, earlier: false });
    expect(novelty ?? 0).toBeGreaterThanOrEqual(0);
    expect(novelty ?? 0).toBeLessThanOrEqual(new Set(words).size < 3 ? 1 : 0);
  }), { numRuns: 30 });
});

test('messages of several reviews with their years; how much of a year was said before', () => {
  const result = recurring(CORPUS, models.vectors);
  expect(result.messages.map(({ text, reviews, years }) => [text, reviews, years])).toEqual([[CORPUS[0]?.text, 2, [{ year: '2019', reviews: 1 }, { year: '2022', reviews: 1 }]]]);
  expect([result.shared.hits, result.shared.of]).toEqual([2, 3]);
  expect(result.years.map(({ year, same }) => [year, same.hits, same.of])).toEqual([['2020', 0, 1], ['2022', 1, 1]]);
});

test('reviews without a year are in messages and in no year', () => {
  const result = recurring([...CORPUS.slice(0, 2), said('d', null, CORPUS[0]?.text ?? '')], models.vectors);
  expect([result.messages[0]?.reviews, result.withoutYear, result.years.map(({ year }) => year)]).toEqual([2, 1, ['2020']]);
});
