import type { BootstrapOptions } from './bootstrap.ts';
import type { ChallengeReport } from './challenge.ts';
import type { CoderAgreement, Group, ListedError, Run } from './evaluation.ts';
import { group, groupsBy, worstErrors } from './evaluation.ts';
import type { LabelledReport } from './labelled.ts';

/** Everything that `evaluate` has to say. Reports are made from it and from nothing else. */
export interface EvaluationReport {
  readonly format: 'second-question-evaluation/1';
  readonly tool: { readonly version: string; readonly models: Readonly<Record<string, string>> };
  readonly bootstrap: Required<BootstrapOptions>;
  /** What the gold files say of themselves: who coded, and what. */
  readonly notes: readonly string[];
  /** All figures of each split, the least seen first: sealed, dev, train. */
  readonly splits: readonly Group[];
  /** The first split by file format. */
  readonly sources: readonly Group[];
  /** Headline figures by layout, author and kind of document, of reviews that are not for training where there are any. */
  readonly layouts: readonly Group[];
  readonly authors: readonly Group[];
  readonly kinds: readonly Group[];
  readonly coders: CoderAgreement | null;
  readonly errors: readonly ListedError[];
  /** Errors of sealed reviews are counted and never listed. */
  readonly sealed: boolean;
  readonly labelled: readonly LabelledReport[];
  readonly challenges: readonly ChallengeReport[];
}

export interface EvaluationParts {
  readonly tool: EvaluationReport['tool'];
  readonly runs: readonly Run[];
  readonly coders: CoderAgreement | null;
  readonly labelled: readonly LabelledReport[];
  readonly challenges: readonly ChallengeReport[];
  readonly errors: number;
}

export const BOOTSTRAP: Required<BootstrapOptions> = { resamples: 1000, seed: 2029, level: 0.95 };

const SPLIT_ORDER = ['sealed', 'dev', 'none', 'train'];

export function evaluationReport({ tool, runs, coders, labelled, challenges, errors }: EvaluationParts): EvaluationReport {
  const splits = SPLIT_ORDER.filter((split) => runs.some(({ gold }) => gold.split === split));
  const of = (split: string | undefined): Run[] => runs.filter(({ gold }) => gold.split === split);
  const first = of(splits[0]);
  const unseen = runs.some(({ gold }) => gold.split !== 'train') ? runs.filter(({ gold }) => gold.split !== 'train') : runs;
  return {
    format: 'second-question-evaluation/1', tool, bootstrap: BOOTSTRAP,
    notes: [...new Set(runs.map(({ gold }) => gold.note).filter((note) => note !== ''))].sort(),
    splits: splits.map((split) => group(split, of(split), undefined, BOOTSTRAP)),
    sources: (['docx', 'pdf', 'other'] as const).flatMap((source) => {
      const own = first.filter((run) => run.source === source);
      return own.length === 0 ? [] : [group(source, own, undefined, BOOTSTRAP)];
    }),
    layouts: groupsBy(unseen, ({ gold }) => gold.layout, BOOTSTRAP), authors: groupsBy(unseen, ({ gold }) => gold.author, BOOTSTRAP), kinds: groupsBy(unseen, ({ gold }) => gold.kind, BOOTSTRAP),
    coders, errors: worstErrors(runs, errors), sealed: splits.includes('sealed'), labelled, challenges,
  };
}
