import type { Said } from '../corpus/novelty.ts';
import { wholeItems } from '../corpus/record.ts';
import type { Critique } from '../critique.ts';

/** Recommendations of a critique as their author filed them, without repeats. */
export function sayingsOf(critique: Critique, year: string | null): Said[] {
  return wholeItems(critique).map(({ item, units }) => ({ source: critique.document.source, year, item: item.id, number: item.number, text: units.map(({ text }) => text).join(' ') }));
}
