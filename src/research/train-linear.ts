import type { Feature, RawLinear } from '../language/linear.ts';

export interface Example {
  readonly features: readonly Feature[];
  readonly label: string;
  /** Counts in proportion; a review read from two files counts each at one half. */
  readonly weight: number;
}

export interface TrainOptions {
  readonly classes: readonly string[];
  /** Weights to start from and to be held near; features that are not in it are held near zero. */
  readonly prior: Readonly<Record<string, readonly number[]>>;
  /** Strength of the pull towards the prior, per example. */
  readonly pull: number;
  readonly epochs: number;
  readonly rate: number;
  /** Features seen in fewer examples are left out, unless the prior has them. */
  readonly fewest: number;
  /** Epochs at the end whose weights are averaged, which takes out what the last examples did. Default 0: the last weights count. */
  readonly average?: number;
}

/** Examples with their features as numbers, so that many models can be trained on parts of them. */
export interface Packed {
  readonly names: readonly string[];
  /** Features of example `e` stand at `starts[e]` to `starts[e + 1]`. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float64Array;
  readonly labels: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Multinomial logistic regression by AdaGrad, over examples in their order: no chance in it, so that the same corpus gives the same bytes.
 * Weights are rounded to three places; those that end within `0.005` of zero are dropped.
 */
export function trainLinear(examples: readonly Example[], options: TrainOptions): RawLinear {
  return trainPacked(pack(examples, options), Int32Array.from(examples.keys()), options);
}

export function pack(examples: readonly Example[], { classes, prior }: Pick<TrainOptions, 'classes' | 'prior'>): Packed {
  const index = new Map<string, number>();
  const idOf = (name: string): number => {
    const known = index.get(name);
    if (known !== undefined) return known;
    index.set(name, index.size);
    return index.size - 1;
  };
  for (const name of Object.keys(prior)) idOf(name);
  const starts = new Int32Array(examples.length + 1);
  examples.forEach(({ features }, at) => { starts[at + 1] = (starts[at] as number) + features.length; });
  const ids = new Int32Array(starts[examples.length] as number);
  const values = new Float64Array(ids.length);
  examples.forEach(({ features }, at) => features.forEach(([name, value], place) => {
    ids[(starts[at] as number) + place] = idOf(name);
    values[(starts[at] as number) + place] = value;
  }));
  return {
    names: [...index.keys()], starts, ids, values,
    labels: Int32Array.from(examples, ({ label }) => classes.indexOf(label)), weights: Float64Array.from(examples, ({ weight }) => weight),
  };
}

/** Trains on the examples `rows` of a pack. */
export function trainPacked(packed: Packed, rows: Int32Array, options: TrainOptions): RawLinear {
  const size = options.classes.length;
  const prior = new Float64Array(packed.names.length * size);
  packed.names.forEach((name, at) => options.prior[name]?.forEach((value, c) => { prior[at * size + c] = value; }));
  const used = usedFeatures(packed, rows, options);
  const state: State = { weights: Float64Array.from(prior), squares: new Float64Array(prior.length).fill(1e-6), prior, used };
  const sums = new Float64Array(prior.length);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (let step = 0; step < rows.length; step += 1) {
      // A fixed stride visits all examples in an order that mixes reviews and is the same on every machine.
      const row = rows[(step * STRIDE + epoch * 7) % rows.length] as number;
      if ((packed.labels[row] as number) >= 0) update(state, packed, row, size, options);
    }
    if (epoch >= options.epochs - (options.average ?? 0)) state.weights.forEach((weight, at) => { sums[at] = (sums[at] as number) + weight; });
  }
  const weights = (options.average ?? 0) > 0 ? sums.map((sum) => sum / (options.average ?? 1)) : state.weights;
  return { classes: options.classes, weights: rounded(packed.names, used, weights, size) };
}

const STRIDE = 7919;

interface State {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  readonly prior: Float64Array;
  readonly used: Uint8Array;
}

function usedFeatures({ names, starts, ids }: Packed, rows: Int32Array, { prior, fewest }: TrainOptions): Uint8Array {
  const counts = new Int32Array(names.length);
  for (const row of rows) for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) counts[ids[at] as number] = (counts[ids[at] as number] as number) + 1;
  return Uint8Array.from(names, (name, at) => ((counts[at] as number) >= fewest || prior[name] !== undefined ? 1 : 0));
}

function update({ weights, squares, prior, used }: State, packed: Packed, row: number, size: number, { rate, pull }: TrainOptions): void {
  const [from, to] = [packed.starts[row] as number, packed.starts[row + 1] as number];
  const misses = new Float64Array(size);
  for (let at = from; at < to; at += 1) {
    const id = packed.ids[at] as number;
    if (used[id] === 0) continue;
    for (let c = 0; c < size; c += 1) misses[c] = (misses[c] as number) + (packed.values[at] as number) * (weights[id * size + c] as number);
  }
  toMisses(misses, packed.labels[row] as number, packed.weights[row] as number);
  for (let at = from; at < to; at += 1) {
    const id = packed.ids[at] as number;
    if (used[id] === 0) continue;
    const value = packed.values[at] as number;
    for (let c = 0, place = id * size; c < size; c += 1, place += 1) {
      const gradient = (misses[c] as number) * value + pull * ((weights[place] as number) - (prior[place] as number));
      squares[place] = (squares[place] as number) + gradient * gradient;
      weights[place] = (weights[place] as number) - (rate * gradient) / Math.sqrt(squares[place] as number);
    }
  }
}

/** Scores become weighted differences between the shares and the truth. */
function toMisses(scores: Float64Array, label: number, weight: number): void {
  const top = Math.max(...scores);
  let total = 0;
  for (let c = 0; c < scores.length; c += 1) total += scores[c] = Math.exp((scores[c] as number) - top);
  for (let c = 0; c < scores.length; c += 1) scores[c] = weight * ((scores[c] as number) / total - (c === label ? 1 : 0));
}

function rounded(names: readonly string[], used: Uint8Array, weights: Float64Array, size: number): Record<string, number[]> {
  const kept: Record<string, number[]> = {};
  const order = names.map((name, at) => ({ name, at })).filter(({ at }) => used[at] === 1).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, at } of order) {
    const own = [...weights.slice(at * size, (at + 1) * size)].map((value) => Math.round(value * 1000) / 1000 || 0);
    if (own.some((value) => Math.abs(value) >= 0.005)) kept[name] = own;
  }
  return kept;
}
