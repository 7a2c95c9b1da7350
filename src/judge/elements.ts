import type { AgencySpan, DeadlineSpan, ElementSpan, Elements, Level, Levels, Part, Scope } from '../critique.ts';
import type { Span } from '../document.ts';
import type { Clause, ClauseReader } from '../language/clause.ts';
import { clauseReader } from '../language/clause.ts';
import type { Features } from '../language/linear.ts';
import type { Gazetteer } from '../language/bodies.ts';
import type { Action, VerbModel } from './action.ts';
import type { Deadline, DeadlineModel } from './deadline.ts';
import type { Measure, MeasureModel } from './measure.ts';
import type { Passage } from './passage.ts';
import type { Vectors } from '../language/vectors.ts';
import type { LevelModels } from './learned-level.ts';
import { settledAction } from './learned-level.ts';
import { judgeEnsured } from './action.ts';
import { ownOwner } from './agency.ts';
import { givenOwner } from './context-owner.ts';
import { findDeadlines } from './deadline.ts';
import { findMeasure, hits } from './measure.ts';
import { readOwn } from './own-reading.ts';
import { place } from './passage.ts';
import { reasonSpans } from './purpose.ts';
import { trimmedEnd } from '../language/trim.ts';

export interface ElementModels {
  readonly bodies: Gazetteer;
  readonly verbs: VerbModel;
  readonly deadlines: DeadlineModel;
  readonly measures: MeasureModel;
  readonly levels: LevelModels;
  readonly vectors: Vectors;
}

/** What was found in one recommendation, and by which rule each level was given. Pages are added later. */
export interface ElementJudgement {
  readonly elements: Elements;
  readonly parts: readonly Part[];
  readonly levels: Levels;
  readonly levelsOwn: Levels;
  readonly rules: Readonly<Record<'agency' | 'action' | 'measure' | 'deadline', string>>;
  readonly scope: Scope;
  readonly action: Action;
  /** The action as the rules alone judge it, and what the learned models look at. */
  readonly ruled: Action;
  readonly features: Features;
  readonly clause: Clause;
  readonly flags: readonly string[];
}

/**
 * Judges who, what and how, how anyone would know, and by when, first in the recommendation's own words, then with its context.
 * A level with context is never below its own: a row's owner and date add, they take nothing away.
 */
export function judgeElements(own: Passage, context: readonly Passage[], clause: Clause, models: ElementModels, read: ClauseReader = clauseReader(models.verbs.all)): ElementJudgement {
  const { deadline, measure: seen, acts, action: ruled, features } = readOwn(own, clause, models, (span, dates) => cutTail(own.text, span, dates, models.measures), (found) => underEnsure(found, own, context, models.verbs));
  const action = settledAction(ruled, features, models.levels);
  const measure = capAudit(own.text, seen, action);
  // "The Partnership should:" asks nothing by itself, and says who acts.
  const asks = acts.asks.length > 0 ? acts : clause;
  const owner = ownOwner(own, asks, models.bodies);
  const given = givenOwner(own.text, asks, owner, context, models, read);
  const dates = context.filter(({ from }) => from === 'deadline' || from === 'stem' || from === 'plan' || from === 'following' || from === 'repeat').map((passage) => findDeadlines(passage, models.deadlines));
  const measures = context.filter(({ from }) => from === 'measure' || from === 'stem' || from === 'plan' || from === 'following' || from === 'repeat').map((passage) => findMeasure(passage, models.measures));
  const bestDate = best([deadline, ...dates]);
  const bestMeasure = best([measure, ...measures]);
  const stemAction = action.level < 2 && clause.asks.length === 0 ? null : action;
  const purpose = reasonSpans(own, models.measures, action.parts.map((part) => part.span));
  const inherited = given.level > owner.level ? given : null;
  // Who answers stands in the row's own column, whoever the words begin with ("Leaders should …").
  const inRow = context.some(({ from, repeated }) => from === 'owner' && repeated !== true) && given.level >= owner.level && given.spans.length > 0;
  return {
    elements: {
      agency: (inRow ? [...owner.spans.filter((span) => owner.level === 3 && !saysAgain(span, given.spans)), ...given.spans] : [...owner.spans, ...(inherited?.spans ?? [])]) satisfies readonly AgencySpan[],
      action: action.parts.map((part) => ({ ...place(own, part.span), page: null, from: 'item' as const })),
      measure: gather(measure, measures, measure.level),
      deadline: gather(deadline, dates, deadline.level),
      method: purpose.method, reason: purpose.reason,
      outcome: [...purpose.outcome, ...context.filter(({ from }) => from === 'outcome').map((passage) => whole(passage))],
      target: owner.targets.map((span) => ({ ...span, page: null, from: 'item' as const })),
    },
    parts: action.parts.map((part) => ({ ...place(own, part.span), level: part.level })),
    levels: { agency: Math.max(owner.level, given.level) as Level, action: (stemAction ?? action).level, measure: bestMeasure.level, deadline: bestDate.level },
    levelsOwn: { agency: owner.level, action: action.level, measure: measure.level, deadline: deadline.level },
    rules: { agency: (inherited ?? owner).rule, action: action.rule, measure: bestMeasure.rule, deadline: bestDate.rule },
    scope: inherited?.scope ?? owner.scope ?? given.scope ?? 'local',
    action, ruled, features, clause,
    flags: [...action.flags, ...(deadline.recurrence ? ['recurrence'] : []), ...(purpose.outcome.length > 0 && bestMeasure.level < 2 ? ['outcome_stated'] : [])],
  };
}

/** "The partnership" beside "Holmere Safeguarding Children Partnership": the same body in fewer words. */
function saysAgain({ text }: AgencySpan, others: readonly AgencySpan[]): boolean {
  const head = text.toLowerCase().split(/[^\p{L}\d]/u).findLast((word) => word !== '') ?? '';
  return head !== '' && others.some((other) => other.text.toLowerCase().includes(head));
}

/** Under "The hirer shall ensure that:" a bullet states the clause that "ensure" governs: "no hall is let without …". */
function underEnsure(action: Action, own: Passage, context: readonly Passage[], verbs: VerbModel): Action {
  if (action.level > 0 || !context.some(({ from, text }) => from === 'stem' && /\b(?:ensure|so|agree|requires?|providing|provided|rule|under which)(?: that)?\s*[:,–—-]*$/iu.test(text))) return action;
  const judged = judgeEnsured(own.text, verbs);
  return { ...action, level: judged.level, rule: judged.rule, parts: [{ span: { start: 0, end: own.text.replace(/[\s.;,]{1,20}$/u, '').length }, level: judged.level, rule: judged.rule, lemma: 'ensure' }] };
}

function whole(passage: Passage): ElementSpan {
  return { ...place(passage, { start: 0, end: passage.text.trimEnd().length }), page: null, from: 'context' };
}

function best<T extends { readonly level: Level }>(found: readonly T[]): T {
  return found.reduce((top, next) => (next.level > top.level ? next : top));
}

/** Context spans are listed where they add to what the words themselves say. */
function gather<S extends ElementSpan | DeadlineSpan>(own: { readonly spans: readonly S[] }, context: readonly { readonly spans: readonly S[]; readonly level: Level }[], level: Level): S[] {
  return [...own.spans, ...context.filter((found) => found.level > level).flatMap(({ spans }) => spans)];
}

/** An audit that is the whole action is at most M2, unless it is set against an earlier figure (codebook M rules, 12.4). */
function capAudit(text: string, measure: Measure, action: Action): Measure {
  if (!action.flags.includes('audit_only') || measure.level < 3) return measure;
  return /\b(?:re-?audit|against|compar|baseline|before and)/iu.test(text) ? measure : { ...measure, level: 2, rule: 'measure/process' };
}

/** Whom a purpose is for: "so that children are seen". */
const FOR_PEOPLE = /^\s+(?:\w+\s+){0,2}(?:children|child|babies|infants|young people|families|parents|mothers|fathers|practitioners|professionals|staff|workers|agencies|partners|learning|risks?|needs)\b/iu;

/** An action ends before its purpose, reason, deadline and measure where these stand at its end. */
function cutTail(text: string, span: Span, deadline: Deadline, measures: MeasureModel): Span {
  let { end } = span;
  const [own, asked] = [text.slice(span.start, end), text.slice(span.start)];
  for (const cue of [measures.reason, measures.outcome]) {
    for (const hit of hits(own, cue)) {
      // "so that it asks about debt" is content of the product; a purpose for children is not.
      if (cue === measures.outcome && /^so\s+that$/iu.test(own.slice(hit.start, hit.end)) && !FOR_PEOPLE.test(asked.slice(hit.end))) continue;
      if (hit.start > 12) { end = Math.min(end, span.start + hit.start); break; }
    }
  }
  const dates = deadline.spans.map(({ text: words }) => text.indexOf(words, span.start)).filter((at) => at > span.start + 8);
  for (const at of dates) {
    const words = deadline.spans.find((date) => text.startsWith(date.text, at))?.text ?? '';
    if (at < end && text.slice(at + words.length, end).replace(/[\s.,;:]+/gu, '').length < 3) end = at;
  }
  return { start: span.start, end: trimmedEnd(text, end, ',;:.–—-') };
}
