/**
 * The same messages again: recommendations of different reviews that say nearly the same, by their words and by word vectors.
 */
import { contentWords, similarity } from '../judge/similar.ts';
import type { Vectors } from '../language/vectors.ts';
import { cosine, meanVector } from '../language/vectors.ts';

/**
 * Both must hold (docs/batch.md tells how they were found): word vectors alone join recommendations that are about the same thing and ask for
 * different things; shared words alone miss "audit" for "check".
 */
export const NEAR = { cosine: 0.9, jaccard: 0.5 } as const;
/** A word that stands in more recommendations than this leads to no candidates: it would lead to nearly all. */
const COMMON = 400;
const RARE = 8;

export interface Saying {
  readonly review: number;
  readonly text: string;
}

export interface Cluster {
  /** Places in the list that was given, the first is the one that the others are like. */
  readonly members: readonly number[];
  readonly reviews: number;
  /** Whether all are the same but for case, marks and numbers. */
  readonly exact: boolean;
}

/** Clusters that go over two reviews or more, the widest first. Each is led by its earliest member, so that no chain joins ends that are unlike. */
export function clusterSayings(sayings: readonly Saying[], vectors: Vectors): readonly Cluster[] {
  const words = sayings.map(({ text }) => contentWords(text));
  const means = words.map((_, index) => meanVector((sayings[index]?.text ?? '').toLowerCase().match(/\p{L}+/gu) ?? [], vectors));
  const frequency = frequencies(words);
  const leaders = new Map<string, number[]>();
  const exact = new Map<string, number>();
  const groups = new Map<number, number[]>();
  words.forEach((own, index) => {
    const plain = own.join(' ');
    const leader = exact.get(plain) ?? likest(index, own, leaders, frequency, words, means);
    if (own.length < 3) return;
    if (leader !== null) groups.get(leader)?.push(index);
    else {
      groups.set(index, [index]);
      for (const word of rarest(own, frequency)) leaders.set(word, [...(leaders.get(word) ?? []), index]);
    }
    if (!exact.has(plain)) exact.set(plain, leader ?? index);
  });
  return [...groups.values()].map((members) => toCluster(members, sayings, words)).filter(({ reviews }) => reviews > 1)
    .sort((a, b) => b.reviews - a.reviews || b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

function frequencies(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of lists) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Two texts that share half their words share one of the rarest eight with near certainty. */
function rarest(words: readonly string[], frequency: ReadonlyMap<string, number>): readonly string[] {
  return [...new Set(words)].filter((word) => (frequency.get(word) ?? 0) <= COMMON)
    .sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1)).slice(0, RARE);
}

function likest(index: number, words: readonly string[], leaders: ReadonlyMap<string, readonly number[]>, frequency: ReadonlyMap<string, number>, lists: readonly (readonly string[])[], means: readonly Float64Array[]): number | null {
  const own = new Set(words);
  const mean = means[index] ?? new Float64Array(0);
  let best: { readonly of: number; readonly score: number } | null = null;
  for (const other of new Set(rarest(words, frequency).flatMap((word) => leaders.get(word) ?? []))) {
    const close = cosine(mean, means[other] ?? mean);
    if (close < NEAR.cosine) continue;
    const { jaccard } = similarity(own, new Set(lists[other]));
    if (jaccard >= NEAR.jaccard && (best === null || jaccard > best.score)) best = { of: other, score: jaccard };
  }
  return best?.of ?? null;
}

function toCluster(members: readonly number[], sayings: readonly Saying[], words: readonly (readonly string[])[]): Cluster {
  const plain = new Set(members.map((member) => (words[member] ?? []).join(' ')));
  return { members, reviews: new Set(members.map((member) => sayings[member]?.review)).size, exact: plain.size === 1 };
}
