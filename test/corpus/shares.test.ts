import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredShares, wilson } from '../../src/corpus/shares.ts';

const ten = (value: number): number[][] => Array.from({ length: 10 }, () => [value]);

describe('shares', () => {
  it('gives the interval of Wilson as published (Newcombe 1998, table I)', () => {
    expect(wilson(81, 263)).toMatchObject({ low: 0.2553, high: 0.3662 });
    expect(wilson(15, 148)).toMatchObject({ low: 0.0624, high: 0.1605 });
    expect(wilson(0, 20)).toMatchObject({ low: 0, high: 0.1611 });
    expect(wilson(1, 29)).toMatchObject({ low: 0.0061, high: 0.1718 });
    expect(wilson(0, 0).value).toBeNull();
  });

  it('holds its share, from none to all', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (of, some) => {
      const { value, low, high } = wilson(some % (of + 1), of);
      expect((low ?? 2) <= (value ?? -1) + 1e-4 && (value ?? 2) <= (high ?? -1) + 1e-4 && (low ?? -1) >= 0 && (high ?? 2) <= 1).toBe(true);
    }));
  });

  it('draws whole reviews, so that a review of one hand is wide', () => {
    expect(clusteredShares([[10], [0], [10], [0]], [[10], [10], [10], [10]], 1)[0]).toMatchObject({ value: 0.5, low: 0, high: 1 });
    expect(clusteredShares([[1]], [[2]], 1)[0]).toMatchObject({ value: 0.5, low: null });
  });

  it('says of none and of all what ten reviews can say, however many recommendations they hold', () => {
    const none = wilson(0, 10);
    const all = wilson(10, 10);
    expect(clusteredShares(ten(0), ten(30), 1)[0]).toEqual({ hits: 0, of: 300, value: 0, low: none.low, high: none.high });
    expect(clusteredShares(ten(30), ten(30), 1)[0]).toEqual({ hits: 300, of: 300, value: 1, low: all.low, high: all.high });
  });

  it('counts no review without recommendations as a case', () => {
    expect(clusteredShares([...ten(0), [0], [0]], [...ten(3), [0], [0]], 1)[0]?.high).toBe(wilson(0, 10).high);
  });
});
