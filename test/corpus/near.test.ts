import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearDuplicates, resemblance, signatureOf } from '../../src/corpus/near.ts';

const words = (count: number, from = 0): string => Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ');

describe('documents that are all but the same', () => {
  it('finds a copy with a changed line, and no other', () => {
    const [first, copy, other] = [[words(600)], [`${words(590)} a new end`], [words(600, 5000)]].map(signatureOf) as [Uint32Array, Uint32Array, Uint32Array];
    expect(resemblance(first, copy)).toBeGreaterThan(0.9);
    expect(nearDuplicates([first, other, copy])).toEqual([null, null, 0]);
  });

  it('doesn’t see case, marks or the cut into sentences', () => {
    expect([...signatureOf(['The child was seen. Nobody asked why.'])]).toEqual([...signatureOf(['THE CHILD WAS SEEN', 'nobody asked: why'])]);
  });

  it.each([['', ''], ['one two three four', 'one two three four']])('never joins documents without five words in a row: %j', (a, b) => {
    expect(nearDuplicates([signatureOf([a]), signatureOf([b])])).toEqual([null, null]);
  });

  it('estimates the shared part to within four standard errors', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 500 }), (shared) => {
      const [a, b] = [signatureOf([words(504)]), signatureOf([`${words(shared + 4)} ${words(500 - shared, 9000)}`])];
      // Runs of five: `shared` are in both; at the seam four more differ.
      const true_ = shared / (500 + 500 - shared + 4);
      expect(Math.abs(resemblance(a, b) - true_)).toBeLessThan(4 * Math.sqrt(0.25 / 128));
    }), { numRuns: 30 });
  });
});
