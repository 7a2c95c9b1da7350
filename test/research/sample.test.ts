import { expect, test } from 'vitest';
import { methodsParagraph } from '../../src/report/sample-words.ts';
import type { Row } from '../../src/research/rows.ts';
import type { SampleOptions } from '../../src/research/sample.ts';
import { balanceTest, sample } from '../../src/research/sample.ts';

/**
 * Appendix 1 of Dickens et al. (2021): the frame's margins (death 166, serious harm 254, other 15; ages 147, 81, 29, 82, 93, 1, 2) and the sampled cells are published,
 * the frame's own cells are not. This is one table with these margins that the published sample can come from; its small cells are the starred ones.
 */
const AGES = ['<1', '1-5', '6-10', '11-15', '16-17', '18+', 'unknown'];
const FRAME: Readonly<Record<string, readonly number[]>> = { death: [65, 24, 10, 28, 36, 1, 2], 'serious harm': [81, 55, 18, 50, 50, 0, 0], other: [1, 2, 1, 4, 7, 0, 0] };
const PUBLISHED: Readonly<Record<string, readonly number[]>> = { death: [16, 6, 2, 7, 9, 1, 2], 'serious harm': [20, 14, 4, 13, 13, 0, 0], other: [1, 2, 1, 1, 2, 0, 0] };

const rows: Row[] = Object.entries(FRAME).flatMap(([type, counts]) => counts.flatMap((count, age) => Array.from({ length: count }, () => ({ type, age: AGES[age] ?? '' }))))
  .map((cells, index) => ({ line: index + 2, cells }));

const OPTIONS: SampleOptions = { strata: ['type', 'age'], every: 4, small: 4, starts: 'each', seed: 0, matched: null, balance: ['type', 'age'] };

const cellsOf = (seed: number): Record<string, number[]> => {
  const { cells } = sample(rows, { ...OPTIONS, seed });
  return Object.fromEntries(Object.keys(FRAME).map((type) => [type, AGES.map((age) => cells.find(({ values }) => values[0] === type && values[1] === age)?.sampled ?? 0)]));
};

/** The first seed whose random starts give the published table. */
const SEED = Array.from({ length: 5000 }, (_, seed) => seed).find((seed) => JSON.stringify(cellsOf(seed)) === JSON.stringify(PUBLISHED));

test('435 → 114 → 135: the published cells and totals of the 2021 sample come out again', () => {
  expect(rows).toHaveLength(435);
  expect(SEED).toBeDefined();
  const drawn = sample(rows, { ...OPTIONS, seed: SEED ?? 0 });
  expect(drawn.counts).toEqual({ systematic: 107, 'small cell': 7, matched: 0 });
  expect(drawn.cells.filter(({ whole }) => whole).map(({ frame }) => frame)).toEqual([1, 2, 1, 2, 1]);
  expect(drawn.balance.map(({ rows: own }) => own.map((row) => row.sample))).toEqual([[43, 64, 7], [37, 22, 7, 21, 24, 1, 2]]);
  const inside = new Set(drawn.chosen.map(({ row }) => row.line));
  const [taken, left] = [rows.filter(({ line }) => inside.has(line)).slice(0, 6), rows.filter(({ line }) => !inside.has(line)).slice(0, 21)];
  const marked = rows.map((row) => ({ ...row, cells: { ...row.cells, lcspr: taken.includes(row) || left.includes(row) ? 'yes' : '' } }));
  const whole = sample(marked, { ...OPTIONS, seed: SEED ?? 0, matched: 'lcspr' });
  expect([whole.chosen.length, whole.counts.matched, whole.matchedDrawn]).toEqual([135, 21, 6]);
  expect(methodsParagraph(whole, { ...OPTIONS, seed: SEED ?? 0, matched: 'lcspr' })).toMatch(/107 were drawn.*fewer than 4 cases were taken whole \(7 cases\), which gave 114 \(26\.2%\).*27 cases.*6 of them.*21 were added, which gave 135\./);
});

test('one start through all blocks draws 107 whatever the start', () => {
  for (let seed = 0; seed < 20; seed += 1) expect(sample(rows, { ...OPTIONS, starts: 'one', seed }).counts).toEqual({ systematic: 107, 'small cell': 7, matched: 0 });
});

test('the published balance table: no test finds a difference', () => {
  const of = (own: readonly number[], all: readonly number[]): ReturnType<typeof balanceTest> => balanceTest(own.map((count, index) => ({ sample: count, remainder: (all[index] ?? 0) - count })));
  expect(of([43, 64, 7], [166, 254, 15])).toMatchObject({ df: 2, statistic: expect.closeTo(3.39, 2) as number, p: expect.closeTo(0.184, 2) as number });
  expect(of([37, 22, 7, 21, 24, 1, 2], [147, 81, 29, 82, 93, 1, 2])).toMatchObject({ df: 6, statistic: expect.closeTo(8.65, 2) as number });
  expect(of([8, 10, 12, 61, 11, 1, 11], [32, 40, 49, 239, 26, 9, 40])).toMatchObject({ df: 6, statistic: expect.closeTo(4.77, 2) as number, p: expect.closeTo(0.573, 2) as number });
  expect(of([64, 50], [233, 202])?.p).toBeCloseTo(0.58, 2);
});

test('an empty cell of a stratum is a block of its own, and nothing is tested on one value', () => {
  const three = [{ line: 2, cells: { a: 'x' } }, { line: 3, cells: { a: '' } }, { line: 4, cells: { a: 'x' } }];
  const { cells, balance } = sample(three, { ...OPTIONS, strata: ['a'], small: 0, every: 1, balance: ['a', 'b'] });
  expect(cells).toEqual([{ values: ['x'], frame: 2, sampled: 2, whole: false }, { values: ['not given'], frame: 1, sampled: 1, whole: false }]);
  expect(balance[1]?.test).toBeNull();
});

test('blocks without a case are named, and how many values of a column the sample reaches', () => {
  const drawn = sample(rows, { ...OPTIONS, seed: SEED ?? 0, coverage: ['age'] });
  expect(drawn.empty).toEqual([['serious harm', '18+'], ['serious harm', 'unknown'], ['other', '18+'], ['other', 'unknown']]);
  expect(drawn.coverage).toEqual([{ column: 'age', sample: 7, frame: 7 }]);
  expect(methodsParagraph(drawn, OPTIONS)).toContain('from 7 of the 7 values of age in the frame (100.0%)');
});
