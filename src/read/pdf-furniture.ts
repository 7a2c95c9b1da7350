import type { PdfItem } from './geometry.ts';

export interface EdgePage {
  readonly items: readonly PdfItem[];
  readonly height: number;
}

/** One printed line near the head or the foot of a page. */
interface EdgeLine {
  readonly page: number;
  readonly y: number;
  readonly items: readonly PdfItem[];
  readonly key: string;
}

export interface Furniture {
  readonly items: ReadonlySet<PdfItem>;
  readonly lines: number;
  /** The lines as printed, without repeats, for the message. */
  readonly samples: readonly string[];
}

const EDGE_LINES = 4;
/** Share of the page, above and below, in which they stand. */
const EDGE = 0.14;
/** What browsers print on each page: "01/02/2031, 10:33 Title" above, "https://example.org/review 1/8" below. */
const PRINTED = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?(?: |$)|^(?:https?|file):\/\/\S+(?: \d{1,3}\/\d{1,3})?$/;

/** Running heads, feet and page numbers: lines at the same height of several pages that are alike but for their digits. */
export function findFurniture(pages: readonly EdgePage[]): Furniture {
  const edges = pages.flatMap((page) => edgeLines(page));
  const groups = new Map<string, EdgeLine[]>();
  for (const line of edges) {
    const list = groups.get(line.key);
    if (list === undefined) groups.set(line.key, [line]);
    else list.push(line);
  }
  const items = new Set<PdfItem>();
  const samples: string[] = [];
  let lines = 0;
  const filled = pages.filter((page) => page.items.length > 0).length;
  for (const line of edges) {
    if (!PRINTED.test(textOf(line.items)) || line.items.every((item) => items.has(item))) continue;
    line.items.forEach((item) => items.add(item));
    lines++;
    if (samples.length < 2) samples.push(textOf(line.items));
  }
  for (const [key, group] of groups) {
    for (const level of levels(group)) {
      const count = new Set(level.map((line) => line.page)).size;
      if (count < (filled <= 3 || isNumber(key) ? 2 : 3) || filled < 2) continue;
      if (isNumber(key) ? !counts(level) : !steady(level)) continue;
      const fresh = level.filter((line) => !line.items.every((item) => items.has(item)));
      for (const line of fresh) line.items.forEach((item) => items.add(item));
      if (fresh.length === 0) continue;
      lines += fresh.length;
      samples.push(textOf(level[0]?.items ?? []));
    }
  }
  return { items, lines, samples };
}

/** The outermost lines of a page, from both ends. */
function edgeLines({ items, height }: EdgePage): EdgeLine[] {
  const lines: PdfItem[][] = [];
  for (const item of [...items].filter((one) => !one.turned).sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs((last[0]?.y ?? 0) - item.y) < item.size * 0.4) last.push(item);
    else lines.push([item]);
  }
  const near = lines.length <= EDGE_LINES * 2 ? lines : [...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)];
  const outer = near.filter((line) => (line[0]?.y ?? 0) < height * EDGE || (line[0]?.y ?? 0) > height * (1 - EDGE));
  return outer.map((line) => {
    const sorted = [...line].sort((a, b) => a.x - b.x);
    return { page: sorted[0]?.page ?? 0, y: sorted[0]?.y ?? 0, items: sorted, key: keyOf(textOf(sorted)) };
  });
}

function textOf(items: readonly PdfItem[]): string {
  return items.map((item) => item.text).join(' ').replace(/\s+/g, ' ').trim();
}

/** "Page 3 of 24" and "Page 14 of 24" are alike; so are roman page numbers. */
function keyOf(text: string): string {
  return /^[ivxlc]{1,6}$/i.test(text) ? '#' : text.replace(/\s/g, '').replace(/\d+/g, '#').toLowerCase();
}

function isNumber(key: string): boolean {
  return key.includes('#') && /^\W+$/.test(key);
}

/** Lines of a group at one height; a line of some words may stand a little higher or lower on some pages. */
function levels(group: readonly EdgeLine[]): EdgeLine[][] {
  const found: EdgeLine[][] = [];
  for (const line of [...group].sort((a, b) => a.y - b.y)) {
    const last = found.at(-1);
    if (last !== undefined && line.y - (last.at(-1)?.y ?? 0) < (/\p{L}{3}.*\p{L}{3}.{4}/u.test(line.key) ? 20 : 4)) last.push(line);
    else found.push([line]);
  }
  return found;
}

/** Bare numbers are page numbers if they rise with the pages; a column of figures doesn't. */
function counts(level: readonly EdgeLine[]): boolean {
  const sorted = [...level].sort((a, b) => a.page - b.page);
  const numbers = sorted.map((line) => Number(/\d+/.exec(textOf(line.items))?.[0] ?? NaN));
  if (numbers.some((number) => Number.isNaN(number))) return true;
  let rising = 0;
  for (let index = 1; index < sorted.length; index++) {
    const step = (numbers[index] ?? 0) - (numbers[index - 1] ?? 0);
    if (step === (sorted[index]?.page ?? 0) - (sorted[index - 1]?.page ?? 0)) rising++;
  }
  return rising >= (sorted.length - 1) * 0.7;
}

/** "Recommendation 3" … "Recommendation 5" at the head of three pages are headings, not one running head; a page number may rise. */
function steady(level: readonly EdgeLine[]): boolean {
  const texts = level.map((line) => textOf(line.items).toLowerCase());
  return new Set(texts).size === 1 || !/^(?:recommendation|finding|theme|learning|lesson|question|action|issue|priority)s?\b/.test(texts[0] ?? '');
}
