import type { Code } from '../judge/themes.ts';
import type { Themed } from './theme-reviews.ts';

/** Two main codes in the same passage, and in the same document. */
export interface PairRow {
  readonly a: Code;
  readonly b: Code;
  readonly passages: Together;
  readonly documents: Together;
}

export interface Together {
  readonly both: number;
  readonly a: number;
  readonly b: number;
  readonly of: number;
  /** Times as often as by chance: both · of / (a · b). Null where one of them is nowhere. */
  readonly lift: number | null;
}

/** Every two main codes; a code with itself is left out. */
export function pairRows(themed: readonly Themed[], codes: readonly Code[]): PairRow[] {
  const main = codes.filter(({ parent }) => parent === null);
  const passages = themed.flatMap((one) => one.passages);
  const documents = themed.map((one) => one.codes);
  return main.flatMap((a, index) => main.slice(index + 1).map((b) => ({ a, b, passages: together(passages, a.id, b.id), documents: together(documents, a.id, b.id) })));
}

function together(sets: readonly ReadonlySet<string>[], first: string, second: string): Together {
  const count = (...ids: readonly string[]): number => sets.filter((set) => ids.every((id) => set.has(id))).length;
  const [both, a, b, of] = [count(first, second), count(first), count(second), sets.length];
  return { both, a, b, of, lift: a === 0 || b === 0 ? null : Math.round((100 * both * of) / (a * b)) / 100 };
}
