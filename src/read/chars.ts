/**
 * Text under construction: a string and, for each of its characters, the source item it came from (-1: made by the reader),
 * its place in that item and its page (0: unknown).
 */
export interface Chars {
  readonly text: string;
  readonly items: readonly number[];
  readonly offsets: readonly number[];
  readonly pages: readonly number[];
}

export const NO_CHARS: Chars = { text: '', items: [], offsets: [], pages: [] };

/** Characters that the reader made itself, such as an automatic number. */
export function made(text: string, page = 0): Chars {
  return from(text, -1, 0, page);
}

/** Characters `offset`… of source item `item`. */
export function from(text: string, item: number, offset: number, page: number): Chars {
  const { length } = text;
  const offsets = new Array<number>(length).fill(0);
  if (item >= 0) for (let index = 0; index < length; index++) offsets[index] = offset + index;
  return { text, items: new Array<number>(length).fill(item), offsets, pages: new Array<number>(length).fill(page) };
}

export function concat(pieces: readonly Chars[]): Chars {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  return {
    text: pieces.map((piece) => piece.text).join(''),
    items: pieces.flatMap((piece) => piece.items),
    offsets: pieces.flatMap((piece) => piece.offsets),
    pages: pieces.flatMap((piece) => piece.pages),
  };
}

export function cut(chars: Chars, start: number, end = chars.text.length): Chars {
  return {
    text: chars.text.slice(start, end),
    items: chars.items.slice(start, end),
    offsets: chars.offsets.slice(start, end),
    pages: chars.pages.slice(start, end),
  };
}

// Soft hyphens, zero-width marks and control characters say nothing in print; a lone surrogate can't be written as UTF-8.
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/u;
const BLANK = /[\s\u0085]/;

const UNTIDY = new RegExp(`^ | $|  |[^\\S ]|\\u0085|[\\uD800-\\uDFFF]|${INVISIBLE.source}`, 'u');

/** One blank for each run of blanks, none at the ends, nothing invisible: what a paragraph prints. */
export function tidy(chars: Chars): Chars {
  if (!UNTIDY.test(chars.text)) return chars;
  const text: string[] = [];
  const kept: number[] = [];
  for (let index = 0; index < chars.text.length; index++) {
    const char = chars.text[index] ?? '';
    // nearly all characters are plain letters and need no pattern
    const plain = char > ' ' && char < '\u007F';
    if (!plain && INVISIBLE.test(char)) continue;
    const blank = !plain && BLANK.test(char);
    if (blank && (text.length === 0 || text.at(-1) === ' ')) continue;
    text.push(blank ? ' ' : char);
    kept.push(index);
  }
  if (text.at(-1) === ' ') {
    text.pop();
    kept.pop();
  }
  return {
    text: text.join('').replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
    items: kept.map((index) => chars.items[index] ?? -1),
    offsets: kept.map((index) => chars.offsets[index] ?? 0),
    pages: kept.map((index) => chars.pages[index] ?? 0),
  };
}

/** How many characters of a text are not blank. */
export function inked(text: string): number {
  return text.replace(/[\s\u0085\u00AD\u200B-\u200F\uFEFF]+/g, '').length;
}
