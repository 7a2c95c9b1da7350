/**
 * Finds the critiques that the researcher's commands work on: results of a batch, folders of critiques, or JSON files of `critique --format json`.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Critique } from '../critique.ts';
import { UsageError, fileTrouble } from './usage-error.ts';

export interface Critiques {
  readonly critiques: readonly Critique[];
  /** Copies of the same text, which are counted once, and files that could not be read when they were critiqued. */
  readonly left: readonly string[];
}

export function critiquesAt(paths: readonly string[]): Critiques {
  const all = paths.flatMap(filesAt).flatMap(critiquesIn);
  const seen = new Map<string, string>();
  const left: string[] = [];
  const critiques = all.filter(({ document, units }) => {
    const key = document.textSha256 ?? document.sha256;
    const first = seen.get(key);
    if (units.length === 0) left.push(`${document.source} holds no passages and is left out.`);
    else if (first !== undefined) left.push(`${document.source} is a copy of ${first} and is counted once.`);
    else return seen.set(key, document.source).size > 0;
    return false;
  });
  if (critiques.length === 0) throw new UsageError(`${paths.join(', ')}: no critique with passages. Make them with "critique --format json" or "batch".`);
  return { critiques, left };
}

function filesAt(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`${path}: there is no such file or folder.`);
  if (!stat.isDirectory()) return [path];
  const record = join(path, 'run.json');
  const below = existsSync(record) ? (parsed(record) as { readonly inputs?: readonly { readonly file: string }[] }).inputs?.map(({ file }) => `critiques/${file}.json`)
    : readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort();
  return (below ?? []).map((name) => join(path, name));
}

function critiquesIn(path: string): Critique[] {
  const value = parsed(path);
  const all = Array.isArray(value) ? (value as unknown[]) : [value];
  if (!all.every(isCritique)) throw new UsageError(`${path} is no critique. Name JSON files of "critique --format json", or the results of "batch".`);
  if (all.some(({ units }) => units.some(({ text }) => typeof text !== 'string' || text === ''))) throw new UsageError(`${path} was written without the words of the review, so that nothing can be coded. Make it again with the text.`);
  return all;
}

function isCritique(value: unknown): value is Critique {
  const one = value as Partial<Critique> | null;
  return typeof one === 'object' && one !== null && one.version === '1' && Array.isArray(one.units) && Array.isArray(one.items) && one.document !== undefined;
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new UsageError(cause instanceof SyntaxError ? `${path} is not JSON. Name files of "critique --format json", or the results of "batch".` : `${path}: ${fileTrouble(cause)}.`);
  }
}
