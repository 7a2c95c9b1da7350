/**
 * A sparse multinomial linear model: weights by feature name, one number a class.
 * Small enough to read, and its largest contributions are its reasons.
 */
export interface LinearModel<C extends string> {
  readonly classes: readonly C[];
  /** Row of each feature in `table`, by name. Models that judge the same examples may share one, and hold zeros where only the other has weights. */
  readonly rows: ReadonlyMap<string, number>;
  /** Weights, row by row, one number a class. */
  readonly table: Float64Array;
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

/** Rows of all features of some models, so that a feature is looked up once for all of them. */
export function sharedRows(raws: readonly RawLinear[]): ReadonlyMap<string, number> {
  return new Map([...new Set(raws.flatMap(({ weights }) => Object.keys(weights)))].map((name, row) => [name, row]));
}

export function linearModel<C extends string>(raw: RawLinear, rows: ReadonlyMap<string, number> = sharedRows([raw])): LinearModel<C> {
  const size = raw.classes.length;
  const table = new Float64Array(rows.size * size);
  for (const [name, own] of Object.entries(raw.weights)) table.set(own, (rows.get(name) ?? 0) * size);
  const vector = new Float64Array(DIMENSIONS * size);
  VECTOR_NAMES.forEach((name, at) => raw.weights[name]?.forEach((weight, c) => { vector[at * size + c] = weight; }));
  return { classes: raw.classes as readonly C[], rows, table, vector };
}

/** Features that only have values. */
export function valuedFeatures(valued: readonly Feature[]): Features {
  return { names: [], vector: new Float64Array(0), valued };
}

/** All features one by one, for training. */
export function eachFeature({ names, vector, valued }: Features): Feature[] {
  return [...names.map((name) => [name, 1] as const), ...Array.from(vector, (value, at) => [VECTOR_NAMES[at] ?? '', value] as const), ...valued];
}

/** Rows of the features that a model has weights for, in order. */
export function rowsOf({ rows }: Pick<LinearModel<string>, 'rows'>, names: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (const name of names) {
    const row = rows.get(name);
    if (row !== undefined) found.push(row);
  }
  return found;
}

/** Scores of all classes (log-odds up to a constant). Features without a weight are passed over. `known` are the rows of its names, if they are at hand. */
export function scores<C extends string>(model: LinearModel<C>, features: Features, known: readonly number[] = rowsOf(model, features.names)): number[] {
  const { classes, rows, table, vector } = model;
  const size = classes.length;
  const sums = new Float64Array(size);
  for (const row of known) addTo(sums, table, row, 1);
  for (let at = 0, place = 0; at < features.vector.length; at += 1) {
    const value = features.vector[at] as number;
    for (let c = 0; c < size; c += 1, place += 1) sums[c] = (sums[c] as number) + value * (vector[place] as number);
  }
  for (const [name, value] of features.valued) {
    const row = rows.get(name);
    if (row !== undefined) addTo(sums, table, row, value);
  }
  return [...sums];
}

function addTo(sums: Float64Array, table: Float64Array, row: number, value: number): void {
  const size = sums.length;
  for (let c = 0, at = row * size; c < size; c += 1, at += 1) sums[c] = (sums[c] as number) + value * (table[at] as number);
}

/** Probabilities from scores. `temperature` above 1 makes them less sure; it is fitted on held-out reviews. */
export function softmax(values: readonly number[], temperature = 1): number[] {
  const top = Math.max(...values);
  const powers = values.map((value) => Math.exp((value - top) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Features by name that speak most for class `chosen` against class `other`, strongest first; single numbers of a vector say nothing to a reader. */
export function reasons<C extends string>({ classes, rows, table }: LinearModel<C>, { names, valued }: Features, chosen: number, other: number): { readonly name: string; readonly weight: number }[] {
  const found: { readonly name: string; readonly weight: number }[] = [];
  const add = (name: string, value: number): void => {
    const row = rows.get(name);
    if (row === undefined) return;
    const weight = value * ((table[row * classes.length + chosen] ?? 0) - (table[row * classes.length + other] ?? 0));
    if (weight > 0.05) found.push({ name, weight });
  };
  for (const name of names) add(name, 1);
  for (const [name, value] of valued) add(name, value);
  return found.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
}
