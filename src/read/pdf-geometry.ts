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

/** Tables and frames keep their place among the columns: each stands in for its text while the page is put in order. */
function aroundGrids(fragments: readonly Fragment[], rulings: Rulings, counter: Counter): Piece[] {
  const grids = ruledGrids(fragments, rulings);
  const taken = new Set(grids.flatMap((grid) => grid.cells.flatMap((cell) => cell.fragments)));
  const standIns = new Map(grids.map((grid) => [standIn(grid), grid]));
  return plainPieces([...fragments.filter((one) => !taken.has(one)), ...standIns.keys()], counter, standIns);
}

type StandIns = ReadonlyMap<Fragment, Grid>;

function standIn(grid: Grid): Fragment {
  const inside = grid.cells.flatMap((cell) => cell.fragments);
  const first = inside[0] as Fragment;
  return { ...first, items: [], text: '', x: grid.left, right: grid.right, y: grid.top - first.size, hang: null, order: Math.min(...inside.map((one) => one.order)) };
}

function plainPieces(fragments: readonly Fragment[], counter: Counter, standIns: StandIns = new Map()): Piece[] {
  return regionsOf(fragments).flatMap((region): Piece[] => {
    const grid = region.kind === 'grid' && !region.fragments.some((one) => standIns.has(one)) ? unruledGrid(region.fragments) : null;
    if (grid !== null) return gridPieces(grid, counter);
    const down = [...region.fragments].sort((a, b) => b.y - a.y || a.x - b.x);
    return runsBetween(down, standIns).flatMap((run) => {
      const drawn = standIns.get(run[0] as Fragment);
      return drawn === undefined ? paragraphsOf(run).map((lines) => piece(lines)) : gridPieces(drawn, counter);
    });
  });
}

/** Lines between tables, and each table by itself. */
function runsBetween(down: readonly Fragment[], standIns: StandIns): Fragment[][] {
  const runs: Fragment[][] = [];
  let open = false;
  for (const one of down) {
    const alone = standIns.has(one);
    if (open && !alone) runs.at(-1)?.push(one);
    else runs.push([one]);
    open = !alone;
  }
  return runs;
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
