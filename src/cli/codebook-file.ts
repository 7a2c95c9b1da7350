import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Code, Codebook } from '../judge/themes.ts';
import { themeCoder } from '../judge/themes.ts';
import { decodeText } from '../read/encoding.ts';
import { readQdc } from '../research/codebook-qdc.ts';
import { UsageError, fileTrouble } from './usage-error.ts';

export interface CodebookFile {
  readonly book: Codebook;
  /** As it was read, for its hash. */
  readonly text: string;
  readonly messages: readonly string[];
}

/** The built-in codebook of themes, or a researcher's own (.json or .qdc). @throws UsageError that says what a codebook needs. */
export function codebookAt(path: string | undefined): CodebookFile {
  const text = read(path);
  if (path !== undefined && extname(path).toLowerCase() === '.qdc') return checked(path, () => fromQdc(text, path));
  return checked(path ?? 'models/themes.json', () => ({ book: fromJson(text), text, messages: [] }));
}

function read(path: string | undefined): string {
  try {
    return decodeText(new Uint8Array(readFileSync(path ?? new URL('../../models/themes.json', import.meta.url)))).text.replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new UsageError(`${path}: ${fileTrouble(cause)}.`);
  }
}

function checked(path: string, made: () => CodebookFile): CodebookFile {
  try {
    const file = made();
    themeCoder(file.book);
    return file;
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${path}: ${cause instanceof Error ? cause.message : 'it could not be used.'}`);
  }
}

function fromQdc(text: string, path: string): CodebookFile {
  const { value, messages } = readQdc(text, basename(path, extname(path)));
  return { book: value, text, messages: messages.map((message) => `${path}: ${message.text}`) };
}

function fromJson(text: string): Codebook {
  const book = parsed(text) as Partial<Codebook> | null;
  if (book?.format !== 'second-question-codebook/1' || !Array.isArray(book.codes)) throw new Error('it is no codebook. It needs "format": "second-question-codebook/1" and "codes", each with id, name, parent (or null) and patterns; models/themes.json is one. A REFI-QDA codebook must end in .qdc.');
  const codes = (book.codes as unknown[]).map(wholeCode);
  return { ...book, format: book.format, version: String(book.version ?? ''), name: String(book.name ?? 'own codebook'), source: String(book.source ?? ''), codes };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('it is not JSON. It must be a codebook in the form of models/themes.json, or a REFI-QDA codebook whose name ends in .qdc.');
  }
}

/** What a researcher's own codebook may leave out is filled in. */
function wholeCode(value: unknown, index: number): Code {
  const code = value as Partial<Code>;
  const place = typeof code.id === 'string' ? `code ${code.id}` : `the ${index + 1}th code`;
  if (typeof code.id !== 'string' || code.id === '' || typeof code.name !== 'string') throw new Error(`${place} needs an id and a name.`);
  if (code.parent !== undefined && code.parent !== null && typeof code.parent !== 'string') throw new Error(`${place}: "parent" must be the id of another code, or null.`);
  for (const key of ['patterns', 'except'] as const) if (key === 'patterns' || code[key] !== undefined) if (!Array.isArray(code[key]) || !code[key].every((pattern) => typeof pattern === 'string')) throw new Error(`${place}: "${key}" must be a list of words or patterns.`);
  return { ...code, id: code.id, name: code.name, parent: code.parent ?? null, definition: code.definition ?? '', source: code.source ?? '', seed: code.seed ?? null, patterns: code.patterns ?? [], example: code.example ?? '' };
}
