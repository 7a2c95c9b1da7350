import { expect, test } from 'vitest';
import { bootstrap, quantile } from '../../src/research/bootstrap.ts';
import { randomFrom } from '../../src/research/random.ts';

test('the same seed gives the same numbers, those of the published generator', () => {
  const random = randomFrom(1);
  expect([random(), random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});

test('numbers are spread evenly over 0 to 1', () => {
  const random = randomFrom(7);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let draw = 0; draw < 20_000; draw += 1) {
    const tenth = Math.floor(random() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  // Chi-squared with nine degrees of freedom: 27.9 at p = .001.
  expect(tenths.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(27.9);
});

test('quantiles are those of type 7 (Hyndman & Fan 1996), as R and NumPy have them', () => {
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([5], 0.975)).toBe(5);
});

/** Efron & Tibshirani 1993, table 2.1: survival of the treated mice; the standard error of the mean by theory is 25.24. */
const MICE = [94, 197, 16, 38, 99, 141, 23];

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test('the interval of a mean is near that of theory', () => {
  const [found] = bootstrap(MICE.length, 1, (drawn) => [meanOf(drawn.map((index) => MICE[index] ?? 0))], { resamples: 4000 });
  const width = (found?.high ?? 0) - (found?.low ?? 0);
  expect(width / (2 * 1.96)).toBeGreaterThan(20);
  expect(width / (2 * 1.96)).toBeLessThan(27);
  expect(found?.low).toBeLessThan(meanOf(MICE));
});

test('the same seed gives the same interval, another seed another', () => {
  const mean = (drawn: readonly number[]): number[] => [meanOf(drawn.map((index) => MICE[index] ?? 0))];
  expect(bootstrap(7, 1, mean, { seed: 3 })).toEqual(bootstrap(7, 1, mean, { seed: 3 }));
  expect(bootstrap(7, 1, mean, { seed: 3 })).not.toEqual(bootstrap(7, 1, mean, { seed: 4 }));
});

test('two clusters, or a statistic that is often undefined, give no interval', () => {
  expect(bootstrap(2, 2, () => [1, 1])).toEqual([null, null]);
  expect(bootstrap(5, 2, (drawn) => [1, drawn[0] === 0 ? 1 : null])).toEqual([{ low: 1, high: 1 }, null]);
});
