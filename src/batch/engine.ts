import type { PipelineConfig } from '../config.ts';
import type { Critique, DocumentKind } from '../critique.ts';
import type { Models } from '../models.ts';
import { loadModels } from '../node/models.ts';
import { loadBuiltInPipelines, loadPipeline } from '../node/pipelines.ts';
import { critique } from '../pipeline.ts';
import type { CritiqueOptions } from '../pipeline.ts';
import type { Decision } from '../judge/decisions.ts';
import { applyDecisions, decisionFile } from '../judge/decisions.ts';
import { error } from '../result.ts';
import { sha256Hex } from '../hash.ts';
import { VERSION } from '../version.ts';
import type { WorkerSettings } from './task.ts';

/** Pipelines and models, loaded once a process or thread. */
export interface BatchEngine {
  readonly models: Models;
  /** Changes whenever a result could: tool, pipelines, rubric, lexicons, models, decisions. */
  readonly fingerprint: string;
  readonly seconds: number;
  readonly redact: boolean;
  readonly decisions: readonly Decision[];
  /** Whether the user named a pipeline. */
  readonly asked: boolean;
  readonly pipelineFor: (kind: DocumentKind) => PipelineConfig;
}

/** Throws a `ConfigError` where the pipeline can't be used. */
export function loadEngine({ pipeline, redact, decisions }: WorkerSettings): BatchEngine {
  const named = pipeline === null ? null : loadPipeline(pipeline);
  const usual = loadPipeline('lcspr').config;
  const inPlay = named === null ? loadBuiltInPipelines() : [named.config];
  const models = loadModels(named?.lexicons ?? {});
  return {
    models, redact, decisions,
    fingerprint: sha256Hex(JSON.stringify([VERSION, inPlay, models.hashes, ...(redact ? ['reduced'] : []), ...(decisions.length > 0 ? [decisionFile(decisions)] : [])])),
    // Which pipeline fits is known only after reading, so the longest limit counts.
    asked: named !== null,
    seconds: Math.max(...inPlay.map(({ limits }) => limits.seconds)),
    pipelineFor: (kind) => named?.config ?? inPlay.find(({ kinds }) => kinds.includes(kind)) ?? usual,
  };
}

export interface JudgeInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind: DocumentKind | null;
  readonly plan: CritiqueOptions['plan'] | null;
}

/** The critique of one file. A fault of our own becomes a message: no file may stop a batch. */
export async function judgeFile(engine: BatchEngine, { name, bytes, kind, plan }: JudgeInput): Promise<Critique> {
  const options: CritiqueOptions = {
    name, models: engine.models, pipeline: (own) => engine.pipelineFor(kind ?? own), ...(plan === null || plan === undefined ? {} : { plan }),
  };
  try {
    // A decision about one file says nothing of the others: that it matches none of their words is no news.
    return applyDecisions(await critique(bytes, options), engine.decisions, 'silent');
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return unread(engine, name, 'tool/failed', `Something went wrong in the program itself: ${detail}. Please report it, without the review.`);
  }
}

/** The place of a file that could not be opened or judged: what an empty file gives, with the true reason. */
export async function unread(engine: BatchEngine, name: string, rule: string, text: string): Promise<Critique> {
  const empty = await critique(new Uint8Array(0), { name, models: engine.models, pipeline: engine.pipelineFor });
  return { ...empty, document: { ...empty.document, sha256: '' }, messages: [error(rule, text)] };
}
