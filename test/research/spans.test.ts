import { expect, test } from 'vitest';
import { likeness, pairSpans } from '../../src/research/spans.ts';
import { pairWords, wordBounds, wordsIn } from '../../src/research/words.ts';

const span = (start: number, end: number): { start: number; end: number } => ({ start, end });

test('likeness is shared characters over characters of either', () => {
  expect(likeness(span(0, 10), span(0, 10))).toBe(1);
  expect(likeness(span(0, 10), span(5, 10))).toBe(0.5);
  expect(likeness(span(0, 10), span(5, 15))).toBeCloseTo(1 / 3, 12);
  expect(likeness(span(0, 10), span(10, 20))).toBe(0);
});

test('each found span serves one gold span, and the most alike go together', () => {
  expect(pairSpans([span(0, 10), span(10, 20)], [span(0, 20), span(11, 20)], 'overlap')).toEqual([0, 1]);
  expect(pairSpans([span(0, 10), span(0, 9)], [span(0, 10)], 'any')).toEqual([0, null]);
});

test.each([['exact', [null, 1]], ['overlap', [0, 1]], ['any', [0, 1]]] as const)('%s', (closeness, pairs) => {
  expect(pairSpans([span(0, 10), span(20, 30)], [span(0, 8), span(20, 30)], closeness)).toEqual(pairs);
});

test('spans end at words, whatever blanks and brackets stand around them', () => {
  expect(wordBounds('who: (the ICB), ', span(4, 16))).toEqual(span(6, 13));
  expect(wordBounds('… – ', span(0, 4))).toBeNull();
});

test('words that stand twice are paired in their order, and words that are missing with nothing', () => {
  const pairs = pairWords(wordsIn('the ICB asks the ICB to act'), wordsIn('The ICB 3 asks the ICB act'));
  expect(pairs).toEqual([0, 1, 3, 4, 5, null, 6]);
});
