import type { Fragment, Piece, PieceCell, Rulings } from './geometry.ts';
import { piece } from './geometry.ts';
import { splitAtRulings, type IsBold } from './geometry-fragments.ts';
import { paragraphsOf } from './geometry-blocks.ts';
import { findGutter, regionsOf } from './geometry-order.ts';
import { ruledGrids, type Grid } from './geometry-ruled.ts';
import { unruledGrid } from './geometry-unruled.ts';

/** Numbers for tables and boxes, unique in the file. */
export interface Counter {
  tables: number;
  boxes: number;
}

/** Whether lines stand side by side, so that drawn lines would tell a table from columns. */
export function wantsRulings(fragments: readonly Fragment[]): boolean {
  return findGutter([...fragments].sort((a, b) => b.y - a.y || a.x - b.x)) !== null;
}

/** The paragraphs and tables of a page without a structure tree, in reading order. */
export function readGeometry(fragments: readonly Fragment[], rulings: Rulings | null, counter: Counter, isBold: IsBold): Piece[] {
  const upright = fragments.filter((one) => !one.items[0]?.turned);
  const turned = fragments.filter((one) => one.items[0]?.turned);
  const pieces = rulings === null ? plainPieces(upright, counter) : aroundGrids(splitAtRulings(upright, rulings.vertical, isBold), rulings, counter);
  return [...pieces, ...turned.map((one) => piece([one]))];
}

function aroundGrids(fragments: readonly Fragment[], rulings: Rulings, counter: Counter): Piece[] {
  const grids = ruledGrids(fragments, rulings).filter((grid) => grid.rows * grid.columns > 1 || grid.cells.length === 1);
  const taken = new Set(grids.flatMap((grid) => grid.cells.flatMap((cell) => cell.fragments)));
  const rest = fragments.filter((one) => !taken.has(one));
  const pieces: Piece[] = [];
  let from = Infinity;
  for (const grid of [...grids].sort((a, b) => b.top - a.top)) {
    pieces.push(...plainPieces(rest.filter((one) => one.y < from && one.y >= grid.top), counter));
    from = Math.min(from, grid.top);
    pieces.push(...gridPieces(grid, counter));
  }
  return [...pieces, ...plainPieces(rest.filter((one) => one.y < from), counter)];
}

function plainPieces(fragments: readonly Fragment[], counter: Counter): Piece[] {
  return regionsOf(fragments).flatMap((region): Piece[] => {
    const grid = region.kind === 'grid' ? unruledGrid(region.fragments) : null;
    if (grid !== null) return gridPieces(grid, counter);
    const down = [...region.fragments].sort((a, b) => b.y - a.y || a.x - b.x);
    return paragraphsOf(down).map((lines) => piece(lines));
  });
}

function gridPieces(grid: Grid, counter: Counter): Piece[] {
  const single = grid.cells.length === 1;
  const box = single ? counter.boxes++ : null;
  const table = single ? 0 : counter.tables++;
  return grid.cells.flatMap((cell): Piece[] => {
    const place: PieceCell = { table, row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, header: false, columns: grid.columns };
    if (single) return plainPieces(cell.fragments, counter).map((one) => ({ ...one, box: one.box ?? box }));
    const down = [...cell.fragments].sort((a, b) => b.y - a.y || a.x - b.x);
    return paragraphsOf(down, cell.right ?? undefined).map((lines) => piece(lines, { cell: place }));
  });
}
