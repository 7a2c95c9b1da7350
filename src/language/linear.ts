/**
 * A sparse multinomial linear model: weights by feature name, one number a class.
 * Small enough to read, and its largest contributions are its reasons.
 */
export interface LinearModel<C extends string> {
  readonly classes: readonly C[];
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

export interface RawLinear {
  readonly classes: readonly string[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** A feature with its value; most are 1. */
export type Feature = readonly [name: string, value: number];

export function linearModel<C extends string>(raw: RawLinear): LinearModel<C> {
  return { classes: raw.classes as readonly C[], weights: new Map(Object.entries(raw.weights)) };
}

/** Scores of all classes (log-odds up to a constant). Features without a weight are passed over. */
export function scores<C extends string>(model: LinearModel<C>, features: readonly Feature[]): number[] {
  const sums = model.classes.map(() => 0);
  for (const [name, value] of features) {
    const weights = model.weights.get(name);
    if (weights === undefined) continue;
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + value * (weights[at] ?? 0);
  }
  return sums;
}

/** Probabilities from scores. `temperature` above 1 makes them less sure; it is fitted on held-out reviews. */
export function softmax(values: readonly number[], temperature = 1): number[] {
  const top = Math.max(...values);
  const powers = values.map((value) => Math.exp((value - top) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Features that speak most for class `chosen` against class `other`, strongest first. */
export function reasons<C extends string>(model: LinearModel<C>, features: readonly Feature[], chosen: number, other: number): { readonly name: string; readonly weight: number }[] {
  return features
    .map(([name, value]) => {
      const weights = model.weights.get(name);
      return { name, weight: value * ((weights?.[chosen] ?? 0) - (weights?.[other] ?? 0)) };
    })
    .filter(({ weight }) => weight > 0.05)
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
}
