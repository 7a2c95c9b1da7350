import type { Fragment } from './geometry.ts';
import { median } from './geometry.ts';
import type { Grid, GridCell } from './geometry-ruled.ts';

/** A table without lines: columns are where its fragments begin, rows where a cell of an earlier column begins again. */
export function unruledGrid(fragments: readonly Fragment[]): Grid | null {
  const edges = columnEdges(fragments);
  if (edges.length < 2) return null;
  const columnOf = (one: Fragment): number => Math.max(0, edges.findLastIndex((edge) => edge <= one.x + 4));
  const rowOf = rowsByOrder(fragments, columnOf) ?? rowsByGap(fragments);
  const cells = new Map<string, { row: number; column: number; last: number; fragments: Fragment[] }>();
  for (const one of fragments) {
    const row = rowOf.get(one) ?? 0;
    const column = columnOf(one);
    const last = edges.findLastIndex((edge) => edge < one.right - 10);
    const cell = cells.get(`${row} ${column}`) ?? { row, column, last: column, fragments: [] };
    cell.fragments.push(one);
    cell.last = Math.max(cell.last, last);
    cells.set(`${row} ${column}`, cell);
  }
  const list = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  const rows = Math.max(...list.map((cell) => cell.row)) + 1;
  if (rows < 2) return null;
  return { rows, columns: edges.length, cells: list.map((cell) => finished(cell)), top: Math.max(...fragments.map((one) => one.y)) + 12, left: Math.min(...fragments.map((one) => one.x)), right: Math.max(...fragments.map((one) => one.right)) };
}

function finished(cell: { readonly row: number; readonly column: number; readonly last: number; readonly fragments: readonly Fragment[] }): GridCell {
  return { row: cell.row, column: cell.column, rowSpan: 1, columnSpan: cell.last - cell.column + 1, fragments: cell.fragments, right: null };
}

/** Left edges of columns: places where fragments begin and that none (or hardly any) crosses. */
function columnEdges(fragments: readonly Fragment[]): number[] {
  const sorted = [...fragments].sort((a, b) => a.x - b.x);
  const edges: number[] = [];
  let reach = -Infinity;
  for (const one of sorted) {
    const crossing = fragments.filter((other) => other.x < one.x - 4 && other.right > one.x - 2).length;
    const fresh = edges.length === 0 || one.x - (edges.at(-1) ?? 0) > 12;
    if (fresh && crossing <= Math.floor(fragments.length * 0.08) && (one.x > reach - 2 || crossing > 0)) edges.push(one.x);
    if (crossing === 0) reach = Math.max(reach, one.right);
  }
  return edges;
}

/** Rows by the file's order: a new one begins when it goes back to an earlier column. Null if rows so found overlap. */
function rowsByOrder(fragments: readonly Fragment[], columnOf: (one: Fragment) => number): Map<Fragment, number> | null {
  const rows = new Map<Fragment, number>();
  let row = 0;
  let column = -1;
  let bottom = Infinity;
  let lowest = Infinity;
  for (const one of [...fragments].sort((a, b) => a.order - b.order)) {
    const at = columnOf(one);
    if (at < column) {
      row++;
      bottom = lowest;
    }
    if (one.y > bottom + one.size * 0.5) return null;
    lowest = Math.min(lowest, one.y);
    column = at;
    rows.set(one, row);
  }
  return rows;
}

/** Rows by the blank space between them. */
function rowsByGap(fragments: readonly Fragment[]): Map<Fragment, number> {
  const down = [...fragments].sort((a, b) => b.y - a.y);
  const steps = down.slice(1).map((one, index) => (down[index]?.y ?? 0) - one.y).filter((step) => step > 2);
  const usual = median(steps.filter((step) => step < 30)) || 14;
  const smallest = Math.min(usual, ...steps.filter((step) => step > 6));
  const rows = new Map<Fragment, number>();
  let row = 0;
  down.forEach((one, index) => {
    const before = down[index - 1];
    if (before !== undefined && before.y - one.y > smallest * 1.25) row++;
    rows.set(one, row);
  });
  return rows;
}
