import type { Dimension, Level, Tier } from '../critique.ts';
import { DIMENSIONS, TIERS } from '../critique.ts';
import type { ItemRecord, ReviewRecord } from './record.ts';

/** A share of recommendations. */
export interface ItemMeasure {
  readonly id: string;
  readonly says: string;
  readonly hit: (item: ItemRecord) => boolean;
  /** Whether it is among the first that a board reads. */
  readonly main: boolean;
}

/** A share of reviews. */
export interface ReviewMeasure {
  readonly id: string;
  readonly says: string;
  readonly hit: (review: ReviewRecord, items: readonly ItemRecord[]) => boolean;
}

const LEVELS: readonly Level[] = [3, 2, 1, 0];
const ACTION_TYPES = ['telling: reminders, circulars', 'weaker: policy, training', 'intermediate: forms, prompts, time, people', 'stronger: the work itself is changed'] as const;

export const ITEM_MEASURES: readonly ItemMeasure[] = [
  { id: 'named-agency', says: 'name a body or post that would act', hit: ({ levels }) => levels.agency === 3, main: true },
  { id: 'measure-of-effect', says: 'say how an effect would be seen', hit: ({ levels }) => levels.measure === 3, main: true },
  { id: 'bounded-deadline', says: 'have a bounded deadline', hit: ({ levels }) => (levels.deadline ?? 0) >= 2, main: true },
  { id: 'training-only', says: 'ask for training and nothing else', hit: ({ trainingOnly }) => trainingOnly, main: true },
  { id: 'worn-phrase-carries', says: 'rest on a worn phrase', hit: ({ burden }) => burden >= 2, main: true },
  { id: 'national', says: 'are asked of national bodies', hit: ({ scope }) => scope === 'national', main: true },
  ...TIERS.map((tier): ItemMeasure => ({ id: `tier/${tier}`, says: tier, hit: (item) => item.tier === tier, main: false })),
  ...DIMENSIONS.flatMap((dimension) => LEVELS.map((level): ItemMeasure => levelMeasure(dimension, level))),
  ...ACTION_TYPES.map((says, level): ItemMeasure => ({ id: `action-type/${level}`, says, hit: ({ actionType }) => actionType === level, main: false })),
];

function levelMeasure(dimension: Dimension, level: Level): ItemMeasure {
  return { id: `${dimension}/${level}`, says: `${dimension} ${level}`, hit: ({ levels }) => levels[dimension] === level, main: false };
}

export const REVIEW_MEASURES: readonly ReviewMeasure[] = [
  { id: 'no-recommendations', says: 'make no recommendations', hit: (_, items) => items.length === 0 },
  { id: 'over-ten', says: 'make more than ten recommendations', hit: (_, items) => items.length > 10 },
  { id: 'any-training-only', says: 'hold a recommendation for training and nothing else', hit: (_, items) => items.some(({ trainingOnly }) => trainingOnly) },
  { id: 'any-measure-of-effect', says: 'say of at least one recommendation how an effect would be seen', hit: (_, items) => items.some(({ levels }) => levels.measure === 3) },
  { id: 'any-intermediate', says: 'ask for at least one action of the intermediate or stronger type', hit: (_, items) => items.some(({ actionType }) => (actionType ?? 0) >= 2) },
];

export const TIER_ORDER: readonly Tier[] = ['testable', 'checkable', 'clear', 'task', 'aspiration', 'not-a-recommendation'];
