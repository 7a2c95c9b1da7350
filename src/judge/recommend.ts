import type { AppliedRule, Dimension, ElementSpan, Elements, Form, Level, Recommendation } from '../critique.ts';
import { DIMENSIONS } from '../critique.ts';
import type { Document } from '../document.ts';
import { pageAt } from '../document.ts';
import type { ElementJudgement, ElementModels } from './elements.ts';
import type { ClicheHit } from './cliches.ts';
import type { Rubric } from './rubric.ts';
import type { RuleList } from './rules.ts';
import type { Clause, ClauseReader } from '../language/clause.ts';
import { clauseReader } from '../language/clause.ts';
import { judgeAction } from './action.ts';
import { judgeActionType } from './action-type.ts';
import { settledAction, settledType } from './learned-level.ts';
import { levelFeatures } from './level-features.ts';
import { clicheBurden } from './burden.ts';
import { frame } from './frame.ts';
import { questionsFor } from './questions.ts';
import { ruleSays } from './rules.ts';
import { specificity, tierOf } from './tier.ts';

export interface RecommendationInput {
  readonly unit: string;
  readonly item: string;
  readonly text: string;
  readonly start: number;
  readonly judged: ElementJudgement;
  readonly cliches: readonly ClicheHit[];
  /** Whether it stands as a statement of fact or a principle where asks are filed. */
  readonly filed: boolean;
  readonly leadsIn: boolean;
}

export interface RecommendModels extends ElementModels {
  readonly rubric: Rubric;
  readonly rules: RuleList;
}

export interface RecommendOptions {
  readonly weights: Readonly<Record<Dimension, number>>;
  readonly cap: number;
  /** Rule ids that the pipeline switched off: what they say is left out, and their level is not given. */
  readonly off: ReadonlySet<string>;
}

/** One recommendation unit with its levels, tier, rules, questions and frame. Pure. */
export function recommend(document: Document, input: RecommendationInput, models: RecommendModels, options: RecommendOptions, read: ClauseReader = clauseReader(models.verbs.all)): Recommendation {
  const { judged, text } = input;
  const form = formOf(input);
  const live = input.cliches.filter(({ use }) => use === 'used');
  const type = settledType(judgeActionType(text, judged.ruled, models.verbs), judged.features, models.levels);
  const levels = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, options.off.has(judged.rules[dimension]) ? null : judged.levels[dimension]])) as unknown as Recommendation['levels'];
  const burden = clicheBurden(text, live, (rest) => actionLevel(rest, rest === text ? judged.clause : read(rest), models), {
    start: input.start, supports: [...judged.elements.measure, ...judged.elements.method, ...judged.elements.outcome].filter(({ from }) => from === 'item'),
  });
  const trainingOnly = judged.action.flags.includes('training_only');
  const elements = withPages(document, judged.elements);
  const misfiled = form === 'fact' || form === 'learning';
  const flags = [...new Set([...judged.flags.filter((flag) => flag !== 'training_only'), ...(misfiled ? ['misfiled'] : []), ...(judged.elements.agency.some(({ body }) => body === 'post') ? ['post_named'] : [])])];
  return {
    unit: input.unit, item: input.item, form, misfiled, scope: judged.scope, elements,
    parts: judged.parts, levels, levelsOwn: judged.levelsOwn,
    specificity: specificity(levels, { weights: options.weights, cap: { atMost: models.rubric.cap.atMost, index: options.cap } }),
    tier: tierOf({ form, levels }, models.rubric),
    actionType: type.level, trainingOnly, clicheBurden: burden, whyLink: null, answers: [], flags,
    rules: rulesOf(input, form, burden, type, elements, live, models.rules).filter(({ id }) => !options.off.has(id)),
    frame: frame({ elements, scope: judged.scope, text, verbs: models.verbs.all }),
    questions: questionsFor({ form, levels, flags, scope: judged.scope, trainingOnly, actionType: type.level, clicheBurden: burden, whyLink: null, hasMethod: elements.method.length > 0, cliches: live }, models.rubric),
  };
}

/** Level of the action in what is left of a text, by rules and model together. */
function actionLevel(text: string, clause: Clause, models: RecommendModels): Level {
  const action = judgeAction(text, clause, models.verbs, (span) => span);
  return settledAction(action, levelFeatures(text, clause, action, judgeActionType(text, action, models.verbs).level, models.vectors), models.levels).level;
}

/** Form follows wording (codebook 2 and 12.11): a noun phrase under a heading that asks is soft, a plain statement there is misfiled. */
function formOf({ judged, text, leadsIn }: RecommendationInput): Form {
  const { mood } = judged.clause;
  if (leadsIn) return (judged.levels.agency ?? 0) >= 1 ? 'directive' : 'soft';
  if (mood === 'question') return 'learning';
  if (mood === 'counterfactual') return 'fact';
  if (mood === 'statement') {
    if (/\b(?:urgent )?(?:work|action|improvement|attention|change|reform|investment)s? (?:is|are|was) (?:also )?(?:required|needed|necessary)\b|\b(?:is|are) (?:recommended|required|needed|asked)\b/i.test(text)) return (judged.levels.agency ?? 0) >= 1 ? 'directive' : 'soft';
    return judged.clause.past ? 'fact' : PRINCIPLE.test(text) ? 'learning' : 'fact';
  }
  if (mood === 'soft' && /^\W*(?:consideration|there (?:would|is|may)|it (?:would|may)|.{0,60}\b(?:could|may|might) be considered)/i.test(text)) return 'soft';
  if (mood === 'phrase') return 'soft';
  return (judged.levels.agency ?? 0) >= 1 ? 'directive' : 'soft';
}

const PRINCIPLE = /\b(?:important|essential|vital|crucial|necessary|key|learning|lesson|reminds?|can|may|always|never|rarely|often|need)\b/i;

function withPages(document: Document, elements: Elements): Elements {
  const paged = <S extends ElementSpan>(spans: readonly S[]): S[] => spans.map((span) => (span.source === undefined ? { ...span, page: pageAt(document, span.start) } : span));
  return {
    agency: paged(elements.agency), action: paged(elements.action), measure: paged(elements.measure), deadline: paged(elements.deadline),
    method: paged(elements.method), reason: paged(elements.reason), outcome: paged(elements.outcome), target: paged(elements.target),
  };
}

const BURDENS: readonly string[] = ['cliche-burden/none', 'cliche-burden/decorative', 'cliche-burden/partly-load-bearing', 'cliche-burden/load-bearing'];
const FORMS: Readonly<Record<Form, number>> = { fact: 0, learning: 1, soft: 2, directive: 3 };

function rulesOf(input: RecommendationInput, form: Form, burden: Level, type: { level: Level; rule: string }, elements: Elements, live: readonly ClicheHit[], rules: RuleList): AppliedRule[] {
  const { judged } = input;
  const spans = (found: readonly ElementSpan[]): AppliedRule['evidence'] => found.filter(({ source }) => source === undefined).map(({ start, end }) => ({ start, end }));
  const rule = (id: string, dimension: AppliedRule['dimension'], level: number | null, evidence: AppliedRule['evidence']): AppliedRule => ({ id, dimension, level, says: ruleSays(id, rules), evidence });
  const whole = [{ start: input.start, end: input.start + input.text.length }];
  return [
    rule(`form/${form === 'learning' && judged.clause.mood === 'question' ? 'question' : form}`, 'form', FORMS[form], whole),
    ...DIMENSIONS.map((dimension) => rule(judged.rules[dimension], dimension, judged.levels[dimension], spans(elements[dimension]))),
    rule(type.rule, 'action-type', type.level, spans(elements.action)),
    rule(BURDENS[burden] ?? 'cliche-burden/none', 'cliche-burden', burden, live.map(({ start, end }) => ({ start, end }))),
  ];
}
