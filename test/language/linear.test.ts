import { describe, expect, it } from 'vitest';
import { eachFeature, linearModel, reasons, rowsOf, scores, sharedRows, softmax, valuedFeatures } from '../../src/language/linear.ts';

const MODEL = linearModel<'ask' | 'tell'>({ classes: ['ask', 'tell'], weights: { should: [2, -1], was: [-1, 1.5], length: [0.5, 0.5] } });

describe('scores', () => {
  it('adds up the weights of the features, each times its value', () => {
    expect(scores(MODEL, valuedFeatures([['should', 1], ['length', 2]]))).toEqual([3, 0]);
  });
  it('passes over features that it has no weight for', () => {
    expect(scores(MODEL, valuedFeatures([['unheard of', 7]]))).toEqual([0, 0]);
  });
});

describe('models that share rows', () => {
  it('score as they do alone, with one look-up for both', () => {
    const [one, other] = [{ classes: ['a', 'b'], weights: { was: [1, 2], 'v=0': [1, 1] } }, { classes: ['a', 'b', 'c'], weights: { was: [3, 4, 5], should: [6, 7, 8] } }];
    const rows = sharedRows([one, other]);
    const features = { names: ['should', 'unheard of', 'was'], vector: Float64Array.of(2), valued: [] };
    const known = rowsOf({ rows }, features.names);
    for (const raw of [one, other]) expect(scores(linearModel(raw, rows), features, known)).toEqual(scores(linearModel(raw), features));
    expect(scores(linearModel(other, rows), features)).toEqual([9, 11, 13]);
  });
});

describe('softmax', () => {
  it('gives shares that add up to 1', () => {
    expect(softmax([3, 1, -2]).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
  it('is less sure at a higher temperature', () => {
    expect(softmax([3, 0], 2)[0]).toBeLessThan(softmax([3, 0])[0] ?? 0);
  });
  it('bears large scores', () => {
    expect(softmax([1000, 0])).toEqual([1, 0]);
  });
});

describe('reasons', () => {
  it('lists what speaks for one class against the other, strongest first', () => {
    expect(reasons(MODEL, valuedFeatures([['was', 1], ['should', 1]]), 0, 1)).toEqual([{ name: 'should', weight: 3 }]);
  });
  it('leaves out what speaks for both alike', () => {
    expect(reasons(MODEL, valuedFeatures([['length', 1]]), 0, 1)).toEqual([]);
  });
  it('orders equals by name, so that the words shown never change', () => {
    const even = linearModel<'a' | 'b'>({ classes: ['a', 'b'], weights: { y: [1, 0], x: [1, 0] } });
    expect(reasons(even, valuedFeatures([['y', 1], ['x', 1]]), 0, 1).map(({ name }) => name)).toEqual(['x', 'y']);
  });
});

describe('features', () => {
  it('count alike by name, as numbers of a vector and with values', () => {
    const model = linearModel<'a' | 'b'>({ classes: ['a', 'b'], weights: { plain: [1, 0], 'v=0': [2, 0], 'v=1': [0, 3], much: [0.5, 0] } });
    const features = { names: ['plain'], vector: Float64Array.of(0.5, 1), valued: [['much', 4]] as const };
    expect(scores(model, features)).toEqual([4, 3]);
    expect(scores(model, valuedFeatures(eachFeature(features)))).toEqual([4, 3]);
  });
});
