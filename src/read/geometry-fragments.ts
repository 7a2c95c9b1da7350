import type { Fragment, PdfItem, Ruling } from './geometry.ts';
import { heaviest } from './geometry.ts';

/** Wider than any blank between words, in type sizes: beyond it a new column or cell begins. */
const WIDE_GAP = 1.5;
/** Bullets and printed numbers; a wide gap after them is the indent of their item. */
const MARKER = /^(?:[•◦▪‣●○■□▫◼◻◆◇➢➤►▶→✓✔❖⁃∙·–—*§−-]|o|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,4}\.?|[A-Z]{1,3}\d{1,2}[.:]?|(?:recommendation|learning point|learning|finding|lesson|action|theme|question) \d{1,2}(?:\.\d{1,2})?[:.]?)$/iu;

export type IsBold = (font: string) => boolean;

/** Gathers items, in the file's own order, into runs on one line. `trust` keeps that order and only splits at line ends. */
export function fragmentsOf(items: readonly PdfItem[], isBold: IsBold, trust = false): Fragment[] {
  const runs: PdfItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run !== undefined && (follows(run, item, trust) || isHeadingNumber(run, item, isBold))) run.push(item);
    else runs.push([item]);
  }
  const joined = trust ? runs : splitAtColumns(mergeRuns(runs), isBold);
  return joined.map((run) => fragment(run, isBold));
}

function follows(run: readonly PdfItem[], item: PdfItem, trust: boolean): boolean {
  const last = run.at(-1);
  if (last === undefined || last.page !== item.page) return false;
  if (last.turned || item.turned) return last.turned && item.turned && !trust;
  if (!sameLine(bodyOf(run), item)) return false;
  const gap = item.x - (last.x + last.width);
  const size = Math.max(last.size, item.size);
  if (trust) return gap > -size * 2;
  return gap > -size && (gap < size * WIDE_GAP || (isMarker(run) && gap < size * 5));
}

/** "1      Introduction" in large or bold type; a plain number before a gap may count the rows of a table. */
function isHeadingNumber(run: readonly PdfItem[], item: PdfItem, isBold: IsBold): boolean {
  const [only] = run;
  if (run.length !== 1 || only === undefined || only.page !== item.page || !/^\s*(?:\d{1,2}|[A-Z])\s*$/.test(only.text) || !/^\s*\p{Lu}/u.test(item.text)) return false;
  const gap = item.x - only.x - only.width;
  return only.font === item.font && only.size === item.size && (only.size >= 13 || isBold(only.font)) && Math.abs(only.y - item.y) < 1 && gap > 0 && gap < only.size * 4;
}

/** The item that sets the baseline: the largest. */
function bodyOf(run: readonly PdfItem[]): PdfItem {
  let body = run[0] as PdfItem;
  for (const item of run) if (item.size > body.size) body = item;
  return body;
}

/** Raised and lowered signs belong to the line of their neighbour. */
function sameLine(a: PdfItem, b: PdfItem): boolean {
  const large = Math.max(a.size, b.size);
  const small = Math.min(a.size, b.size);
  return Math.abs(a.y - b.y) <= (small < large * 0.8 ? large * 0.6 : large * 0.25);
}

function isMarker(run: readonly PdfItem[]): boolean {
  const text = run.map((item) => item.text).join('').trim();
  return text.length <= 22 && MARKER.test(text.replace(/\s+/g, ' '));
}

/** Runs written out of order that continue one another on the same line, such as words set later in another font. */
function mergeRuns(runs: readonly PdfItem[][]): PdfItem[][] {
  const merged: PdfItem[][] = [];
  const byLine = new Map<number, PdfItem[][]>();
  for (const run of runs) {
    const body = bodyOf(run);
    const near = [-2, -1, 0, 1, 2].flatMap((step) => byLine.get(Math.round(body.y / 3) + step) ?? []);
    const partner = body.turned ? undefined : near.find((other) => !bodyOf(other).turned && sameLine(bodyOf(other), body) && touches(other, run));
    if (partner !== undefined) {
      partner.push(...run);
      partner.sort((a, b) => a.x - b.x);
      continue;
    }
    const copy = [...run];
    merged.push(copy);
    const key = Math.round(body.y / 3);
    byLine.set(key, [...(byLine.get(key) ?? []), copy]);
  }
  return merged;
}

/** Cells whose text nearly meets look like one line; that other lines begin a column where the second part begins gives them away. */
function splitAtColumns(runs: readonly PdfItem[][], isBold: IsBold): PdfItem[][] {
  const starts = new Map<number, number>();
  const levels = new Map<number, number>();
  for (const run of runs) {
    const level = Math.round((run[0]?.y ?? 0) / 2);
    const x = run[0]?.x ?? 0;
    levels.set(level, Math.min(levels.get(level) ?? Infinity, x));
  }
  for (const run of runs) {
    const [x, level] = [run[0]?.x ?? 0, Math.round((run[0]?.y ?? 0) / 2)];
    if (x > (levels.get(level) ?? x) + 40) starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1);
  }
  const isColumn = (x: number): boolean => [-1, 0, 1].reduce((sum, step) => sum + (starts.get(Math.round(x) + step) ?? 0), 0) >= 2;
  return runs.flatMap((run) => {
    const parts: PdfItem[][] = [];
    for (const item of run) {
      const before = parts.at(-1)?.at(-1);
      const gap = before === undefined ? 0 : item.x - before.x - before.width;
      if (before === undefined || (gap > item.size * 0.4 && isColumn(item.x) && !isMarker(parts.at(-1) ?? []) && !isHeadingNumber(parts.at(-1) ?? [], item, isBold))) parts.push([item]);
      else parts.at(-1)?.push(item);
    }
    return parts;
  });
}

function touches(a: readonly PdfItem[], b: readonly PdfItem[]): boolean {
  const [left, right] = (a[0]?.x ?? 0) <= (b[0]?.x ?? 0) ? [a, b] : [b, a];
  const end = Math.max(...left.map((item) => item.x + item.width));
  const size = Math.max(bodyOf(a).size, bodyOf(b).size);
  const gap = (right[0]?.x ?? 0) - end;
  return gap < size * 0.7 || (isMarker(left) && gap < size * 5);
}

/** A fragment of items that are already in order. */
export function fragment(items: readonly PdfItem[], isBold: IsBold): Fragment {
  const first = items[0] as PdfItem;
  const sizes = new Map<number, number>();
  let bold = 0;
  let letters = 0;
  let right = -Infinity;
  for (const item of items) {
    const weight = item.text.replace(/[\s\d\p{P}]/gu, '').length;
    sizes.set(item.size, (sizes.get(item.size) ?? 0) + weight + 0.1);
    letters += weight;
    if (isBold(item.font)) bold += weight;
    right = Math.max(right, item.x + item.width);
  }
  return {
    page: first.page,
    items,
    x: Math.min(...items.map((item) => item.x)),
    right,
    y: bodyOf(items).y,
    size: heaviest(sizes) ?? first.size,
    bold: letters > 0 ? bold >= letters * 0.95 : isBold(first.font),
    text: lineText(items),
    order: first.index,
    hang: hangOf(items),
  };
}

function hangOf(items: readonly PdfItem[]): number | null {
  for (let index = 1; index < Math.min(items.length, 6); index++) {
    const [before, item] = [items[index - 1] as PdfItem, items[index] as PdfItem];
    if (item.x - before.x - before.width > before.size * 0.5) return isMarker(items.slice(0, index)) ? item.x : null;
  }
  return null;
}

/** The items' texts with the blanks between them. */
export function lineText(items: readonly PdfItem[]): string {
  return items.map((item, index) => (index > 0 && blankBefore(items[index - 1] as PdfItem, item) ? ` ${item.text}` : item.text)).join('').replace(/\s+/g, ' ').trim();
}

/** Whether a blank stands between two neighbours on a line: one in the file, or a gap as wide as one. */
export function blankBefore(left: PdfItem, item: PdfItem): boolean {
  if (/\s$/.test(left.text) || /^\s/.test(item.text)) return false;
  return item.spaced || item.x - (left.x + left.width) > Math.min(left.size, item.size) * 0.2;
}

/** Parts runs that a drawn upright line crosses: cells so narrow apart that they look like one line. */
export function splitAtRulings(fragments: readonly Fragment[], vertical: readonly Ruling[], isBold: IsBold): Fragment[] {
  return fragments.flatMap((one) => {
    const crossing = vertical.filter((line) => line.y0 <= one.y + one.size * 0.3 && line.y1 >= one.y + one.size * 0.3 && line.x0 > one.x + 2 && line.x0 < one.right - 2);
    if (crossing.length === 0) return [one];
    const parts: PdfItem[][] = [];
    for (const item of one.items) {
      const before = parts.at(-1)?.at(-1);
      const parted = before !== undefined && crossing.some((line) => line.x0 >= before.x + before.width - 2 && line.x0 <= item.x + 2);
      if (before === undefined || parted) parts.push([item]);
      else parts.at(-1)?.push(item);
    }
    return parts.map((part) => fragment(part, isBold));
  });
}
