import type { Fragment } from './geometry.ts';

/** What stands on a page, in reading order: runs of lines in one column, and grids (lines side by side that are no columns). */
export type Region = { readonly kind: 'lines'; readonly fragments: readonly Fragment[] } | { readonly kind: 'grid'; readonly fragments: readonly Fragment[] };

/** Cuts a page into columns, bands and grids, in the order in which they are read. */
export function regionsOf(fragments: readonly Fragment[], depth = 0): Region[] {
  const down = [...fragments].sort((a, b) => b.y - a.y || a.x - b.x);
  const gutter = depth > 6 ? null : findGutter(down);
  if (gutter === null) return down.length === 0 ? [] : [{ kind: 'lines', fragments: down }];
  return bandsAt(down, gutter).flatMap((band): Region[] => {
    const { left, right, crossing } = band;
    if (left.length === 0 || right.length === 0) return regionsOf([...left, ...right, ...crossing], depth + 1);
    if (isGrid(left, right)) return [{ kind: 'grid', fragments: [...left, ...right] }];
    return [...regionsOf(left, depth + 1), ...regionsOf(right, depth + 1)];
  });
}

interface Band {
  readonly left: Fragment[];
  readonly right: Fragment[];
  readonly crossing: Fragment[];
}

/** Parts of the page above, beside and below lines that cross the gutter: a heading over two columns ends the band. */
function bandsAt(down: readonly Fragment[], gutter: number): Band[] {
  const bands: Band[] = [];
  let band: Band = { left: [], right: [], crossing: [] };
  const close = (): void => {
    const later = lateLines(band);
    const rest = (side: readonly Fragment[]): Fragment[] => side.filter((one) => !later.includes(one));
    bands.push({ left: rest(band.left), right: rest(band.right), crossing: band.crossing });
    band = { left: [...later], right: [], crossing: [] };
  };
  for (const one of down) {
    const crosses = one.x < gutter - 1 && one.right > gutter + 1;
    const paired = band.left.length > 0 && band.right.length > 0;
    if (crosses ? paired : band.crossing.length > 0 && startsPair(one, down, gutter)) close();
    if (crosses) band.crossing.push(one);
    else if (one.right <= gutter + 1) band.left.push(one);
    else band.right.push(one);
  }
  close();
  if (band.left.length > 0) bands.push(band);
  return bands.filter((one) => one.left.length + one.right.length + one.crossing.length > 0);
}

/** Lines below both columns that the file writes after them: a heading of what follows, not the left column's last lines. */
function lateLines(band: Band): Fragment[] {
  if (band.left.length === 0 || band.right.length === 0 || isGrid(band.left, band.right)) return [];
  const written = Math.max(...band.right.map((one) => one.order));
  const lowest = Math.min(...band.right.map((one) => one.y));
  const down = [...band.left].sort((a, b) => b.y - a.y);
  const from = down.findIndex((one, index) => down.slice(index).every((other) => other.order > written && other.y < lowest));
  return from <= 0 ? [] : down.slice(from);
}

/** Whether a line has a neighbour on the gutter's other side at about its height. */
function startsPair(one: Fragment, down: readonly Fragment[], gutter: number): boolean {
  const isLeft = one.right <= gutter + 1;
  return down.some((other) => other !== one && Math.abs(other.y - one.y) < one.size * 2.5 && (isLeft ? other.x >= gutter - 1 : other.right <= gutter + 1));
}

/** The x at which most lines stand side by side with others; null if fewer than three pairs do. */
export function findGutter(down: readonly Fragment[]): number | null {
  const starts = new Map<number, number>();
  let best: { readonly x: number; readonly pairs: number } | null = null;
  for (const one of down) {
    const key = Math.round(one.x / 4);
    if (starts.has(key)) continue;
    starts.set(key, 1);
    const x = one.x - 2;
    const pairs = pairsAt(down, x);
    if (pairs >= 2 && (best === null || pairs > best.pairs)) best = { x, pairs };
  }
  return best?.x ?? null;
}

/** How many lines right of `x` have a line left of it at their height, less those that cross it between such lines. */
function pairsAt(down: readonly Fragment[], x: number): number {
  const left = down.filter((one) => one.right <= x - 2);
  const right = down.filter((one) => one.x >= x);
  if (left.length === 0 || right.length === 0) return 0;
  const levels = left.map((one) => one.y);
  let pairs = 0;
  let index = 0;
  for (const one of right) {
    while (index < levels.length - 1 && (levels[index] ?? 0) > one.y + one.size * 0.7) index++;
    if (Math.abs((levels[index] ?? Infinity) - one.y) <= one.size * 0.7) pairs++;
  }
  return pairs;
}

/** Columns of prose are written one after the other; a table's cells row by row, so that the file's order keeps changing sides. */
function isGrid(left: readonly Fragment[], right: readonly Fragment[]): boolean {
  const sides = [...left.map((one) => ({ order: one.order, side: 0 })), ...right.map((one) => ({ order: one.order, side: 1 }))].sort((a, b) => a.order - b.order);
  let changes = 0;
  for (let index = 1; index < sides.length; index++) if (sides[index]?.side !== sides[index - 1]?.side) changes++;
  if (changes <= 2) return false;
  return !bothProse(left, right, changes);
}

/** Written line by line across both columns (some printers do so), yet full lines on both sides: columns all the same. */
function bothProse(left: readonly Fragment[], right: readonly Fragment[], changes: number): boolean {
  if (changes < Math.min(left.length, right.length) || left.length < 8 || right.length < 8) return false;
  return isProse(left) && isProse(right);
}

function isProse(lines: readonly Fragment[]): boolean {
  const x = Math.min(...lines.map((one) => one.x));
  const width = Math.max(...lines.map((one) => one.right)) - x;
  const full = lines.filter((one) => one.right - x > width * 0.75).length;
  return full >= lines.length * 0.6;
}
