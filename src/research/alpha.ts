import type { Matrix } from './kappa.ts';

/** How far two categories are apart. `interval` and `ratio` need numbers as categories. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability") for any number of coders with missing values.
 * `ratings[coder][unit]` is a value, or null where the coder did not code the unit. `order` lists the categories from low to high; without it
 * they are sorted. Null where no unit has two values, or all values are the same.
 */
export function alpha(ratings: readonly (readonly (string | number | null)[])[], metric: Metric = 'nominal', order?: readonly (string | number)[]): number | null {
  const values = order ?? [...new Set(ratings.flat().filter((value) => value !== null))].sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(values.map((value, index) => [value, index]));
  const coincidences = values.map(() => values.map(() => 0));
  const units = Math.max(0, ...ratings.map((row) => row.length));
  for (let unit = 0; unit < units; unit += 1) {
    const coded = ratings.flatMap((row) => place.get(row[unit] ?? '') ?? []);
    coded.forEach((c, i) => coded.forEach((k, j) => {
      if (i !== j) add(coincidences, c, k, 1 / (coded.length - 1));
    }));
  }
  return alphaOf(coincidences, metric, values.map((value, index) => (typeof value === 'number' ? value : index)));
}

/** Alpha of two coders without missing values, from their confusion matrix: each pair counts in both directions. */
export function alphaOfPairs(pairs: Matrix, metric: Metric = 'nominal'): number | null {
  return alphaOf(pairs.map((row, i) => row.map((count, j) => count + (pairs[j]?.[i] ?? 0))), metric, pairs.map((_, index) => index));
}

/** α = 1 − (n − 1) · Σ o·δ² / Σ nc·nk·δ², over a matrix of coincidences. */
function alphaOf(coincidences: Matrix, metric: Metric, values: readonly number[]): number | null {
  const margins = coincidences.map((row) => row.reduce((total, count) => total + count, 0));
  const total = margins.reduce((sum, count) => sum + count, 0);
  let observed = 0;
  let expected = 0;
  coincidences.forEach((row, c) => row.forEach((count, k) => {
    const distance = difference(c, k, metric, margins, values);
    observed += count * distance;
    expected += (margins[c] ?? 0) * (margins[k] ?? 0) * distance;
  }));
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

/** δ² of each metric (Krippendorff 2011, section D). The ordinal one counts the values that lie between, with half of both ends. */
function difference(c: number, k: number, metric: Metric, margins: readonly number[], values: readonly number[]): number {
  if (c === k) return 0;
  if (metric === 'nominal') return 1;
  const [a, b] = [values[c] ?? 0, values[k] ?? 0];
  if (metric === 'interval') return (a - b) ** 2;
  if (metric === 'ratio') return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
  const between = margins.slice(Math.min(c, k), Math.max(c, k) + 1).reduce((sum, count) => sum + count, 0);
  return (between - ((margins[c] ?? 0) + (margins[k] ?? 0)) / 2) ** 2;
}

function add(matrix: number[][], row: number, column: number, count: number): void {
  const cells = matrix[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + count;
}
