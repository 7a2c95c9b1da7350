/**
 * Puts pipeline, models and rule book together for the commands that judge a file.
 */
import { basename } from 'node:path';
import type { PipelineConfig } from '../config.ts';
import type { Critique, DocumentKind } from '../critique.ts';
import type { Decision } from '../judge/decisions.ts';
import { applyDecisions, parseDecisions } from '../judge/decisions.ts';
import { loadModels } from '../node/models.ts';
import { loadBuiltInPipelines, loadPipeline } from '../node/pipelines.ts';
import { critique, judge as judgeFile } from '../pipeline.ts';
import type { CritiqueOptions, Judged } from '../pipeline.ts';
import type { Recogniser } from '../read/reading.ts';
import type { RuleBook } from '../report/rule-book.ts';
import { error } from '../result.ts';
import { readInput } from './input.ts';
import type { Input } from './input.ts';
import { loadRuleBook } from './rule-files.ts';
import { UsageError } from './usage-error.ts';

export interface EngineOptions {
  readonly pipeline?: string;
  readonly with?: string;
  readonly ocr?: boolean;
  readonly ignoreTags?: boolean;
  /** File of "not so" decisions. */
  readonly decisions?: string;
}

export interface Engine {
  readonly rules: RuleBook;
  /** Never throws, so that one bad file stops no other. The critique holds the canonical text. */
  readonly critique: (input: Input) => Promise<Critique>;
  /** The same, with the reading for reports that write into the original. */
  readonly judge: (input: Input) => Promise<Judged>;
}

/** Loads all that does not depend on the file to read. Throws a `ConfigError` or a `UsageError`. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { pipeline, lexicons } = choosePipeline(options.pipeline);
  const fixed: Omit<CritiqueOptions, 'name'> = {
    pipeline, models: loadModels(lexicons), text: true, ignoreTags: options.ignoreTags ?? false,
    ...(options.with === undefined ? {} : { plan: await readPlan(options.with) }),
    ...(options.ocr === true ? { recognise: await loadRecogniser() } : {}),
  };
  const decisions = options.decisions === undefined ? [] : await readDecisions(options.decisions);
  const decided = async (input: Input): Promise<Judged> => {
    const judged = await judge(input, { ...fixed, name: input.name });
    return { ...judged, critique: applyDecisions(judged.critique, decisions) };
  };
  return { rules: loadRuleBook(), judge: decided, critique: async (input) => (await decided(input)).critique };
}

async function judge(input: Input, options: CritiqueOptions): Promise<Judged> {
  if ('trouble' in input) return { critique: await unread('read/not-opened', input.trouble, options), reading: null };
  try {
    return await judgeFile(input.bytes, options);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { critique: await unread('tool/failed', `Something went wrong in the program itself: ${detail}. Please report it, without the review.`, options), reading: null };
  }
}

/** The place of a file that could not be opened or judged: what an empty file gives, with the true reason. */
async function unread(rule: string, text: string, options: CritiqueOptions): Promise<Critique> {
  const empty = await critique(new Uint8Array(0), options);
  return { ...empty, document: { ...empty.document, sha256: '' }, messages: [error(rule, text)] };
}

/** The pipeline that was asked for, or the one that fits the kind of document. */
function choosePipeline(asked: string | undefined): { readonly pipeline: CritiqueOptions['pipeline']; readonly lexicons: Readonly<Record<string, string>> } {
  if (asked !== undefined) {
    const { config, lexicons } = loadPipeline(asked);
    return { pipeline: config, lexicons };
  }
  const builtIn = loadBuiltInPipelines();
  const usual = loadPipeline('lcspr').config;
  return { pipeline: (kind: DocumentKind): PipelineConfig => builtIn.find((one) => one.kinds.includes(kind)) ?? usual, lexicons: {} };
}

async function readDecisions(file: string): Promise<readonly Decision[]> {
  const input = await readInput(file);
  if ('trouble' in input) throw new UsageError(`--decisions ${basename(file)}: ${input.trouble}`);
  try {
    return parseDecisions(new TextDecoder().decode(input.bytes));
  } catch (cause) {
    throw new UsageError(`--decisions ${basename(file)}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

async function readPlan(file: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const input = await readInput(file);
  if ('trouble' in input) throw new UsageError(`--with ${basename(file)}: ${input.trouble}`);
  return input;
}

async function loadRecogniser(): Promise<Recogniser> {
  const { recogniser } = await import('./ocr.ts');
  try {
    return await recogniser();
  } catch (cause) {
    throw new UsageError(`--ocr: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
