import type { Fragment } from './geometry.ts';
import { median } from './geometry.ts';
import { lineText } from './geometry-fragments.ts';
import { splitMarker } from './marker.ts';

/** Gathers the lines of one column, from top to bottom, into paragraphs. `edge` is its right edge where that is known. */
export function paragraphsOf(fragments: readonly Fragment[], edge = -Infinity): Fragment[][] {
  const lines = sameBaseline(fragments);
  const right = Math.max(edge, ...lines.map((line) => line.right));
  const leading = usualLeading(lines);
  const paragraphs: Fragment[][] = [];
  for (const [index, line] of lines.entries()) {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || breaks(paragraph, line, lines[index + 1], right, leading)) paragraphs.push([line]);
    else paragraph.push(line);
  }
  return joinLoneMarkers(paragraphs);
}

/** Pieces of one printed line, such as a name and a page number far to its right, as one. */
function sameBaseline(fragments: readonly Fragment[]): Fragment[] {
  const lines: Fragment[] = [];
  for (const one of fragments) {
    const last = lines.at(-1);
    if (last !== undefined && !isTurned(one) && !isTurned(last) && last.page === one.page && Math.abs(last.y - one.y) <= Math.min(last.size, one.size) * 0.3 && one.x >= last.right - 2) {
      const items = [...last.items, ...one.items];
      lines[lines.length - 1] = { ...last, items, right: one.right, text: lineText(items), bold: last.bold && one.bold };
    } else lines.push(one);
  }
  return lines;
}

function isTurned(one: Fragment): boolean {
  return one.items[0]?.turned ?? false;
}

/** Usual distance from one baseline to the next, in type sizes. */
function usualLeading(lines: readonly Fragment[]): number {
  const steps: number[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || Math.abs(before.size - line.size) > 0.6) return;
    const step = (before.y - line.y) / line.size;
    if (step > 0.8 && step < 2.2) steps.push(step);
  });
  if (steps.length === 0) return 1.25;
  // The distance inside paragraphs is the smaller of the usual ones, hence the lower third.
  const sorted = steps.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 3)] ?? 1.25;
}

function breaks(paragraph: readonly Fragment[], line: Fragment, next: Fragment | undefined, right: number, leading: number): boolean {
  const last = paragraph.at(-1) as Fragment;
  const first = paragraph[0] as Fragment;
  if (isTurned(last) !== isTurned(line)) return true;
  const larger = Math.max(last.size, line.size);
  if (Math.abs(last.size - line.size) > larger * 0.07) return true;
  const step = (last.y - line.y) / larger;
  const rest = right - last.right;
  const short = rest > firstWordWidth(line) + line.size * 0.6;
  if (step < 0 || step > leading * 2) return true;
  // A paragraph set wider than most goes on at its own pace.
  const before = paragraph.at(-2);
  const own = before === undefined ? leading : (before.y - last.y) / larger;
  const even = before === undefined && !short && next !== undefined && Math.abs((line.y - next.y) / larger - step) < 0.04;
  if (step > Math.max(own, leading) * 1.17 + 0.03 && !even) return true;
  const ended = /[.!?:;]["'”’)\]]*\d{0,2}$/.test(last.text);
  if (startsMarked(line, first, ended || short)) return true;
  if (startsRaisedNumber(line)) return true;
  if (last.bold !== line.bold && (short || ended)) return true;
  if (endsInPageNumber(last)) return true;
  const marked = first.hang !== null || splitMarker(first.text) !== null;
  const textX = paragraph.length > 1 ? (paragraph[1]?.x ?? first.x) : hangsAt(first);
  if (line.x < textX - 8 && ended && paragraph.length > 1) return true;
  if (line.x > textX + 9 && ended && !line.bold && !(marked && paragraph.length === 1)) return true;
  if (/(?:,|\b(?:and|or|of|the|for|to|in|on|with|by|a|an))$/.test(last.text)) return false;
  return short && (ended || /^["'“‘(]?\p{Lu}/u.test(line.text)) && !isCentred(last, line);
}

function isCentred(a: Fragment, b: Fragment): boolean {
  return Math.abs(a.x + a.right - b.x - b.right) < 4 && Math.abs(a.x - b.x) > 4;
}

/** A line of a table of contents: leaders, or a number alone at the far right. */
export function endsInPageNumber(line: Fragment): boolean {
  if (/[.…·_]{4}\s?\d{1,3}$/.test(line.text)) return true;
  const [before, last] = [line.items.at(-2), line.items.at(-1)];
  return before !== undefined && last !== undefined && /^\s*\d{1,3}\s*$/.test(last.text) && last.x - before.x - before.width > last.size * 3;
}

/** Where the text of a paragraph begins once its number or bullet is past. */
export function hangsAt(first: Fragment): number {
  return first.hang ?? first.x;
}

const BULLET = /^(?:[•◦▪‣●○■□▫◼◻◆◇➢➤►▶→✓✔❖⁃∙·§]\s|[–—−*-]\s|o\s(?=\S))/u;

function startsMarked(line: Fragment, first: Fragment, free: boolean): boolean {
  if (BULLET.test(`${line.text} `)) return line.hang !== null || line.text.length < 3 || !/^[–—−-]/.test(line.text) || free;
  if (line.hang !== null) return true;
  return free && (line.x < hangsAt(first) - 4 || line.x <= first.x + 4) && splitMarker(line.text) !== null;
}

/** A footnote's own number: small and raised at the start of the line. */
export function startsRaisedNumber(line: Fragment): boolean {
  const item = line.items[0];
  return line.items.length > 1 && item !== undefined && item.size < line.size * 0.8 && /^\s*(?:\d{1,3}|[*†‡])\s*$/.test(item.text);
}

function firstWordWidth(line: Fragment): number {
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  return line.text.length === 0 ? 0 : ((line.right - line.x) * word.length) / line.text.length;
}

/** A bullet alone on its line belongs to the paragraph after it. */
function joinLoneMarkers(paragraphs: readonly Fragment[][]): Fragment[][] {
  const joined: Fragment[][] = [];
  let held: Fragment[] | null = null;
  for (const paragraph of paragraphs) {
    const whole: Fragment[] = held === null ? paragraph : [...held, ...paragraph];
    const only = paragraph.length === 1 ? paragraph[0] : undefined;
    if (held === null && only !== undefined && (only.text.length <= 2 ? BULLET.test(`${only.text} `) : /^(?:\d{1,3}[.)]|\([a-z]{1,3}\))$/.test(only.text))) held = paragraph;
    else {
      joined.push(whole);
      held = null;
    }
  }
  if (held !== null) joined.push(held);
  return joined;
}

/** Middle type size of some lines. */
export function typeSize(lines: readonly Fragment[]): number {
  return median(lines.map((line) => line.size));
}
