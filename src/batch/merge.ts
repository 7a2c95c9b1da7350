/**
 * The parts of a divided batch → the results that the undivided one would have given, byte for byte.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { joinMetadata } from '../corpus/metadata.ts';
import type { CorpusSummary } from '../corpus/summary.ts';
import { DECISIONS, keepDecisions, loadDecisions, loadMetadata } from './batch.ts';
import { BatchError, trouble } from './batch-error.ts';
import { hashNow, hashText, removeTemporary, writeWhole } from './disk.ts';
import { loadEngine } from './engine.ts';
import { byCharacters, parseShard } from './files.ts';
import { openJournal, readJournal, settleJournal } from './journal.ts';
import type { Entry } from './journal.ts';
import { takeLock } from './lock.ts';
import type { RunRecord } from './record.ts';
import { pipelineMeant, pipelineShown, wayTo } from './record.ts';
import { RECORD, removeLeftOver, writeResults } from './results.ts';
import { critiquePath } from './run.ts';

interface Part {
  readonly folder: string;
  readonly record: RunRecord;
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Merged {
  readonly summary: CorpusSummary;
  readonly files: number;
  readonly unread: number;
}

export async function mergeParts(folders: readonly string[], out: string): Promise<Merged> {
  const parts = folders.map((folder) => readPart(resolve(folder)));
  const first = checkParts(parts);
  const results = resolve(out);
  mkdirSync(results, { recursive: true });
  const free = takeLock(results);
  try {
    openJournal(results, null).close();
    removeTemporary(results);
    rmSync(join(results, RECORD), { force: true });
    return await mergeInto(results, parts, first);
  } finally {
    free();
  }
}

async function mergeInto(results: string, parts: readonly Part[], first: Part): Promise<Merged> {
  const { record } = first;
  const pipeline = pipelineMeant(record.pipeline, first.folder);
  const engine = loadEngine({ pipeline, redact: record.redact, decisions: loadDecisions(record.decisions === null ? null : join(first.folder, DECISIONS)) });
  if (engine.fingerprint !== record.fingerprint) throw new BatchError('the parts were made with another version of the tool, its models or its pipelines than this one. Merge them with the version that made them.');
  const inputs = parts.flatMap((part) => part.record.inputs.map((input) => ({ part, input }))).sort((a, b) => byCharacters(a.input.file, b.input.file));
  for (const { part, input } of inputs) take(part, input, results);
  const files = inputs.map(({ input }) => input.file);
  removeLeftOver(results, files);
  const table = join(first.folder, 'metadata.csv');
  const metadata = loadMetadata(record.metadata === null ? null : table);
  if (metadata.text !== null) writeWhole(join(results, 'metadata.csv'), metadata.text);
  keepDecisions(results, engine.decisions);
  const source = record.source === null ? null : wayTo(results, resolve(first.folder, ...record.source.split('/')));
  const whole: RunRecord = { ...record, pipeline: pipelineShown(pipeline, results), source, shard: null, inputs: inputs.map(({ input }) => input) };
  const joined = joinMetadata(metadata.value, files);
  const summary = await writeResults({ results, record: whole, files, ignored: record.ignored, joined, headings: metadata.value.headings, engine });
  const entries = inputs.flatMap(({ part, input }) => part.entries.get(input.file) ?? []);
  settleJournal(results, null, entries);
  return { summary, files: files.length, unread: inputs.filter(({ input }) => !input.read).length };
}

function readPart(folder: string): Part {
  try {
    const record = JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as RunRecord;
    return { folder, record, entries: readJournal(join(folder, 'journal.ndjson'), folder).done };
  } catch (cause) {
    if (cause instanceof BatchError) throw cause;
    throw new BatchError(`${folder} holds no finished part of a batch (${trouble(cause)}). Finish it with the same command that began it, then merge again.`);
  }
}

/** All parts of one batch, each once. */
function checkParts(parts: readonly Part[]): Part {
  const first = parts[0];
  if (first === undefined) throw new BatchError('name the folders of the parts.');
  const shards = parts.map(({ folder, record }) => {
    if (record.shard === null) throw new BatchError(`${folder} holds a whole batch and no part of one. Leave it out.`);
    return { folder, ...parseShard(record.shard) };
  });
  const of = shards[0]?.of ?? 0;
  const other = parts.find(({ record }, index) => shards[index]?.of !== of || (['listing', 'fingerprint', 'metadata', 'withoutText'] as const).some((field) => record[field] !== first.record[field]));
  if (other !== undefined) throw new BatchError(`${other.folder} and ${first.folder} are parts of different batches: their folders, metadata, options or versions differ. Run the parts anew with the same ones.`);
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !shards.some((shard) => shard.index === index));
  if (missing.length > 0) throw new BatchError(`${missing.length === 1 ? 'part' : 'parts'} ${missing.map((index) => `${index}/${of}`).join(', ')} of the batch ${missing.length === 1 ? 'is' : 'are'} missing. Name all ${of} folders.`);
  if (shards.length > of) throw new BatchError('one part is named twice. Name each once.');
  return first;
}

function take(part: Part, input: RunRecord['inputs'][number], results: string): void {
  const from = critiquePath(part.folder, input.file);
  const to = critiquePath(results, input.file);
  if (hashNow(from) !== input.critique) throw new BatchError(`${part.folder}: the critique of ${input.file} is missing or was changed. Run that part again; only this file is done anew.`);
  if (existsSync(to) && hashText(readFileSync(to, 'utf8')) === input.critique) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
