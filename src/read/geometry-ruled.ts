import type { Fragment, Ruling, Rulings } from './geometry.ts';

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly fragments: readonly Fragment[];
  /** Right edge, where lines draw it. */
  readonly right: number | null;
}

/** A table or, with one cell only, a frame. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  readonly top: number;
  readonly left: number;
  readonly right: number;
}

const NEAR = 3;
/** A page with more lines than this holds drawings. */
const MOST = 3000;

/** Tables and frames that drawn lines make, with the text in their cells. */
export function ruledGrids(fragments: readonly Fragment[], rulings: Rulings): Grid[] {
  if (rulings.horizontal.length + rulings.vertical.length > MOST) return [];
  return connected([...rulings.horizontal], [...rulings.vertical]).flatMap((group) => grid(group.horizontal, group.vertical, fragments) ?? []);
}

interface Group {
  readonly horizontal: Ruling[];
  readonly vertical: Ruling[];
}

/** Lines that touch one another belong to one table. */
function connected(horizontal: Ruling[], vertical: Ruling[]): Group[] {
  const rest = { horizontal: new Set(horizontal), vertical: new Set(vertical) };
  const groups: Group[] = [];
  for (const seed of horizontal) {
    if (!rest.horizontal.delete(seed)) continue;
    const group: Group = { horizontal: [seed], vertical: [] };
    const queue: { readonly line: Ruling; readonly isHorizontal: boolean }[] = [{ line: seed, isHorizontal: true }];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const isHorizontal of [true, false]) {
        const pool = isHorizontal ? rest.horizontal : rest.vertical;
        for (const other of pool) {
          if (!meets(next.line, other)) continue;
          pool.delete(other);
          (isHorizontal ? group.horizontal : group.vertical).push(other);
          queue.push({ line: other, isHorizontal });
        }
      }
    }
    if (group.vertical.length > 0) groups.push(group);
  }
  return groups;
}

function meets(a: Ruling, b: Ruling): boolean {
  return a.x0 <= b.x1 + NEAR && b.x0 <= a.x1 + NEAR && a.y0 <= b.y1 + NEAR && b.y0 <= a.y1 + NEAR;
}

function grid(horizontal: readonly Ruling[], vertical: readonly Ruling[], fragments: readonly Fragment[]): Grid | null {
  const xs = snap(vertical.map((one) => (one.x0 + one.x1) / 2));
  // The page's end cuts a row open: there its upright lines end without a level one.
  const ends = vertical.flatMap((one) => [one.y0, one.y1]);
  const ys = snap([...horizontal.map((one) => (one.y0 + one.y1) / 2), Math.min(...ends), Math.max(...ends)]).reverse();
  if (xs.length < 2 || ys.length < 2) return null;
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns > 30 || rows > 300) return null;
  const owner = mergeCells(rows, columns, xs, ys, horizontal, vertical);
  const left = xs[0] ?? 0;
  const right = xs.at(-1) ?? 0;
  const top = ys[0] ?? 0;
  const bottom = ys.at(-1) ?? 0;
  const inside = new Map<number, Fragment[]>();
  for (const one of fragments) {
    const x = Math.min(one.x + (one.right - one.x) / 2, one.x + 20);
    const y = one.y + one.size * 0.3;
    if (x < left || x > right || y > top || y < bottom) continue;
    const column = Math.min(columns - 1, xs.findLastIndex((at) => at <= x));
    const row = Math.min(rows - 1, ys.findLastIndex((at) => at >= y));
    const key = owner[row * columns + column] ?? 0;
    inside.set(key, [...(inside.get(key) ?? []), one]);
  }
  if (inside.size === 0) return null;
  return { ...tidyCells(owner, inside, xs), top, left, right };
}

/** Distinct positions in rising order. */
function snap(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const kept: number[] = [];
  for (const value of sorted) if (kept.length === 0 || value - (kept.at(-1) ?? 0) > NEAR) kept.push(value);
  return kept;
}

/** For every place of the grid, the first place of the cell that it belongs to: where no line parts two places they are one cell. */
function mergeCells(rows: number, columns: number, xs: readonly number[], ys: readonly number[], horizontal: readonly Ruling[], vertical: readonly Ruling[]): number[] {
  const owner = Array.from({ length: rows * columns }, (_, index) => index);
  const find = (index: number): number => (owner[index] === index ? index : find(owner[index] ?? index));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      const middleX = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      const middleY = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
      const partedRight = vertical.some((one) => Math.abs((one.x0 + one.x1) / 2 - (xs[column + 1] ?? 0)) <= NEAR && one.y0 <= middleY && one.y1 >= middleY);
      const partedBelow = horizontal.some((one) => Math.abs((one.y0 + one.y1) / 2 - (ys[row + 1] ?? 0)) <= NEAR && one.x0 <= middleX && one.x1 >= middleX);
      if (column + 1 < columns && !partedRight) owner[Math.max(find(here), find(here + 1))] = Math.min(find(here), find(here + 1));
      if (row + 1 < rows && !partedBelow) owner[Math.max(find(here), find(here + columns))] = Math.min(find(here), find(here + columns));
    }
  }
  return owner.map((_, index) => find(index));
}

/** Cells with their spans; rows and columns in which no cell begins with text (double lines, margins) are taken out. */
function tidyCells(owner: readonly number[], inside: ReadonlyMap<number, readonly Fragment[]>, xs: readonly number[]): Omit<Grid, 'top' | 'left' | 'right'> {
  const columns = xs.length - 1;
  const spans = new Map<number, { r0: number; r1: number; c0: number; c1: number }>();
  owner.forEach((key, index) => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    const span = spans.get(key) ?? { r0: row, r1: row, c0: column, c1: column };
    spans.set(key, { r0: Math.min(span.r0, row), r1: Math.max(span.r1, row), c0: Math.min(span.c0, column), c1: Math.max(span.c1, column) });
  });
  const filled = [...spans].filter(([key]) => inside.has(key));
  const usedRows = [...new Set(filled.map(([, span]) => span.r0))].sort((a, b) => a - b);
  const usedColumns = [...new Set(filled.map(([, span]) => span.c0))].sort((a, b) => a - b);
  const count = (used: readonly number[], from: number, to: number): number => used.filter((at) => at >= from && at <= to).length;
  const cells = filled.map(([key, span]) => ({
    row: usedRows.indexOf(span.r0),
    column: usedColumns.indexOf(span.c0),
    rowSpan: Math.max(1, count(usedRows, span.r0, span.r1)),
    columnSpan: Math.max(1, count(usedColumns, span.c0, span.c1)),
    fragments: inside.get(key) ?? [],
    right: (xs[span.c1 + 1] ?? 0) - 6,
  }));
  return { rows: usedRows.length, columns: usedColumns.length, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}
