import type { Candidate } from '../structure/candidates.ts';
import type { Feature } from '../language/linear.ts';

type Shares = readonly number[];

/** What the first judgement thinks of a sentence, and of those around it. */
export interface Neighbours {
  readonly self: Shares;
  readonly before: Shares | undefined;
  readonly after: Shares | undefined;
  readonly sameBlock: boolean;
  /** All sentences of its list or section, and which of them it is. */
  readonly list: readonly Shares[];
  readonly at: number;
  /** Sums over the whole list, class by class. */
  readonly total: Shares;
}

export function neighboursOf(candidates: readonly Candidate[], alone: readonly Shares[]): Neighbours[] {
  const lists = new Map<string, Shares[]>();
  const places = candidates.map((candidate, index) => {
    const key = `${candidate.section.heading}/${candidate.stem ?? 'none'}/${candidate.cell?.columnHead ?? ''}`;
    const list = lists.get(key) ?? [];
    if (list.push(alone[index] ?? []) === 1) lists.set(key, list);
    return { list, at: list.length - 1 };
  });
  const totals = new Map([...lists.values()].map((list) => [list, sumOf(list)]));
  return candidates.map((candidate, index): Neighbours => ({
    self: alone[index] ?? [],
    before: candidates[index - 1]?.section === candidate.section ? alone[index - 1] : undefined,
    after: candidates[index + 1]?.section === candidate.section ? alone[index + 1] : undefined,
    sameBlock: candidates[index - 1]?.block === candidate.block,
    list: places[index]?.list ?? [], at: places[index]?.at ?? 0, total: totals.get(places[index]?.list ?? []) ?? [],
  }));
}

function sumOf(list: readonly Shares[]): Shares {
  return (list[0] ?? []).map((_, at) => list.reduce((sum, one) => sum + (one[at] ?? 0), 0));
}

export function sameNeighbours(a: Neighbours, b: Neighbours): boolean {
  return a.self === b.self && a.before === b.before && a.after === b.after && a.sameBlock === b.sameBlock && a.at === b.at && a.list.length === b.list.length && a.list.every((one, index) => one === b.list[index]);
}

/**
 * What the first judgement thinks of the sentence itself, the one before, the one after, the rest of its block and the rest of its list.
 * Values are probabilities.
 */
export function neighbourFeatures(candidates: readonly Candidate[], alone: readonly Shares[], classes: readonly string[]): Feature[][] {
  const names = neighbourNames(classes);
  return neighboursOf(candidates, alone).map((near) => featuresOf(near, names));
}

type NeighbourNames = readonly Readonly<Record<'self' | 'before' | 'block' | 'after' | 'list', string>>[];

/** Names of the features, class by class. */
export function neighbourNames(classes: readonly string[]): NeighbourNames {
  return classes.map((name) => ({ self: `self=${name}`, before: `before=${name}`, block: `block=${name}`, after: `after=${name}`, list: `list=${name}` }));
}

export function featuresOf({ self, before, after, sameBlock, list, total }: Neighbours, names: NeighbourNames): Feature[] {
  const features: Feature[] = [];
  names.forEach((name, at) => {
    const own = self[at] ?? 0;
    features.push([name.self, round(own)]);
    if (before !== undefined) features.push([sameBlock ? name.block : name.before, round(before[at] ?? 0)]);
    if (after !== undefined) features.push([name.after, round(after[at] ?? 0)]);
    if (list.length > 1) features.push([name.list, round(((total[at] ?? 0) - own) / (list.length - 1))]);
  });
  return features;
}

/** Rounded so that the last bits of a floating-point sum can't turn a judgement on another machine. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
