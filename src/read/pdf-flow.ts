import type { Fragment, Piece } from './geometry.ts';
import { heaviest } from './geometry.ts';
import { endsInPageNumber, hangsAt, startsRaisedNumber } from './geometry-blocks.ts';

/** Type sizes that matter for the whole file. */
export interface Type {
  /** Size of the body text. */
  readonly body: number;
  /** Whether bold type is rare enough to set headings apart. */
  readonly boldTells: boolean;
}

export function typeOf(lines: readonly Fragment[]): Type {
  const sizes = new Map<number, number>();
  let bold = 0;
  let all = 0;
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    sizes.set(size, (sizes.get(size) ?? 0) + line.text.length);
    all += line.text.length;
    if (line.bold) bold += line.text.length;
  }
  return { body: heaviest(sizes) ?? 11, boldTells: bold < all * 0.4 };
}

export function textOf(one: Piece): string {
  return one.lines.map((line) => line.text).join(' ');
}

/** Footnotes: small type at the foot of a page that begins with a number or a sign. */
export function markFootnotes(pieces: readonly Piece[], type: Type): Piece[] {
  const lowest = lowestBody(pieces, type);
  let inNotes = 0;
  return pieces.map((one) => {
    const first = one.lines[0];
    if (first === undefined || one.kind !== 'text' || one.cell !== null) return one;
    const small = one.lines.every((line) => line.size < type.body * 0.93);
    // Some files set their notes as large as the text; a raised number at the foot of the page gives them away.
    if (startsRaisedNumber(first) && !pieces.some((other) => other.kind === 'text' && other.cell === null && other !== one && other.lines.some((line) => line.page === first.page && line.y < first.y && !startsRaisedNumber(other.lines[0] as Fragment)))) return { ...one, kind: 'footnote' };
    const below = first.y < (lowest.get(first.page) ?? 0) && small;
    if (!below) {
      inNotes = 0;
      return one;
    }
    const numbered = /^(?:\d{1,3}|[*†‡]|[ivx]{1,4})\.?\s?\S/.test(textOf(one));
    if (numbered) inNotes = first.page;
    return inNotes === first.page ? { ...one, kind: 'footnote' } : one;
  });
}

/** Lowest baseline of body-sized text on each page. */
function lowestBody(pieces: readonly Piece[], type: Type): Map<number, number> {
  const lowest = new Map<number, number>();
  for (const one of pieces) {
    for (const line of one.lines) {
      if (line.size < type.body * 0.93) continue;
      lowest.set(line.page, Math.min(lowest.get(line.page) ?? Infinity, line.y));
    }
  }
  return lowest;
}

/** Joins paragraphs that run over a column's or a page's end; footnotes between the halves come after them. */
export function joinAcross(pieces: readonly Piece[], margins: ReadonlyMap<number, number>): Piece[] {
  const joined: Piece[] = [];
  let open = -1;
  for (const one of pieces) {
    const last = joined[open];
    if (one.kind === 'footnote') {
      joined.push(one);
      continue;
    }
    if (last !== undefined && runsOn(last, one, margins)) {
      joined[open] = { ...last, lines: [...last.lines, ...one.lines] };
      continue;
    }
    joined.push(one);
    open = joined.length - 1;
  }
  return joined;
}

function runsOn(last: Piece, one: Piece, margins: ReadonlyMap<number, number>): boolean {
  const end = last.lines.at(-1);
  const start = one.lines[0];
  if (end === undefined || start === undefined) return false;
  const jumps = start.page === end.page + 1 || (start.page === end.page && start.y > end.y + end.size);
  if (!jumps && !isNextLine(last, one, margins)) return false;
  if (endsInPageNumber(end) || one.label !== null || start.hang !== null || last.kind === 'heading' || one.kind === 'heading') return false;
  if (!sameCell(last, one) || last.kind === 'contents' || Math.abs(end.size - start.size) > end.size * 0.07) return false;
  if (end.bold !== start.bold && (one.lines.every((line) => line.bold) || last.lines.every((line) => line.bold))) return false;
  const text = textOf(last);
  const lower = /^["'“‘(]?\p{Ll}/u.test(start.text) && !/^[a-z][.)]\s|^o\s/.test(start.text);
  const first = last.lines[0] as Fragment;
  if (!/[.!?:;]["'”’)\]]*\d{0,2}$/.test(text)) {
    if (lower) return true;
    const full = end.right > (margins.get(end.page) ?? end.right) - end.size * 6;
    const aligned = Math.abs(start.x - hangsAt(first)) < 6 || start.page === end.page;
    if (!jumps) return true;
    return full && aligned && !/^[•◦▪■●○–-]\s/.test(start.text);
  }
  if (lower) return /[;:]$/.test(text) ? false : last.kind === one.kind || one.kind === 'list-item';
  // The indented rest of an item: "… is met. As / a result" was broken between two sentences.
  return first.hang !== null && last.lines.length > 0 && one.label === null && Math.abs(start.x - hangsAt(first)) < 3 && start.x > first.x + 8 && end.right > (margins.get(end.page) ?? 0) - end.size * 5;
}

/** The very next line in mid-sentence: a paragraph cut by a forced line end or by careless tags. */
function isNextLine(last: Piece, one: Piece, margins: ReadonlyMap<number, number>): boolean {
  const [end, start] = [last.lines.at(-1) as Fragment, one.lines[0] as Fragment];
  const step = (end.y - start.y) / end.size;
  if (start.page !== end.page || step < 0.8 || step > 1.5 || Math.abs(start.x - hangsAt(last.lines[0] as Fragment)) > 3) return false;
  if (/[.!?:;]["'”’)\]]*\d{0,2}$/.test(textOf(last)) || one.kind !== 'text' || end.bold !== start.bold) return false;
  if (/^["'“‘(]?\p{Ll}/u.test(start.text) || /\b(?:and|or|of|the|for|to|in|on|with|by|a|an)$/.test(end.text)) return true;
  return last.cell === null && end.text.split(' ').length >= 8 && end.right - end.x > ((margins.get(end.page) ?? end.right) - end.x) * 0.7;
}

/** Text and text, or two parts of one cell. */
function sameCell(a: Piece, b: Piece): boolean {
  if (a.cell === null || b.cell === null) return a.cell === b.cell;
  return a.cell.table === b.cell.table && a.cell.row === b.cell.row && a.cell.column === b.cell.column;
}
