/**
 * What one coder gives to `agree`: codes unit by unit, and, where the file marks places in a text, these too.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { UnreadableError } from '../result.ts';
import { sheetRows } from '../read/sheet-rows.ts';
import { CODE_SHEET } from '../report/codesheet-xlsx.ts';
import { coderFromCritiques, coderFromProject } from '../research/coder-tool.ts';
import type { Coder } from '../research/coders.ts';
import { coderFromGold, coderFromRows } from '../research/coders.ts';
import type { CodedGold } from '../research/gold-reading.ts';
import type { ReadProject } from '../research/qdpx-read.ts';
import { readQdpx } from '../research/qdpx-read.ts';
import type { Rows } from '../research/rows.ts';
import { readRows } from '../research/rows.ts';
import type { LabelledSpan, MarkedText } from '../research/span-agreement.ts';
import { critiquesAt } from './critique-files.ts';
import { goldInputs } from './gold-files.ts';
import { UsageError, fileTrouble } from './usage-error.ts';

export interface CoderFile {
  readonly path: string;
  readonly coder: Coder;
  readonly marked: readonly MarkedText[];
  readonly messages: readonly string[];
}

const TABLES = ['.csv', '.tsv', '.txt'];

/** @throws UsageError that names the file, what is wrong and what to do. */
export function coderFileAt(path: string): CoderFile {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`${path}: there is no such file or folder.`);
  const extension = stat.isDirectory() ? '' : extname(path).toLowerCase();
  const name = basename(path).replace(/\.(?:gold\.json|json|csv|tsv|txt|xlsx|qdpx)$/i, '');
  try {
    if (TABLES.includes(extension)) return plain(path, coderFromRows(name, readRows(readFileSync(path))));
    if (extension === '.xlsx') return plain(path, coderFromRows(name, sheetTable(new Uint8Array(readFileSync(path)))));
    if (extension === '.qdpx') return project(path, name);
    if (stat.isDirectory() ? !holdsGold(path) : extension === '.json' && isCritique(path)) return tool(path, name);
    if (stat.isDirectory() || extension === '.json') return gold(path, name);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const said = cause instanceof UnreadableError ? `${cause.message}` : cause instanceof Error && !('code' in cause) ? cause.message : `${fileTrouble(cause)}.`;
    throw new UsageError(`${path}: ${said}`);
  }
  throw new UsageError(`${path}: coders' files are tables (.csv, .tsv), code sheets (.xlsx), gold files (.gold.json), projects (.qdpx) or critiques (.json). Save it as one of these.`);
}

function plain(path: string, coder: Coder): CoderFile {
  return { path, coder, marked: [], messages: [] };
}

/** The sheet to code, or the first of the workbook where it has another name. */
function sheetTable(bytes: Uint8Array): Rows {
  const [head = [], ...body] = sheetRows(bytes, CODE_SHEET);
  if (head.length === 0) throw new Error(`it has no sheet named "${CODE_SHEET}". Give that name to the sheet with the codes, or save it as CSV.`);
  const headings = head.map((heading) => heading.trim());
  return { headings, rows: body.flatMap((cells, index) => (cells.every((cell) => cell.trim() === '') ? [] : [{ line: index + 2, cells: Object.fromEntries(headings.map((heading, at) => [heading, (cells[at] ?? '').trim()])) }])) };
}

function project(path: string, name: string): CoderFile {
  const { value, messages } = readQdpx(new Uint8Array(readFileSync(path)));
  if (value.codings.length === 0) throw new Error('no words are coded in it.');
  return { path, coder: coderFromProject(name, value), marked: markedIn(value), messages: messages.map(({ text }) => text) };
}

function markedIn({ sources, codings }: ReadProject): readonly MarkedText[] {
  return sources.map(({ name, text }) => ({ document: name, text, spans: codings.filter(({ source }) => source === name).map(({ start, end, path }) => ({ start, end, label: path.join(' / ') })) }));
}

function tool(path: string, name: string): CoderFile {
  const { critiques, left } = critiquesAt([path]);
  const marked = critiques.flatMap(({ document, recommendations }) => (document.text === undefined ? [] : [{
    document: document.source, text: document.text,
    spans: recommendations.flatMap(({ elements }) => Object.entries(elements).flatMap(([label, spans]) => (spans as readonly (LabelledSpan & { readonly source?: string })[]).filter(({ source }) => source === undefined).map(({ start, end }) => ({ start, end, label: `Element / ${label}` })))),
  }]));
  return { path, coder: coderFromCritiques(name, critiques), marked, messages: left };
}

function gold(path: string, name: string): CoderFile {
  const inputs = goldInputs([path]).gold.map((file) => file.gold);
  return { path, coder: coderFromGold(name, inputs), marked: inputs.map(markedGold), messages: [] };
}

function markedGold({ id, text, spans }: CodedGold): MarkedText {
  return { document: id, text, spans: spans.map(({ start, end, element }) => ({ start, end, label: `Element / ${element}` })) };
}

function holdsGold(folder: string): boolean {
  return !existsSync(join(folder, 'run.json')) && readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => file.endsWith('.gold.json'));
}

function isCritique(path: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''));
    const first = (Array.isArray(value) ? (value as unknown[])[0] : value) as { readonly version?: unknown; readonly tool?: unknown } | null;
    return first?.version === '1' && first.tool !== undefined;
  } catch {
    return false;
  }
}
