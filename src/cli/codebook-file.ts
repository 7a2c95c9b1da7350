import { readFileSync } from 'node:fs';
import type { Codebook } from '../judge/themes.ts';
import { UsageError, fileTrouble } from './usage-error.ts';

/** The built-in codebook of themes, or a researcher's own. @throws UsageError that says what a codebook needs. */
export function codebookAt(path: string | undefined): { readonly book: Codebook; readonly text: string } {
  try {
    const text = readFileSync(path ?? new URL('../../models/themes.json', import.meta.url), 'utf8').replace(/^\uFEFF/, '');
    const book = JSON.parse(text) as Codebook;
    if (book.format === 'second-question-codebook/1' && Array.isArray(book.codes) && book.codes.every(isCode)) return { book, text };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw new UsageError(`${path}: ${fileTrouble(cause)}.`);
  }
  throw new UsageError(`${path} is no codebook. It needs "format": "second-question-codebook/1" and "codes", each with id, name, parent (or null) and patterns; models/themes.json is one.`);
}

function isCode(code: unknown): boolean {
  const { id, name, parent, patterns } = code as Partial<Codebook['codes'][number]>;
  return typeof id === 'string' && typeof name === 'string' && (parent === null || typeof parent === 'string') && Array.isArray(patterns) && patterns.every((pattern) => typeof pattern === 'string');
}
