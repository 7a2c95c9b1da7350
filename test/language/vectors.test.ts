import { describe, expect, it } from 'vitest';
import { cosine, meanVector, readVectors } from '../../src/language/vectors.ts';
import { models } from '../support/judging.ts';

/** A file of two words in two dimensions, by the format of scripts/vectors.ts. */
function file(): Uint8Array {
  const words = new TextEncoder().encode('ward\nsnow\0\0\0');
  const bytes = new Uint8Array(12 + words.length + 8 + 4);
  const view = new DataView(bytes.buffer);
  [2, 2, words.length].forEach((value, at) => { view.setUint32(at * 4, value, true); });
  bytes.set(words, 12);
  [1, 0.5].forEach((value, at) => { view.setFloat32(12 + words.length + at * 4, value, true); });
  bytes.set([100, 0, 0, 254], 12 + words.length + 8);
  return bytes;
}

describe('readVectors', () => {
  it('reads words, scales and values', () => {
    const vectors = readVectors(file());
    expect([vectors.dimensions, [...vectors.rows], [...vectors.scales], [...vectors.values]]).toEqual([2, [['ward', 0], ['snow', 1]], [1, 0.5], [100, 0, 0, -2]]);
  });
  it('refuses a file that is cut short', () => {
    expect(() => readVectors(file().subarray(0, 20))).toThrow(RangeError);
  });
});

describe('meanVector', () => {
  it('has length 1', () => {
    const mean = meanVector(['ward', 'snow'], readVectors(file()));
    expect(Math.hypot(...mean)).toBeCloseTo(1, 12);
  });
  it('is all zeros where no word is known', () => {
    expect([...meanVector(['porter'], readVectors(file()))]).toEqual([0, 0]);
  });
});

describe('cosine, on the vectors of the package', () => {
  const of = (word: string): Float64Array => meanVector([word], models.kinds.vectors);
  it('puts words of one field nearer than words of two', () => {
    expect(cosine(of('school'), of('teacher'))).toBeGreaterThan(cosine(of('school'), of('river')));
  });
});
