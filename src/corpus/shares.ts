import { bootstrap } from '../research/bootstrap.ts';

/** A share with the counts that it rests on and its 95 per cent interval; null where there is nothing to divide or too little to say. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const Z = 1.959963984540054;

/** Shares of reviews: the score interval (Wilson 1927), which holds at small numbers and near 0 and 1. */
export function wilson(hits: number, of: number): Share {
  if (of === 0) return { hits, of, value: null, low: null, high: null };
  const share = hits / of;
  const middle = share + (Z * Z) / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  return { hits, of, value: rounded(share), low: rounded(Math.max(0, (middle - spread) / scale)), high: rounded(Math.min(1, (middle + spread) / scale)) };
}

/** How far the second share lies above the first: Newcombe 1998, method 10, from Wilson's intervals. Null where one has nothing to divide. */
export function difference(a: Share, b: Share): { readonly value: number; readonly low: number; readonly high: number } | null {
  if (a.value === null || b.value === null) return null;
  const [x, y] = [a.value, b.value];
  return { value: rounded(y - x), low: rounded(y - x - Math.hypot(y - (b.low ?? 0), (a.high ?? 0) - x)), high: rounded(y - x + Math.hypot((b.high ?? 0) - y, x - (a.low ?? 0))) };
}

/**
 * Shares of recommendations: whole reviews are drawn again, since the recommendations of one review come from one hand.
 * Where none or all are hits every draw gives the same, which would say "0 to 0%" of ten reviews as of a thousand. There Wilson's interval stands,
 * with the number of reviews as n: as many independent cases as there certainly are.
 * `hits[review][measure]` and `of[review][measure]` are counts; one seed gives one result.
 */
export function clusteredShares(hits: readonly (readonly number[])[], of: readonly (readonly number[])[], measures: number): Share[] {
  const sum = (rows: readonly (readonly number[])[], drawn: readonly number[] | null): Float64Array => {
    const total = new Float64Array(measures);
    const add = (row: readonly number[] | undefined): void => {
      for (let at = 0; at < measures; at += 1) total[at] = (total[at] ?? 0) + (row?.[at] ?? 0);
    };
    if (drawn === null) rows.forEach(add);
    else for (const index of drawn) add(rows[index]);
    return total;
  };
  const all = [sum(hits, null), sum(of, null)] as const;
  const intervals = bootstrap(hits.length, measures, (drawn) => {
    const [up, down] = [sum(hits, drawn), sum(of, drawn)];
    return Array.from(up, (value, at) => (down[at] === 0 ? null : value / (down[at] ?? 1)));
  });
  return Array.from({ length: measures }, (_, at) => {
    const [up, down] = [all[0][at] ?? 0, all[1][at] ?? 0];
    const drawn = down === 0 ? null : intervals[at] ?? null;
    const reviews = of.filter((row) => (row[at] ?? 0) > 0).length;
    const interval = drawn !== null && (up === 0 || up === down) ? wilson(up === 0 ? 0 : reviews, reviews) : drawn;
    return { hits: up, of: down, value: down === 0 ? null : rounded(up / down), low: interval?.low === undefined || interval.low === null ? null : rounded(interval.low), high: interval?.high === undefined || interval.high === null ? null : rounded(interval.high) };
  });
}

/** Four places: the same reviews give the same bytes. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
