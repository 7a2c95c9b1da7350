import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { markDuplicates } from '../corpus/duplicates.ts';
import { joinMetadata } from '../corpus/metadata.ts';
import { isPlan } from '../corpus/metadata.ts';
import { reviewRecord } from '../corpus/record.ts';
import type { Review } from '../corpus/summary.ts';
import { reviewsOf } from '../corpus/summary.ts';
import { loadMetadata } from './batch.ts';
import { BatchError, trouble } from './batch-error.ts';
import type { RunRecord } from './record.ts';
import { RECORD } from './results.ts';
import { readCritique } from './tables.ts';

/** The reviews of a finished batch as they are counted. */
export function readReviews(folder: string): readonly Review[] {
  const results = resolve(folder);
  const record = readRecord(results, folder);
  const files = record.inputs.map(({ file }) => file);
  const table = join(results, 'metadata.csv');
  const joined = joinMetadata(loadMetadata(existsSync(table) ? table : null).value, files);
  return reviewsOf(markDuplicates(files.map((file, index) => {
    const row = joined.byFile.get(file);
    return reviewRecord(readCritique(results, file), { n: index + 1, file, plan: row?.known.submission !== undefined && isPlan(file, row), row });
  })));
}

function readRecord(results: string, shown: string): RunRecord {
  try {
    return JSON.parse(readFileSync(join(results, RECORD), 'utf8')) as RunRecord;
  } catch (cause) {
    throw new BatchError(`${shown} holds no finished batch (${trouble(cause)}). Name a folder that "batch --out" has written to the end.`);
  }
}
