/** Counts of pairs: `matrix[a][b]` is how often the first coder said category a and the second category b. */
export type Matrix = readonly (readonly number[])[];

/** Weights of disagreement: none, |i−j|, (i−j)², or one's own. */
export type Weights = 'none' | 'linear' | 'quadratic' | ((i: number, j: number) => number);

/**
 * Cohen's kappa (Cohen 1960) and weighted kappa (Cohen 1968):
 * κ = 1 − Σ w·observed / Σ w·expected, expected from the margins. Null without pairs, or where chance leaves nothing to disagree on.
 */
export function kappa(matrix: Matrix, weights: Weights = 'none'): number | null {
  const rows = matrix.map(sum);
  const columns = columnSums(matrix);
  const total = sum(rows);
  if (total === 0) return null;
  let observed = 0;
  let expected = 0;
  matrix.forEach((row, i) => row.forEach((count, j) => {
    const weight = disagreement(i, j, weights);
    observed += weight * count;
    expected += (weight * (rows[i] ?? 0) * (columns[j] ?? 0)) / total;
  }));
  return expected === 0 ? null : 1 - observed / expected;
}

function disagreement(i: number, j: number, weights: Weights): number {
  if (typeof weights === 'function') return weights(i, j);
  if (weights === 'none') return i === j ? 0 : 1;
  return weights === 'linear' ? Math.abs(i - j) : (i - j) ** 2;
}

/** Share of pairs whose categories are at most `apart` steps apart: 0 for exact agreement, 1 for within one. Null without pairs. */
export function agreement(matrix: Matrix, apart = 0): number | null {
  const total = sum(matrix.map(sum));
  if (total === 0) return null;
  return sum(matrix.map((row, i) => sum(row.filter((_, j) => Math.abs(i - j) <= apart)))) / total;
}

/**
 * Fleiss' kappa (Fleiss 1971) for a fixed number of coders: `table[i][j]` is how many coders put subject i into category j.
 * κ = (P̄ − P̄e) / (1 − P̄e).
 */
export function fleissKappa(table: Matrix): number | null {
  const coders = sum(table[0] ?? []);
  if (table.length === 0 || coders < 2) return null;
  if (table.some((row) => sum(row) !== coders)) throw new RangeError('Fleiss’ kappa needs the same number of coders for every subject; take Krippendorff’s alpha where some are missing.');
  const observed = sum(table.map((row) => (sum(row.map((count) => count * count)) - coders) / (coders * (coders - 1)))) / table.length;
  const expected = sum(columnSums(table).map((count) => (count / (table.length * coders)) ** 2));
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

function columnSums(matrix: Matrix): number[] {
  return (matrix[0] ?? []).map((_, j) => sum(matrix.map((row) => row[j] ?? 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
