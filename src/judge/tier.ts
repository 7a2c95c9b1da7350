import { DIMENSIONS, TIERS } from '../critique.ts';
import type { Dimension, Levels, Tier } from '../critique.ts';
import type { Rubric, TierInput, TierRule } from './rubric.ts';

/** What the index needs of a rubric; a pipeline may give its own weights and cap. */
export interface IndexRule {
  readonly weights: Readonly<Record<Dimension, number>>;
  readonly cap: { readonly atMost: number; readonly index: number };
}

/**
 * The tier that follows from form and levels. A level that couldn't be made out meets no condition: the tier is what is certain,
 * and the reports say beside it what could not be read.
 */
export function tierOf(input: TierInput, rubric: Pick<Rubric, 'tierRules'>): Tier {
  const rule = rubric.tierRules.find((candidate) => fits(candidate, input));
  return TIERS.find((tier) => tier === rule?.tier) ?? 'aspiration';
}

function fits({ forms, atLeast }: TierRule, { form, levels }: TierInput): boolean {
  if (forms !== undefined && !forms.includes(form)) return false;
  return DIMENSIONS.every((dimension) => (levels[dimension] ?? -1) >= (atLeast?.[dimension] ?? -1));
}

/**
 * The specificity index, 0 to 100 (codebook, 4.1), or null where a level couldn't be made out. It is capped where no action is named:
 * "All agencies should be mindful, by 1 May 2031" is not made specific by its date.
 */
export function specificity(levels: Levels, rule: IndexRule): number | null {
  let sum = 0;
  let weights = 0;
  for (const dimension of DIMENSIONS) {
    const level = levels[dimension];
    if (level === null) return null;
    sum += level * rule.weights[dimension];
    weights += rule.weights[dimension];
  }
  if (weights <= 0) return null;
  const index = Math.round((sum / (3 * weights)) * 100);
  return (levels.action ?? 0) <= rule.cap.atMost ? Math.min(index, rule.cap.index) : index;
}

/** The index with one weight changed. */
export interface Sensitivity {
  readonly dimension: Dimension;
  readonly factor: number;
  readonly specificity: number | null;
}

/** How much the index depends on the weights: each weight halved and doubled in turn. */
export function sensitivity(levels: Levels, rule: IndexRule, factors: readonly number[] = [0.5, 2]): readonly Sensitivity[] {
  return DIMENSIONS.flatMap((dimension) =>
    factors.map((factor) => ({
      dimension,
      factor,
      specificity: specificity(levels, { ...rule, weights: { ...rule.weights, [dimension]: rule.weights[dimension] * factor } }),
    })),
  );
}
