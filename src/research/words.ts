import type { Span } from '../document.ts';

export interface Word extends Span {
  /** In lower case. */
  readonly text: string;
}

/** Words as `align` sees them: runs of letters and digits. */
export function wordsIn(text: string, within: Span = { start: 0, end: text.length }): Word[] {
  return [...text.slice(within.start, within.end).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0].toLowerCase(), start: within.start + match.index, end: within.start + match.index + match[0].length,
  }));
}

/** The span from its first to its last word: blanks, brackets and full stops at its ends tell nothing. Null where it holds no word. */
export function wordBounds(text: string, span: Span): Span | null {
  const words = wordsIn(text, span);
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/**
 * For each word of `from` the index of the same word in `to`, or null: a longest common subsequence (Wagner & Fischer 1974),
 * so that order is kept and a word that stands twice is not mixed up.
 */
export function pairWords(from: readonly Word[], to: readonly Word[]): (number | null)[] {
  const width = to.length + 1;
  const longest = new Uint16Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const skip = Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
      longest[i * width + j] = from[i]?.text === to[j]?.text ? Math.max(skip, 1 + (longest[(i + 1) * width + j + 1] ?? 0)) : skip;
    }
  }
  const pairs = from.map((): number | null => null);
  let [i, j] = [0, 0];
  while (i < from.length && j < to.length) {
    if (from[i]?.text === to[j]?.text) {
      pairs[i] = j;
      i += 1;
      j += 1;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}
