/**
 * Finds the critiques that the researcher's commands work on: results of a batch, folders of critiques, or JSON files of `critique --format json`.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Metadata } from '../corpus/metadata.ts';
import { joinMetadata, kindFrom, readMetadata, yearFrom } from '../corpus/metadata.ts';
import { ownYear } from '../corpus/own-year.ts';
import type { Critique, DocumentKind } from '../critique.ts';
import type { ListedReview } from './batch-list.ts';
import { listedReviews } from './batch-list.ts';
import { UsageError, fileTrouble } from './usage-error.ts';

/** What is known of a document beside its critique. */
export interface About {
  /** Year of receipt or of the review from the metadata, else the document's own; null where neither is known. */
  readonly year: string | null;
  readonly yearFrom: string;
}

export interface Critiques {
  /** Where the metadata give a kind of document, it stands in the place of the one that was read. */
  readonly critiques: readonly Critique[];
  /** In the same order. */
  readonly about: readonly About[];
  /** Copies of the same text, which are counted once, what a batch did not count, and files that could not be read when they were critiqued. */
  readonly left: readonly string[];
}

interface Found {
  readonly path: string;
  /** The row of the batch, or the name that metadata may give. */
  readonly listed: ListedReview | null;
}

/** @param metadata a table as `batch --metadata` takes it, for critiques that are no batch's, or to better a batch's. */
export function critiquesAt(paths: readonly string[], metadata?: string): Critiques {
  const files = paths.flatMap(filesAt);
  const all = files.flatMap((file) => critiquesIn(file.path).map((critique) => ({ critique, listed: file.listed })));
  const rows = metadata === undefined ? null : metadataAt(metadata);
  const joined = rows === null ? null : joinMetadata(rows, all.map(({ critique, listed }) => listed?.file ?? critique.document.source));
  const seen = new Map<string, string>();
  const left: string[] = (joined?.unmatchedRows ?? []).map(({ row, why }) => `${metadata ?? ''}: line ${row.line} names "${row.file}", but ${why}.`);
  const kept = all.filter(({ critique: { document, units }, listed }) => {
    const key = document.textSha256 ?? document.sha256;
    const first = seen.get(key);
    if (units.length === 0) left.push(`${document.source} holds no passages and is left out.`);
    else if (listed?.left != null) left.push(`${document.source} is not counted in the batch (${listed.left}), and is left out here too.`);
    else if (first !== undefined) left.push(`${document.source} is a copy of ${first} and is counted once.`);
    else return seen.set(key, document.source).size > 0;
    return false;
  });
  if (kept.length === 0) throw new UsageError(`${paths.join(', ')}: no critique with passages. Make them with "critique --format json" or "batch".`);
  const known = kept.map(({ critique, listed }) => {
    const row = joined?.byFile.get(listed?.file ?? critique.document.source);
    return { critique: ofKind(critique, kindFrom(row) ?? listed?.kind ?? null), about: aboutOf(critique, yearFrom(row) ?? listed?.year ?? null) };
  });
  return { critiques: known.map(({ critique }) => critique), about: known.map(({ about }) => about), left };
}

function ofKind(critique: Critique, kind: DocumentKind | null): Critique {
  return kind === null || kind === critique.document.kind ? critique : { ...critique, document: { ...critique.document, kind } };
}

function aboutOf({ document, units }: Critique, given: string | null): About {
  if (given !== null) return { year: given, yearFrom: 'the metadata' };
  const own = ownYear(document.title, units);
  return own === null ? { year: null, yearFrom: 'not known' } : { year: own.year, yearFrom: own.from };
}

/** "Years: 20 from the metadata, 4 from its date line, 1 not known." Nothing where all are from the metadata. */
export function yearsNote(about: readonly About[]): string | null {
  const counts = new Map<string, number>();
  for (const { yearFrom: from } of about) counts.set(from, (counts.get(from) ?? 0) + 1);
  return counts.size === 1 && counts.has('the metadata') ? null : `years: ${[...counts].map(([from, count]) => `${count} ${from === 'not known' ? from : `from ${from}`}`).join(', ')}. For dates of receipt give --metadata FILE.csv.`;
}

function metadataAt(path: string): Metadata {
  try {
    return readMetadata(new Uint8Array(readFileSync(path)));
  } catch (cause) {
    throw new UsageError(`${path}: ${cause instanceof Error && !('code' in cause) ? cause.message : `${fileTrouble(cause)}.`}`);
  }
}

function filesAt(path: string): Found[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`${path}: there is no such file or folder.`);
  if (!stat.isDirectory()) return [{ path, listed: null }];
  const record = join(path, 'run.json');
  if (!existsSync(record)) return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort().map((name) => ({ path: join(path, name), listed: null }));
  const listed = listedReviews(path);
  const { inputs = [] } = parsed(record) as { readonly inputs?: readonly { readonly file: string }[] };
  return inputs.map(({ file }) => ({ path: join(path, `critiques/${file}.json`), listed: listed.get(file) ?? null }));
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
