import type { Unit } from '../critique.ts';

type Dated = Pick<Unit, 'kind' | 'text'>;

const YEAR = /(?<!\d)(?:19[89]\d|20\d{2})(?!\d)/gu;
/** What a first page says of its own date: "31 January 2025", "Published: March 2024", "Report completed in June 2031". */
const DATE_LINE = /^(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?:19|20)\d{2}\.?$|^(?:date(?: of (?:the )?(?:report|review|publication|this \w+))?|published|publication|(?:report|review) (?:date|completed|published))\b.{1,40}?(?:19|20)\d{2}/iu;
/** Years of what is still to come tell nothing about when a text was written. */
const AHEAD = /\b(?:will|shall|should|must|by|until|before|next|due|from)\b[^.]{0,60}$/iu;
const FRONT = 12;

export interface OwnYear {
  readonly year: string;
  readonly from: 'its date line' | 'its title' | 'years named in it';
}

/**
 * The year in which a document was written, as far as it says so itself: a line on its first page that is a date; a year in its title; else the
 * latest year that two sentences or more name (or one, where none is named twice), without asks and what lies ahead. Null where it names no year.
 */
export function ownYear(title: string | null, units: readonly Dated[]): OwnYear | null {
  const line = units.slice(0, FRONT).filter(({ kind }) => kind !== 'recommendation').map(({ text }) => text.trim()).find((text) => text.length < 120 && DATE_LINE.test(text));
  const dated = line === undefined ? undefined : latest(line.match(YEAR) ?? []);
  if (dated !== undefined) return { year: dated, from: 'its date line' };
  const titled = latest(title?.match(YEAR) ?? []);
  if (titled !== undefined) return { year: titled, from: 'its title' };
  const counts = new Map<string, number>();
  for (const { kind, text } of units) if (kind !== 'recommendation' && kind !== 'action-taken') for (const year of new Set(behind(text))) counts.set(year, (counts.get(year) ?? 0) + 1);
  const named = latest([...counts].filter(([, count]) => count > 1).map(([year]) => year)) ?? latest([...counts.keys()]);
  return named === undefined ? null : { year: named, from: 'years named in it' };
}

function behind(text: string): string[] {
  return [...text.matchAll(YEAR)].filter(({ index }) => !AHEAD.test(text.slice(0, index))).map(([year]) => year);
}

function latest(years: readonly string[]): string | undefined {
  return [...years].sort().at(-1);
}
