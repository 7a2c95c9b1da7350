import type { Share } from '../corpus/shares.ts';
import { difference, wilson } from '../corpus/shares.ts';
import type { Code } from '../judge/themes.ts';
import type { Themed } from './theme-reviews.ts';
import { isOften } from './theme-reviews.ts';

export interface YearRow {
  readonly code: Code;
  /** For each year, in rising order: documents with the code anywhere, and often; recommendations with it. */
  readonly years: readonly { readonly year: string; readonly reviews: Share; readonly often: Share; readonly recommendations: Share }[];
  /** How much larger the share of documents that have it often is in the later half of the years than in the earlier; null where there is one year. */
  readonly change: { readonly value: number; readonly low: number; readonly high: number } | null;
}

export interface Years {
  readonly years: readonly string[];
  /** Documents whose year is not known; they are in no row. */
  readonly unknown: number;
  /** The last year of the earlier half: the one up to which half of the documents, or just over, were written. Null where there is one year. */
  readonly split: string | null;
  readonly rows: readonly YearRow[];
}

/** Main codes by year. */
export function themeYears(themed: readonly Themed[], codes: readonly Code[]): Years {
  const known = themed.filter(({ review }) => (review.year ?? null) !== null);
  const years = [...new Set(known.map(({ review }) => review.year ?? ''))].sort();
  const inYear = (year: string): readonly Themed[] => known.filter(({ review }) => review.year === year);
  const split = years.length < 2 ? null : (years.find((year, index) => index === years.length - 2 || known.filter(({ review }) => (review.year ?? '') <= year).length * 2 >= known.length) ?? null);
  const often = (own: readonly Themed[], id: string): Share => wilson(own.filter((one) => isOften(one, id)).length, own.length);
  return {
    years, split, unknown: themed.length - known.length,
    rows: codes.filter(({ parent }) => parent === null).map((code) => ({
      code,
      years: years.map((year) => {
        const own = inYear(year);
        const items = own.flatMap(({ items: all }) => all);
        return { year, reviews: wilson(own.filter(({ codes: all }) => all.has(code.id)).length, own.length), often: often(own, code.id), recommendations: wilson(items.filter((all) => all.has(code.id)).length, items.length) };
      }),
      change: split === null ? null : difference(often(known.filter(({ review }) => (review.year ?? '') <= split), code.id), often(known.filter(({ review }) => (review.year ?? '') > split), code.id)),
    })),
  };
}
