import { expect, test } from 'vitest';
import { alpha, alphaOfPairs } from '../../src/research/alpha.ts';
import { agreement, fleissKappa, kappa } from '../../src/research/kappa.ts';

const _ = null;

/** Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C: four observers, twelve units, values missing. */
const FOUR_OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];

test.each([['nominal', 0.743], ['ordinal', 0.815], ['interval', 0.849], ['ratio', 0.797]] as const)('alpha of Krippendorff’s four observers, %s, is %d', (metric, value) => {
  expect(alpha(FOUR_OBSERVERS, metric)).toBeCloseTo(value, 3);
});

test('alpha of two observers and binary data is .095 (Krippendorff 2011, section A)', () => {
  const meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
  const owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
  expect(alpha([meg, owen])).toBeCloseTo(0.095, 3);
  expect(alphaOfPairs([[4, 3], [2, 1]].map((row, i) => row.map((__, j) => meg.filter((value, unit) => value === i && owen[unit] === j).length)))).toBeCloseTo(0.095, 3);
});

test('alpha of two observers and nominal data with five categories is .692 (Krippendorff 2011, section B)', () => {
  const ben = [...'aabbdcccedda'];
  const gerry = [...'babbbccceddd'];
  expect(alpha([ben, gerry])).toBeCloseTo(0.692, 3);
});

test('alpha of a confusion matrix is alpha of its pairs, for every metric', () => {
  const pairs = [[3, 1, 0], [2, 4, 1], [0, 1, 5]];
  const first = pairs.flatMap((row, i) => row.flatMap((count) => Array<number>(count).fill(i)));
  const second = pairs.flatMap((row) => row.flatMap((count, j) => Array<number>(count).fill(j)));
  for (const metric of ['nominal', 'ordinal', 'interval'] as const) expect(alphaOfPairs(pairs, metric)).toBeCloseTo(alpha([first, second], metric) ?? Number.NaN, 12);
});

test('alpha is null where nothing can be paired or all is the same', () => {
  expect(alpha([[1, _], [_, 2]])).toBeNull();
  expect(alpha([[1, 1], [1, 1]])).toBeNull();
});

test('Cohen 1968, table 1 (200 subjects): kappa .492, and .348 with his own weights of disagreement', () => {
  const table = [[88, 10, 2], [14, 40, 6], [18, 10, 12]];
  const weights = [[0, 1, 3], [1, 0, 6], [3, 6, 0]];
  expect(kappa(table)).toBeCloseTo(0.492, 3);
  expect(kappa(table, (i, j) => weights[i]?.[j] ?? 0)).toBeCloseTo(0.348, 3);
});

test('Fleiss, Levin & Paik 2003, table 18.1 (psychosis, neurosis, organic): kappa .676', () => {
  expect(kappa([[75, 1, 4], [5, 4, 1], [0, 0, 10]])).toBeCloseTo(0.676, 3);
});

test('two readers of 85 mammograms (Boyd et al. 1982, in Altman 1991 and the manual of Stata’s kap): .4728, linear .5684, quadratic .6714', () => {
  const table = [[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]];
  expect(kappa(table)).toBeCloseTo(0.4728, 4);
  expect(kappa(table, 'linear')).toBeCloseTo(0.5684, 4);
  expect(kappa(table, 'quadratic')).toBeCloseTo(0.6714, 4);
});

test('91 couples (Agresti 1990, section 2.6.5; as in R’s vcd): .1293, linear .2374', () => {
  const table = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]];
  expect(kappa(table)).toBeCloseTo(0.1293, 4);
  expect(kappa(table, 'linear')).toBeCloseTo(0.2374, 4);
});

test('quadratic kappa of a perfect table is 1, of a table turned round −1', () => {
  expect(kappa([[5, 0, 0], [0, 5, 0], [0, 0, 5]], 'quadratic')).toBe(1);
  expect(kappa([[0, 0, 5], [0, 5, 0], [5, 0, 0]], 'quadratic')).toBe(-1);
});

test('one step apart costs less by quadratic than by linear weights, and less by linear than without', () => {
  const near = [[10, 3, 0], [2, 10, 3], [0, 3, 10]];
  const [none, linear, quadratic] = (['none', 'linear', 'quadratic'] as const).map((weights) => kappa(near, weights) ?? 0) as [number, number, number];
  expect(none).toBeLessThan(linear);
  expect(linear).toBeLessThan(quadratic);
});

test('kappa is null where chance leaves nothing to disagree on', () => {
  expect(kappa([[4, 0], [0, 0]])).toBeNull();
  expect(kappa([[0, 0], [0, 0]])).toBeNull();
});

test('exact agreement and agreement within one', () => {
  const matrix = [[2, 1, 1], [0, 3, 1], [0, 0, 2]];
  expect(agreement(matrix)).toBeCloseTo(0.7, 12);
  expect(agreement(matrix, 1)).toBeCloseTo(0.9, 12);
});

test('Fleiss’ kappa of fourteen raters, ten subjects and five categories is .210 (the worked table of the English Wikipedia)', () => {
  const table = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
  ];
  expect(fleissKappa(table)).toBeCloseTo(0.21, 3);
  expect(() => fleissKappa([[1, 1], [3, 0]])).toThrow('same number of coders');
});
