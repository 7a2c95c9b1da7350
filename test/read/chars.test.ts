import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { from, tidy } from '../../src/read/chars.ts';

describe('tidy', () => {
  test.each([
    ['the map', 'the map'], ['  the \t map \n', 'the map'], ['the\u00A0map', 'the map'], ['the\u00ADmap', 'themap'], ['the\u200Bmap', 'themap'], ['a \uD83D\uDE00 b', 'a \uD83D\uDE00 b'],
    ['a\uD83D b', 'a\uFFFD b'], ['', ''], [' ', ''], ['the\u0085map', 'the map'], ['a\u0007b', 'ab'],
  ])('%j prints as %j', (text, printed) => {
    expect(tidy(from(text, 0, 0, 1)).text).toBe(printed);
  });

  test('keeps the way back of every character', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\t', '\n', '\u00A0', '\u00AD', '\u200B', '\uD83D', '\uDE00', '\u0085', '\u0000', '.') });
    fc.assert(fc.property(letters, fc.nat(50), (text, offset) => {
      const made = tidy(from(text, 3, offset, 2));
      expect([made.items.length, made.offsets.length, made.pages.length]).toEqual([made.text.length, made.text.length, made.text.length]);
      expect(made.text).not.toMatch(/^ | $| {2}|[^\S ]|\u00AD|\u200B/u);
      made.offsets.forEach((at, index) => {
        const [source, printed] = [text[at - offset], made.text[index]];
        if (printed !== ' ' && printed !== '\uFFFD') expect(printed).toBe(source);
      });
    }), { seed: 5 });
  });
});
