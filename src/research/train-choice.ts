import type { Feature, RawLinear } from '../language/linear.ts';

/** A list of options of which some are right. */
export interface ChoiceExample {
  readonly options: readonly (readonly Feature[])[];
  /** Indexes of the right options; they share the probability. */
  readonly right: readonly number[];
}

export interface ChoiceOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the pull towards zero, per example. */
  readonly pull: number;
  /** Features seen in fewer options are left out. */
  readonly fewest: number;
}

/**
 * A conditional logit (McFadden 1974): the options of one example are weighed against each other, by AdaGrad over examples in their order; no chance in it.
 * Weights are rounded to three places.
 */
export function trainChoice(examples: readonly ChoiceExample[], { epochs, rate, pull, fewest }: ChoiceOptions): RawLinear {
  const counts = new Map<string, number>();
  for (const { options } of examples) for (const features of options) for (const [name, value] of features) if (value !== 0) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.entries()].filter(([, count]) => count >= fewest).map(([name]) => name).sort();
  const place = new Map(names.map((name, index) => [name, index]));
  const packed = examples.map(({ options, right }) => ({ right: new Set(right), options: options.map((features) => features.flatMap(([name, value]) => { const at = place.get(name); return at === undefined || value === 0 ? [] : [[at, value] as const]; })) }));
  const [weights, squares] = [new Float64Array(names.length), new Float64Array(names.length).fill(1e-4)];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let step = 0; step < packed.length; step += 1) {
      const example = packed[(step * STRIDE + epoch * 7) % packed.length];
      if (example !== undefined) update(example.options, example.right, weights, squares, rate, pull);
    }
  }
  const kept = names.flatMap((name, at) => { const weight = Math.round((weights[at] ?? 0) * 1000) / 1000; return Math.abs(weight) < 0.005 ? [] : [[name, [weight]] as const]; });
  return { classes: ['option'], weights: Object.fromEntries(kept) };
}

const STRIDE = 7919;

function update(options: readonly (readonly (readonly [number, number])[])[], right: ReadonlySet<number>, weights: Float64Array, squares: Float64Array, rate: number, pull: number): void {
  const sums = options.map((features) => features.reduce((sum, [at, value]) => sum + value * (weights[at] ?? 0), 0));
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const gradient = new Map<number, number>();
  options.forEach((features, index) => {
    const miss = (powers[index] ?? 0) / total - (right.has(index) ? 1 / right.size : 0);
    for (const [at, value] of features) gradient.set(at, (gradient.get(at) ?? 0) + miss * value);
  });
  for (const [at, value] of gradient) {
    const whole = value + pull * (weights[at] ?? 0);
    squares[at] = (squares[at] ?? 0) + whole * whole;
    weights[at] = (weights[at] ?? 0) - (rate * whole) / Math.sqrt(squares[at] ?? 1);
  }
}
