import type { Fragment, PdfItem, Piece, PieceCell } from './geometry.ts';
import { piece } from './geometry.ts';
import { fragmentsOf, type IsBold } from './geometry-fragments.ts';
import type { Counter } from './pdf-geometry.ts';

/** Node of a page's structure tree, as the PDF library gives it. */
export interface TagNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TagNode[];
  readonly alt?: string;
}

interface Context {
  readonly byContent: ReadonlyMap<string, readonly PdfItem[]>;
  readonly isBold: IsBold;
  readonly counter: Counter;
  readonly pieces: Piece[];
}

interface Place {
  readonly kind: Piece['kind'];
  readonly level: number;
  readonly cell: PieceCell | null;
  readonly box: number | null;
  readonly depth: number;
}

const TOP: Place = { kind: 'text', level: 0, cell: null, box: null, depth: -1 };
const INLINE = new Set(['Span', 'Link', 'Em', 'Strong', 'Quote', 'Code', 'Reference', 'Annot', 'Sub', 'Ruby', 'BibEntry', 'Form', 'FENote', 'Formula']);

/** The paragraphs, lists and tables of a page as its structure tree has them. */
export function readTags(tree: TagNode, items: readonly PdfItem[], isBold: IsBold, counter: Counter): Piece[] {
  const byContent = new Map<string, PdfItem[]>();
  for (const item of items) {
    if (item.content === null || item.artifact) continue;
    const list = byContent.get(item.content);
    if (list === undefined) byContent.set(item.content, [item]);
    else list.push(item);
  }
  const context: Context = { byContent, isBold, counter, pieces: [] };
  walk(tree, TOP, context);
  return context.pieces;
}

function walk(node: TagNode, place: Place, context: Context): void {
  const role = node.role ?? '';
  const heading = /^H(\d?)$/.exec(role);
  if (role === 'Table') table(node, place, context);
  else if (heading !== null || role === 'Title') leaf(node, { ...place, kind: 'heading', level: Number(heading?.[1] ?? 1) || 0 }, context);
  else if (role === 'L') walkAll(node, { ...place, depth: place.depth + 1 }, context);
  else if (role === 'LI') listItem(node, place, context);
  else if (role === 'TOC') walkAll(node, { ...place, kind: 'contents' }, context);
  else if (role === 'TOCI') leaf(node, { ...place, kind: 'contents' }, context);
  else if (role === 'Note') leaf(node, { ...place, kind: 'footnote' }, context);
  else if (role === 'BlockQuote') walkAll(node, { ...place, kind: 'quote' }, context);
  else if (role === 'Caption') leaf(node, { ...place, kind: 'caption' }, context);
  else if (role === 'BibEntry') leaf(node, { ...place, kind: 'reference' }, context);
  else if (hasBlocks(node)) walkAll(node, place, context);
  else leaf(node, place, context);
}

/** Children one by one; loose text between blocks becomes a paragraph of its own. */
function walkAll(node: TagNode, place: Place, context: Context): void {
  let loose: TagNode[] = [];
  const flush = (): void => {
    if (loose.length > 0) leaf({ role: 'P', children: loose }, place, context);
    loose = [];
  };
  for (const child of node.children ?? []) {
    if (isInline(child)) loose.push(child);
    else {
      flush();
      walk(child, place, context);
    }
  }
  flush();
}

function isInline(node: TagNode): boolean {
  return node.role === undefined || (INLINE.has(node.role) && !hasBlocks(node));
}

function hasBlocks(node: TagNode): boolean {
  return (node.children ?? []).some((child) => child.role !== undefined && (!INLINE.has(child.role) || hasBlocks(child)));
}

/** "Lbl" holds the printed number or bullet; the first paragraph of "LBody" is the item, further ones are paragraphs of their own. */
function listItem(node: TagNode, place: Place, context: Context): void {
  const label = (node.children ?? []).filter((child) => child.role === 'Lbl').flatMap((child) => collect(child, context));
  if (label.length > 0 && !isLabel(label)) {
    // Some files tag a word amid the item as its label: then their own order is the better one.
    const items = collect(node, context).sort((a, b) => a.index - b.index);
    push(items, { ...place, kind: 'list-item', level: Math.max(place.depth, 0) }, context);
    return;
  }
  const before = context.pieces.length;
  const item: Place = { ...place, kind: place.kind === 'contents' ? 'contents' : 'list-item', level: Math.max(place.depth, 0) };
  for (const child of node.children ?? []) {
    if (child.role === 'Lbl') continue;
    if (child.role === 'LBody') walkAll(child, item, context);
    else walk(child, item, context);
  }
  const first = context.pieces[before];
  if (first === undefined) {
    if (label.length > 0) push(label, item, context);
    return;
  }
  if (label.length > 0) context.pieces[before] = { ...first, label };
  for (let index = before + 1; index < context.pieces.length; index++) {
    const later = context.pieces[index];
    // a further paragraph of the item, not a nested item
    if (later?.kind === 'list-item' && later.label === null && later.level === item.level && !startsLikeItem(later)) context.pieces[index] = { ...later, kind: 'text', level: 0 };
  }
}

/** A bullet, "3.", "(iv)", "4.2.1", "Recommendation 3:"; no lower-case word. */
function isLabel(items: readonly PdfItem[]): boolean {
  const text = items.map((item) => item.text).join('').trim();
  return text.length <= 30 && (!/\p{L}{3}/u.test(text) || /\d/.test(text));
}

function startsLikeItem(one: Piece): boolean {
  return (one.lines[0]?.hang ?? null) !== null;
}

function leaf(node: TagNode, place: Place, context: Context): void {
  push(collect(node, context), place, context);
}

function push(items: readonly PdfItem[], place: Place, context: Context): void {
  if (items.length === 0) return;
  const { kind, level, cell, box } = place;
  for (const lines of byStyle(fragmentsOf(items, context.isBold, true))) context.pieces.push(piece(lines, { kind, level, cell, box }));
}

/** One tag may hold a heading and its paragraph, parted by a line end: lines all bold or larger, then others. */
function byStyle(lines: readonly Fragment[]): Fragment[][] {
  const right = Math.max(...lines.map((line) => line.right));
  const steps = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y).filter((step) => step > 4);
  const usual = Math.min(...steps);
  const groups: Fragment[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    // an empty line made of forced line ends
    const apart = last !== undefined && last.y - line.y > usual * 1.6 && /[.!?:]["'”’)]*$/.test(last.text) && last.right < right - 3;
    const differs = last !== undefined && (Math.abs(last.size - line.size) > line.size * 0.12 || last.bold !== line.bold);
    const wide = last !== undefined && last.right > right - line.size * 5;
    if (last === undefined || apart || (differs && !wide && last.y - line.y > line.size * 0.5)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

function collect(node: TagNode, context: Context): PdfItem[] {
  if (node.id !== undefined && node.type === 'content') return [...(context.byContent.get(node.id) ?? [])];
  return (node.children ?? []).flatMap((child) => collect(child, context));
}

function table(node: TagNode, place: Place, context: Context): void {
  const rows = rowsOf(node);
  const columns = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  const layout = rows.some((row) => cellsOf(row).some((cell) => contains(cell, 'Table')));
  if (layout) {
    const single = rows.length === 1 && !contains({ children: rows }, 'Table');
    const inner = single && place.box === null ? { ...place, box: context.counter.boxes++ } : place;
    for (const row of rows) for (const cell of cellsOf(row)) walkAll(cell, inner, context);
    return;
  }
  const number = context.counter.tables++;
  const before = context.pieces.length;
  rows.forEach((row, at) => {
    cellsOf(row).forEach((cell, column) => {
      const here: PieceCell = { table: number, row: at, column, rowSpan: 1, columnSpan: 1, header: cell.role === 'TH' && (at === 0 || row.role === 'THead'), columns };
      walkAll(cell, { ...place, cell: here }, context);
    });
  });
  context.pieces.push(...withSpans(context.pieces.splice(before), rows.map((row) => cellsOf(row).length), columns));
}

/** Rows with fewer cells than others hold merged ones; which, the places of their text on the page tell. */
function withSpans(pieces: readonly Piece[], widths: readonly number[], columns: number): Piece[] {
  const edges = Array.from({ length: columns }, () => Infinity);
  for (const one of pieces) if (one.cell !== null && widths[one.cell.row] === columns) edges[one.cell.column] = Math.min(edges[one.cell.column] ?? Infinity, leftOf(one));
  const isShort = (row: number): boolean => (widths[row] ?? columns) < columns;
  const columnOf = (cell: PieceCell): number => {
    const x = Math.min(...pieces.filter((one) => one.cell?.row === cell.row && one.cell.column === cell.column).map(leftOf));
    const found = edges.findLastIndex((edge) => edge <= x + 8);
    return Math.max(found, cell.column);
  };
  const starts = new Map<string, number>();
  for (const { cell } of pieces) if (cell !== null && isShort(cell.row)) starts.set(`${cell.row} ${cell.column}`, columnOf(cell));
  return pieces.map((one) => {
    if (one.cell === null || !isShort(one.cell.row)) return one;
    const column = starts.get(`${one.cell.row} ${one.cell.column}`) ?? one.cell.column;
    const next = starts.get(`${one.cell.row} ${one.cell.column + 1}`) ?? columns;
    return { ...one, cell: { ...one.cell, column, columnSpan: Math.max(1, next - column) } };
  });
}

function leftOf(one: Piece): number {
  return Math.min(...one.lines.map((line) => line.x));
}

function rowsOf(node: TagNode): TagNode[] {
  return (node.children ?? []).flatMap((child) => (child.role === 'TR' ? [child] : ['THead', 'TBody', 'TFoot'].includes(child.role ?? '') ? rowsOf(child) : []));
}

function cellsOf(row: TagNode): TagNode[] {
  return (row.children ?? []).filter((child) => child.role === 'TD' || child.role === 'TH');
}

function contains(node: TagNode, role: string): boolean {
  return (node.children ?? []).some((child) => child.role === role || contains(child, role));
}
