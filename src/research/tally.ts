/** Counts by name. They add up over reviews, so that every figure of every group and every resample is made from sums of them. */
export type Counts = Readonly<Record<string, number>>;

export interface Tally {
  readonly add: (name: string, count?: number) => void;
  readonly counts: () => Counts;
}

export function tally(): Tally {
  const counts = new Map<string, number>();
  return {
    add: (name, count = 1) => {
      counts.set(name, (counts.get(name) ?? 0) + count);
    },
    counts: () => Object.fromEntries(counts),
  };
}

export function addCounts(all: readonly Counts[]): Counts {
  const sum = tally();
  for (const counts of all) for (const [name, count] of Object.entries(counts)) sum.add(name, count);
  return sum.counts();
}
