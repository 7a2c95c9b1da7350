import type { Dimension, Form, Level, Tier } from '../critique.ts';

/**
 * The rubric as data (`models/rubric.json`): what each level means, how tiers follow from levels, and what to ask where a level is low.
 */
export interface Rubric {
  readonly version: string;
  readonly source: string;
  readonly form: readonly RubricLevel[];
  readonly dimensions: readonly RubricScale[];
  /** Shown beside the dimensions and never summed with them: type of action, burden of worn phrases, link to the cause. */
  readonly profiles: readonly RubricScale[];
  readonly weights: Readonly<Record<Dimension, number>>;
  readonly cap: { readonly dimension: string; readonly atMost: number; readonly index: number; readonly why: string };
  /** Factors by which each weight is changed to see how much the index depends on it. */
  readonly sensitivity: readonly number[];
  readonly tiers: readonly { readonly id: string; readonly shown: string; readonly says: string }[];
  /** The first rule that fits decides. */
  readonly tierRules: readonly TierRule[];
  readonly thresholds: { readonly unsure: number; readonly manyRecommendations: number; readonly manyLearningPoints: number; readonly fewestToCompare: number };
  readonly flags: readonly string[];
  readonly questions: readonly RubricQuestion[];
  readonly misfiledQuestion: string;
  readonly questionsShown: number;
}

export interface RubricLevel {
  readonly level: number;
  /** Words shown to people. */
  readonly words: string;
  readonly test: string;
  readonly examples: readonly string[];
  /** Sentences that look like it and are not. */
  readonly not: readonly string[];
}

export interface RubricScale {
  readonly id: string;
  readonly letter: string;
  readonly name: string;
  readonly question?: string;
  readonly note?: string;
  readonly levels: readonly RubricLevel[];
}

export interface TierRule {
  readonly tier: string;
  readonly forms?: readonly string[];
  readonly atLeast?: Readonly<Partial<Record<Dimension, number>>>;
}

export type QuestionAbout = 'why' | 'what' | 'who' | 'know' | 'when';

/** One condition: a scale in a range, a flag, training and nothing else, a worn phrase in live use, or no learning that it answers. */
export interface RubricQuestion {
  readonly id: string;
  readonly about: string;
  readonly when: {
    readonly dimension?: string;
    readonly from?: number;
    readonly atMost?: number;
    readonly flag?: string;
    readonly trainingOnly?: boolean;
    readonly cliche?: string;
    readonly unanswered?: boolean;
  };
  readonly ask: string;
  readonly askWithoutCause?: string;
}

/** What the tier is read from. */
export interface TierInput {
  readonly form: Form;
  readonly levels: Readonly<Record<Dimension, Level | null>>;
}

/** The words that people see for a tier (codebook, section 13). */
export function tierWords(tier: Tier, rubric: Rubric): string {
  return rubric.tiers.find(({ id }) => id === tier)?.shown ?? tier;
}
