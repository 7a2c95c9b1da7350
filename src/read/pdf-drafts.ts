import { draft, finish, type Draft } from './blocks.ts';
import { concat, cut, from, inked, made, type Chars } from './chars.ts';
import type { Fragment, PdfItem, Piece } from './geometry.ts';
import type { BlockType } from '../document.ts';
import { startsRaisedNumber } from './geometry-blocks.ts';
import type { Type } from './pdf-flow.ts';
import { ListDepth } from './pdf-depth.ts';
import { joinLines, withBreaks, wordsOf } from './pdf-joining.ts';
import { typeByText } from './type-by-text.ts';

export interface Drafts {
  readonly drafts: readonly Draft[];
  /** Non-blank characters left out on purpose: hyphens of line ends, footnote numbers within sentences. */
  readonly leftOut: number;
}

/** Items that the tags don't call so get their depth from their indent. */
function withDepth(one: Draft, source: Piece, depth: ListDepth): Draft {
  const first = source.lines[0];
  if (first === undefined || source.kind === 'list-item' || one.type === 'footnote') return one;
  if (one.type === 'list-item') return { ...one, level: depth.item(first) };
  depth.other(first);
  return one;
}

/** Bullets of symbol fonts, of which there are many: "◼ Text", "➔ Text". */
const GLYPH = /^(?![©®™°№℃])[\p{So}\uE000-\uF8FF](?=\s+\S)/u;

/** Pieces as drafts of blocks: words joined over lines, markers split off, types settled. */
export function draftsOf(pieces: readonly Piece[], type: Type): Drafts {
  const words = withBreaks(wordsOf(innerLines(pieces)), pieces.map((one) => one.lines.map((line) => line.text)));
  const raised = raisedNumbers(pieces);
  const edges = columnEdges(pieces);
  let leftOut = 0;
  const drafts: Draft[] = [];
  const depth = new ListDepth();
  for (const one of pieces) {
    const content = joinLines(one.lines, words, raised, one.cell === null ? null : (edges.get(columnOf(one)) ?? null));
    leftOut += one.lines.reduce((sum, line) => sum + line.items.reduce((count, item) => count + inked(item.text), 0), 0) - inked(content.text);
    const own = one.label === null ? null : concat(one.label.map((item) => from(item.text, item.index, 0, item.page)));
    const glyph = noteNumber(one) ?? (own === null && one.kind !== 'heading' ? (GLYPH.exec(content.text)?.[0].length ?? 0) : 0);
    const label: Chars | null = glyph > 0 ? cut(content, 0, glyph) : own;
    const raw = draft(glyph > 0 && one.kind !== 'footnote' ? 'list-item' : blockType(one), cut(content, glyph), {
      level: one.kind === 'heading' || one.kind === 'list-item' ? one.level : 0,
      marker: label,
      cell: one.cell === null ? null : { table: one.cell.table, row: one.cell.row, column: one.cell.column, rowSpan: one.cell.rowSpan, columnSpan: one.cell.columnSpan, header: one.cell.header },
      box: one.box,
      size: one.lines[0] === undefined ? null : Math.round((one.lines[0].size / type.body) * 100) / 100,
      bold: one.lines.every((line) => line.bold),
    });
    const done = finish(raw);
    // a number or bullet with nothing after it is all that was printed
    const kept = done ?? (label === null ? null : finish({ ...raw, marker: null, content: concat([label, made('')]) }));
    if (kept !== null) drafts.push(withDepth(kept, one, depth));
  }
  return { drafts: typeByText(drafts), leftOut };
}

/** Length of the raised number that a footnote begins with: "¹On telling" is the marker "1" and its text. */
function noteNumber(one: Piece): number | null {
  const first = one.lines[0];
  if (one.kind !== 'footnote' || one.label !== null || first === undefined || !startsRaisedNumber(first)) return null;
  return (first.items[0] as PdfItem).text.trim().length;
}

/** Lines without words that may be half ones: the last before a hyphen, in cells also one alone on its line, and the first after such a line. */
function* innerLines(pieces: readonly Piece[]): Iterable<string> {
  for (const one of pieces) {
    for (const [index, line] of one.lines.entries()) {
      if (/[-‐‑\u00AD]$/.test(line.text)) yield line.text.slice(0, line.text.lastIndexOf(' ') + 1);
      else if (one.cell === null || one.lines.length === 1 || / /.test(line.text)) yield one.cell === null || index === 0 ? line.text : line.text.replace(/^\S+ /, '');
    }
  }
}

function columnOf(one: Piece): string {
  return one.cell === null ? '' : `${one.cell.table} ${one.cell.column} ${one.cell.columnSpan}`;
}

/** How far the lines of each table's columns reach. */
function columnEdges(pieces: readonly Piece[]): Map<string, number> {
  const edges = new Map<string, number>();
  for (const one of pieces) if (one.cell !== null) for (const line of one.lines) edges.set(columnOf(one), Math.max(edges.get(columnOf(one)) ?? 0, line.right));
  return edges;
}

function blockType(one: Piece): BlockType {
  if (one.cell !== null) return one.kind === 'list-item' ? 'list-item' : 'table-cell';
  return one.kind === 'text' ? 'paragraph' : one.kind;
}

/** Small raised numbers within sentences that point to a footnote: "the panel¹ met". They glue to words and say nothing in the text. */
function raisedNumbers(pieces: readonly Piece[]): ReadonlySet<PdfItem> {
  const notes = new Set<string>();
  for (const one of pieces) {
    if (one.kind !== 'footnote') continue;
    const number = /^(\d{1,3}|[*†‡])/.exec((one.label ?? one.lines[0]?.items ?? []).map((item) => item.text).join('').trim())?.[0];
    if (number !== undefined) notes.add(number);
  }
  const raised = new Set<PdfItem>();
  for (const one of pieces) {
    if (one.kind === 'footnote') continue;
    for (const line of one.lines) for (const item of line.items) if (isRaised(item, line) && notes.has(item.text.trim())) raised.add(item);
  }
  return raised;
}

function isRaised(item: PdfItem, line: Fragment): boolean {
  return item.size < line.size * 0.8 && item.y >= line.y - line.size * 0.05 && line.items[0] !== item;
}
