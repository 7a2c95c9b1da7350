import { describe, expect, it } from 'vitest';
import type { ReviewRecord } from '../../src/corpus/record.ts';
import { reviewsOf, summariseCorpus } from '../../src/corpus/summary.ts';
import { anItem, aReview, counted } from '../support/review-records.ts';

const many = (count: number, own: (n: number) => Partial<ReviewRecord> = () => ({}), first = 1): ReturnType<typeof counted>[] => Array.from({ length: count }, (_, index) => counted(aReview(first + index, own(first + index))));

describe('figures of a batch', () => {
  it('never pools kinds of document', () => {
    const { types } = summariseCorpus([...many(10), ...many(12, () => ({ type: 'rapid-review' }), 11)]);
    expect(types.map(({ type, reviews, figures }) => [type, reviews, figures?.items])).toEqual([['lcspr', 10, 10], ['rapid-review', 12, 12]]);
  });

  it('shows no figures of nine reviews, and those of ten', () => {
    expect(summariseCorpus(many(9)).types[0]?.figures).toBeNull();
    expect(summariseCorpus(many(10)).types[0]?.figures).not.toBeNull();
  });

  it.each([
    // A group that is hidden alone could be worked out from the whole, so the next smallest is hidden with it.
    ['one small group', [20, 12, 3], ['2024'], { groups: 2, reviews: 15 }],
    ['two small groups', [20, 4, 3], ['2024'], { groups: 2, reviews: 7 }],
    ['none', [20, 12], ['2024', '2025'], { groups: 0, reviews: 0 }],
  ] as const)('hides small groups of a breakdown: %s', (_, sizes, shown, suppressed) => {
    const reviews = sizes.flatMap((size, index) => many(size, () => ({ year: String(2024 + index) }), 1 + index * 100));
    const breakdown = summariseCorpus(reviews).types[0]?.breakdowns.find(({ by }) => by === 'year');
    expect(breakdown?.groups.map(({ name }) => name)).toEqual(shown);
    expect(breakdown?.suppressed).toEqual(suppressed);
  });

  it('counts the files of one submission as one review, and what one repeats of another once', () => {
    const reviews = reviewsOf([
      counted(aReview(1, { submission: 'S1', items: [anItem({ text: 'Audit records.' }), anItem({ text: 'Write to schools.' })] })),
      counted(aReview(2, { submission: 'S1', items: [anItem({ text: 'audit records' }), anItem({ text: 'Meet in May.' })] })),
      counted(aReview(3, { submission: 'S1', type: 'rapid-review' })),
      counted(aReview(4, { submission: 'S1', plan: true }), 'plan of a submission'),
      counted(aReview(5)),
    ]);
    expect(reviews.map(({ record, items }) => [record.n, items.length])).toEqual([[1, 3], [3, 1], [5, 1]]);
  });

  it('leaves copies and unread files out of the shares and tells how many', () => {
    const summary = summariseCorpus([...many(10), counted(aReview(11), 'same text', 1), counted(aReview(12, { read: false }), 'not read')]);
    expect(summary).toMatchObject({ files: 12, unread: 1, duplicates: 1, plans: 0 });
    expect(summary.types[0]?.figures?.items).toBe(10);
  });

  it('gives median, quarters and histogram of the recommendations a review', () => {
    const spread = summariseCorpus(many(11, (n) => ({ items: Array.from({ length: n - 1 }, () => anItem()) }))).types[0]?.figures?.recommendationsEach;
    expect(spread).toMatchObject({ least: 0, quarter: 2.5, median: 5, threeQuarters: 7.5, most: 10, mean: 5 });
    expect(spread?.histogram.slice(0, 12)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  });
});
