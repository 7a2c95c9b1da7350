import type { Level } from '../critique.ts';
import type { Action } from './action.ts';
import type { Features, LinearModel } from '../language/linear.ts';
import { scores, softmax } from '../language/linear.ts';

export interface LevelModels {
  readonly action: LinearModel<string>;
  readonly type: LinearModel<string>;
}

/** Where the model's most likely level has at least this share more than the rule's, it outweighs the rule. Chosen on the development reviews. */
const MARGIN = 0.1;

/** The level that the learned model gives, or the rule's where it does not clearly differ. */
export function learnedLevel(model: LinearModel<string>, features: Features, rule: Level): Level {
  const shares = softmax(scores(model, features));
  const best = shares.indexOf(Math.max(...shares));
  const own = model.classes.indexOf(String(rule));
  return (shares[best] ?? 0) - (shares[own] ?? 0) >= MARGIN ? (Number(model.classes[best]) as Level) : rule;
}

/** Rules that stand for a level of action where the model outweighs the rule that the words met. */
const RULE_OF: readonly string[] = ['action/none', 'action/aspirational-verb', 'action/task', 'action/deliverable-how'];

/** The action with the level that rules and model give together. A noun phrase without an act keeps its level, since there is nothing to score in it; so do a feeling, and a review with a criterion, which the rubric settles in words. */
export function settledAction(action: Action, features: Features, models: LevelModels): Action {
  if ((action.level === 0 && (action.parts.length === 0 || action.rule === 'action/state')) || (action.level === 2 && action.parts.every(({ lemma }) => lemma === '')) || action.rule === 'action/review-with-criterion') return action;
  const level = learnedLevel(models.action, features, action.level);
  if (level === action.level) return action;
  const rule = RULE_OF[level] ?? action.rule;
  const main = action.parts.findIndex((part) => part.level === action.level);
  return { ...action, level, rule, parts: action.parts.map((part, index) => (index === main ? { ...part, level, rule } : part.level > level ? { ...part, level } : part)) };
}

const TYPE_RULES: readonly string[] = ['action-type/telling', 'action-type/weaker', 'action-type/intermediate', 'action-type/stronger'];

export function settledType(type: { readonly level: Level; readonly rule: string }, features: Features, models: LevelModels): { level: Level; rule: string } {
  const level = learnedLevel(models.type, features, type.level);
  return { level, rule: TYPE_RULES[level] ?? type.rule };
}
