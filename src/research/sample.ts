import type { Test } from './chi-square.ts';
import { chiSquare, fisher } from './chi-square.ts';
import { randomFrom } from './random.ts';
import type { Row } from './rows.ts';

/** Stratified systematic sampling as in Appendix 1 of the annual review of LCSPRs and rapid reviews (Dickens et al., March 2021). */
export interface SampleOptions {
  /** Columns whose values together make the blocks. */
  readonly strata: readonly string[];
  /** Every how manieth case is taken. */
  readonly every: number;
  /** Blocks with fewer cases than this are taken whole. */
  readonly small: number;
  /** `one`: one random start, then every k-th through all blocks in their order. `each`: a random start in each block. */
  readonly starts: 'one' | 'each';
  readonly seed: number;
  /** Column that says "yes" for cases that must be in, drawn or not; they are added after the balance is tested. */
  readonly matched: string | null;
  /** Columns on which the sample is held against the remainder. */
  readonly balance: readonly string[];
  /** Columns of which it is said how many values the sample reaches, as in "62 of 128 local authorities". */
  readonly coverage?: readonly string[];
}

export type Chosen = 'systematic' | 'small cell' | 'matched';

export interface Cell {
  readonly values: readonly string[];
  readonly frame: number;
  readonly sampled: number;
  readonly whole: boolean;
}

export interface Balance {
  readonly column: string;
  readonly rows: readonly { readonly value: string; readonly sample: number; readonly remainder: number }[];
  readonly test: Test | null;
}

export interface Sample {
  readonly frame: number;
  /** In the order of the frame. */
  readonly chosen: readonly { readonly row: Row; readonly as: Chosen }[];
  readonly counts: Readonly<Record<Chosen, number>>;
  /** Matched cases that were drawn anyway. */
  readonly matchedDrawn: number;
  readonly cells: readonly Cell[];
  readonly balance: readonly Balance[];
  readonly coverage: readonly { readonly column: string; readonly sample: number; readonly frame: number }[];
  /** Combinations of values of the strata that occur each, but not together: blocks without a case. */
  readonly empty: readonly (readonly string[])[];
}

export const NOT_GIVEN = 'not given';

const YES = /^(?:yes|y|true|1)$/i;

export function sample(rows: readonly Row[], options: SampleOptions): Sample {
  const blocks = blocksOf(rows, options.strata);
  const small = blocks.filter((block) => block.length < options.small);
  const large = blocks.filter((block) => block.length >= options.small);
  const drawn = new Map<Row, Chosen>([
    ...small.flat().map((row) => [row, 'small cell'] as const),
    ...systematic(large, options).map((row) => [row, 'systematic'] as const),
  ]);
  const matched = options.matched === null ? [] : rows.filter(({ cells }) => YES.test(cells[options.matched ?? ''] ?? ''));
  const added = matched.filter((row) => !drawn.has(row));
  const all = new Map<Row, Chosen>([...drawn, ...added.map((row) => [row, 'matched'] as const)]);
  const count = (as: Chosen): number => [...all.values()].filter((value) => value === as).length;
  return {
    frame: rows.length, chosen: rows.flatMap((row) => (all.has(row) ? [{ row, as: all.get(row) ?? 'systematic' }] : [])),
    counts: { systematic: count('systematic'), 'small cell': count('small cell'), matched: added.length }, matchedDrawn: matched.length - added.length,
    cells: blocks.map((block) => ({
      values: options.strata.map((column) => valueOf(block[0], column)), frame: block.length, sampled: block.filter((row) => drawn.has(row)).length, whole: block.length < options.small,
    })),
    balance: options.balance.map((column) => balanceOf(rows, (row) => drawn.has(row), column)),
    coverage: (options.coverage ?? []).map((column) => ({ column, sample: new Set([...drawn.keys()].map((row) => valueOf(row, column))).size, frame: new Set(rows.map((row) => valueOf(row, column))).size })),
    empty: emptyBlocks(rows, blocks, options.strata),
  };
}

function emptyBlocks(rows: readonly Row[], blocks: readonly (readonly Row[])[], strata: readonly string[]): (readonly string[])[] {
  const key = (values: readonly string[]): string => JSON.stringify(values);
  const there = new Set(blocks.map(([first]) => key(strata.map((column) => valueOf(first, column)))));
  const all = strata.reduce<(readonly string[])[]>((combined, column) => combined.flatMap((values) => [...new Set(rows.map((row) => valueOf(row, column)))].map((value) => [...values, value])), [[]]);
  return all.filter((values) => !there.has(key(values)));
}

/** Cases with the same values together; blocks in the order in which the values first occur in the frame, the first stratum first. */
function blocksOf(rows: readonly Row[], strata: readonly string[]): Row[][] {
  const [column, ...rest] = strata;
  if (column === undefined) return [[...rows]];
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const value = valueOf(row, column);
    const known = groups.get(value);
    if (known === undefined) groups.set(value, [row]);
    else known.push(row);
  }
  return [...groups.values()].flatMap((group) => blocksOf(group, rest));
}

function systematic(blocks: readonly (readonly Row[])[], { every, starts, seed }: SampleOptions): Row[] {
  const random = randomFrom(seed);
  const taken = (rows: readonly Row[]): Row[] => {
    const start = Math.floor(random() * every);
    return rows.filter((_, index) => index % every === start);
  };
  return starts === 'one' ? taken(blocks.flat()) : blocks.flatMap(taken);
}

function balanceOf(rows: readonly Row[], drawn: (row: Row) => boolean, column: string): Balance {
  const values = [...new Set(rows.map((row) => valueOf(row, column)))];
  const counts = values.map((value) => {
    const of = rows.filter((row) => valueOf(row, column) === value);
    return { value, sample: of.filter(drawn).length, remainder: of.filter((row) => !drawn(row)).length };
  });
  return { column, rows: counts, test: balanceTest(counts) };
}

/** Fisher's exact test for two values, chi-square for more. */
export function balanceTest(counts: readonly { readonly sample: number; readonly remainder: number }[]): Test | null {
  const [first, second, ...more] = counts;
  if (first === undefined || second === undefined) return null;
  if (more.length === 0) return fisher([[first.sample, second.sample], [first.remainder, second.remainder]]);
  return chiSquare([counts.map(({ sample: own }) => own), counts.map(({ remainder }) => remainder)]);
}

function valueOf(row: Row | undefined, column: string): string {
  return row?.cells[column] || NOT_GIVEN;
}
