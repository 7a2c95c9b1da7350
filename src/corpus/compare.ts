/**
 * What changed between two batches, with intervals; kind of document by kind of document.
 */
import type { DocumentKind } from '../critique.ts';
import { quantile } from '../research/bootstrap.ts';
import { randomFrom } from '../research/random.ts';
import { ITEM_MEASURES, REVIEW_MEASURES } from './measures.ts';
import type { Share } from './shares.ts';
import { rounded, wilson } from './shares.ts';
import type { Review } from './summary.ts';
import { FEWEST, itemShares } from './summary.ts';

export interface Change {
  readonly id: string;
  readonly of: 'recommendations' | 'reviews';
  readonly a: Share;
  readonly b: Share;
  /** B less A, as a share; null where one is not defined. */
  readonly change: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface TypeComparison {
  readonly type: DocumentKind;
  readonly reviews: readonly [number, number];
  /** Null where one side has fewer than ten reviews. */
  readonly changes: readonly Change[] | null;
}

const ROUNDS = 1000;
const SEED = 2029;

export function compareCorpora(a: readonly Review[], b: readonly Review[]): readonly TypeComparison[] {
  const types = [...new Set([...a, ...b].map(({ record }) => record.type))].sort();
  return types.map((type) => {
    const [own, other] = [a.filter(({ record }) => record.type === type), b.filter(({ record }) => record.type === type)];
    const few = own.length < FEWEST || other.length < FEWEST;
    return { type, reviews: [own.length, other.length], changes: few ? null : [...itemChanges(own, other), ...reviewChanges(own, other)] };
  });
}

/** Reviews of each batch are drawn again apart from the other's. */
function itemChanges(a: readonly Review[], b: readonly Review[]): readonly Change[] {
  const shares = [itemShares(a), itemShares(b)] as const;
  const tables = [a, b].map((reviews) => reviews.map(({ items }) => [items.length, ...ITEM_MEASURES.map(({ hit }) => items.filter(hit).length)]));
  const random = randomFrom(SEED);
  const values = ITEM_MEASURES.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [before, after] = tables.map((rows) => drawn(rows, random));
    ITEM_MEASURES.forEach((_, index) => {
      const [up, upOf, down, downOf] = [after?.[index + 1] ?? 0, after?.[0] ?? 0, before?.[index + 1] ?? 0, before?.[0] ?? 0];
      if (upOf > 0 && downOf > 0) values[index]?.push(up / upOf - down / downOf);
    });
  }
  return ITEM_MEASURES.map(({ id }, index) => {
    const own = values[index] ?? [];
    const sorted = own.sort((x, y) => x - y);
    const [before, after] = [shares[0][id] as Share, shares[1][id] as Share];
    const range = own.length < ROUNDS * 0.9 ? null : isFlat(before) || isFlat(after) ? newcombe(before, after) : { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
    return change(id, 'recommendations', before, after, range);
  });
}

function drawn(rows: readonly (readonly number[])[], random: () => number): Float64Array {
  const total = new Float64Array(ITEM_MEASURES.length + 1);
  for (let count = 0; count < rows.length; count += 1) rows[Math.floor(random() * rows.length)]?.forEach((value, at) => { total[at] = (total[at] ?? 0) + value; });
  return total;
}

/** Differences of two shares of reviews: Newcombe 1998, method 10, from the intervals of the two. */
function reviewChanges(a: readonly Review[], b: readonly Review[]): readonly Change[] {
  return REVIEW_MEASURES.map(({ id, hit }) => {
    const [own, other] = [a, b].map((reviews) => wilson(reviews.filter(({ record, items }) => hit(record, items)).length, reviews.length)) as [Share, Share];
    return change(id, 'reviews', own, other, newcombe(own, other));
  });
}

/** None or all: there draws give no spread (see `clusteredShares`). */
function isFlat({ hits, of }: Share): boolean {
  return hits === 0 || hits === of;
}

function newcombe(a: Share, b: Share): { readonly low: number; readonly high: number } | null {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return null;
  const [x, y] = [a.value ?? 0, b.value ?? 0];
  return { low: y - x - Math.hypot(y - b.low, a.high - x), high: y - x + Math.hypot(b.high - y, x - a.low) };
}

function change(id: string, of: Change['of'], a: Share, b: Share, range: { readonly low: number; readonly high: number } | null): Change {
  const defined = a.value !== null && b.value !== null;
  return { id, of, a, b, change: defined ? rounded((b.value ?? 0) - (a.value ?? 0)) : null, low: defined && range !== null ? rounded(range.low) : null, high: defined && range !== null ? rounded(range.high) : null };
}
