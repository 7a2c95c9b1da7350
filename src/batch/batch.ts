/**
 * One folder of reviews → one folder of results, from the lock to the last table.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Metadata } from '../corpus/metadata.ts';
import { joinMetadata, NO_METADATA, readMetadata } from '../corpus/metadata.ts';
import type { CorpusSummary } from '../corpus/summary.ts';
import { decodeText } from '../read/encoding.ts';
import type { Decision } from '../judge/decisions.ts';
import { decisionFile, parseDecisions } from '../judge/decisions.ts';
import { BatchError, trouble, writeTrouble } from './batch-error.ts';
import { hashText, removeTemporary, writeWhole } from './disk.ts';
import { loadEngine } from './engine.ts';
import type { BatchEngine } from './engine.ts';
import type { Listing, Shard } from './files.ts';
import { listFiles, ofShard } from './files.ts';
import { openJournal, settleJournal } from './journal.ts';
import type { Entry } from './journal.ts';
import { takeLock } from './lock.ts';
import type { Progress } from './progress.ts';
import { RECORD, removeLeftOver, writeResults } from './results.ts';
import { runFiles } from './run.ts';
import { pipelineShown, runRecord, wayTo } from './record.ts';

export interface BatchOptions {
  readonly folder: string;
  readonly results: string;
  readonly metadata: string | null;
  readonly jobs: number | null;
  readonly pipeline: string | null;
  readonly shard: Shard | null;
  readonly withoutText: boolean;
  /** Cover details that could identify a child in all that is written. */
  readonly redact: boolean;
  /** File of "not so" decisions. */
  readonly decisions: string | null;
}

export interface BatchOutcome {
  readonly entries: readonly Entry[];
  readonly total: number;
  /** Null where the run was stopped before its end. */
  readonly summary: CorpusSummary | null;
  readonly unmatched: { readonly rows: number; readonly files: number };
}

export async function runBatch(options: BatchOptions, start: (total: number) => Progress, stop: AbortSignal): Promise<BatchOutcome> {
  const folder = resolve(options.folder);
  const results = resolve(options.results);
  if (folder === results || inside(folder, results)) throw new BatchError('--out names the folder of the reviews, or one that holds it. Name a folder of its own for the results.');
  const listing = listFiles(folder, [results, ...[options.metadata, options.decisions].flatMap((path) => (path === null ? [] : [resolve(path)]))]);
  const metadata = loadMetadata(options.metadata);
  const engine = loadEngine({ pipeline: options.pipeline, redact: options.redact, decisions: loadDecisions(options.decisions) });
  makeFolder(results);
  const free = takeLock(results);
  try {
    return await inLock({ ...options, folder, results }, listing, metadata, engine, start, stop);
  } finally {
    free();
  }
}

async function inLock(options: BatchOptions, listing: Listing, metadata: Loaded, engine: BatchEngine, start: (total: number) => Progress, stop: AbortSignal): Promise<BatchOutcome> {
  const { results, folder, pipeline } = options;
  const shard = options.shard === null ? null : `${options.shard.index}/${options.shard.of}`;
  const journal = openJournal(results, shard);
  const files = ofShard(listing.files, options.shard);
  checkSameFolder(results, journal.done, files);
  removeTemporary(results);
  // It says that all else is whole: until this run is over, it isn't.
  rmSync(join(results, RECORD), { force: true });
  const joined = joinMetadata(metadata.value, listing.files);
  const progress = start(files.length);
  const unmatched = { rows: joined.unmatchedRows.length, files: joined.unmatchedFiles.length };
  try {
    const entries = await runFiles({ files, joined }, { folder, results, pipeline, redact: options.redact, decisions: engine.decisions, jobs: options.jobs, fingerprint: engine.fingerprint, seconds: engine.seconds }, journal, progress, stop);
    if (entries.length < files.length) return { entries, total: files.length, summary: null, unmatched };
    progress.phase('Putting the results together …');
    removeLeftOver(results, files);
    if (metadata.text !== null) writeWhole(join(results, 'metadata.csv'), metadata.text);
    else rmSync(join(results, 'metadata.csv'), { force: true });
    keepDecisions(results, engine.decisions);
    const record = runRecord({ entries, listing, shard, pipeline: pipelineShown(pipeline, results), engine, metadata: metadata.text === null ? null : hashText(metadata.text), source: wayTo(results, folder), withoutText: options.withoutText });
    const ofOurs = shard === null ? joined : { ...joined, unmatchedRows: [], unmatchedFiles: [] };
    const summary = await writeResults({ results, record, files, ignored: listing.ignored, joined: ofOurs, headings: metadata.value.headings, engine });
    journal.close();
    settleJournal(results, shard, entries);
    return { entries, total: files.length, summary, unmatched };
  } finally {
    progress.close();
    journal.close();
  }
}

/** What the page or an earlier result saved; none where no file is named. */
export function loadDecisions(path: string | null): readonly Decision[] {
  if (path === null) return [];
  try {
    return parseDecisions(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new BatchError(`--decisions: ${cause instanceof Error && !('code' in cause) ? cause.message : `${trouble(cause)}. Check its name and that you may read it.`}`);
  }
}

/** Beside the results, as the metadata are: parts of a divided batch are put together with it. */
export function keepDecisions(results: string, decisions: readonly Decision[]): void {
  if (decisions.length > 0) writeWhole(join(results, DECISIONS), decisionFile(decisions));
  else rmSync(join(results, DECISIONS), { force: true });
}

export const DECISIONS = 'decisions.json';

interface Loaded {
  readonly value: Metadata;
  /** As UTF-8, to be kept with the results. */
  readonly text: string | null;
}

export function loadMetadata(path: string | null): Loaded {
  if (path === null) return { value: NO_METADATA, text: null };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(path));
  } catch (cause) {
    throw new BatchError(`--metadata: ${trouble(cause)}. Check its name and that you may read it.`);
  }
  try {
    return { value: readMetadata(bytes), text: decodeText(bytes).text };
  } catch (cause) {
    throw new BatchError(`--metadata: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Results of files that are gone are taken away, so a slip in the name of a folder must not cost a batch. */
function checkSameFolder(results: string, done: ReadonlyMap<string, Entry>, files: readonly string[]): void {
  if (done.size === 0 || files.some((file) => done.has(file))) return;
  throw new BatchError(`${results} holds the results of other files (${[...done.keys()].slice(0, 3).join(', ')}), and of none in this folder. Name a new folder with --out, or empty that one first: nothing in it was touched.`);
}

function inside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function makeFolder(results: string): void {
  try {
    mkdirSync(results, { recursive: true });
  } catch (cause) {
    throw new BatchError(`--out: the folder can't be made in ${dirname(results)}: ${writeTrouble(cause)}. Name a folder in a place that you may write to.`);
  }
}
