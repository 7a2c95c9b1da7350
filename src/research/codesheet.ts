/**
 * A blank sheet for people to code: what the tool took for more than narrative, and as many passages that it did not, in an order made by a seed,
 * each with what stands before and after it, and without any label of the tool, so that nobody is led.
 */
import type { Critique, Unit } from '../critique.ts';
import { randomFrom } from './random.ts';

export interface CodesheetRow {
  readonly document: string;
  readonly unit: string;
  readonly section: string | null;
  readonly page: number | null;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

export interface Codesheet {
  readonly rows: readonly CodesheetRow[];
  /** Passages that the tool took for something, and passages drawn from all the others. */
  readonly picked: number;
  readonly others: number;
}

export interface CodesheetOptions {
  readonly seed: number;
  /** Passages at most, half of them picked by the tool; null takes every picked one and as many others. */
  readonly size: number | null;
}

export function codesheet(critiques: readonly Critique[], { seed, size }: CodesheetOptions): Codesheet {
  const random = randomFrom(seed);
  const all = critiques.flatMap((critique) => critique.units.map((unit, at) => ({ critique, unit, at })));
  const isPicked = ({ unit }: { readonly unit: Unit }): boolean => unit.kind !== 'other';
  const half = size === null ? Number.POSITIVE_INFINITY : Math.ceil(size / 2);
  const picked = shuffled(all.filter(isPicked), random).slice(0, half);
  const others = shuffled(all.filter((one) => !isPicked(one)), random).slice(0, size === null ? picked.length : size - picked.length);
  const rows = shuffled([...picked, ...others], random).map(({ critique, unit, at }): CodesheetRow => ({
    document: critique.document.source, unit: unit.id, section: unit.section, page: unit.page, text: unit.text,
    before: critique.units[at - 1]?.text ?? '', after: critique.units[at + 1]?.text ?? '',
  }));
  return { rows, picked: picked.length, others: others.length };
}

/** Fisher and Yates. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
