import type { Chars } from './chars.ts';
import type { Fragment, PdfItem } from './geometry.ts';
import { blankBefore } from './geometry-fragments.ts';

/** Words of the file that are printed with a hyphen inside a line: they keep it when they are broken there. */
export type Hyphenated = ReadonlySet<string>;

/** First parts whose hyphen stays: "multi-\nagency", "co-\nproduced". */
const PREFIXES = new Set(
  'on off by at multi co non self inter pre post re anti well ill over under cross sub semi mid ex pan pro part full long short high low early late first second third one two three four five six seven eight nine ten in out up decision information child family person risk trauma needs evidence face whole single joint safe sex gender age peer'.split(' '),
);

/** Words with inner hyphens in some lines, and words without, to tell "re-\nreferral" from "recom-\nmendation". */
export interface Words {
  readonly hyphenated: Hyphenated;
  readonly whole: ReadonlySet<string>;
  /** Whether the file breaks words at line ends of itself, as few do. */
  readonly breaks: boolean;
}

export function wordsOf(lines: Iterable<string>): Words {
  const hyphenated = new Set<string>();
  const whole = new Set<string>();
  for (const line of lines) {
    for (const word of line.toLowerCase().match(/[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*/gu) ?? []) {
      if (/[-‐‑]/.test(word)) hyphenated.add(word.replace(/[‐‑]/g, '-'));
      else whole.add(word);
    }
  }
  return { hyphenated, whole, breaks: false };
}

/** Looks for "recom-\nmendation", whose whole stands elsewhere in the file. */
export function withBreaks(words: Words, lines: readonly (readonly string[])[]): Words {
  const found = new Set<string>();
  for (const texts of lines) {
    texts.forEach((text, index) => {
      const left = lastWord(text);
      const right = /^\p{Ll}+/u.exec(texts[index + 1] ?? '')?.[0];
      if (left !== undefined && right !== undefined && !/[-‐‑]/.test(left) && !PREFIXES.has(left) && words.whole.has(left + right)) found.add(left + right);
    });
  }
  return { ...words, breaks: found.size >= 2 };
}

/** A paragraph under construction. Arrays are pushed to in place: a file has some hundred thousand characters. */
interface Growing {
  text: string;
  readonly items: number[];
  readonly offsets: number[];
  readonly pages: number[];
}

/** The text of a paragraph's lines, with its way back to the items. `edge` is how far the lines of a table's column reach. */
export function joinLines(lines: readonly Fragment[], words: Words, dropped: ReadonlySet<PdfItem>, edge: number | null = null): Chars {
  const chars: Growing = { text: '', items: [], offsets: [], pages: [] };
  let lineStart = 0;
  let word = '';
  let last: Fragment | null = null;
  for (const line of lines) {
    const first = line.items.find((item) => !dropped.has(item));
    if (first === undefined) continue;
    if (last !== null) {
      const before = chars.text.slice(lineStart);
      const printed = word + before;
      const broken = edge !== null && brokenWord(printed, last, line, words, edge);
      const join = broken ? { blank: false, drop: false } : joint(before, line.text, words);
      word = broken ? printed : '';
      if (join.drop) shorten(chars);
      if (join.blank) addText(chars, ' ', -1, first.page);
    }
    lineStart = chars.text.length;
    addLine(chars, line.items, dropped);
    last = line;
  }
  return chars;
}

/** A dropped footnote number leaves no gap behind: "family¹." ends in "family.". */
function addLine(chars: Growing, items: readonly PdfItem[], dropped: ReadonlySet<PdfItem>): void {
  let blank = false;
  let started = false;
  items.forEach((item, index) => {
    const left = items[index - 1];
    blank ||= left !== undefined && blankBefore(left, item);
    if (dropped.has(item)) return;
    if (blank && started && !/\s$/.test(chars.text)) addText(chars, ' ', -1, item.page);
    addText(chars, item.text, item.index, item.page);
    blank = false;
    started = true;
  });
  while (/\s$/.test(chars.text)) shorten(chars);
}

function addText(chars: Growing, text: string, item: number, page: number): void {
  for (let offset = 0; offset < text.length; offset++) {
    chars.items.push(item);
    chars.offsets.push(item < 0 ? 0 : offset);
    chars.pages.push(page);
  }
  chars.text += text;
}

function shorten(chars: Growing): void {
  chars.text = chars.text.slice(0, -1);
  chars.items.pop();
  chars.offsets.pop();
  chars.pages.pop();
}

/** How two lines meet: with a blank, with the hyphen alone, or as one word. */
function joint(before: string, after: string, words: Words): Joint {
  const left = lastWord(before);
  const right = /^[\p{L}\p{M}]+/u.exec(after)?.[0];
  // "and/\nor", "https://example.org/\nguide"
  if (/[\p{L}\d]\/$/u.test(before)) return { blank: false, drop: false };
  if (left === undefined || right === undefined) return { blank: !/\d[-–]$/.test(before) || !/^\d/.test(after), drop: false };
  if (before.endsWith('\u00AD')) return { blank: false, drop: true };
  // "pre- and post-birth"
  if (/^(?:and|or|to)$/.test(right) && !/[-‐‑]/.test(left)) return { blank: true, drop: false };
  return { blank: false, drop: !keepsHyphen(left, right, words) };
}

/** "right-to" of "every right-to-"; undefined if the line doesn't end in a hyphen after a letter. */
function lastWord(before: string): string | undefined {
  if (!/[\p{L}\p{M}][-‐‑\u00AD]$/u.test(before)) return undefined;
  const word = before.slice(before.lastIndexOf(' ') + 1, -1).toLowerCase();
  let start = word.length;
  while (start > 0 && /[\p{L}\p{M}\-‐‑]/u.test(word[start - 1] ?? '')) start--;
  return word.slice(start);
}

function keepsHyphen(left: string, right: string, words: Words): boolean {
  const rightPart = right.toLowerCase();
  const lastPart = left.split(/[-‐‑]/).at(-1) ?? left;
  if (words.hyphenated.has(`${lastPart}-${rightPart}`) || words.hyphenated.has(`${left}-${rightPart}`)) return true;
  if (words.whole.has(`${lastPart}${rightPart}`)) return false;
  // "right-to-\nknow", "North-\nEast", "multi-\nagency"
  if (lastPart !== left || /^\p{Lu}/u.test(right) || PREFIXES.has(lastPart)) return true;
  // "information-\nsharing" is two words of the file, "recom-\nmendation" is none
  return words.breaks ? words.whole.has(lastPart) && words.whole.has(rightPart) : words.whole.has(lastPart) || words.whole.has(rightPart);
}

interface Joint {
  readonly blank: boolean;
  readonly drop: boolean;
}

/**
 * Narrow cells break a word that fits on no line, without a hyphen: "Timesc|ale". Such a word has its lines to itself, and they are full.
 * `before` is what was printed of it so far.
 */
function brokenWord(before: string, line: Fragment, next: Fragment, words: Words, edge: number): boolean {
  const left = /^[\p{L}\p{M}]{2,}$/u.exec(before)?.[0].toLowerCase();
  const right = /^\p{Ll}+/u.exec(next.text)?.[0];
  if (left === undefined || right === undefined || / /.test(line.text)) return false;
  const letter = (line.right - line.x) / line.text.length;
  if (line.right + letter * 0.75 < edge) return false;
  if (words.whole.has(left + right)) return true;
  return !words.whole.has(left) && (right.length <= 3 || !words.whole.has(right));
}
