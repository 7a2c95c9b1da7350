import type { Span } from '../document.ts';
import type { Clause } from '../language/clause.ts';
import type { Features } from '../language/linear.ts';
import type { Vectors } from '../language/vectors.ts';
import type { Action, VerbModel } from './action.ts';
import { judgeAction } from './action.ts';
import { judgeActionType } from './action-type.ts';
import type { Deadline, DeadlineModel } from './deadline.ts';
import { findDeadlines } from './deadline.ts';
import { levelFeatures } from './level-features.ts';
import { mainAsks } from './main-asks.ts';
import type { Measure, MeasureModel } from './measure.ts';
import { findMeasure } from './measure.ts';
import type { Passage } from './passage.ts';

export interface OwnModels {
  readonly verbs: VerbModel;
  readonly deadlines: DeadlineModel;
  readonly measures: MeasureModel;
  readonly vectors: Vectors;
}

/** What a recommendation's own words say, by the rules: the same in judging and in training. */
export interface OwnReading {
  readonly deadline: Deadline;
  readonly measure: Measure;
  /** The clause with the asks that are actions. */
  readonly acts: Clause;
  readonly action: Action;
  /** What the learned models look at. */
  readonly features: Features;
}

/** `cut` ends an action; `settle` may change what the rules say of it before the features are made. */
export function readOwn(own: Passage, clause: Clause, models: OwnModels, cut: (span: Span, deadline: Deadline) => Span, settle: (action: Action) => Action = (action) => action): OwnReading {
  const deadline = findDeadlines(own, models.deadlines);
  const days = deadline.spans.filter(({ type }) => type !== 'recurring').map((span) => within(own, span));
  const measure = findMeasure(own, models.measures, clause.asks, days);
  const acts = mainAsks(own.text, clause, measure.spans.map((span) => within(own, span)), days);
  // What a measure or a date says is no part of how the action would be done.
  const asked = blanked(own.text, [...measure.beside, ...days]);
  const action = settle(judgeAction(own.text, acts, models.verbs, (span) => cut(span, deadline), asked));
  const features = levelFeatures(asked, acts, action, judgeActionType(own.text, action, models.verbs).level, models.vectors);
  return { deadline, measure, acts, action, features };
}

function within({ start }: Passage, span: Span): Span {
  return { start: span.start - start, end: span.end - start };
}

/** The text without the words of some spans; what is left stands close. */
function blanked(text: string, spans: readonly Span[]): string {
  let [kept, at] = ['', 0];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    kept += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return (kept + text.slice(at)).replace(/[\s,;]{1,20}([.;]|$)/gu, '$1').trim();
}
