/**
 * How well the codes of themes agree with coded passages: for each code precision, recall, F1 and alpha, with intervals over documents.
 */
import type { Codebook } from '../judge/themes.ts';
import { lineage, themeCoder } from '../judge/themes.ts';
import { alphaOfPairs } from './alpha.ts';
import { bootstrap } from './bootstrap.ts';
import type { CodedUnit } from './coders.ts';
import type { Estimate } from './figures.ts';
import { estimate } from './figures.ts';
import { unitKey } from './coders.ts';

export interface CodeFigures {
  readonly code: string;
  /** Passages that the gold, and the tool, give the code to. */
  readonly gold: number;
  readonly found: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: Estimate;
  readonly alpha: Estimate;
}

export interface ThemeEvaluation {
  readonly passages: number;
  readonly documents: number;
  /** Codes that either gave, in the order of the codebook. */
  readonly codes: readonly CodeFigures[];
  /** All main codes together, and all codes: sums over codes. */
  readonly main: CodeFigures;
  readonly all: CodeFigures;
}

/** Neither, only the tool, only the gold, both. */
type Four = readonly [number, number, number, number];

/** @param units coded passages with their text; `labels` are the gold codes, parts with their wholes. */
export function evaluateThemes(units: readonly CodedUnit[], book: Codebook): ThemeEvaluation {
  const coder = themeCoder(book);
  const found = new Map(units.map((unit) => [unitKey(unit), new Set(coder({ id: unit.unit, text: unit.text ?? '', start: 0, page: null }).map(({ code }) => code))]));
  const documents = [...new Set(units.map(({ document }) => document))];
  const blocks = documents.map((document) => units.filter((unit) => unit.document === document));
  const ids = book.codes.map(({ id }) => id);
  const four = (block: readonly CodedUnit[], code: string): Four => {
    const count = (gold: boolean, tool: boolean): number => block.filter((unit) => (unit.labels?.has(code) === true) === gold && (found.get(unitKey(unit))?.has(code) === true) === tool).length;
    return [count(false, false), count(false, true), count(true, false), count(true, true)];
  };
  const counts = blocks.map((block) => new Map(ids.map((id) => [id, four(block, id)])));
  const figuresOf = (code: string, codes: readonly string[]): CodeFigures => {
    const summed = counts.map((own) => sum(codes.map((id) => own.get(id) ?? [0, 0, 0, 0])));
    const total = sum(summed);
    const [f1, alpha] = bootstrap(blocks.length, 2, (drawn) => { const own = sum(drawn.map((index) => summed[index] ?? [0, 0, 0, 0])); return [f1Of(own), alphaOf(own)]; });
    const [, only, missed, both] = total;
    return {
      code, gold: missed + both, found: only + both, precision: ratio(both, only + both), recall: ratio(both, missed + both),
      f1: estimate(f1Of(total), f1 ?? null), alpha: estimate(alphaOf(total), alpha ?? null),
    };
  };
  const given = ids.filter((id) => counts.some((own) => (own.get(id) ?? [0, 0, 0, 0]).slice(1).some((count) => count > 0)));
  return {
    passages: units.length, documents: documents.length, codes: given.map((id) => figuresOf(id, [id])),
    main: figuresOf('main', ids.filter((id) => lineage(id, book.codes).length === 1)), all: figuresOf('all', ids),
  };
}

function sum(all: readonly Four[]): Four {
  const total: [number, number, number, number] = [0, 0, 0, 0];
  for (const four of all) four.forEach((count, at) => { total[at] = (total[at] ?? 0) + count; });
  return total;
}

function f1Of([, only, missed, both]: Four): number | null {
  return ratio(2 * both, 2 * both + only + missed);
}

function alphaOf([neither, only, missed, both]: Four): number | null {
  return alphaOfPairs([[neither, only], [missed, both]]);
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}
