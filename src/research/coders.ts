import type { CodedGold } from './gold-reading.ts';
import type { LabelBook } from './labels.ts';
import { isLabelColumn, labelsIn } from './labels.ts';
import type { Rows } from './rows.ts';
import type { Variable } from './variables.ts';
import { ownVariable, VARIABLES } from './variables.ts';

/** One unit as one coder coded it; a variable that the coder left open is not in `codes`. */
export interface CodedUnit {
  readonly document: string;
  readonly unit: string;
  readonly text: string | null;
  readonly codes: ReadonlyMap<string, string>;
  /** Codes of which it may have several, with all above them; missing where the coder was not asked for any. */
  readonly labels?: ReadonlySet<string>;
}

export interface Coder {
  readonly name: string;
  readonly units: readonly CodedUnit[];
  readonly variables: readonly Variable[];
}

const DOCUMENT = ['document', 'review', 'file', 'doc'];
const UNIT = ['unit', 'unit_id', 'unit id', 'id', 'item'];
const TEXT = ['text', 'words', 'passage'];
/** Columns that help coders and are no codes. */
const ASIDE = ['number', 'section', 'context', 'before', 'after', 'page', 'note', 'notes', 'comment', 'coder', 'order', 'start', 'end', 'split'];

/**
 * A coder's table: one row a unit, with columns for document and unit, and one for each variable. Headings that are not of the codebook are variables of the coder's own.
 * Columns of codes (`labels.ts`) need their codebook. Throws an `Error` that names the row and the remedy.
 */
export function coderFromRows(name: string, { headings, rows }: Rows, book?: LabelBook): Coder {
  const find = (names: readonly string[]): string | undefined => headings.find((heading) => names.includes(heading.toLowerCase()));
  const [document, unit, text] = [find(DOCUMENT), find(UNIT), find(TEXT)];
  if (unit === undefined) throw new Error('no column names the unit. Head it "unit", and the column of the review "document".');
  if (rows.length === 0) throw new Error('it holds no coded unit. Give one row to each unit.');
  const labelled = book === undefined ? [] : headings.filter(isLabelColumn);
  const coded = headings.filter((heading) => heading !== '' && ![document, unit, text].includes(heading) && !ASIDE.includes(heading.toLowerCase()) && !labelled.includes(heading));
  const variables = coded.map((heading): readonly [string, Variable] => [heading, VARIABLES.find(({ id }) => same(id, heading)) ?? ownVariable(heading, rows.flatMap(({ cells }) => cells[heading] || []))]);
  const seen = new Map<string, number>();
  const units = rows.map(({ line, cells }): CodedUnit => {
    const ids = { document: document === undefined ? '' : (cells[document] ?? ''), unit: cells[unit] ?? '' };
    if (ids.unit === '') throw new Error(`row ${line} names no unit. Fill in the column "${unit}".`);
    const before = seen.get(unitKey(ids));
    if (before !== undefined) throw new Error(`row ${line} codes unit ${label(ids)} again, which row ${before} has coded. Leave one of them.`);
    seen.set(unitKey(ids), line);
    return {
      ...ids, text: text === undefined ? null : (cells[text] || null), codes: new Map(variables.flatMap(([heading, variable]) => codeOf(cells[heading] ?? '', heading, variable, line))),
      ...(book === undefined || labelled.length === 0 ? {} : { labels: labelsOf(cells, labelled, book, line) }),
    };
  });
  return { name, units, variables: variables.map(([, variable]) => variable) };
}

function labelsOf(cells: Rows['rows'][number]['cells'], headings: readonly string[], book: LabelBook, line: number): ReadonlySet<string> {
  try {
    return new Set(headings.flatMap((heading) => [...labelsIn(cells[heading] ?? '', heading, book)]));
  } catch (cause) {
    throw new Error(`row ${line}: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

function codeOf(written: string, heading: string, { id, values, normal }: Variable, line: number): [string, string][] {
  if (written === '') return [];
  const value = normal(written);
  if (value === null) throw new Error(`row ${line}: "${written}" in the column "${heading}" is not in the codebook. It may be ${values?.join(', ') ?? 'anything'}, or empty where it was not coded.`);
  return [[id, value]];
}

/** Gold files of one coder, one a review. */
export function coderFromGold(name: string, files: readonly CodedGold[]): Coder {
  const units = files.flatMap((gold) => gold.units.map((unit): CodedUnit => ({ document: gold.id, unit: unit.id, text: gold.text.slice(unit.start, unit.end), codes: new Map(goldCodes(unit)) })));
  const seen = new Set<string>();
  for (const unit of units) {
    if (seen.has(unitKey(unit))) throw new Error(`unit ${label(unit)} is there twice. Give each unit of a review its own id, and each review too.`);
    seen.add(unitKey(unit));
  }
  return { name, units, variables: VARIABLES };
}

function goldCodes({ kind, levels, form, actionType, whyLink, trainingOnly }: CodedGold['units'][number]): (readonly [string, string])[] {
  const written: Readonly<Record<string, string | number | null>> = {
    kind, form, actionType, whyLink, agency: levels?.agency ?? null, action: levels?.action ?? null, measure: levels?.measure ?? null, deadline: levels?.deadline ?? null,
    trainingOnly: trainingOnly === null ? null : trainingOnly ? 'yes' : 'no',
  };
  return VARIABLES.flatMap(({ id, normal }) => {
    const value = written[id] ?? null;
    const code = value === null ? null : normal(String(value));
    return code === null ? [] : [[id, code] as const];
  });
}

/** Document and unit together: ids of units hold inside one review. */
export function unitKey({ document, unit }: { readonly document: string; readonly unit: string }): string {
  return JSON.stringify([document, unit]);
}

function label({ document, unit }: { readonly document: string; readonly unit: string }): string {
  return document === '' ? unit : `${unit} of ${document}`;
}

/** "Action type", "action_type" and "actionType" are one heading. */
function same(a: string, b: string): boolean {
  const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z]/g, '');
  return plain(a) === plain(b);
}
