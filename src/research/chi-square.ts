import type { Matrix } from './kappa.ts';

export interface Test {
  readonly name: 'chi-square' | 'Fisher';
  /** Null for Fisher's exact test, which has none. */
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number;
  /** The smallest count that chance would give; below 5 a chi-square is rough (Cochran 1954). */
  readonly smallestExpected: number;
}

/** Pearson's chi-square of a table of counts; rows and columns that are empty are left out. Null where fewer than two of either remain. */
export function chiSquare(table: Matrix): Test | null {
  const used = table.filter((row) => sum(row) > 0);
  const columns = (used[0] ?? []).map((_, j) => sum(used.map((row) => row[j] ?? 0)));
  const rows = used.map(sum);
  const total = sum(rows);
  const filled = columns.filter((count) => count > 0).length;
  const df = (rows.length - 1) * (filled - 1);
  if (df < 1) return null;
  const cells = used.flatMap((row, i) => row.flatMap((count, j) => {
    const expected = ((rows[i] ?? 0) * (columns[j] ?? 0)) / total;
    return expected === 0 ? [] : [{ count, expected }];
  }));
  const statistic = sum(cells.map(({ count, expected }) => (count - expected) ** 2 / expected));
  return { name: 'chi-square', statistic, df, p: upperGamma(df / 2, statistic / 2), smallestExpected: Math.min(...cells.map(({ expected }) => expected)) };
}

/** Fisher's exact test of two rows by two columns, both sides: the sum over tables of these margins that are no likelier than the one seen. */
export function fisher([[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]]): Test {
  const [row, column, total] = [a + b, a + c, a + b + c + d];
  const chance = (x: number): number => Math.exp(logChoose(column, x) + logChoose(total - column, row - x) - logChoose(total, row));
  const seen = chance(a);
  let p = 0;
  for (let x = Math.max(0, row + column - total); x <= Math.min(row, column); x += 1) if (chance(x) <= seen * (1 + 1e-7)) p += chance(x);
  const smallestExpected = total === 0 ? 0 : (Math.min(row, total - row) * Math.min(column, total - column)) / total;
  return { name: 'Fisher', statistic: null, df: null, p: Math.min(1, p), smallestExpected };
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/** Lanczos's approximation with g = 7 and nine terms (Press et al., Numerical Recipes, section 6.1, has the method). */
function logGamma(x: number): number {
  const terms = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];
  const t = x + 6.5;
  const series = terms.reduce((total, term, index) => total + (index === 0 ? term : term / (x - 1 + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** The regularised upper incomplete gamma function Q(a, x): series below a + 1, Lentz's continued fraction above (Numerical Recipes, section 6.2). */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let [term, total] = [1 / a, 1 / a];
    for (let n = 1; n < 500 && term > total * 1e-15; n += 1) {
      term *= x / (a + n);
      total += term;
    }
    return 1 - scale * total;
  }
  let b = x + 1 - a;
  let [c, d] = [1e300, 1 / b];
  let h = d;
  for (let n = 1; n < 500; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return scale * h;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
