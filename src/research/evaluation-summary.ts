import type { ComparedFigure, Group } from './evaluation.ts';
import { HEADLINES } from './evaluation.ts';
import type { EvaluationReport } from './evaluation-report.ts';

/** What is kept of an evaluation to hold later ones against (`models/evaluation.json`): value, low, high, n, and the value of the baseline. */
export type KeptFigure = readonly [value: number | null, low: number | null, high: number | null, n: number, baseline: number | null];

export interface EvaluationSummary<Elsewhere = unknown> {
  readonly format: 'second-question-evaluation-summary/1';
  readonly about: string;
  readonly models: Readonly<Record<string, string>>;
  /** The split by which the judge is watched. */
  readonly watched: string;
  /** All figures of the watched split, headline figures of the others. */
  readonly splits: Readonly<Record<string, Readonly<Record<string, KeptFigure>>>>;
  /** Tables of documents outside the package, kept from the last time that someone had them. */
  readonly elsewhere: Elsewhere;
}

export function evaluationSummary<Elsewhere>({ tool, splits }: EvaluationReport, elsewhere: Elsewhere): EvaluationSummary<Elsewhere> {
  const watched = splits[0]?.name ?? '';
  return {
    format: 'second-question-evaluation-summary/1',
    about: 'Made by `npm run evaluate`; do not edit. Figures by split: value, low and high end of the 95 per cent interval, cases, value of the keyword baseline.',
    models: tool.models, watched,
    splits: Object.fromEntries(splits.map((split) => [split.name, keptFigures(split, split.name === watched)])),
    elsewhere,
  };
}

function keptFigures({ figures }: Group, all: boolean): Record<string, KeptFigure> {
  const kept = figures.filter(({ id, value }) => HEADLINES.includes(id) || (all && value !== null));
  return Object.fromEntries(kept.map(({ id, value, low, high, n, baseline }: ComparedFigure) => [id, [value, low, high, n, baseline.value] as const]));
}

/** One figure a line, so that a change can be read. */
export function summaryText(summary: EvaluationSummary): string {
  const text = JSON.stringify(summary, null, 2);
  return `${text.replace(/\[\n\s+((?:-?[\d.]+|null|"[^"\n]*")(?:,\n\s+(?:-?[\d.]+|null|"[^"\n]*"))*)\n\s+\]/g, (_, inner: string) => `[${inner.replace(/,\n\s+/g, ', ')}]`)}\n`;
}

export interface Fall {
  readonly id: string;
  readonly value: number | null;
  readonly before: number;
  readonly low: number;
}

/** Headline figures of the watched split that fell below the interval that is on record. */
export function falls(report: EvaluationReport, kept: EvaluationSummary): Fall[] {
  const now = report.splits.find(({ name }) => name === kept.watched);
  return HEADLINES.flatMap((id) => {
    const [before = null, low = null] = kept.splits[kept.watched]?.[id] ?? [];
    const value = now?.figures.find((figure) => figure.id === id)?.value ?? null;
    return before === null || low === null || (value !== null && value >= low) ? [] : [{ id, value, before, low }];
  });
}
