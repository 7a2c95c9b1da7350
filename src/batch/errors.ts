import { existsSync, readFileSync } from 'node:fs';
import type { MeasuredErrors } from '../report/dashboard-figures.ts';

const FILE = new URL('../../models/evaluation.json', import.meta.url);

/** Value, low and high end of its interval, cases. */
type Figure = readonly [value: number | null, low: number | null, high: number | null, cases: number];

interface Evaluation {
  readonly watched: string;
  readonly models: Readonly<Record<string, string>>;
  readonly splits: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
}

/** Which figure of the evaluation speaks of which measure of the dashboard. */
const SPEAKS: Readonly<Record<string, string>> = {
  'named-agency': 'level/agency/exact', 'measure-of-effect': 'level/measure/exact', 'bounded-deadline': 'level/deadline/exact', 'training-only': 'level/trainingOnly/exact',
};

/** The tool's own measured error for each measure, in words; empty where nothing was measured. Written by `npm run evaluate`. */
export function loadErrors(hashes: Readonly<Record<string, string>>): MeasuredErrors {
  if (!existsSync(FILE)) return {};
  const { watched, models, splits } = JSON.parse(readFileSync(FILE, 'utf8')) as Evaluation;
  const figures = splits[watched] ?? {};
  const older = Object.entries(models).some(([name, hash]) => hashes[name] !== hash);
  const levels = Object.fromEntries(Object.entries(SPEAKS).flatMap(([measure, id]) => {
    const [value, low, high, cases] = figures[id] ?? [null, null, null, 0];
    if (value === null || low === null || high === null) return [];
    return [[measure, `level wrong in ${wrong(value)}% (${wrong(high)} to ${wrong(low)}%) of ${cases}`]];
  }));
  const found = foundWords(figures['kind/recommendation/recall'], figures['kind/recommendation/precision']);
  return { ...levels, ...(found === null ? {} : { found }), ...(older ? { changed: 'The models have changed since these errors were measured.' } : {}) };
}

function foundWords(recall: Figure | undefined, precision: Figure | undefined): string | null {
  if (recall?.[0] === undefined || recall[0] === null || precision?.[0] === undefined || precision[0] === null) return null;
  return `Of the sentences that recommend something the tool finds ${100 - wrong(recall[0])}%; of those that it takes for recommendations ${100 - wrong(precision[0])}% are.`;
}

function wrong(right: number): number {
  return Math.round((1 - right) * 100);
}
