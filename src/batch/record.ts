import { isAbsolute, relative, resolve, sep } from 'node:path';
import { reviewId } from '../corpus/record.ts';
import { decisionFile } from '../judge/decisions.ts';
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
  readonly pipeline: string;
  readonly engine: BatchEngine;
  readonly metadata: string | null;
  /** Way from the results to the reviews. */
  readonly source: string | null;
  readonly withoutText: boolean;
}

export interface RunRecord {
  readonly tool: { readonly name: string; readonly version: string };
  readonly rubric: string;
  /** "auto", the name of a built-in pipeline, or the way from the results to its file. */
  readonly pipeline: string;
  readonly pipelines: readonly string[];
  readonly fingerprint: string;
  readonly models: Readonly<Record<string, string>>;
  readonly metadata: string | null;
  readonly source: string | null;
  readonly withoutText: boolean;
  /** Details that could identify a child are covered. */
  readonly redact: boolean;
  /** Hash of the decisions that were honoured, which stand in decisions.json. */
  readonly decisions: string | null;
  readonly shard: string | null;
  /** Hash of the names of all files of the folder: shards of one batch have the same. */
  readonly listing: string;
  readonly ignored: Listing['ignored'];
  readonly inputs: readonly { readonly file: string; readonly key: string; readonly critique: string; readonly read: boolean }[];
}

/** Enough to repeat the run: versions, and hashes of all that went in and came out. No clock, no path, no name of a machine. */
export function runRecord({ entries, listing, shard, pipeline, engine, metadata, source, withoutText }: RunInput): RunRecord {
  return {
    tool: { name: 'second-question', version: VERSION }, rubric: engine.pipelineFor('lcspr').rubric.version, pipeline, pipelines: engine.asked ? [engine.pipelineFor('other').name] : pipelineNames(),
    fingerprint: engine.fingerprint, models: engine.models.hashes, metadata, source, withoutText, redact: engine.redact, decisions: engine.decisions.length === 0 ? null : hashText(decisionFile(engine.decisions)), shard, listing: hashText(listing.files.join('\n')), ignored: listing.ignored,
    inputs: entries.map(({ file, key, out, read }) => ({ file, key, critique: out, read })),
  };
}

/** The form without text: no name of a file or folder, and no hash by which somebody who has a file could find it here. */
export function hideRecord({ tool, rubric, pipelines, fingerprint, models, redact, shard, inputs }: RunRecord): object {
  return { tool, rubric, pipelines, fingerprint, models, withoutText: true, redact, shard, inputs: inputs.map(({ read }, index) => ({ file: reviewId(index + 1), read })) };
}

/** What stands for the pipeline in the record: no path of a machine. */
export function pipelineShown(pipeline: string | null, results: string): string {
  return pipeline === null ? 'auto' : pipelineNames().includes(pipeline) ? pipeline : wayTo(results, resolve(pipeline)) ?? 'elsewhere';
}

/** The way back. */
export function pipelineMeant(shown: string, results: string): string | null {
  return shown === 'auto' ? null : pipelineNames().includes(shown) ? shown : resolve(results, ...shown.split('/'));
}

/** Relative way with "/"; null where there is none, as between two drives. */
export function wayTo(from: string, to: string): string | null {
  const way = relative(from, to);
  return isAbsolute(way) ? null : way.split(sep).join('/');
}
