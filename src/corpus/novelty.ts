/**
 * What is new in a review's recommendations, and what was said before in others: each recommendation with those that are most like it in words.
 */
import { contentWords } from '../judge/similar.ts';
import type { Vectors } from '../language/vectors.ts';
import { cosine, meanVector } from '../language/vectors.ts';
import { NEAR } from './clusters.ts';

/** A recommendation as its author filed it. */
export interface Said {
  readonly source: string;
  readonly year: string | null;
  readonly item: string;
  readonly number: string | null;
  readonly text: string;
}

export interface Neighbour {
  readonly said: Said;
  /** 0 to 1: what the two share of their content words, each word counted by how rare it is among all recommendations (weighted Jaccard). */
  readonly likeness: number;
  /** Near-identical as a batch has it: half of the content words and nearly the same word vectors. */
  readonly same: boolean;
}

export interface Novelty {
  readonly said: Said;
  /** 1 less the likeness of the nearest; 1 where nothing earlier shares a rare word. Null where it has fewer than three content words. */
  readonly novelty: number | null;
  /** The most alike first. */
  readonly nearest: readonly Neighbour[];
}

/** Share of weighted words from which two recommendations count as close (docs/methods.md tells how it was found). */
export const CLOSE = 0.3;

interface Known {
  readonly said: Said;
  readonly words: ReadonlySet<string>;
  readonly count: number;
}

/** Words that lead to candidates: the rarest of each recommendation. */
const RARE = 8;

export interface Memory {
  /** Nearest of all that is remembered, without those of the same source; `earlier` leaves out what is of a later year than this one. */
  readonly novelty: (said: Said, options: { readonly most: number; readonly earlier: boolean }) => Novelty;
}

/** Remembers recommendations so that many can be held against them. */
export function remember(all: readonly Said[], vectors: Vectors): Memory {
  const known = all.map(knownOf);
  const frequency = new Map<string, number>();
  for (const { words } of known) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log(1 + known.length / (1 + (frequency.get(word) ?? 0)));
  const index = new Map<string, number[]>();
  known.forEach(({ words }, at) => {
    for (const word of rarest(words, weight)) index.set(word, [...(index.get(word) ?? []), at]);
  });
  return {
    novelty: (said, { most, earlier }) => {
      const own = knownOf(said);
      if (own.count < 3) return { said, novelty: null, nearest: [] };
      const met = new Set(rarest(own.words, weight).flatMap((word) => index.get(word) ?? []));
      const nearest = [...met].map((at) => known[at] as Known)
        .filter((other) => other.said.source !== said.source && other.count >= 3 && (!earlier || said.year === null || other.said.year === null || other.said.year <= said.year))
        .map((other) => ({ other, likeness: likeness(own.words, other.words, weight) }))
        .sort((a, b) => b.likeness - a.likeness || byYear(a.other.said, b.other.said))
        .slice(0, most).map(({ other, likeness: value }): Neighbour => ({ said: other.said, likeness: value, same: isSame(own, other, vectors) }));
      return { said, novelty: rounded(1 - (nearest[0]?.likeness ?? 0)), nearest };
    },
  };
}

function knownOf(said: Said): Known {
  const words = contentWords(said.text);
  return { said, words: new Set(words), count: words.length };
}

function rarest(words: ReadonlySet<string>, weight: (word: string) => number): readonly string[] {
  return [...words].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)).slice(0, RARE);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (word: string) => number): number {
  let [shared, either] = [0, 0];
  for (const word of new Set([...a, ...b])) {
    const own = weight(word);
    either += own;
    if (a.has(word) && b.has(word)) shared += own;
  }
  return either === 0 ? 0 : rounded(shared / either);
}

function isSame(a: Known, b: Known, vectors: Vectors): boolean {
  let common = 0;
  for (const word of a.words) if (b.words.has(word)) common += 1;
  const vector = ({ said }: Known): Float64Array => meanVector(said.text.toLowerCase().match(/\p{L}+/gu) ?? [], vectors);
  return common / (a.words.size + b.words.size - common) >= NEAR.jaccard && cosine(vector(a), vector(b)) >= NEAR.cosine;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The earlier first, and of one year in the order of names. */
export function byYear(a: Said, b: Said): number {
  const [x, y] = [`${a.year ?? '9999'} ${a.source}`, `${b.year ?? '9999'} ${b.source}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
