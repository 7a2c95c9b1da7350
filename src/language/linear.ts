/**
 * A sparse multinomial linear model: weights by feature name, one number a class.
 * Small enough to read, and its largest contributions are its reasons.
 */
export interface LinearModel<C extends string> {
  readonly classes: readonly C[];
  readonly weights: ReadonlyMap<string, Float64Array>;
  /** Weights of the features `v=0`, `v=1` … in one row, class by class, so that a vector needs no look-ups by name. */
  readonly vector: Float64Array;
}

export interface RawLinear {
  readonly classes: readonly string[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** A feature with its value. */
export type Feature = readonly [name: string, value: number];

/** What stands for one example: names that hold (value 1), a vector (features `v=0`, `v=1` …), and features with values of their own. */
export interface Features {
  readonly names: readonly string[];
  readonly vector: Float64Array;
  readonly valued: readonly Feature[];
}

/** Numbers of a vector, at most. */
const DIMENSIONS = 300;
const VECTOR_NAMES: readonly string[] = Array.from({ length: DIMENSIONS }, (_, at) => `v=${at}`);

export function linearModel<C extends string>(raw: RawLinear): LinearModel<C> {
  const size = raw.classes.length;
  const vector = new Float64Array(DIMENSIONS * size);
  VECTOR_NAMES.forEach((name, at) => raw.weights[name]?.forEach((weight, c) => { vector[at * size + c] = weight; }));
  return { classes: raw.classes as readonly C[], weights: new Map(Object.entries(raw.weights).map(([name, own]) => [name, Float64Array.from(own)])), vector };
}

/** Features that only have values. */
export function valuedFeatures(valued: readonly Feature[]): Features {
  return { names: [], vector: new Float64Array(0), valued };
}

/** All features one by one, for training. */
export function eachFeature({ names, vector, valued }: Features): Feature[] {
  return [...names.map((name) => [name, 1] as const), ...Array.from(vector, (value, at) => [VECTOR_NAMES[at] ?? '', value] as const), ...valued];
}

/** Scores of all classes (log-odds up to a constant). Features without a weight are passed over. */
export function scores<C extends string>({ classes, weights, vector }: LinearModel<C>, features: Features): number[] {
  const size = classes.length;
  const sums = new Float64Array(size);
  for (const name of features.names) addTo(sums, weights.get(name), 1);
  for (let at = 0, place = 0; at < features.vector.length; at += 1) {
    const value = features.vector[at] as number;
    for (let c = 0; c < size; c += 1, place += 1) sums[c] = (sums[c] as number) + value * (vector[place] as number);
  }
  for (const [name, value] of features.valued) addTo(sums, weights.get(name), value);
  return [...sums];
}

function addTo(sums: Float64Array, own: Float64Array | undefined, value: number): void {
  if (own !== undefined) for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] as number) + value * (own[c] as number);
}

/** Probabilities from scores. `temperature` above 1 makes them less sure; it is fitted on held-out reviews. */
export function softmax(values: readonly number[], temperature = 1): number[] {
  const top = Math.max(...values);
  const powers = values.map((value) => Math.exp((value - top) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Features by name that speak most for class `chosen` against class `other`, strongest first; single numbers of a vector say nothing to a reader. */
export function reasons<C extends string>({ weights }: LinearModel<C>, { names, valued }: Features, chosen: number, other: number): { readonly name: string; readonly weight: number }[] {
  const found: { readonly name: string; readonly weight: number }[] = [];
  const add = (name: string, value: number): void => {
    const own = weights.get(name);
    const weight = own === undefined ? 0 : value * ((own[chosen] ?? 0) - (own[other] ?? 0));
    if (weight > 0.05) found.push({ name, weight });
  };
  for (const name of names) add(name, 1);
  for (const [name, value] of valued) add(name, value);
  return found.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
}
