/**
 * Words that stand over and under an evaluation, the same in every format.
 */
import type { ChallengeReport } from '../research/challenge.ts';
import type { ListedError } from '../research/evaluation.ts';
import type { EvaluationReport } from '../research/evaluation-report.ts';
import type { Disagreement, LabelledReport } from '../research/labelled.ts';
import { count } from './words.ts';

export function headWords(report: EvaluationReport): string[] {
  const [first] = report.splits;
  const sizes = report.splits.map(({ name, reviews, files }) => `${name} ${count(reviews, 'review')} in ${count(files, 'file')}`);
  return [
    ...(first === undefined ? [] : [`${sizes.join(' · ')}. Figures are for "${first.name}" where nothing else is said.`]),
    ...(report.notes.length === 0 ? [] : [`About these reviews: ${report.notes.join('; ')}.`]),
    `In brackets: 95 per cent intervals, from ${report.bootstrap.resamples} resamples of whole reviews (percentile bootstrap, seed ${report.bootstrap.seed}). n counts a unit once for each file that was read.`,
  ];
}

/** What stands before the list of errors. */
export function errorWords(report: EvaluationReport): string {
  const sealed = report.sealed ? ' Errors of sealed reviews are counted and never listed, so that nobody tunes the judge to them.' : '';
  return `${report.errors.length === 0 ? 'No errors are listed.' : 'The judge was surest of these, or furthest away; half of them are kinds, the rest levels and spans.'}${sealed}`;
}

/** One thing worth reading: a line of where, the passage, and the reasons. */
export interface Case {
  readonly head: string;
  readonly text: string;
  readonly why: readonly string[];
}

export function errorCase(error: ListedError): Case {
  const { review, split, sources, name, section, text, gold, judge, why } = error;
  return { head: `${name}: gold ${gold}, judge ${judge}`, text, why: [`${review} (${split}; ${sources.join(', ')})${section === null ? '' : `, under “${section}”`}`, ...why] };
}

export function labelledCases({ disagreements }: LabelledReport): Case[] {
  const sorted = [...disagreements].sort((a, b) => Number(a.borderline) - Number(b.borderline));
  return sorted.map(({ label, judge, borderline, text, file, heading, why }: Disagreement) => ({
    head: `label ${label}${borderline ? ' (borderline)' : ''}, judge ${judge}`, text, why: [`${file}${heading === null ? '' : `, under “${heading}”`}`, ...why],
  }));
}

export function challengeCases({ scores }: ChallengeReport): Case[] {
  return scores.map(({ id, kind, verdict, tier, index, levels, clicheBurden, text, reasons }) => ({
    head: `${id} ${kind}, verdict ${verdict}: tier ${tier}, index ${index}, ${levels}, burden ${clicheBurden ?? '–'}`, text, why: reasons,
  }));
}
