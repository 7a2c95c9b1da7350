/**
 * What coders give to `agree`: codes unit by unit, and, where the file marks places in a text, these too.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Critique } from '../critique.ts';
import type { Codebook } from '../judge/themes.ts';
import { sheetLines } from '../read/sheet-rows.ts';
import { CODE_SHEET } from '../report/codesheet-xlsx.ts';
import { UnreadableError } from '../result.ts';
import type { Frame } from '../research/coder-project.ts';
import { TOOL_USER, coderFromProject, projectUsers } from '../research/coder-project.ts';
import { coderFromCritiques } from '../research/coder-tool.ts';
import type { Coder } from '../research/coders.ts';
import { coderFromGold, coderFromRows } from '../research/coders.ts';
import { passagesOf } from '../research/codings.ts';
import type { CodedGold } from '../research/gold-reading.ts';
import type { ReadProject } from '../research/qdpx-read.ts';
import { readQdpx } from '../research/qdpx-read.ts';
import type { Rows } from '../research/rows.ts';
import { readRows, rowsOf } from '../research/rows.ts';
import type { LabelledSpan, MarkedText } from '../research/span-agreement.ts';
import { crowded } from '../research/span-agreement.ts';
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

/** The coders of all files, in their order; a project has one for each of its users. @throws UsageError that names the file, what is wrong and what to do. */
export function coderFiles(paths: readonly string[], book: Codebook): CoderFile[] {
  const tool = paths.filter(isTool).flatMap((path) => critiquesAt([path]).critiques);
  return paths.flatMap((path) => opened(path, book, tool));
}

function opened(path: string, book: Codebook, tool: readonly Critique[]): CoderFile[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`${path}: there is no such file or folder.`);
  const extension = stat.isDirectory() ? '' : extname(path).toLowerCase();
  const name = basename(path).replace(/\.(?:gold\.json|json|csv|tsv|txt|xlsx|qdpx)$/i, '');
  try {
    if (TABLES.includes(extension)) return [plain(path, coderFromRows(name, readRows(readFileSync(path)), book))];
    if (extension === '.xlsx') return [plain(path, coderFromRows(name, sheetTable(new Uint8Array(readFileSync(path))), book))];
    if (extension === '.qdpx') return projectCoders(path, name, book, tool);
    if (isTool(path)) return [toolCoder(path, name, book)];
    if (stat.isDirectory() || extension === '.json') return [goldCoder(path, name)];
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
  const [head, ...body] = sheetLines(bytes, CODE_SHEET);
  if (head === undefined) throw new Error(`it has no sheet named "${CODE_SHEET}". Give that name to the sheet with the codes, or save it as CSV.`);
  return rowsOf(head.cells, body);
}

function projectCoders(path: string, name: string, book: Codebook, tool: readonly Critique[]): CoderFile[] {
  const { value, messages } = readQdpx(new Uint8Array(readFileSync(path)));
  if (value.codings.length === 0) throw new Error(`no words are coded in it.${messages.map(({ text }) => ` ${text}`).join('')}`);
  const frame: Frame | undefined = tool.length === 0 ? undefined : new Map(tool.map((critique) => [critique.document.source, passagesOf(critique)]));
  // The tool's codings came along in its own export; where its results are given too, it is a coder already.
  const users = projectUsers(value).filter((user, _, all) => user !== TOOL_USER || all.length === 1 || tool.length === 0);
  const said = users.length > 1 ? [`it holds the codings of ${users.join(', ')}; each is a coder.`] : [];
  return users.map((user, index) => {
    const marked = markedIn(value, user);
    return { path, coder: coderFromProject(users.length > 1 ? user || 'nobody' : name, value, user, book, frame), marked, messages: [...(index === 0 ? [...messages.map(({ text }) => text), ...said] : []), ...crowded(marked)] };
  });
}

function markedIn({ sources, codings }: ReadProject, user: string): readonly MarkedText[] {
  return sources.map(({ name, text }) => ({ document: name, text, spans: codings.filter(({ source, coder }) => source === name && coder === user).map(({ start, end, path }) => ({ start, end, label: path.join(' / ') })) }));
}

function isTool(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? !holdsGold(path) : extname(path).toLowerCase() === '.json' && isCritique(path);
}

function toolCoder(path: string, name: string, book: Codebook): CoderFile {
  const { critiques, left } = critiquesAt([path]);
  const marked = critiques.flatMap(({ document, recommendations }) => (document.text === undefined ? [] : [{
    document: document.source, text: document.text,
    spans: recommendations.flatMap(({ elements }) => Object.entries(elements).flatMap(([label, spans]) => (spans as readonly (LabelledSpan & { readonly source?: string })[]).filter(({ source }) => source === undefined).map(({ start, end }) => ({ start, end, label: `Element / ${label}` })))),
  }]));
  return { path, coder: coderFromCritiques(name, critiques, book), marked, messages: left };
}

function goldCoder(path: string, name: string): CoderFile {
  const inputs = goldInputs([path]).gold.map((file) => file.gold);
  const marked = inputs.map(markedGold);
  return { path, coder: coderFromGold(name, inputs), marked, messages: crowded(marked) };
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
