import { pipelineNames } from '../node/pipelines.ts';
import { VERSION } from '../version.ts';
import type { BatchEngine } from './engine.ts';
import type { Listing } from './files.ts';
import { hashText } from './disk.ts';
import type { Entry } from './journal.ts';

export interface RunInput {
  readonly entries: readonly Entry[];
  readonly listing: Listing;
  readonly shard: string | null;
  readonly pipeline: string | null;
  readonly engine: BatchEngine;
  readonly metadata: string | null;
  /** Way from the results to the reviews. */
  readonly source: string;
  readonly withoutText: boolean;
}

export interface RunRecord {
  readonly tool: { readonly name: string; readonly version: string };
  readonly rubric: string;
  readonly pipeline: string;
  readonly pipelines: readonly string[];
  readonly fingerprint: string;
  readonly models: Readonly<Record<string, string>>;
  readonly metadata: string | null;
  readonly source: string;
  readonly withoutText: boolean;
  /** Details that could identify a child are covered. */
  readonly redact: boolean;
  readonly shard: string | null;
  /** Hash of the names of all files of the folder: shards of one batch have the same. */
  readonly listing: string;
  readonly ignored: Listing['ignored'];
  readonly inputs: readonly { readonly file: string; readonly key: string; readonly critique: string; readonly read: boolean }[];
}

/** Enough to repeat the run: versions, and hashes of all that went in and came out. No clock, no path, no name of a machine. */
export function runRecord({ entries, listing, shard, pipeline, engine, metadata, source, withoutText }: RunInput): string {
  const record: RunRecord = {
    tool: { name: 'second-question', version: VERSION }, rubric: engine.pipelineFor('lcspr').rubric.version, pipeline: pipeline ?? 'auto', pipelines: pipeline === null ? pipelineNames() : [engine.pipelineFor('other').name],
    fingerprint: engine.fingerprint, models: engine.models.hashes, metadata, source, withoutText, redact: engine.redact, shard, listing: hashText(listing.files.join('\n')), ignored: listing.ignored,
    inputs: entries.map(({ file, key, out, read }) => ({ file, key, critique: out, read })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
