/**
 * data-dictionary.csv: every column of every table in words.
 */
import type { Column } from '../corpus/columns.ts';
import { csvHead, csvLine } from '../report/csv.ts';
import type { Columns } from './tables.ts';

const UNITS_WITH_TEXT = [
  ['file', 'The file, with its sub-folder.'], ['metadata', 'Its row of the metadata, as given.'], ['key', 'Survives edits elsewhere in the document.'], ['number', 'Number that its author gave it.'],
  ['text', 'Its words.'], ['section', 'Heading of its section.'], ['why', 'What speaks for its kind.'],
] as const;

export function dictionary(columns: Columns, hidden: boolean): string {
  const rows = <Row>(table: string, own: readonly Column<Row>[]): string => own.map(({ id, says, text }) => csvLine([table, id, says, text ? 'yes' : 'no'])).join('');
  const units = [
    ['review', 'Number of the file.'], ['id', 'Number of the unit in the result of its file.'], ['kind', 'recommendation, learning-point, finding, good-practice, question, action-taken or other.'],
    ['confidence', 'How sure the tool is of the kind, 0 to 1.'], ['alternative', 'Second most likely kind, where it is unsure.'], ['start, end', 'Place in the canonical text (UTF-16).'], ['page', 'Page on which it begins.'],
    ['item', 'Recommendation that it is part of.'], ['repeats', 'Unit that it repeats.'], ...(hidden ? [] : UNITS_WITH_TEXT),
  ] as const;
  const head = csvHead([{ id: 'table' }, { id: 'column' }, { id: 'meaning' }, { id: 'holds_text' }].map(({ id }) => ({ id, says: '', text: false, width: 0, value: () => null })));
  return head + rows('recommendations.csv', columns.item) + rows('reviews.csv', columns.review) + rows('messages.csv', columns.message) + units.map(([id, says]) => csvLine(['units.ndjson', id, says, UNITS_WITH_TEXT.some(([own]) => own === id) ? 'yes' : 'no'])).join('');
}
