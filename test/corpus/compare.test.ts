import { describe, expect, it } from 'vitest';
import { compareCorpora } from '../../src/corpus/compare.ts';
import { reviewsOf } from '../../src/corpus/summary.ts';
import type { Review } from '../../src/corpus/summary.ts';
import { anItem, aReview, counted } from '../support/review-records.ts';

const batch = (reviews: number, trained: (n: number) => boolean): readonly Review[] => reviewsOf(Array.from({ length: reviews }, (_, n) => counted(aReview(n + 1, { items: [anItem({ trainingOnly: trained(n) }), anItem()] }))));
const change = (a: readonly Review[], b: readonly Review[], id: string): { readonly change: number | null; readonly low: number | null; readonly high: number | null } | undefined => compareCorpora(a, b)[0]?.changes?.find((one) => one.id === id);

describe('two batches', () => {
  it('finds no change in the same batch, and an interval around none', () => {
    const one = batch(40, (n) => n % 2 === 0);
    const same = change(one, one, 'training-only');
    expect(same?.change).toBe(0);
    expect((same?.low ?? 1) < 0 && (same?.high ?? -1) > 0).toBe(true);
  });

  it('finds a fall, with an interval that leaves none out', () => {
    expect(change(batch(60, () => true), batch(60, (n) => n % 10 === 0), 'training-only')).toMatchObject({ change: -0.45 });
    expect(change(batch(60, () => true), batch(60, (n) => n % 10 === 0), 'training-only')?.high).toBeLessThan(0);
  });

  it('is not certain where neither batch has any', () => {
    const none = change(batch(12, () => false), batch(12, () => false), 'training-only');
    expect(none?.change).toBe(0);
    expect(none?.low).toBeLessThan(-0.1);
    expect(none?.high).toBeGreaterThan(0.1);
  });

  it('has the difference of reviews of Newcombe 1998 (table II: 56 of 70 less 48 of 80, 0.0524 to 0.3339)', () => {
    const reviews = (count: number, hits: number): readonly Review[] => batch(count, (n) => n < hits);
    expect(change(reviews(80, 48), reviews(70, 56), 'any-training-only')).toMatchObject({ change: 0.2, low: 0.0524, high: 0.3339 });
  });

  it('compares nothing of fewer than ten', () => {
    expect(compareCorpora(batch(9, () => true), batch(30, () => true))[0]).toMatchObject({ reviews: [9, 30], changes: null });
  });
});
