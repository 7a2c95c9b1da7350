import { describe, expect, it } from 'vitest';
import { clusterSayings } from '../../src/corpus/clusters.ts';
import { loadModels } from '../../src/node/models.ts';

const { vectors } = loadModels().kinds;
const clusters = (...texts: readonly (readonly [review: number, text: string])[]): readonly (readonly number[])[] => clusterSayings(texts.map(([review, text]) => ({ review, text })), vectors).map(({ members }) => members);

const AUDIT = 'The Partnership should audit forty records of strategy meetings each year.';

describe('the same messages again', () => {
  it.each([
    ['word for word', 'The Partnership should audit forty records of strategy meetings each year.', true],
    ['with other numbers, case and marks', 'the partnership SHOULD audit forty records of strategy meetings, each year', true],
    ['with a word more', 'The Partnership should audit forty records of strategy meetings each year and report.', true],
    ['about the same thing, asking for another', 'The Partnership should train staff who chair strategy meetings.', false],
    ['in the same frame, about another thing', 'The Partnership should write to every school about pupils who move away.', false],
  ])('%s', (_, text, same) => {
    expect(clusters([1, AUDIT], [2, text]).length).toBe(same ? 1 : 0);
  });

  it('needs two reviews: what one review says twice is a repeat', () => {
    expect(clusters([1, AUDIT], [1, AUDIT])).toEqual([]);
  });

  it('puts the widest first, and each under its earliest', () => {
    const other = 'Tidewell ICB should add a field for the second parent to its booking form.';
    expect(clusters([1, other], [1, AUDIT], [2, AUDIT], [3, other], [3, AUDIT])).toEqual([[1, 2, 4], [0, 3]]);
  });

  it('makes no group of a few bare words', () => {
    expect(clusters([1, 'Training.'], [2, 'Training.'])).toEqual([]);
  });
});
