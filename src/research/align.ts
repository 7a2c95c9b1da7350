import type { Span } from '../document.ts';

interface Word extends Span {
  readonly text: string;
}

/** Lines up passages of one text with another reading of the same review, word by word, whatever the reader did to blanks, hyphens and numbers. */
export interface Alignment {
  /** The place of a span in the other text, or null where less than half of its words are found there together. */
  readonly locate: (span: Span) => Span | null;
}

const GRAM = 3;
/** Words that a hyphen at a line's end or a footnote mark may shift a passage by. */
const DRIFT = 4;

/**
 * Prepares an alignment from `from` to `to`. Call `locate` for passages in their order: where the same words stand twice,
 * the place next after the one before is taken.
 */
export function align(from: string, to: string): Alignment {
  const source = wordsOf(from);
  const target = wordsOf(to);
  const grams = new Map<string, number[]>();
  for (let length = 1; length <= GRAM; length += 2) {
    target.forEach((_, index) => {
      const key = gramAt(target, index, length);
      const known = grams.get(key);
      if (known === undefined) grams.set(key, [index]);
      else known.push(index);
    });
  }
  let after = 0;
  return {
    locate: (span) => {
      const first = lowerBound(source, span.start);
      const words = source.slice(first, lowerBound(source, span.end));
      const shift = bestShift(words, target, grams, after);
      if (shift === null) return null;
      const matched = words.flatMap((word, index) => matchNear(word, target, shift + index));
      const [start, end] = [matched[0], matched.at(-1)];
      if (start === undefined || end === undefined || matched.length * 2 < words.length) return null;
      after = end;
      return { start: (target[start] as Word).start, end: (target[end] as Word).end };
    },
  };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ text: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length }));
}

function gramAt(words: readonly Word[], index: number, length: number): string {
  return `${length}:${words.slice(index, index + length).map(({ text }) => text).join(' ')}`;
}

function lowerBound(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The shift that most of the passage's word triples agree on; of equals, the first at or after `after`. */
function bestShift(words: readonly Word[], target: readonly Word[], grams: ReadonlyMap<string, readonly number[]>, after: number): number | null {
  const length = words.length >= GRAM ? GRAM : 1;
  const votes = new Map<number, number>();
  for (let index = 0; index + length <= words.length; index += 1) {
    const places = grams.get(gramAt(words, index, length)) ?? [];
    for (const place of places.length > 400 ? [] : places) votes.set(place - index, (votes.get(place - index) ?? 0) + 1);
  }
  let best: { shift: number; score: number } | null = null;
  for (const [shift, count] of votes) {
    const near = votes.get(shift + 1) ?? 0;
    const distance = shift >= after - 1 ? shift - after : 2 * (after - shift);
    const score = (count + 0.5 * near) * 1000 - Math.min(900, distance / 20);
    if (best === null || score > best.score) best = { shift, score };
  }
  return best?.shift ?? null;
}

function matchNear(word: Word, target: readonly Word[], place: number): number[] {
  for (let drift = 0; drift <= DRIFT; drift += 1) {
    if (target[place + drift]?.text === word.text) return [place + drift];
    if (target[place - drift]?.text === word.text) return [place - drift];
  }
  return [];
}
