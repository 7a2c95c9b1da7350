import { contentWords, shares } from './similar.ts';

/** A recommendation as filed: what is compared to find repeats. */
export interface FiledItem {
  readonly text: string;
  readonly number: string | null;
  /** The list or table it stands in; items of one list are never repeats of one another. */
  readonly list: string;
}

/**
 * For each item the index of the item that it repeats, or null (codebook 12.1). The fullest statement is the recommendation;
 * a summary's shorter words and a plan's row repeat it. The same number in another list needs less likeness than other words do.
 */
export function findRepeats(items: readonly FiledItem[]): (number | null)[] {
  const words = items.map(({ text }) => new Set(contentWords(text)));
  const repeats: (number | null)[] = items.map(() => null);
  const byFullness = items.map((_, index) => index).sort((a, b) => (words[b]?.size ?? 0) - (words[a]?.size ?? 0) || a - b);
  const holders = new Map<string, number[]>();
  byFullness.forEach((index, position) => {
    const own = words[index] ?? new Set<string>();
    const common = commonWords(own, holders);
    let best = { score: 0, of: -1 };
    for (const other of byFullness.slice(0, position)) {
      if (repeats[other] !== null || items[other]?.list === items[index]?.list) continue;
      const score = likeness(own.size, words[other]?.size ?? 0, common.get(other) ?? 0, items[index]?.number ?? null, items[other]?.number ?? null);
      if (score > best.score) best = { score, of: other };
    }
    if (best.score >= 1) repeats[index] = best.of;
    for (const word of own) holders.set(word, [...(holders.get(word) ?? []), index]);
  });
  return repeats;
}

/** How many words each earlier item has in common with this one, counted word by word: most pairs have none. */
function commonWords(own: ReadonlySet<string>, holders: ReadonlyMap<string, readonly number[]>): ReadonlyMap<number, number> {
  const common = new Map<number, number>();
  for (const word of own) for (const other of holders.get(word) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
  return common;
}

/** At least 1 where the two say the same, by how many words each has and how many both. Thresholds are for content words, chosen on the training reviews of the corpus. */
function likeness(a: number, b: number, common: number, numberA: string | null, numberB: string | null): number {
  if (a < 3) return 0;
  const { jaccard, containment } = shares(a, b, common);
  const sameNumber = numberA !== null && numberA === numberB;
  return Math.max(jaccard / (sameNumber ? 0.34 : 0.6), containment / (sameNumber ? 0.55 : a >= 5 ? 0.8 : 1));
}
