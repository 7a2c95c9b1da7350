import { KINDS, ELEMENT_NAMES } from '../critique.ts';
import { CHECKLIST_IDS } from '../judge/checklist.ts';
import { alphaOfPairs } from './alpha.ts';
import type { Matrix } from './kappa.ts';
import { agreement, kappa } from './kappa.ts';
import { SCALES, STEPS } from './scales.ts';
import type { Scale } from './scales.ts';
import { SCOPES } from './span-sets.ts';
import { CLOSENESS } from './spans.ts';

/** A statistic as a function of sums of counts. */
export interface Metric {
  readonly id: string;
  /** Names of the counts that it is made from. */
  readonly from: readonly string[];
  readonly value: (counts: readonly number[]) => number | null;
  /** How many cases it rests on. */
  readonly n: (counts: readonly number[]) => number;
}

/** F1 is the harmonic mean of precision and recall: 2·hits / (gold + found). */
export function rates(prefix: string, names: readonly [hit: string, gold: string, system: string]): Metric[] {
  const metric = (id: string, value: Metric['value'], n: Metric['n']): Metric => ({ id: `${prefix}/${id}`, from: names, value, n });
  return [
    metric('precision', ([hit = 0, , system = 0]) => ratio(hit, system), ([, , system = 0]) => system),
    metric('recall', ([hit = 0, gold = 0]) => ratio(hit, gold), ([, gold = 0]) => gold),
    metric('f1', ([hit = 0, gold = 0, system = 0]) => ratio(2 * hit, gold + system), ([, gold = 0]) => gold),
  ];
}

/** Names of the rows and columns of the confusion matrix of kinds; a unit that was not found has no kind. */
export const KIND_COLUMNS: readonly string[] = [...KINDS, 'none'];

export const METRICS: readonly Metric[] = [
  share('unit/read', 'unit/read', 'unit/all'),
  ...KINDS.flatMap((kind) => rates(`kind/${kind}`, [`kind/${kind}/hit`, `kind/${kind}/gold`, `kind/${kind}/system`])),
  macroF1(), ...kindAgreement(),
  ...SCOPES.flatMap((scope) => CLOSENESS.flatMap((closeness) => ELEMENT_NAMES.flatMap((element) => {
    const name = `span/${element}/${scope}`;
    return rates(`${name}/${closeness}`, [`${name}/${closeness}`, `${name}/gold`, `${name}/system`]);
  }))),
  ...SCALES.flatMap(scaleMetrics), tierCut(),
  ...rates('repeats', ['repeats/hit', 'repeats/gold', 'repeats/system']), share('repeats/right', 'repeats/right', 'repeats/hit'),
  ...(['used', 'mentioned'] as const).flatMap((use) => rates(`cliche/${use}`, [`cliche/${use}/hit`, `cliche/${use}/gold`, `cliche/${use}/system`])),
  share('checklist/right', 'checklist/same', 'checklist/all'), ...CHECKLIST_IDS.map((id) => share(`checklist/${id}`, `checklist/${id}/same`, `checklist/${id}/all`)),
  share('identifying/recall', 'identifying/hit', 'identifying/gold'), share('identifying/precision', 'identifying/right', 'identifying/system'), ...rates('links', ['links/hit', 'links/gold', 'links/system']),
  share('items/ratio', 'items/system', 'items/gold'), share('items/apart', 'items/apart', 'document/all'), share('document/kind', 'document/hit', 'document/all'),
];

/** Names of the counts in a scale's confusion matrix, row by row. */
export function scaleCells(scale: Scale): string[] {
  return STEPS[scale].flatMap((_, i) => STEPS[scale].map((__, j) => `level/${scale}/${i}>${j}`));
}

export function kindCells(): string[] {
  return KIND_COLUMNS.flatMap((gold) => KIND_COLUMNS.map((found) => `kind/cell/${gold}>${found}`));
}

export function square(counts: readonly number[], size: number): Matrix {
  return Array.from({ length: size }, (_, row) => counts.slice(row * size, (row + 1) * size));
}

function share(id: string, part: string, whole: string): Metric {
  return { id, from: [part, whole], value: ([some = 0, all = 0]) => ratio(some, all), n: ([, all = 0]) => all };
}

/** Mean of the F1 of all kinds that occur: every kind counts the same, however rare. */
function macroF1(): Metric {
  const from = KINDS.flatMap((kind) => ['hit', 'gold', 'system'].map((name) => `kind/${kind}/${name}`));
  return {
    id: 'kind/macro-f1', from,
    value: (counts) => {
      const each = KINDS.flatMap((_, index) => {
        const [hit = 0, gold = 0, system = 0] = counts.slice(index * 3, index * 3 + 3);
        return gold === 0 ? [] : [(2 * hit) / (gold + system)];
      });
      return each.length === 0 ? null : each.reduce((sum, one) => sum + one, 0) / each.length;
    },
    n: (counts) => KINDS.reduce((sum, _, index) => sum + (counts[index * 3 + 1] ?? 0), 0),
  };
}

function kindAgreement(): Metric[] {
  const of = (id: string, value: (matrix: Matrix) => number | null): Metric => matrixMetric(id, kindCells(), KIND_COLUMNS.length, value);
  return [of('kind/accuracy', (matrix) => agreement(matrix)), of('kind/alpha', (matrix) => alphaOfPairs(matrix, 'nominal')), of('kind/kappa', (matrix) => kappa(matrix))];
}

/** Ordered scales by quadratic weights and ordinal alpha; "training only" has no order. */
function scaleMetrics(scale: Scale): Metric[] {
  const ordered = scale !== 'trainingOnly';
  const of = (id: string, value: (matrix: Matrix) => number | null): Metric => matrixMetric(`level/${scale}/${id}`, scaleCells(scale), STEPS[scale].length, value);
  return [
    of('kappa', (matrix) => kappa(matrix, ordered ? 'quadratic' : 'none')), of('alpha', (matrix) => alphaOfPairs(matrix, ordered ? 'ordinal' : 'nominal')),
    of('exact', (matrix) => agreement(matrix)), ...(ordered ? [of('within-one', (matrix) => agreement(matrix, 1))] : []),
  ];
}

/** Macro-F1 of "an aspiration or less" against "a task or more" (codebook, section 8). */
function tierCut(): Metric {
  return matrixMetric('level/tier/cut-f1', scaleCells('tier'), STEPS.tier.length, (matrix) => {
    const cut = [[0, 0], [0, 0]] as [[number, number], [number, number]];
    matrix.forEach((row, i) => row.forEach((count, j) => { cut[i < 2 ? 0 : 1][j < 2 ? 0 : 1] += count; }));
    const each = [ratio(2 * cut[0][0], 2 * cut[0][0] + cut[0][1] + cut[1][0]), ratio(2 * cut[1][1], 2 * cut[1][1] + cut[0][1] + cut[1][0])].filter((value) => value !== null);
    return each.length === 0 ? null : each.reduce((sum, value) => sum + value, 0) / each.length;
  });
}

function matrixMetric(id: string, from: readonly string[], size: number, value: (matrix: Matrix) => number | null): Metric {
  return { id, from, value: (counts) => value(square(counts, size)), n: (counts) => counts.reduce((sum, count) => sum + count, 0) };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
