import type { Share } from '../corpus/shares.ts';
import { clusteredShares, wilson } from '../corpus/shares.ts';
import type { DocumentKind } from '../critique.ts';
import { finders } from '../judge/theme-patterns.ts';
import type { Code, Codebook, Follow } from '../judge/themes.ts';
import { themeCoder } from '../judge/themes.ts';
import type { PairRow } from './theme-pairs.ts';
import { pairRows } from './theme-pairs.ts';
import type { Grouped, Themed, ThemedReview } from './theme-reviews.ts';
import { grouped, isOften, themedReview } from './theme-reviews.ts';
import type { Years } from './theme-years.ts';
import { themeYears } from './theme-years.ts';

export interface ThemeRow {
  readonly code: Code;
  /** Reviews that have the code anywhere but in narrative, and those that have it often: Wilson's interval. */
  readonly reviews: Share;
  readonly often: Share;
  /** Reviews that have it in a recommendation or a learning point: what the review asks for, and not only what it tells. */
  readonly asked: Share;
  /** Recommendations (items) with the code: bootstrap over reviews. */
  readonly recommendations: Share;
  /** Learning points and recommendations together, which is what the 2021 study counted for policies. */
  readonly points: Share;
}

export interface FollowRow {
  readonly follow: Follow;
  readonly among: Share;
  readonly others: Share;
}

export interface ThemeGroup {
  readonly name: string;
  readonly kind: DocumentKind | null;
  readonly reviews: number;
  readonly recommendations: number;
  readonly points: number;
  readonly rows: readonly ThemeRow[];
  readonly follows: readonly FollowRow[];
  /** Uses of each stage of the pathways by who is spoken of and when; a unit may speak of both. */
  readonly pathway: readonly { readonly code: Code; readonly uses: number; readonly actors: Readonly<Record<string, number>>; readonly times: Readonly<Record<string, number>> }[];
  readonly pairs: readonly PairRow[];
  readonly years: Years;
}

/** Rapid reviews and LCSPRs together and apart, and every other kind of document apart. */
export function themeGroups(reviews: readonly ThemedReview[], book: Codebook): ThemeGroup[] {
  const coder = themeCoder(book);
  return grouped(reviews.map((review) => themedReview(review, coder))).map((group) => groupOf(group, book));
}

function groupOf({ name, kind, themed }: Grouped, book: Codebook): ThemeGroup {
  const { codes } = book;
  const shares = (passages: (one: Themed) => readonly ReadonlySet<string>[]): Share[] => clusteredShares(
    themed.map((one) => codes.map(({ id }) => passages(one).filter((own) => own.has(id)).length)),
    themed.map((one) => codes.map(() => passages(one).length)), codes.length,
  );
  const [items, points] = [shares(({ items: own }) => own), shares(({ items: own, learning }) => [...own, ...learning])];
  return {
    name, kind, reviews: themed.length, recommendations: items[0]?.of ?? 0, points: points[0]?.of ?? 0,
    rows: codes.map((code, index) => ({
      code, reviews: wilson(themed.filter((one) => one.codes.has(code.id)).length, themed.length), often: wilson(themed.filter((one) => isOften(one, code.id)).length, themed.length),
      asked: wilson(themed.filter((one) => [...one.items, ...one.learning].some((own) => own.has(code.id))).length, themed.length),
      recommendations: items[index] ?? wilson(0, 0), points: points[index] ?? wilson(0, 0),
    })),
    follows: (book.follows ?? []).map((follow) => followRow(follow, themed, book)),
    pathway: codes.filter(({ pathway }) => pathway === true).map((code) => {
      const uses = themed.flatMap((one) => one.uses.filter((use) => use.code === code.id));
      return { code, uses: uses.length, actors: tally(uses.map(({ actors }) => actors)), times: tally(uses.map(({ times }) => times)) };
    }),
    pairs: pairRows(themed, codes), years: themeYears(themed, codes),
  };
}

function followRow(follow: Follow, themed: readonly Themed[], book: Codebook): FollowRow {
  const words = finders(follow.id, follow.words, book.parts);
  const says = ({ review, uses }: Themed): boolean => uses.some(({ code, unit }) => {
    const found = code === follow.if ? review.units.find(({ id }) => id === unit) : undefined;
    return found !== undefined && found.kind !== 'recommendation' && words.some(({ find }) => find(found.text).length > 0);
  });
  const then = ({ items }: Themed): boolean => items.some((own) => own.has(follow.then));
  const [among, others] = [themed.filter(says), themed.filter((one) => !says(one))];
  return { follow, among: wilson(among.filter(then).length, among.length), others: wilson(others.filter(then).length, others.length) };
}

/** "none" where the words name nobody, or no time. */
function tally(all: readonly (readonly string[])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const names of all) for (const name of names.length === 0 ? ['none'] : names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
