/**
 * What comes round again: messages that recommendations of several reviews say, over the years, and how much of each year was said before.
 */
import type { Vectors } from '../language/vectors.ts';
import { clusterSayings } from './clusters.ts';
import type { Said } from './novelty.ts';
import { byYear, CLOSE, remember } from './novelty.ts';
import type { Share } from './shares.ts';
import { clusteredShares } from './shares.ts';

export interface Message {
  /** Words of the earliest recommendation that says it. */
  readonly text: string;
  readonly reviews: number;
  readonly recommendations: number;
  /** Years in which it was said, in rising order; a review without a year counts in none. */
  readonly years: readonly { readonly year: string; readonly reviews: number }[];
  readonly said: readonly Said[];
}

export interface YearOfSaying {
  readonly year: string;
  readonly reviews: number;
  /** Recommendations that say nearly the same as one of an earlier year, and that are close to one: bootstrap over reviews. */
  readonly same: Share;
  readonly close: Share;
}

export interface Recurring {
  readonly reviews: number;
  readonly recommendations: number;
  /** Recommendations that say nearly the same as one of another review. */
  readonly shared: Share;
  readonly messages: readonly Message[];
  /** From the second year on: before the first there is nothing to come round. */
  readonly years: readonly YearOfSaying[];
  readonly withoutYear: number;
}

export function recurring(all: readonly Said[], vectors: Vectors): Recurring {
  const said = [...all].sort(byYear);
  const sources = [...new Set(said.map(({ source }) => source))];
  const place = new Map(sources.map((source, index) => [source, index]));
  const clusters = clusterSayings(said.map(({ source, text }) => ({ review: place.get(source) ?? 0, text })), vectors);
  const inCluster = new Set(clusters.flatMap(({ members }) => members));
  const memory = remember(said, vectors);
  const before = new Map(said.map((one) => [one, one.year === null ? null : memory.novelty({ ...one, year: String(Number(one.year) - 1) }, { most: 1, earlier: true })]));
  const years = [...new Set(said.flatMap(({ year }) => year ?? []))].sort();
  return {
    reviews: sources.length, recommendations: said.length, shared: shareOf(said, (one, index) => inCluster.has(index)),
    messages: clusters.map(({ members, reviews }): Message => {
      const own = members.flatMap((member) => said[member] ?? []);
      const named = [...new Set(own.flatMap(({ year }) => year ?? []))].sort();
      return { text: own[0]?.text ?? '', reviews, recommendations: own.length, said: own, years: named.map((year) => ({ year, reviews: new Set(own.filter((one) => one.year === year).map(({ source }) => source)).size })) };
    }),
    years: years.slice(1).map((year) => {
      const own = said.filter((one) => one.year === year);
      return {
        year, reviews: new Set(own.map(({ source }) => source)).size,
        same: shareOf(own, (one) => before.get(one)?.nearest[0]?.same === true), close: shareOf(own, (one) => (before.get(one)?.nearest[0]?.likeness ?? 0) >= CLOSE),
      };
    }),
    withoutYear: new Set(said.filter(({ year }) => year === null).map(({ source }) => source)).size,
  };
}

/** Whole reviews are drawn again. */
function shareOf(said: readonly Said[], hit: (one: Said, index: number) => boolean): Share {
  const sources = [...new Set(said.map(({ source }) => source))];
  const hits = said.map(hit);
  const of = (source: string, only: boolean): number => said.filter((one, index) => one.source === source && (!only || hits[index] === true)).length;
  return clusteredShares(sources.map((source) => [of(source, true)]), sources.map((source) => [of(source, false)]), 1)[0] as Share;
}
