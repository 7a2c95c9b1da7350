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
}

/**
 * Multinomial logistic regression by AdaGrad, over examples in their order: no chance in it, so that the same corpus gives the same bytes.
 * Weights are rounded to three places; those that end within `0.005` of zero are dropped.
 */
export function trainLinear(examples: readonly Example[], options: TrainOptions): RawLinear {
  const names = featureNames(examples, options);
  const index = new Map(names.map((name, at) => [name, at]));
  const size = options.classes.length;
  const prior = new Float64Array(names.length * size);
  names.forEach((name, at) => options.prior[name]?.forEach((value, c) => { prior[at * size + c] = value; }));
  const weights = Float64Array.from(prior);
  const squares = new Float64Array(weights.length).fill(1e-6);
  const packed = examples.map(({ features, label, weight }) => ({
    ids: features.flatMap(([name]) => index.get(name) ?? []),
    values: features.filter(([name]) => index.has(name)).map(([, value]) => value),
    label: options.classes.indexOf(label), weight,
  }));
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (let step = 0; step < packed.length; step += 1) {
      // A fixed stride visits all examples in an order that mixes reviews and is the same on every machine.
      const example = packed[(step * STRIDE + epoch * 7) % packed.length];
      if (example !== undefined && example.label >= 0) update(weights, squares, prior, example, size, options);
    }
  }
  return { classes: options.classes, weights: rounded(names, weights, size) };
}

const STRIDE = 7919;

interface Packed {
  readonly ids: readonly number[];
  readonly values: readonly number[];
  readonly label: number;
  readonly weight: number;
}

function update(weights: Float64Array, squares: Float64Array, prior: Float64Array, { ids, values, label, weight }: Packed, size: number, { rate, pull }: TrainOptions): void {
  const sums = new Float64Array(size);
  ids.forEach((id, at) => {
    for (let c = 0; c < size; c += 1) sums[c] = (sums[c] ?? 0) + (values[at] ?? 0) * (weights[id * size + c] ?? 0);
  });
  const top = Math.max(...sums);
  let total = 0;
  for (let c = 0; c < size; c += 1) total += sums[c] = Math.exp((sums[c] ?? 0) - top);
  for (let c = 0; c < size; c += 1) {
    const miss = weight * ((sums[c] ?? 0) / total - (c === label ? 1 : 0));
    ids.forEach((id, at) => {
      const place = id * size + c;
      const gradient = miss * (values[at] ?? 0) + pull * ((weights[place] ?? 0) - (prior[place] ?? 0));
      squares[place] = (squares[place] ?? 0) + gradient * gradient;
      weights[place] = (weights[place] ?? 0) - (rate * gradient) / Math.sqrt(squares[place] ?? 1);
    });
  }
}

function featureNames(examples: readonly Example[], { prior, fewest }: TrainOptions): string[] {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const [name] of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const name of Object.keys(prior)) counts.set(name, Number.POSITIVE_INFINITY);
  return [...counts.entries()].filter(([, count]) => count >= fewest).map(([name]) => name).sort((a, b) => (a < b ? -1 : 1));
}

function rounded(names: readonly string[], weights: Float64Array, size: number): Record<string, number[]> {
  const kept: Record<string, number[]> = {};
  names.forEach((name, at) => {
    const own = [...weights.slice(at * size, (at + 1) * size)].map((value) => Math.round(value * 1000) / 1000 || 0);
    if (own.some((value) => Math.abs(value) >= 0.005)) kept[name] = own;
  });
  return kept;
}
