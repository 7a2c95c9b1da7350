/**
 * Before and after: which recommendations of an earlier draft got more specific, which only got longer, and which went. Pure.
 */
import { DIMENSIONS } from '../critique.ts';
import type { Critique, Dimension, Item } from '../critique.ts';
import { contentWords, similarity } from '../judge/similar.ts';

/** `longer`: at least a fifth more words and no level higher. `mixed`: one level higher and another lower. */
export type DraftChange = 'more-specific' | 'less-specific' | 'mixed' | 'longer' | 'reworded' | 'same' | 'new' | 'gone';

export interface DraftPair {
  readonly change: DraftChange;
  /** Ids of the items; null where one of the two drafts has none. */
  readonly earlier: string | null;
  readonly later: string | null;
  readonly raised: readonly Dimension[];
  readonly lowered: readonly Dimension[];
  readonly wordsBefore: number;
  readonly wordsAfter: number;
}

interface Side {
  readonly item: Item;
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly length: number;
}

/** Share of common words from which two recommendations are the same one in two wordings; half of that where their numbers agree. */
const SAME = 0.4;
/** The shorter of the two inside the longer: a recommendation that was only added to. */
const INSIDE = 0.7;
const LONGER = 1.2;

/** The later draft's items in order, then those that went. */
export function compareDrafts(earlier: Critique, later: Critique): readonly DraftPair[] {
  const before = earlier.items.map((item) => side(earlier, item));
  const after = later.items.map((item) => side(later, item));
  const matched = match(before, after);
  const taken = new Set(matched.values());
  return [
    ...after.map((one, index): DraftPair => {
      const old = before[matched.get(index) ?? -1];
      return old === undefined ? pair('new', null, one) : pair(changeOf(old, one), old, one);
    }),
    ...before.filter((_, index) => !taken.has(index)).map((old) => pair('gone', old, null)),
  ];
}

function side(critique: Critique, item: Item): Side {
  const text = item.units.flatMap((id) => critique.units.find((unit) => unit.id === id)?.text ?? []).join(' ');
  return { item, text, words: new Set(contentWords(text)), length: (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).length };
}

/** Best pairs first, each item once: index of the later one → index of the earlier one. */
function match(before: readonly Side[], after: readonly Side[]): Map<number, number> {
  const candidates = after.flatMap((one, b) => before.flatMap((old, a) => {
    const score = likeness(old, one);
    return score === null ? [] : [{ a, b, score }];
  })).sort((x, y) => y.score - x.score || x.b - y.b || x.a - y.a);
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, b } of candidates) {
    if (matched.has(b) || taken.has(a)) continue;
    matched.set(b, a);
    taken.add(a);
  }
  return matched;
}

function likeness(old: Side, one: Side): number | null {
  const { jaccard, containment } = similarity(old.words, one.words);
  const numbered = old.item.number !== null && old.item.number === one.item.number;
  const inside = containment >= INSIDE && Math.min(old.words.size, one.words.size) >= 3;
  if (jaccard < (numbered ? SAME / 2 : SAME) && !inside) return null;
  return jaccard + (inside ? containment / 2 : 0) + (numbered ? 0.2 : 0);
}

function moved(old: Side, one: Side, sign: 1 | -1): readonly Dimension[] {
  return DIMENSIONS.filter((dimension) => {
    const [before, after] = [old.item.levels[dimension], one.item.levels[dimension]];
    return before !== null && after !== null && sign * (after - before) > 0;
  });
}

function changeOf(old: Side, one: Side): DraftChange {
  const [raised, lowered] = [moved(old, one, 1), moved(old, one, -1)];
  if (raised.length > 0 && lowered.length > 0) return 'mixed';
  if (raised.length > 0) return 'more-specific';
  if (lowered.length > 0) return 'less-specific';
  if (one.length >= old.length * LONGER) return 'longer';
  return old.text === one.text ? 'same' : 'reworded';
}

function pair(change: DraftChange, old: Side | null, one: Side | null): DraftPair {
  const both = old !== null && one !== null;
  return {
    change, earlier: old?.item.id ?? null, later: one?.item.id ?? null, raised: both ? moved(old, one, 1) : [], lowered: both ? moved(old, one, -1) : [],
    wordsBefore: old?.length ?? 0, wordsAfter: one?.length ?? 0,
  };
}
