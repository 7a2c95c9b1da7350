import { REVIEW_MEASURES } from '../corpus/measures.ts';
import { DIMENSIONS, TIERS } from '../critique.ts';
import { DIMENSION_TITLES, LEVEL_WORDS, TIER_WORDS } from './words.ts';

/** What each measure of a batch is called. */
export const MEASURE_WORDS: Readonly<Record<string, string>> = {
  'named-agency': 'a named agency would act', 'measure-of-effect': 'a measure of effect', 'bounded-deadline': 'a bounded deadline', 'training-only': 'training and nothing else',
  'worn-phrase-carries': 'rests on a worn phrase', national: 'asked of national bodies',
  'action-type/0': 'action: telling', 'action-type/1': 'action: weaker', 'action-type/2': 'action: intermediate', 'action-type/3': 'action: stronger',
  ...Object.fromEntries(TIERS.map((tier) => [`tier/${tier}`, TIER_WORDS[tier].toLowerCase()])),
  ...Object.fromEntries(DIMENSIONS.flatMap((dimension) => LEVEL_WORDS[dimension].map((words, level) => [`${dimension}/${level}`, `${DIMENSION_TITLES[dimension].toLowerCase()}: ${words}`]))),
  ...Object.fromEntries(REVIEW_MEASURES.map(({ id, says }) => [id, `reviews that ${says}`])),
};
