/**
 * A document after somebody typed in it. Blocks, pages and cells that an edit doesn't touch stay what their reader made them;
 * a line is a block, so a new line is a new block. Pure: the page judges what this gives exactly as a file that was read so.
 */
import type { Block, Document, PageRun } from '../document.ts';
import { splitMarker } from '../read/marker.ts';

/** Replace `from`..`to` by `insert`; offsets are those before all edits of one list, in order and without overlaps. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export function editDocument(document: Document, edits: readonly Edit[]): Document {
  const made = edits.map((edit) => ({ ...edit, insert: edit.insert.replace(/\r\n?/gu, '\n') })).filter(({ from, to, insert }) => to > from || insert !== '');
  if (made.length === 0) return document;
  const text = ended(applied(document.text, made));
  return { ...document, text, blocks: blocksOf(document, text, made), pages: pagesOf(document.pages, text, made) };
}

function applied(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { from, to, insert } of edits) {
    out += text.slice(at, from) + insert;
    at = to;
  }
  return out + text.slice(at);
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Where an offset of the old text stands in the new; at an insertion, after it. */
function moved(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { from, to, insert } of edits) {
    if (from > offset) break;
    if (offset < to) return from + shift + insert.length;
    shift += insert.length - (to - from);
  }
  return offset + shift;
}

function blocksOf(document: Document, text: string, edits: readonly Edit[]): readonly Block[] {
  const touched = (start: number, end: number): boolean => edits.some(({ from, to }) => from <= end && to >= start);
  const blocks: Block[] = [];
  const kept = new Map<number, { readonly block: Block; readonly whole: boolean }>();
  for (const block of document.blocks) {
    const start = block.marker?.start ?? block.start;
    const whole = !touched(start, block.end);
    // A line whose beginning was deleted is found by the place where the deletion left it.
    const place = whole ? moved(start, edits) : lineStart(text, startAfter(start, edits));
    if (!kept.has(place) || whole) kept.set(place, { block, whole });
  }
  let at = 0;
  for (const line of text.split('\n')) {
    const origin = kept.get(at);
    const block = origin === undefined ? fresh(line, at, blocks.at(-1) ?? null) : origin.whole ? shifted(origin.block, at) : retyped(line, at, origin.block);
    if (block !== null) blocks.push(block);
    at += line.length + 1;
  }
  return blocks;
}

/** Like `moved`, but an insertion at the very place comes after it. */
function startAfter(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { from, to, insert } of edits) {
    if (from >= offset) break;
    if (offset < to) return from + shift;
    shift += insert.length - (to - from);
  }
  return offset + shift;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function shifted(block: Block, lineAt: number): Block {
  const by = lineAt - (block.marker?.start ?? block.start);
  if (by === 0) return block;
  return { ...block, start: block.start + by, end: block.end + by, marker: block.marker === null ? null : { ...block.marker, start: block.marker.start + by, end: block.marker.end + by } };
}

/** A changed line keeps what its block was; its number is read again only where the old one is gone. */
function retyped(line: string, at: number, old: Block): Block | null {
  const printed = old.marker?.text ?? null;
  if (printed !== null && line.startsWith(`${printed} `) && line.length > printed.length + 1) return placed(line, at, old, printed.length, printed.length + 1);
  return marked(line, at, old);
}

function marked(line: string, at: number, like: Block): Block | null {
  if (line.trim() === '') return null;
  const split = splitMarker(line, like.type === 'heading');
  if (split === null) return placed(line, at, like.type === 'list-item' && like.marker !== null ? { ...like, type: 'paragraph', level: 0 } : like, 0, 0);
  return placed(line, at, like.type === 'paragraph' ? { ...like, type: 'list-item', level: 0 } : like, split.marker.length, split.contentStart);
}

function placed(line: string, at: number, like: Block, markerLength: number, contentStart: number): Block {
  const marker = markerLength === 0 ? null : { text: line.slice(0, markerLength), start: at, end: at + markerLength };
  return { ...like, start: at + contentStart, end: at + line.length, marker };
}

/** A new line is running text or a list item; it stands in the list and on the page of the line before it, and in no table. */
function fresh(line: string, at: number, before: Block | null): Block | null {
  const listed = before?.type === 'list-item' ? before.level : 0;
  const plain: Block = { type: 'paragraph', start: 0, end: 0, page: before?.page ?? null, level: 0, marker: null, cell: null, box: before?.cell === null ? before.box : null, size: null, bold: false };
  const made = marked(line, at, plain);
  return made?.type === 'list-item' ? { ...made, level: listed } : made;
}

function pagesOf(pages: readonly PageRun[], text: string, edits: readonly Edit[]): readonly PageRun[] {
  const ends = pages.map((run) => Math.min(moved(run.end, edits), text.length));
  return pages.map((run, index) => ({ ...run, start: index === 0 ? 0 : (ends[index - 1] ?? 0), end: index === pages.length - 1 ? text.length : (ends[index] ?? 0) }));
}
