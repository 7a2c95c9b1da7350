/**
 * Critiques as tidy tables: one row a recommendation, a unit, a coding. One list of columns serves CSV, Parquet and the data dictionary.
 */
import type { Critique, ElementName } from '../critique.ts';
import { DIMENSIONS } from '../critique.ts';
import type { CodedSource } from './codings.ts';

export type Type = 'text' | 'whole' | 'number' | 'yes-no';
export type Value = string | number | boolean | null;

export interface TableColumn<Row> {
  readonly id: string;
  readonly type: Type;
  readonly says: string;
  readonly value: (row: Row) => Value;
}

export interface Table {
  readonly name: 'reviews' | 'recommendations' | 'units' | 'codings';
  readonly columns: readonly Pick<TableColumn<never>, 'id' | 'type' | 'says'>[];
  readonly rows: readonly (readonly Value[])[];
}

type Judged = Critique['recommendations'][number];

interface ReviewRow {
  readonly critique: Critique;
  readonly source: CodedSource;
}

interface UnitRow extends ReviewRow {
  readonly unit: Critique['units'][number];
}

interface JudgedRow extends UnitRow {
  readonly judged: Judged;
}

const column = <Row>(id: string, type: Type, says: string, value: (row: Row) => Value): TableColumn<Row> => ({ id, type, says, value });

/** A function, so that each table has columns of its own rows. */
const review = <Row extends ReviewRow>(): readonly TableColumn<Row>[] => [
  column('source', 'text', 'Name of the file.', ({ critique }) => critique.document.source),
  column('sha256', 'text', 'Hash of the file, to tell sources of one name apart.', ({ critique }) => critique.document.sha256),
  column('document_kind', 'text', 'Kind of document: from the metadata where they say, else as the tool made it out.', ({ critique }) => critique.document.kind),
  column('year', 'whole', 'Year of receipt from the metadata, else the document’s own; year_from says which.', ({ source }) => (source.year === null ? null : Number(source.year))),
];

const REVIEW: readonly TableColumn<ReviewRow>[] = [
  ...review<ReviewRow>(),
  column('year_from', 'text', 'Where the year is from: the metadata, its date line, its title, or the years named in it.', ({ source }) => source.yearFrom),
  column('pages', 'whole', 'Pages of the source; empty where it has none.', ({ critique }) => critique.document.pages),
  column('words', 'whole', 'Words that were read.', ({ critique }) => critique.document.words),
  column('units', 'whole', 'Passages of running text.', ({ critique }) => critique.units.length),
  column('recommendations', 'whole', 'Recommendations as their author filed them, repeats left out.', ({ critique }) => critique.items.length),
  ...(['learning-point', 'finding', 'good-practice', 'question', 'action-taken'] as const).map((kind) => column<ReviewRow>(kind.replace('-', '_'), 'whole', `Passages of the kind ${kind}, repeats left out.`, ({ critique }) => critique.units.filter((unit) => unit.kind === kind && unit.repeats === null).length)),
  column('themes', 'text', 'Codes of themes in passages that are not narrative, each with the number of its passages: "T1:12; T9:2".', ({ source }) => counts(source) || null),
];

function counts({ themes, narrative }: CodedSource): string {
  const found = new Map<string, number>();
  for (const [unit, codes] of themes) if (!narrative.has(unit)) for (const code of codes) found.set(code, (found.get(code) ?? 0) + 1);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${code}:${count}`).join('; ');
}

const UNIT: readonly TableColumn<UnitRow>[] = [
  ...review<UnitRow>(),
  column('unit', 'text', 'Id of the unit in the result of its file.', ({ unit }) => unit.id),
  column('key', 'text', 'Key that survives edits elsewhere in the file.', ({ unit }) => unit.key),
  column('kind', 'text', 'recommendation, learning-point, finding, good-practice, question, action-taken or other.', ({ unit }) => unit.kind),
  column('confidence', 'number', 'How sure the tool is of the kind, 0 to 1.', ({ unit }) => unit.confidence),
  column('alternative', 'text', 'The second most likely kind, where the tool is unsure.', ({ unit }) => unit.alternative),
  column('page', 'whole', 'Page on which it begins; empty where the source has none.', ({ unit }) => unit.page),
  column('section', 'text', 'Heading of its section.', ({ unit }) => unit.section),
  column('number', 'text', 'Number that its author gave it.', ({ unit }) => unit.number),
  column('item', 'text', 'Recommendation, as its author filed it, that the unit is a part of.', ({ unit }) => unit.item),
  column('repeats', 'text', 'Unit that it repeats; such units are not counted.', ({ unit }) => unit.repeats),
  column('start', 'whole', 'First character in the canonical text (UTF-16).', ({ unit }) => unit.start),
  column('end', 'whole', 'Behind its last character.', ({ unit }) => unit.end),
  column('themes', 'text', 'Codes of themes that it has, parts with their wholes.', ({ source, unit }) => source.themes.get(unit.id)?.join('; ') ?? null),
  column('text', 'text', 'Its words.', ({ unit }) => unit.text),
];

const words = (judged: Judged, element: ElementName): string | null => [...new Set(judged.elements[element].map(({ text }) => text))].join('; ') || null;

const JUDGED: readonly TableColumn<JudgedRow>[] = [
  ...UNIT,
  column('form', 'text', 'directive, soft, learning or fact (codebook 2).', ({ judged }) => judged.form),
  column('misfiled', 'yes-no', 'A fact or a principle that is filed as a recommendation.', ({ judged }) => judged.misfiled),
  column('scope', 'text', 'local, regional or national: of whom it is asked.', ({ judged }) => judged.scope),
  column('tier', 'text', 'What the words say, from not-a-recommendation to testable (codebook 4).', ({ judged }) => judged.tier),
  column('specificity', 'whole', 'Index from 0 to 100 for data files; never for ranking.', ({ judged }) => judged.specificity),
  ...DIMENSIONS.flatMap((name): TableColumn<JudgedRow>[] => [
    column(`${name}_level`, 'whole', `Level of ${name}, 0 to 3, with lead-in, row, heading and plan. Empty: could not be made out.`, ({ judged }) => judged.levels[name]),
    column(`${name}_own_level`, 'whole', 'The same from its own words alone.', ({ judged }) => judged.levelsOwn[name]),
  ]),
  column('action_type', 'whole', '0 telling, 1 weaker, 2 intermediate, 3 stronger: a type of action, not its effect.', ({ judged }) => judged.actionType),
  column('training_only', 'yes-no', 'Training and nothing else.', ({ judged }) => judged.trainingOnly),
  column('cliche_burden', 'whole', '0 none, 1 decorates, 2 carries part of the weight, 3 carries the weight.', ({ judged }) => judged.clicheBurden),
  column('why_link', 'whole', 'Whether it meets a cause that the review gives, 0 to 3. Empty: not judged.', ({ judged }) => judged.whyLink),
  column('flags', 'text', 'Remarks by id.', ({ judged }) => judged.flags.join('; ') || null),
  ...(['agency', 'action', 'method', 'measure', 'deadline', 'outcome', 'reason'] as const).map((element) => column<JudgedRow>(`${element}_words`, 'text', `Words found for ${element}.`, ({ judged }) => words(judged, element))),
];

interface CodingRow {
  readonly source: CodedSource;
  readonly coding: CodedSource['codings'][number];
}

const CODING: readonly TableColumn<CodingRow>[] = [
  column('source', 'text', 'Name of the file.', ({ source }) => source.name),
  column('sha256', 'text', 'Hash of the file.', ({ source }) => source.sha256),
  column('unit', 'text', 'Unit in which the words stand.', ({ coding }) => coding.unit),
  column('code', 'text', 'The code, from the outermost inwards.', ({ coding }) => coding.path.join(' / ')),
  column('start', 'whole', 'First character in the source’s text (UTF-16).', ({ coding }) => coding.start),
  column('end', 'whole', 'Behind its last character.', ({ coding }) => coding.end),
  column('text', 'text', 'The words.', ({ source, coding }) => source.text.slice(coding.start, coding.end)),
];

/** @param sources in the order of the critiques. */
export function exportTables(critiques: readonly Critique[], sources: readonly CodedSource[]): readonly Table[] {
  const reviews = critiques.flatMap((critique, index): ReviewRow[] => { const source = sources[index]; return source === undefined ? [] : [{ critique, source }]; });
  const units = reviews.flatMap((one) => one.critique.units.map((unit): UnitRow => ({ ...one, unit })));
  const judged = reviews.flatMap((one) => {
    const byId = new Map(one.critique.units.map((unit) => [unit.id, unit]));
    return one.critique.recommendations.flatMap((own): JudgedRow[] => { const unit = byId.get(own.unit); return unit === undefined ? [] : [{ ...one, unit, judged: own }]; });
  });
  return [table('reviews', REVIEW, reviews), table('recommendations', JUDGED, judged), table('units', UNIT, units), table('codings', CODING, sources.flatMap((source) => source.codings.map((coding) => ({ source, coding }))))];
}

function table<Row>(name: Table['name'], columns: readonly TableColumn<Row>[], rows: readonly Row[]): Table {
  return { name, columns: columns.map(({ id, type, says }) => ({ id, type, says })), rows: rows.map((row) => columns.map(({ value }) => value(row))) };
}
