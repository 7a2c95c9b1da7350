import type { Share } from '../corpus/shares.ts';
import { clusteredShares, wilson } from '../corpus/shares.ts';
import type { Critique, Unit } from '../critique.ts';
import type { Code, Codebook, Follow, ThemeUse } from '../judge/themes.ts';
import { finders } from '../judge/theme-patterns.ts';
import { themeCoder } from '../judge/themes.ts';

/** What of a critique is coded. */
export type ThemedReview = Pick<Critique, 'items'> & { readonly units: readonly Pick<Unit, 'id' | 'kind' | 'text' | 'start' | 'page' | 'repeats'>[]; readonly document: Pick<Critique['document'], 'kind' | 'source'> };

export interface ThemeRow {
  readonly code: Code;
  /** Reviews that have the code anywhere but in narrative: Wilson's interval. */
  readonly reviews: Share;
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
  readonly reviews: number;
  readonly rows: readonly ThemeRow[];
  readonly follows: readonly FollowRow[];
  /** Uses of each stage of the pathways by who is spoken of and when; a unit may speak of both. */
  readonly pathway: readonly { readonly code: Code; readonly uses: number; readonly actors: Readonly<Record<string, number>>; readonly times: Readonly<Record<string, number>> }[];
}

interface Themed {
  readonly review: ThemedReview;
  readonly uses: readonly ThemeUse[];
  /** Codes of each recommendation and of each learning point. */
  readonly items: readonly ReadonlySet<string>[];
  readonly learning: readonly ReadonlySet<string>[];
  readonly codes: ReadonlySet<string>;
}

/** All reviews, then rapid reviews and LCSPRs apart where there are both or some of either. */
export function themeGroups(reviews: readonly ThemedReview[], book: Codebook): ThemeGroup[] {
  const coder = themeCoder(book);
  const themed = reviews.map((review) => themedReview(review, coder));
  const kinds = [['Rapid reviews', 'rapid-review'], ['LCSPRs', 'lcspr']] as const;
  return [
    groupOf('All', themed, book),
    ...kinds.map(([name, kind]) => [name, themed.filter(({ review }) => review.document.kind === kind)] as const)
      .filter(([, own]) => own.length > 0 && own.length < themed.length).map(([name, own]) => groupOf(name, own, book)),
  ];
}

function themedReview(review: ThemedReview, coder: ReturnType<typeof themeCoder>): Themed {
  const units = review.units.filter(({ kind, repeats }) => kind !== 'other' && repeats === null);
  const byUnit = new Map(units.map((unit) => [unit.id, coder(unit)]));
  const codesOf = (ids: readonly string[]): ReadonlySet<string> => new Set(ids.flatMap((id) => (byUnit.get(id) ?? []).map(({ code }) => code)));
  const uses = [...byUnit.values()].flat();
  return {
    review, uses, codes: new Set(uses.map(({ code }) => code)), items: review.items.map((item) => codesOf(item.units)),
    learning: units.filter(({ kind }) => kind === 'learning-point').map(({ id }) => codesOf([id])),
  };
}

function groupOf(name: string, themed: readonly Themed[], book: Codebook): ThemeGroup {
  const { codes } = book;
  const shares = (passages: (one: Themed) => readonly ReadonlySet<string>[]): Share[] => clusteredShares(
    themed.map((one) => codes.map(({ id }) => passages(one).filter((own) => own.has(id)).length)),
    themed.map((one) => codes.map(() => passages(one).length)), codes.length,
  );
  const [items, points] = [shares(({ items: own }) => own), shares(({ items: own, learning }) => [...own, ...learning])];
  return {
    name, reviews: themed.length,
    rows: codes.map((code, index) => ({
      code, reviews: wilson(themed.filter((one) => one.codes.has(code.id)).length, themed.length), recommendations: items[index] ?? wilson(0, 0), points: points[index] ?? wilson(0, 0),
    })),
    follows: (book.follows ?? []).map((follow) => followRow(follow, themed, book)),
    pathway: codes.filter(({ pathway }) => pathway === true).map((code) => {
      const uses = themed.flatMap((one) => one.uses.filter((use) => use.code === code.id));
      return { code, uses: uses.length, actors: tally(uses.map(({ actors }) => actors)), times: tally(uses.map(({ times }) => times)) };
    }),
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
