/**
 * The table that the secretariat keeps beside the reports: joined to every row by the name of the file.
 */
import { parse } from 'csv-parse/sync';
import type { DocumentKind } from '../critique.ts';
import { decodeText } from '../read/encoding.ts';

/** Columns that we know; all others are carried along as they are. */
export type Field = 'file' | 'submission' | 'role' | 'type' | 'incident' | 'age' | 'received' | 'year' | 'partnership' | 'region';

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  file: ['file', 'file name', 'filename', 'document', 'document name', 'path'],
  submission: ['submission', 'submission id', 'submission number', 'notification', 'case', 'case id', 'reference'],
  role: ['role', 'part', 'document role'],
  type: ['review type', 'type', 'type of review', 'document type'],
  incident: ['incident type', 'incident', 'type of incident'],
  age: ['age group', 'age', 'age band'],
  received: ['date received', 'received', 'date', 'date of submission', 'submitted'],
  year: ['year'],
  partnership: ['partnership', 'local authority', 'council', 'board'],
  region: ['region'],
};

export interface MetadataRow {
  readonly line: number;
  readonly file: string;
  readonly known: Readonly<Partial<Record<Field, string>>>;
  /** All cells under their own headings, in the order of the table. */
  readonly all: Readonly<Record<string, string>>;
}

export interface Metadata {
  readonly headings: readonly string[];
  readonly rows: readonly MetadataRow[];
}

export const NO_METADATA: Metadata = { headings: [], rows: [] };

/** Throws an `Error` that names the line, what is wrong there, and what to do. */
export function readMetadata(bytes: Uint8Array): Metadata {
  const text = decodeText(bytes).text.replace(/^\uFEFF/, '');
  if (text.includes('\0')) throw new Error('it is no text table. Save it from Excel as "CSV UTF-8 (comma delimited)".');
  const table = cellsOf(text);
  const headings = (table[0] ?? []).map((heading) => heading.trim());
  const fields = headings.map(fieldOf);
  checkHeadings(headings, fields);
  const rows = table.slice(1).map((cells, index) => rowOf(cells, headings, fields, index + 2)).filter((row) => Object.values(row.all).some((cell) => cell !== ''));
  const nameless = rows.find((row) => row.file === '');
  if (nameless !== undefined) throw new Error(`line ${nameless.line} names no file. Give the file's name, or take the line out.`);
  return { headings, rows: withoutDuplicates(rows) };
}

function cellsOf(text: string): readonly (readonly string[])[] {
  const head = text.slice(0, text.search(/\r|\n|$/));
  const delimiter = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length })).sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, relax_quotes: true });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : 'it could not be parsed';
    throw new Error(`it could not be read as a table (${detail}). Save it from Excel as "CSV UTF-8 (comma delimited)".`, { cause });
  }
}

function fieldOf(heading: string): Field | null {
  const plain = heading.toLowerCase().replaceAll(/[_-]+/g, ' ').replaceAll(/\s+/g, ' ').trim();
  return (Object.keys(NAMES) as Field[]).find((field) => NAMES[field].includes(plain)) ?? null;
}

function checkHeadings(headings: readonly string[], fields: readonly (Field | null)[]): void {
  if (!fields.includes('file')) throw new Error(`it has no column for the name of the file (its headings are: ${headings.join(', ') || 'none'}). Call one column "file".`);
  const twice = headings.find((heading, index) => heading !== '' && headings.indexOf(heading) < index);
  if (twice !== undefined) throw new Error(`two columns are called "${twice}". Give one another name.`);
}

function rowOf(cells: readonly string[], headings: readonly string[], fields: readonly (Field | null)[], line: number): MetadataRow {
  if (cells.length > headings.length && cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
    throw new Error(`line ${line} has ${cells.length} cells under ${headings.length} headings. Put cells that hold a comma into quotation marks.`);
  }
  const clean = headings.map((_, index) => (cells[index] ?? '').trim());
  const known: Partial<Record<Field, string>> = {};
  fields.forEach((field, index) => {
    if (field !== null && known[field] === undefined && clean[index] !== '') known[field] = clean[index] ?? '';
  });
  return { line, file: normalPath(known.file ?? ''), known, all: Object.fromEntries(headings.map((heading, index) => [heading, clean[index] ?? ''])) };
}

/** The same line twice does no harm; two lines that differ leave it open which is true. */
function withoutDuplicates(rows: readonly MetadataRow[]): readonly MetadataRow[] {
  const first = new Map<string, MetadataRow>();
  for (const row of rows) {
    const before = first.get(keyOf(row.file));
    if (before === undefined) first.set(keyOf(row.file), row);
    else if (JSON.stringify(before.all) !== JSON.stringify(row.all)) throw new Error(`lines ${before.line} and ${row.line} both speak of "${row.file}", and differ. Keep the one that is right. No file was read, and nothing was written.`);
  }
  return [...first.values()];
}

function normalPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');
}

function keyOf(path: string): string {
  return normalPath(path).toLowerCase();
}

export interface Joined {
  readonly byFile: ReadonlyMap<string, MetadataRow>;
  /** Rows that found no file, with the reason, and files that found no row. */
  readonly unmatchedRows: readonly { readonly row: MetadataRow; readonly why: string }[];
  readonly unmatchedFiles: readonly string[];
}

/** By the whole relative path, or by the name alone where only one file has it. Letters' case and accents' encoding don't matter. */
export function joinMetadata(metadata: Metadata, files: readonly string[]): Joined {
  const byPath = new Map<string, string[]>();
  for (const file of files) for (const key of new Set([keyOf(file), nameOf(keyOf(file))])) byPath.set(key, [...(byPath.get(key) ?? []), file]);
  const byFile = new Map<string, MetadataRow>();
  const unmatchedRows: { row: MetadataRow; why: string }[] = [];
  for (const row of metadata.rows) {
    const found = byPath.get(keyOf(row.file)) ?? [];
    const exact = found.filter((file) => keyOf(file) === keyOf(row.file));
    const [file, other] = exact.length > 0 ? exact : found;
    if (file === undefined) unmatchedRows.push({ row, why: 'there is no such file in the folder' });
    else if (other !== undefined) unmatchedRows.push({ row, why: 'several files have that name: give it with its folder' });
    else byFile.set(file, row);
  }
  return { byFile, unmatchedRows, unmatchedFiles: metadata.rows.length === 0 ? [] : files.filter((file) => !byFile.has(file)) };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const TYPES: readonly (readonly [RegExp, DocumentKind])[] = [
  [/rapid/i, 'rapid-review'], [/lcspr|local child safeguarding/i, 'lcspr'], [/serious case|^scr$/i, 'serious-case-review'], [/thematic/i, 'thematic-review'],
  [/inspection/i, 'inspection'], [/action plan|^plan$/i, 'action-plan'], [/briefing/i, 'briefing'],
];

/** The kind of document that the table gives, where its words are known. */
export function kindFrom(row: MetadataRow | undefined): DocumentKind | null {
  const words = row?.known.type ?? '';
  return TYPES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** "14/03/2026", "2026-03-14", "March 2026" → "2026". */
export function yearFrom(row: MetadataRow | undefined): string | null {
  const words = row?.known.year ?? row?.known.received ?? '';
  return /\b(?:19|20)\d{2}\b/.exec(words)?.[0] ?? null;
}

/** Whether a file of a submission is the plan of its review: by the table, else by its name. */
export function isPlan(file: string, row: MetadataRow | undefined): boolean {
  const role = row?.known.role;
  return role === undefined ? /action[\s_-]*plan|improvement[\s_-]*plan/i.test(nameOf(file)) || kindFrom(row) === 'action-plan' : /plan/i.test(role);
}
