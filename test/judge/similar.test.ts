import { describe, expect, it } from 'vitest';
import { contentWords, similarity } from '../../src/judge/similar.ts';

describe('contentWords', () => {
  it('leaves out the words that carry nothing', () => {
    expect(contentWords('The ward should have a rota for all')).toEqual(['ward', 'rota']);
  });
  it('lets “reviewing” meet “review”', () => {
    expect(contentWords('reviewing')).toEqual(contentWords('review'));
  });
  it('lets “children’s” meet “children”', () => {
    expect(contentWords('the children’s forms')).toEqual(contentWords('children form'));
  });
});

describe('similarity', () => {
  const set = (words: string): Set<string> => new Set(contentWords(words));
  it('is 1 for the same words in another order', () => {
    expect(similarity(set('ward rota'), set('rota ward'))).toEqual({ jaccard: 1, containment: 1 });
  });
  it('is 0 for other words', () => {
    expect(similarity(set('ward rota'), set('snow moor'))).toEqual({ jaccard: 0, containment: 0 });
  });
  it('sees that the shorter one is contained', () => {
    expect(similarity(set('ward rota'), set('ward rota printed weekly'))).toEqual({ jaccard: 0.5, containment: 1 });
  });
  it('is 0 where there are no words', () => {
    expect(similarity(set(''), set(''))).toEqual({ jaccard: 0, containment: 0 });
  });
});
