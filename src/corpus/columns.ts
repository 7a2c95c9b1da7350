/**
 * The columns of the tables, each with the words of the data dictionary. One list serves CSV, spreadsheet and dictionary.
 */
import type { Cliche, Dimension, ElementName } from '../critique.ts';
import { DIMENSIONS } from '../critique.ts';
import { DIMENSION_TITLES, ELEMENT_WORDS, KIND_OF_DOCUMENT, LEVEL_WORDS, TIER_WORDS } from '../report/words.ts';
import type { Message } from '../result.ts';
import type { Counted } from './duplicates.ts';
import type { ReviewRecord, WholeItem } from './record.ts';
import { reviewId, widest } from './record.ts';

export type Cell = string | number | null;

export interface Column<Row> {
  readonly id: string;
  readonly says: string;
  /** Holds words of a review, or names that a person chose: left out of the form without text. */
  readonly text: boolean;
  readonly width: number;
  readonly value: (row: Row) => Cell;
}

export interface ReviewRow {
  readonly counted: Counted;
}

export interface ItemRow extends ReviewRow {
  readonly whole: WholeItem;
  readonly cliches: readonly Cliche[];
  /** Number of the cluster of like recommendations, and how many reviews it goes over. */
  readonly cluster: { readonly id: string; readonly reviews: number } | null;
}

export interface MessageRow extends ReviewRow {
  readonly message: Pick<Message, 'level' | 'rule' | 'text' | 'page'>;
}

const yes = (value: boolean): string => (value ? 'yes' : 'no');

function column<Row>(id: string, width: number, text: boolean, says: string, value: (row: Row) => Cell): Column<Row> {
  return { id, says, text, width, value };
}

function whichReview<Row extends ReviewRow>(): readonly Column<Row>[] {
  return [
    column('review', 9, false, 'Number of the file in the order of the folder; the same in every table.', ({ counted }) => reviewId(counted.record.n)),
    column('file', 34, true, 'The file, with its sub-folder.', ({ counted }) => counted.record.file),
    column('submission', 14, true, 'Files with the same submission belong together (from the metadata).', ({ counted }) => counted.record.submission),
    column('review_type', 18, false, 'Kind of document: from the metadata where they say, else as read.', ({ counted }) => KIND_OF_DOCUMENT[counted.record.type]),
    column('year', 8, false, 'Year of receipt, from the metadata.', ({ counted }) => counted.record.year),
    column('counted', 10, false, 'Whether the file is counted in the figures. Copies, plans of a submission and files that could not be read are not.', ({ counted }) => yes(counted.left === null)),
  ];
}

const KIND_COLUMNS = [
  ['learning_points', 'learning-point'], ['findings', 'finding'], ['good_practice', 'good-practice'], ['questions', 'question'], ['actions_taken', 'action-taken'],
] as const;

/** One row a file; counts, and no score. */
export const REVIEW_COLUMNS: readonly Column<ReviewRow>[] = [
  ...whichReview<ReviewRow>(),
  column('not_counted_why', 22, false, 'Why the file is not counted.', ({ counted }) => counted.left),
  column('copy_of', 10, false, 'Number of the file that this one repeats.', ({ counted }) => (counted.of === null ? null : reviewId(counted.of))),
  column('kind_as_read', 18, false, 'Kind of document as the tool made it out.', ({ counted }) => KIND_OF_DOCUMENT[counted.record.found]),
  column('pipeline', 14, false, 'Pipeline that judged it.', ({ counted }) => counted.record.pipeline),
  column('pipeline_why', 26, false, 'Why that pipeline was taken.', ({ counted }) => counted.record.reason),
  column('incident_type', 18, false, 'From the metadata.', ({ counted }) => counted.record.incident),
  column('age_group', 12, false, 'From the metadata.', ({ counted }) => counted.record.age),
  column('pages', 8, false, 'Pages of the source; empty where it has none (Word, text).', ({ counted }) => counted.record.pages),
  column('words', 9, false, 'Words that were read.', ({ counted }) => counted.record.words),
  column('recommendations', 12, false, 'Recommendations, repeats left out.', ({ counted }) => counted.record.items.length),
  column('repeats', 9, false, 'Recommendations that are printed twice in the file (summary, plan) and left out.', ({ counted }) => counted.record.repeats),
  ...KIND_COLUMNS.map(([id, kind]) => column<ReviewRow>(id, 11, false, `Units of the kind ${kind}.`, ({ counted }) => counted.record.kinds[kind])),
  ...itemCount('named_agency', 'Recommendations that name a body or post that would act.', (record) => record.items.filter(({ levels }) => levels.agency === 3).length),
  ...itemCount('measure_of_effect', 'Recommendations that say how an effect would be seen, compared with what.', (record) => record.items.filter(({ levels }) => levels.measure === 3).length),
  ...itemCount('bounded_deadline', 'Recommendations with a date, a period or an event as deadline.', (record) => record.items.filter(({ levels }) => (levels.deadline ?? 0) >= 2).length),
  ...itemCount('training_only', 'Recommendations that ask for training and nothing else.', (record) => record.items.filter(({ trainingOnly }) => trainingOnly).length),
  column('worn_phrases', 10, false, 'Uses of worn phrases; quoted ones and those let off are not counted.', ({ counted }) => Object.values(counted.record.cliches).reduce((a, b) => a + b, 0)),
  column('warnings', 9, false, 'Warnings and errors of the reading; messages.csv has their words.', ({ counted }) => counted.record.messages.filter(({ level }) => level !== 'info').length),
];

function itemCount(id: string, says: string, value: (record: ReviewRecord) => number): readonly Column<ReviewRow>[] {
  return [column(id, 10, false, says, ({ counted }) => value(counted.record))];
}

/** One row a recommendation, as its author filed it. */
export const ITEM_COLUMNS: readonly Column<ItemRow>[] = [
  ...whichReview<ItemRow>(),
  column('item', 7, false, 'Number of the recommendation in the result of its file.', ({ whole }) => whole.item.id),
  column('number', 9, true, 'Number that its author gave it.', ({ whole }) => whole.item.number),
  column('page', 7, false, 'Page on which it begins; empty where the source has no pages.', ({ whole }) => whole.units[0]?.page ?? null),
  column('section', 26, true, 'Heading of its section.', ({ whole }) => whole.units[0]?.section ?? null),
  column('text', 70, true, 'Its words.', ({ whole }) => whole.units.map(({ text }) => text).join('\n')),
  column('reading', 26, false, 'What the words say, from "aspiration" to "effect can be seen".', ({ whole }) => TIER_WORDS[whole.item.tier]),
  ...DIMENSIONS.map((dimension) => column<ItemRow>(`${dimension}_level`, 9, false, `${DIMENSION_TITLES[dimension]}, 0 to 3: ${LEVEL_WORDS[dimension].map((words, level) => `${level} ${words}`).join('; ')}. With its heading, table row and plan. Empty: could not be made out.`, ({ whole }) => whole.item.levels[dimension])),
  ...DIMENSIONS.map((dimension) => column<ItemRow>(`${dimension}_own_level`, 9, false, `The same from its own words alone (highest of its units).`, ({ whole }) => ownLevel(whole, dimension))),
  column('specificity', 11, false, 'Index from 0 to 100 for data files (codebook 4); never for ranking. Of the unit with the highest.', ({ whole }) => most(whole.judged.map(({ specificity }) => specificity))),
  column('action_type', 9, false, '0 telling, 1 weaker, 2 intermediate, 3 stronger: a type of action, not its effect.', ({ whole }) => most(whole.judged.map(({ actionType }) => actionType))),
  column('training_only', 9, false, 'Training and nothing else.', ({ whole }) => yes(whole.judged.length > 0 && whole.judged.every(({ trainingOnly }) => trainingOnly))),
  column('worn_phrase_burden', 9, false, '0 none, 1 decorates, 2 carries part of the weight, 3 carries the weight.', ({ whole }) => most(whole.judged.map(({ clicheBurden }) => clicheBurden))),
  column('worn_phrases', 24, false, 'Entries of the lexicon that it uses.', ({ cliches }) => distinct(cliches.map(({ id }) => id)).join('; ') || null),
  column('scope', 10, false, 'local, regional or national: of whom it is asked.', ({ whole }) => widest(whole.judged)),
  column('flags', 22, false, 'Remarks by id; `second-question explain ID` tells more.', ({ whole }) => distinct(whole.judged.flatMap(({ flags }) => flags)).join('; ') || null),
  column('confidence', 10, false, 'How sure the tool is that it is a recommendation, 0 to 1 (least of its units).', ({ whole }) => least(whole.units.map(({ confidence }) => confidence))),
  column('unsure', 9, false, 'The second most likely kind, where the tool is unsure.', ({ whole }) => whole.units.find(({ alternative }) => alternative !== null)?.alternative ?? null),
  column('cluster', 9, false, 'Near-identical recommendations of several reviews have the same number.', ({ cluster }) => cluster?.id ?? null),
  column('cluster_reviews', 10, false, 'Reviews that the cluster goes over.', ({ cluster }) => cluster?.reviews ?? null),
  ...(['agency', 'action', 'method', 'measure', 'deadline', 'outcome'] as const).map((element) => column<ItemRow>(`${element}_words`, 26, true, `Words found for "${ELEMENT_WORDS[element]}".`, ({ whole }) => words(whole, element))),
  column('questions', 50, true, 'Second questions that its author could still answer.', ({ whole }) => distinct(whole.judged.flatMap(({ questions }) => questions)).join('\n') || null),
];

export const MESSAGE_COLUMNS: readonly Column<MessageRow>[] = [
  ...whichReview<MessageRow>(),
  column('level', 9, false, 'error: nothing could be read; warning: look at it; info: good to know.', ({ message }) => message.level),
  column('rule', 24, false, 'Stable id of the message.', ({ message }) => message.rule),
  column('page', 7, false, 'Page that it speaks of.', ({ message }) => message.page),
  column('message', 80, true, 'What happened and what to do.', ({ message }) => message.text),
];

function ownLevel(whole: WholeItem, dimension: Dimension): number | null {
  return most(whole.judged.map(({ levelsOwn }) => levelsOwn[dimension]));
}

function words(whole: WholeItem, element: ElementName): string | null {
  return distinct(whole.judged.flatMap(({ elements }) => elements[element].map(({ text }) => text))).join('; ') || null;
}

function most(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function least(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** Columns that the metadata add: each under its own heading, after ours. */
export function metadataColumns<Row extends ReviewRow>(headings: readonly string[]): readonly Column<Row>[] {
  return headings.filter((heading) => heading !== '').map((heading) => column<Row>(`meta: ${heading}`, 16, true, 'From the metadata, as given.', ({ counted }) => counted.record.metadata[heading] ?? null));
}

export function withoutText<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  return columns.filter(({ text }) => !text);
}
