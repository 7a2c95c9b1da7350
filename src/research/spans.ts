import type { Span } from '../document.ts';

export type Closeness = 'exact' | 'overlap' | 'any';

export const CLOSENESS: readonly Closeness[] = ['exact', 'overlap', 'any'];

/** Characters in common over characters in either (the Jaccard index of two spans). */
export function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

const LEAST: Readonly<Record<Closeness, number>> = { exact: 1, overlap: 0.5, any: Number.MIN_VALUE };

/** Pairs each gold span with at most one found span, the most alike first; `pairs[i]` is the index of the found one, or null. */
export function pairSpans(gold: readonly Span[], found: readonly Span[], closeness: Closeness): (number | null)[] {
  const near = gold.flatMap((a, i) => found.flatMap((b, j) => {
    const alike = likeness(a, b);
    return alike >= LEAST[closeness] ? [{ i, j, alike }] : [];
  })).sort((a, b) => b.alike - a.alike || a.i - b.i || a.j - b.j);
  const pairs = gold.map((): number | null => null);
  const taken = new Set<number>();
  for (const { i, j } of near) {
    if (pairs[i] !== null || taken.has(j)) continue;
    pairs[i] = j;
    taken.add(j);
  }
  return pairs;
}
