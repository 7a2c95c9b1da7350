/** Figures by leaving authors out: each review is judged by models that have seen nothing of its author. */
import type { Kind } from '../../src/critique.ts';
import { KINDS } from '../../src/critique.ts';
import { alphaOfPairs } from '../../src/research/alpha.ts';
import type { Featured, KindWeights, Training } from './kinds.ts';
import { decide, kindShares, trainKinds } from './kinds.ts';

/** One sentence with its gold kind and what was judged. */
export interface Judged {
  readonly source: number;
  readonly index: number;
  readonly gold: Kind;
  readonly shares: readonly number[];
  readonly kind: Kind;
  readonly confidence: number;
}

export interface Crossed {
  readonly rules: readonly Judged[];
  readonly first: readonly Judged[];
  readonly both: readonly Judged[];
}

export interface CrossOptions {
  readonly folds?: number;
  readonly keep?: number;
  readonly second?: boolean;
  readonly training?: Training;
}

/** Authors in `folds` groups (as many as there are authors: one at a time). `keep` leaves out authors from training, for learning curves. */
export function cross(all: Featured, { folds = Number.POSITIVE_INFINITY, keep = 1, ...how }: CrossOptions = {}): Crossed {
  const authors = [...new Set(all.sources.map(({ author }) => author))].sort();
  const groups = Math.min(folds, authors.length);
  const found: { rules: Judged[]; first: Judged[]; both: Judged[] } = { rules: [], first: [], both: [] };
  const rules: KindWeights = { first: all.prior, second: null, temperature: 1 };
  for (let group = 0; group < groups; group += 1) {
    const out = new Set(authors.filter((_, index) => index % groups === group));
    const seen = authors.filter((author) => !out.has(author));
    const kept = new Set(seen.filter((_, index) => Math.floor(index * keep) !== Math.floor((index + 1) * keep)));
    const indexes = [...all.sources.keys()];
    const weights = trainKinds(all, indexes.filter((s) => kept.has(all.sources[s]?.author ?? '')), how);
    for (const s of indexes.filter((one) => out.has(all.sources[one]?.author ?? ''))) {
      found.rules.push(...judged(rules, all, s));
      found.first.push(...judged({ ...weights, second: null }, all, s));
      if (weights.second !== null) found.both.push(...judged(weights, all, s));
    }
  }
  return found;
}

function judged(weights: KindWeights, all: Featured, source: number): Judged[] {
  const shares = kindShares(weights, all, source);
  return decide(shares, all, source).flatMap(({ kind, confidence }, index) => {
    const gold = all.sources[source]?.labels[index] ?? null;
    return gold === null ? [] : [{ source, index, gold, shares: shares[index] ?? [], kind, confidence }];
  });
}

export type Matrix = readonly (readonly number[])[];

/** Rows: gold; columns: judged. */
export function confusionOf(judgements: readonly Judged[]): Matrix {
  const matrix = KINDS.map(() => KINDS.map(() => 0));
  for (const { gold, kind } of judgements) {
    const row = matrix[KINDS.indexOf(gold)];
    const column = KINDS.indexOf(kind);
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return matrix;
}

export interface KindFigures {
  readonly kind: Kind;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly n: number;
}

export function kindFigures(matrix: Matrix): KindFigures[] {
  return KINDS.map((kind, at) => {
    const hit = matrix[at]?.[at] ?? 0;
    const said = matrix.reduce((sum, row) => sum + (row[at] ?? 0), 0);
    const n = (matrix[at] ?? []).reduce((sum, count) => sum + count, 0);
    return { kind, precision: hit / Math.max(1, said), recall: hit / Math.max(1, n), f1: (2 * hit) / Math.max(1, said + n), n };
  });
}

export function kindAlpha(matrix: Matrix): number {
  return alphaOfPairs(matrix) ?? 0;
}

/** A table for the terminal: precision, recall and F1 by kind, agreement, and where the errors go. */
export function crossText(name: string, judgements: readonly Judged[], { confusion = false } = {}): string {
  const matrix = confusionOf(judgements);
  const right = judgements.filter(({ gold, kind }) => gold === kind).length;
  const rows = kindFigures(matrix).map(({ kind, precision, recall, f1, n }) => `  ${kind.padEnd(15)} ${[precision, recall, f1].map((value) => value.toFixed(3)).join(' / ')}  n ${n}`);
  const table = confusion ? KINDS.map((kind, at) => `  ${kind.padEnd(15)} ${(matrix[at] ?? []).map((count) => String(count).padStart(5)).join(' ')}`) : [];
  return `${name}: alpha ${kindAlpha(matrix).toFixed(3)}, right ${(right / Math.max(1, judgements.length)).toFixed(3)} of ${judgements.length}\n${[...rows, ...table].join('\n')}\n`;
}
