import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tag } from '../../src/language/tokens.ts';

describe('tag', () => {
  it('gives each token its place in the text', () => {
    const text = 'The  ward’s sister (Ms Holt) rang — twice.';
    for (const token of tag(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('gives tags and lemmas', () => {
    expect(tag('The wards were closed.').map(({ lower, pos, lemma }) => [lower, pos, lemma])).toEqual([
      ['the', 'DET', 'the'], ['wards', 'NOUN', 'ward'], ['were', 'AUX', 'be'], ['closed', 'VERB', 'close'], ['.', 'PUNCT', '.'],
    ]);
  });

  it('finds nothing in no text', () => {
    expect(tag('')).toEqual([]);
  });

  it('never loses its place, whatever the text', () => {
    const piece = fc.constantFrom('ward', 'Ward’s', 'it’s', '40%', '3.5', 'e.g.', '(a)', '—', '“so”', 're-audit', '😀', 'é', '£4', 's.47', '!', '?', ',', ' ', '  ');
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('').trim()), (text) => {
      for (const token of tag(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
    }), { numRuns: 200 });
  });
});
