import { alpha, alphaOfPairs } from './alpha.ts';
import type { BootstrapOptions } from './bootstrap.ts';
import { bootstrap } from './bootstrap.ts';
import type { CodedUnit, Coder } from './coders.ts';
import { unitKey } from './coders.ts';
import type { Estimate } from './figures.ts';
import { estimate } from './figures.ts';
import type { Matrix } from './kappa.ts';
import { agreement, kappa } from './kappa.ts';
import { withLabels } from './labels.ts';
import type { SpanAgreement } from './span-agreement.ts';
import type { Order, Variable } from './variables.ts';
import { VARIABLES } from './variables.ts';

export interface Pairwise {
  readonly coders: readonly [string, string];
  /** Units that both coded. */
  readonly n: number;
  readonly exact: number | null;
  /** At most one step apart; null for variables without an order. */
  readonly withinOne: number | null;
  readonly kappa: number | null;
  readonly kappaLinear: number | null;
  readonly kappaQuadratic: number | null;
  /** Of codes that a passage has or not: agreement on those that either gave, 2a / (2a + b + c); the passages that neither coded don't swell it (Dice 1945; Cicchetti & Feinstein 1990). */
  readonly positive: number | null;
  /** Rows: the first coder; columns: the second. */
  readonly confusion: Matrix;
}

export interface VariableAgreement {
  readonly id: string;
  readonly order: Order;
  readonly values: readonly string[];
  /** One of many codes that a passage may have. */
  readonly label: boolean;
  /** Units that at least two coders coded. */
  readonly n: number;
  /** Alpha of the variable's own order, with its interval over documents. */
  readonly alpha: Estimate;
  readonly alphas: Readonly<Record<Order, number | null>>;
  readonly pairs: readonly Pairwise[];
}

export interface Disagreement {
  readonly document: string;
  readonly unit: string;
  readonly text: string | null;
  readonly variable: string;
  /** Value of each coder, in their order; null where the unit was not coded. */
  readonly codes: readonly (string | null)[];
}

export interface Agreement {
  readonly coders: readonly string[];
  readonly documents: number;
  readonly units: number;
  /** Units that each coder coded and nobody else did. */
  readonly alone: readonly number[];
  readonly variables: readonly VariableAgreement[];
  readonly disagreements: readonly Disagreement[];
  /** Agreement on places, for every two coders who marked words of the same text. */
  readonly spans?: readonly SpanAgreement[];
}

/** One unit with what each coder said of it; null where a coder does not have it. */
interface Shared {
  readonly document: string;
  readonly unit: string;
  readonly text: string | null;
  readonly by: readonly (CodedUnit | null)[];
}

/** The passages that at least one coder took for more than narrative: all agreeing on the rest swells no figure. */
const CANDIDATES = 'kind (candidates)';

/** Agreement of two or more coders on every variable that two of them coded. Intervals are bootstrapped over documents. */
export function agree(given: readonly Coder[], options: BootstrapOptions = {}): Agreement {
  const coders = withLabels(given);
  const shared = sharedUnits(coders);
  const documents = [...new Set(shared.map(({ document }) => document))];
  const known = new Map(coders.flatMap(({ variables }) => variables.map((variable) => [variable.id, variable] as const)));
  const ids = [...VARIABLES.map(({ id }) => id), ...[...known.keys()].filter((id) => VARIABLES.every((variable) => variable.id !== id))];
  const candidates = shared.filter(({ by }) => by.some((unit) => (unit?.codes.get('kind') ?? 'other') !== 'other'));
  const variables = ids.flatMap((id) => {
    const variable = known.get(id);
    if (variable === undefined) return [];
    const whole = variableAgreement(variable, id, shared, documents, coders, options);
    const part = id === 'kind' ? variableAgreement(variable, CANDIDATES, candidates, documents, coders, options) : null;
    return [whole, part].filter((one) => one !== null);
  });
  return {
    coders: coders.map(({ name }) => name), documents: documents.length, units: shared.length,
    alone: coders.map((_, index) => shared.filter(({ by }) => by.every((unit, other) => (unit !== null) === (other === index))).length),
    variables, disagreements: shared.flatMap((unit) => disagreements(unit, ids)),
  };
}

function sharedUnits(coders: readonly Coder[]): Shared[] {
  const indexes = coders.map(({ units }) => new Map(units.map((unit) => [unitKey(unit), unit])));
  const keys = new Set(indexes.flatMap((index) => [...index.keys()]));
  return [...keys].flatMap((key) => {
    const by = indexes.map((index) => index.get(key) ?? null);
    const [first] = by.filter((unit) => unit !== null);
    return first === undefined ? [] : [{ document: first.document, unit: first.unit, text: by.find((unit) => unit?.text)?.text ?? null, by }];
  });
}

/** Null where no unit has two codes. */
function variableAgreement(variable: Variable, id: string, shared: readonly Shared[], documents: readonly string[], coders: readonly Coder[], options: BootstrapOptions): VariableAgreement | null {
  const codes = (unit: Shared): (string | null)[] => unit.by.map((own) => own?.codes.get(variable.id) ?? null);
  const paired = shared.filter((unit) => codes(unit).filter((code) => code !== null).length > 1);
  if (paired.length === 0) return null;
  const values = valuesOf(variable, paired.flatMap(codes));
  const numeric = values.every((value) => /^-?\d+$/.test(value));
  const rating = (code: string | null): string | number | null => (code === null || !numeric ? code : Number(code));
  const order = numeric ? values.map(Number) : values;
  const blocks = documents.map((document) => paired.filter((unit) => unit.document === document).map((unit) => codes(unit).map(rating))).filter((block) => block.length > 0);
  const alphaOf = (rows: readonly (readonly (string | number | null)[])[], metric: Order): number | null => alpha(coders.map((_, index) => rows.map((row) => row[index] ?? null)), metric, order);
  // Of two coders the pairs of a document are counted once; an interval needs the values themselves.
  const counts = coders.length === 2 && variable.order !== 'interval' ? blocks.map((block) => counted(block, order)) : null;
  const drawnAlpha = (drawn: readonly number[]): number | null => (counts === null
    ? alphaOf(drawn.flatMap((index) => blocks[index] ?? []), variable.order)
    : alphaOfPairs(order.map((_, i) => order.map((__, j) => drawn.reduce((sum, index) => sum + (counts[index]?.[i]?.[j] ?? 0), 0))), variable.order));
  const [interval = null] = bootstrap(blocks.length, 1, (drawn) => [drawnAlpha(drawn)], options);
  const all = blocks.flat();
  const point = (metric: Order): number | null => estimate(alphaOf(all, metric), null).value;
  const ordered = variable.order !== 'nominal';
  return {
    id, order: variable.order, values, label: variable.label === true, n: paired.length, alpha: estimate(alphaOf(all, variable.order), interval),
    alphas: { nominal: point('nominal'), ordinal: ordered ? point('ordinal') : null, interval: ordered && numeric ? point('interval') : null },
    pairs: coders.flatMap((a, i) => coders.slice(i + 1).map((b, j) => pairwise([a.name, b.name], paired.map(codes).map((row) => [row[i] ?? null, row[i + 1 + j] ?? null] as const), values, variable))),
  };
}

function counted(block: readonly (readonly (string | number | null)[])[], order: readonly (string | number)[]): Matrix {
  return order.map((a) => order.map((b) => block.filter(([first, second]) => first === a && second === b).length));
}

function valuesOf({ values, order }: Variable, found: readonly (string | null)[]): readonly string[] {
  const extra = [...new Set(found)].filter((value) => value !== null).filter((value) => !(values ?? []).includes(value));
  const all = [...(values ?? []), ...extra];
  return extra.length > 0 && order !== 'nominal' ? all.sort((a, b) => Number(a) - Number(b)) : all;
}

function pairwise(coders: readonly [string, string], pairs: readonly (readonly [string | null, string | null])[], values: readonly string[], { order, label }: Variable): Pairwise {
  const ordered = order !== 'nominal';
  const place = new Map(values.map((value, index) => [value, index]));
  const confusion = values.map(() => values.map(() => 0));
  let n = 0;
  for (const [a, b] of pairs) {
    const row = confusion[place.get(a ?? '') ?? -1];
    const column = place.get(b ?? '');
    if (row === undefined || column === undefined) continue;
    row[column] = (row[column] ?? 0) + 1;
    n += 1;
  }
  const rounded = (value: number | null): number | null => estimate(value, null).value;
  return {
    coders, n, exact: rounded(agreement(confusion)), withinOne: ordered ? rounded(agreement(confusion, 1)) : null, kappa: rounded(kappa(confusion)),
    kappaLinear: ordered ? rounded(kappa(confusion, 'linear')) : null, kappaQuadratic: ordered ? rounded(kappa(confusion, 'quadratic')) : null, positive: label === true ? rounded(positive(confusion)) : null, confusion,
  };
}

/** Rows and columns are no and yes. */
function positive([[, b = 0] = [], [c = 0, a = 0] = []]: Matrix): number | null {
  return a + b + c === 0 ? null : (2 * a) / (2 * a + b + c);
}

/** A variable that only some coded is a disagreement about kind, and is listed there. */
function disagreements({ document, unit, text, by }: Shared, ids: readonly string[]): Disagreement[] {
  return ids.flatMap((variable) => {
    const codes = by.map((own) => own?.codes.get(variable) ?? null);
    return new Set(codes.filter((code) => code !== null)).size > 1 ? [{ document, unit, text, variable, codes }] : [];
  });
}
