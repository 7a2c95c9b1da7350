import type { Form, Level, Levels, Recommendation, Tier } from '../critique.ts';
import { TIERS } from '../critique.ts';
import type { GoldUnit } from './gold.ts';

/** Everything that is coded on a scale, by the scale's id. */
export const SCALES = ['agency', 'action', 'measure', 'deadline', 'tier', 'form', 'actionType', 'whyLink', 'trainingOnly'] as const;

export type Scale = (typeof SCALES)[number];

/** Names of the steps of each scale, from low to high; `trainingOnly` has no order. */
export const STEPS: Readonly<Record<Scale, readonly string[]>> = {
  agency: ['A0', 'A1', 'A2', 'A3'], action: ['B0', 'B1', 'B2', 'B3'], measure: ['M0', 'M1', 'M2', 'M3'], deadline: ['D0', 'D1', 'D2', 'D3'],
  tier: TIERS, form: ['F0', 'F1', 'F2', 'F3'], actionType: ['S0', 'S1', 'S2', 'S3'], whyLink: ['W0', 'W1', 'W2', 'W3'], trainingOnly: ['no', 'yes'],
};

const FORMS: readonly Form[] = ['fact', 'learning', 'soft', 'directive'];

/** The step on each scale, from 0; null where it was not or could not be judged. */
export type Steps = Readonly<Record<Scale, number | null>>;

export interface UnitLevels {
  readonly steps: Steps;
  /** The rule that gave a level, in words. */
  readonly reasons: Readonly<Partial<Record<Scale, string>>>;
}

const RULES: Readonly<Record<string, Scale>> = { agency: 'agency', action: 'action', measure: 'measure', deadline: 'deadline', form: 'form', 'action-type': 'actionType', 'why-link': 'whyLink' };

export function levelsOf(recommendation: Pick<Recommendation, 'levels' | 'tier' | 'form' | 'actionType' | 'whyLink' | 'trainingOnly' | 'rules'>): UnitLevels {
  const { levels, tier, form, actionType, whyLink, trainingOnly, rules } = recommendation;
  return {
    steps: stepsOf(levels, tier, form, actionType, whyLink, trainingOnly),
    reasons: Object.fromEntries(rules.flatMap(({ dimension, says, id }) => (RULES[dimension] === undefined ? [] : [[RULES[dimension], `${says} (${id})`]]))),
  };
}

/** Steps of a gold unit; its tier follows from form and levels by the rubric. */
export function goldSteps(unit: GoldUnit, tierOf: (input: { readonly form: Form; readonly levels: Levels }) => Tier): Steps {
  const { levels, form, actionType, whyLink, trainingOnly } = unit;
  const tier = levels === null || form === null ? null : tierOf({ form, levels });
  return stepsOf(levels, tier, form, actionType, whyLink, trainingOnly);
}

export function stepsOf(levels: Levels | null, tier: Tier | null, form: Form | null, actionType: Level | null, whyLink: Level | null, trainingOnly: boolean | null): Steps {
  return {
    agency: levels?.agency ?? null, action: levels?.action ?? null, measure: levels?.measure ?? null, deadline: levels?.deadline ?? null,
    tier: tier === null ? null : TIERS.indexOf(tier), form: form === null ? null : FORMS.indexOf(form), actionType, whyLink,
    trainingOnly: trainingOnly === null ? null : Number(trainingOnly),
  };
}
