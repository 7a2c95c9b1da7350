import type { Rubric } from '../judge/rubric.ts';
import type { Answer } from './answer.ts';
import type { BootstrapOptions } from './bootstrap.ts';
import type { ReviewError } from './errors.ts';
import { evaluateReview } from './evaluate.ts';
import type { Estimate, Figure } from './figures.ts';
import { figures } from './figures.ts';
import type { CodedGold } from './gold-reading.ts';
import type { Metric } from './metrics.ts';
import { KIND_COLUMNS, METRICS, kindCells, scaleCells, square } from './metrics.ts';
import type { Matrix } from './kappa.ts';
import type { Scale } from './scales.ts';
import { SCALES, STEPS } from './scales.ts';
import type { Counts } from './tally.ts';
import { addCounts } from './tally.ts';

export type Source = 'docx' | 'pdf' | 'other';

/** One file of one review, judged and by keywords. */
export interface Run {
  readonly gold: CodedGold;
  readonly source: Source;
  readonly judge: Counts;
  readonly baseline: Counts;
  readonly errors: readonly ReviewError[];
}

/** The coders' own agreement, by what they coded (`samples/corpus/agreement.json`). */
export type CoderAgreement = Readonly<Record<string, Estimate>>;

export interface ComparedFigure extends Figure {
  readonly baseline: Estimate;
}

export interface Confusion {
  readonly id: string;
  readonly labels: readonly string[];
  /** Rows are the gold, columns the judge. */
  readonly rows: Matrix;
}

/** All figures of a set of reviews. */
export interface Group {
  readonly name: string;
  readonly splits: readonly string[];
  readonly reviews: number;
  readonly files: number;
  readonly figures: readonly ComparedFigure[];
  readonly confusions: readonly Confusion[];
}

export interface ListedError extends ReviewError {
  readonly review: string;
  readonly split: string;
  readonly sources: readonly Source[];
}

/** Figures that are shown first, broken down by layout and author, and watched in continuous integration. */
export const HEADLINES: readonly string[] = [
  'kind/recommendation/f1', 'kind/learning-point/f1', 'kind/macro-f1', 'kind/alpha',
  ...['agency', 'action', 'measure', 'deadline'].map((element) => `span/${element}/all/overlap/f1`),
  ...['agency', 'action', 'measure', 'deadline'].map((scale) => `level/${scale}/kappa`),
  'level/tier/cut-f1', 'repeats/f1',
];

/** Which figure may be held beside the coders' agreement on the same thing. */
export const CODER_KEYS: Readonly<Record<string, string>> = { 'kind/alpha': 'kind', ...Object.fromEntries(SCALES.map((scale) => [`level/${scale}/alpha`, scale])) };

export function runOn(gold: CodedGold, source: Source, answers: { readonly judge: Answer; readonly baseline: Answer }, rubric: Pick<Rubric, 'tierRules'>): Run {
  // The errors of sealed reviews are never listed, so that nobody tunes the judge to them.
  const judged = evaluateReview(gold, answers.judge, rubric, gold.split !== 'sealed');
  return { gold, source, judge: judged.counts, errors: judged.errors, baseline: evaluateReview(gold, answers.baseline, rubric, false).counts };
}

/** Figures of a set of runs; reviews are the clusters, and both files of a review go together. */
export function group(name: string, runs: readonly Run[], metrics: readonly Metric[] = METRICS, options: BootstrapOptions = {}): Group {
  const ids = [...new Set(runs.map(({ gold }) => gold.id))];
  const clusters = (of: 'judge' | 'baseline'): Counts[] => ids.map((id) => addCounts(runs.filter(({ gold }) => gold.id === id).map((run) => run[of])));
  const judged = clusters('judge');
  const baseline = figures(clusters('baseline'), metrics, options);
  return {
    name, splits: [...new Set(runs.map(({ gold }) => gold.split))].sort(), reviews: ids.length, files: runs.length,
    figures: figures(judged, metrics, options).map((figure, index) => ({ ...figure, baseline: only(baseline[index]) })),
    confusions: metrics === METRICS ? confusions(addCounts(judged)) : [],
  };
}

/** Groups of runs by a property of their review, with the headline figures. */
export function groupsBy(runs: readonly Run[], property: (run: Run) => string, options: BootstrapOptions = {}): Group[] {
  const names = [...new Set(runs.map(property))].sort();
  const metrics = METRICS.filter(({ id }) => HEADLINES.includes(id));
  return names.map((name) => group(name, runs.filter((run) => property(run) === name), metrics, options));
}

function only(figure: Figure | undefined): Estimate {
  return { value: figure?.value ?? null, low: figure?.low ?? null, high: figure?.high ?? null };
}

function confusions(counts: Counts): Confusion[] {
  const of = (id: string, labels: readonly string[], cells: readonly string[]): Confusion => ({ id, labels, rows: square(cells.map((cell) => counts[cell] ?? 0), labels.length) });
  return [of('kind', KIND_COLUMNS, kindCells()), ...SCALES.map((scale: Scale) => of(scale, STEPS[scale], scaleCells(scale)))];
}

/** The heaviest errors first; one that both files of a review share is listed once. */
export function worstErrors(runs: readonly Run[], most: number): ListedError[] {
  const known = new Map<string, ListedError>();
  for (const { gold, source, errors } of runs) {
    for (const error of errors) {
      const key = [gold.id, error.about, error.name, error.text, error.gold, error.about === 'span' ? '' : error.judge.split(' ')[0]].join('\n');
      const same = known.get(key);
      known.set(key, same === undefined ? { ...error, review: gold.id, split: gold.split, sources: [source] } : { ...same, sources: [...new Set([...same.sources, source])] });
    }
  }
  return spread([...known.values()].sort((a, b) => b.weight - a.weight || b.sources.length - a.sources.length || (a.review < b.review ? -1 : a.review > b.review ? 1 : 0)), most);
}

/** No kind of error crowds out the others: half of the list for kinds, the rest shared by levels and spans. */
function spread(errors: readonly ListedError[], most: number): ListedError[] {
  const take = (about: ReviewError['about'], count: number): ListedError[] => errors.filter((error) => error.about === about).slice(0, count);
  const quarter = Math.floor(most / 4);
  return [...take('kind', most - 2 * quarter), ...take('level', quarter), ...take('span', quarter)];
}
