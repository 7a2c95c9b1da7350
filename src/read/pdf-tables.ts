import type { Fragment, Piece, PieceCell } from './geometry.ts';
import { headerColumn, headerRow } from './header-cells.ts';
import { textOf } from './pdf-flow.ts';

interface Table {
  readonly number: number;
  readonly pieces: Piece[];
}

/** Tables as the file has them as a whole: continued over pages, numbered, with header cells. `dropped` counts repeated headings. */
export function finishTables(pieces: readonly Piece[]): { readonly pieces: Piece[]; readonly repeated: readonly Piece[] } {
  const repeated: Piece[] = [];
  let flow = continueTables(pieces, repeated);
  flow = dissolveFrames(detachTitles(flow));
  flow = compact(flow);
  flow = markHeaders(flow);
  return { pieces: renumber(flow), repeated };
}

/** A table that goes on at the head of the next page, with as many columns, is one table; its repeated heading row goes. */
function continueTables(pieces: readonly Piece[], repeated: Piece[]): Piece[] {
  const flow: Piece[] = [];
  let table: Table | null = null;
  let moved: { readonly from: number; readonly to: number; readonly shift: number; readonly skip: ReadonlySet<Piece> } | null = null;
  pieces.forEach((one, index) => {
    const { cell } = one;
    if (cell === null) {
      if (one.kind !== 'footnote') table = null;
      flow.push(one);
      return;
    }
    if (moved?.from === cell.table) {
      if (moved.skip.has(one)) repeated.push(one);
      else push(flow, table, { ...one, cell: { ...cell, table: moved.to, row: cell.row + moved.shift } });
      return;
    }
    if (table?.number === cell.table) {
      push(flow, table, one);
      return;
    }
    const part = pieces.slice(index).filter((other) => other.cell?.table === cell.table);
    if (table !== null && continues(table.pieces, part)) {
      const heading = repeatsHeading(table.pieces, part);
      const skip = new Set(heading ? part.filter((other) => other.cell?.row === 0) : []);
      const rest = part.filter((other) => !skip.has(other));
      const lastRow = Math.max(...table.pieces.map((other) => other.cell?.row ?? 0));
      const firstRow = Math.min(...rest.map((other) => other.cell?.row ?? 0));
      const shift = (splitRow(table.pieces, rest, lastRow, firstRow) ? lastRow : lastRow + 1) - firstRow;
      moved = { from: cell.table, to: table.number, shift, skip };
      if (skip.has(one)) repeated.push(one);
      else push(flow, table, { ...one, cell: { ...cell, table: moved.to, row: cell.row + shift } });
      return;
    }
    table = { number: cell.table, pieces: [] };
    push(flow, table, one);
  });
  return flow;
}

function push(flow: Piece[], table: Table | null, one: Piece): void {
  table?.pieces.push(one);
  // The rest of a split cell goes to its beginning, so that each cell is in one place.
  const { cell } = one;
  const after = cell === null ? -1 : flow.findLastIndex((other) => other.cell !== null && other.cell.table === cell.table && (other.cell.row < cell.row || (other.cell.row === cell.row && other.cell.column <= cell.column)));
  const later = cell !== null && flow.slice(after + 1).some((other) => other.cell?.table === cell.table);
  if (later && after >= 0) flow.splice(after + 1, 0, one);
  else flow.push(one);
}

function continues(above: readonly Piece[], part: readonly Piece[]): boolean {
  const [end, start] = [above.at(-1)?.lines.at(-1), part[0]?.lines[0]];
  if (end === undefined || start === undefined || start.page !== end.page + 1) return false;
  return above[0]?.cell?.columns === part[0]?.cell?.columns && sameEdges(above, part);
}

/** Whether the columns of both parts begin at the same places. */
function sameEdges(above: readonly Piece[], part: readonly Piece[]): boolean {
  const edges = new Map<number, number>();
  for (const one of above) if (one.cell !== null) edges.set(one.cell.column, Math.min(edges.get(one.cell.column) ?? Infinity, left(one)));
  return part.every((one) => one.cell === null || !edges.has(one.cell.column) || Math.abs((edges.get(one.cell.column) ?? 0) - left(one)) < 60);
}

function left(one: Piece): number {
  return Math.min(...one.lines.map((line) => line.x));
}

function rowText(pieces: readonly Piece[], row: number): string {
  return pieces.filter((one) => one.cell?.row === row).map(textOf).join('|');
}

function repeatsHeading(above: readonly Piece[], part: readonly Piece[]): boolean {
  return rowText(above, 0) === rowText(part, 0) && part.some((one) => (one.cell?.row ?? 0) > 0);
}

/** A row cut by the page's end: its first cell is empty below, or a cell breaks off in mid-sentence and goes on in lower case. */
function splitRow(above: readonly Piece[], part: readonly Piece[], lastRow: number, firstRow: number): boolean {
  const over = above.filter((one) => one.cell?.row === lastRow);
  const under = part.filter((one) => one.cell?.row === firstRow);
  if (!under.some((one) => one.cell?.column === 0)) return true;
  return under.some((one) => {
    const last = over.findLast((other) => other.cell?.column === one.cell?.column);
    return last !== undefined && !/[.!?:;]["'”’)]*$/.test(textOf(last)) && /^\p{Ll}/u.test(textOf(one)) && one.label === null;
  });
}

/** Rows at the head of a table that one cell fills from edge to edge: its title, or prose that a layout table frames. They stand before it. */
function detachTitles(pieces: readonly Piece[]): Piece[] {
  const cells = new Map<number, Map<number, Set<number>>>();
  const spans = new Set<string>();
  for (const { cell } of pieces) {
    if (cell === null || cell.columns < 2) continue;
    const rows = cells.get(cell.table) ?? new Map<number, Set<number>>();
    rows.set(cell.row, (rows.get(cell.row) ?? new Set()).add(cell.column));
    cells.set(cell.table, rows);
    if (cell.columnSpan >= cell.columns) spans.add(`${cell.table} ${cell.row}`);
  }
  const titles = new Set<string>();
  for (const [table, rows] of cells) {
    for (const row of [...rows.keys()].sort((a, b) => a - b)) {
      if (rows.get(row)?.size !== 1 || !spans.has(`${table} ${row}`)) break;
      titles.add(`${table} ${row}`);
    }
  }
  return pieces.map((one) => (one.cell !== null && titles.has(`${one.cell.table} ${one.cell.row}`) ? { ...one, cell: null } : one));
}

/** A "table" of one cell only frames text; so does one of one column, unless it is a list: a heading over rows of one paragraph each. */
function dissolveFrames(pieces: readonly Piece[]): Piece[] {
  const byTable = new Map<number, Piece[]>();
  for (const one of pieces) if (one.cell !== null) byTable.set(one.cell.table, [...(byTable.get(one.cell.table) ?? []), one]);
  const frames = new Set([...byTable].filter(([, members]) => isFrame(members)).map(([table]) => table));
  return pieces.map((one) => (one.cell !== null && frames.has(one.cell.table) ? { ...one, cell: null } : one));
}

function isFrame(members: readonly Piece[]): boolean {
  const columns = new Set(members.map((one) => one.cell?.column));
  const rows = new Set(members.map((one) => one.cell?.row));
  if (columns.size > 1) return rows.size < 2 && members.every((one) => one.lines.length > 8);
  const first = Math.min(...members.map((one) => one.cell?.row ?? 0));
  const body = members.filter((one) => (one.cell?.row ?? 0) > first);
  const size = Math.max(...body.map((one) => one.lines[0]?.size ?? 0));
  const plain = body.every((one) => !one.lines.every((line) => line.bold) && (one.lines[0]?.size ?? 0) > size * 0.9);
  return rows.size < 3 || members.length > rows.size || !plain || (members[0]?.lines[0]?.size ?? 0) > size * 1.12;
}

/** Rows and columns without any text don't count. */
function compact(pieces: readonly Piece[]): Piece[] {
  const rows = new Map<number, number[]>();
  for (const { cell } of pieces) if (cell !== null) rows.set(cell.table, [...(rows.get(cell.table) ?? []), cell.row]);
  const ranks = new Map([...rows].map(([table, used]) => [table, [...new Set(used)].sort((a, b) => a - b)]));
  return pieces.map((one) => (one.cell === null ? one : { ...one, cell: { ...one.cell, row: (ranks.get(one.cell.table) ?? []).indexOf(one.cell.row) } }));
}

function markHeaders(pieces: readonly Piece[]): Piece[] {
  const byTable = new Map<number, Piece[]>();
  for (const one of pieces) if (one.cell !== null) byTable.set(one.cell.table, [...(byTable.get(one.cell.table) ?? []), one]);
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const [table, members] of byTable) {
    const looks = members.map((one) => ({ row: one.cell?.row ?? 0, column: one.cell?.column ?? 0, text: textOf(one), bold: one.lines.every((line: Fragment) => line.bold) }));
    if (headerRow(looks) || members.some((one) => one.cell?.row === 0 && one.cell.header)) rows.add(table);
    if (headerColumn(looks)) columns.add(table);
  }
  return pieces.map((one) => {
    if (one.cell === null) return one;
    const { cell } = one;
    return { ...one, cell: { ...cell, header: (cell.row === 0 && rows.has(cell.table)) || (cell.column === 0 && columns.has(cell.table)) } };
  });
}

function renumber(pieces: readonly Piece[]): Piece[] {
  const tables = new Map<number, number>();
  const boxes = new Map<number, number>();
  const next = (map: Map<number, number>, key: number): number => {
    if (!map.has(key)) map.set(key, map.size);
    return map.get(key) ?? 0;
  };
  return pieces.map((one) => {
    const cell: PieceCell | null = one.cell === null ? null : { ...one.cell, table: next(tables, one.cell.table) };
    return { ...one, cell, box: one.box === null ? null : next(boxes, one.box) };
  });
}
