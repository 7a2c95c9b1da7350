/**
 * Puts pipeline, models and rule book together for the commands that judge a file.
 */
import { basename } from 'node:path';
import type { PipelineConfig } from '../config.ts';
import type { Critique, DocumentKind } from '../critique.ts';
import { loadBuiltInPipelines, loadPipeline } from '../node/pipelines.ts';
import type { RuleBook } from '../report/rule-book.ts';
import type { Recogniser } from '../read/reading.ts';
import { loadRuleBook } from './explain.ts';
import { readInput } from './input.ts';
import { UsageError } from './usage-error.ts';
import { unread } from './unread.ts';

export interface EngineOptions {
  readonly pipeline?: string;
  readonly with?: string;
  readonly ocr?: boolean;
  readonly ignoreTags?: boolean;
}

export interface Engine {
  readonly rules: RuleBook;
  /** Never throws; the critique holds the canonical text. */
  readonly critique: (name: string, bytes: Uint8Array) => Promise<Critique>;
  /** The place of a file that could not be opened. */
  readonly unread: (name: string, trouble: string) => Critique;
}

/** What the parts that are loaded late must offer. */
interface Judge {
  readonly critique: (input: Uint8Array, options: Readonly<Record<string, unknown>>) => Promise<Critique>;
}

/** Loads all that does not depend on the file to read. Throws a `ConfigError` or a `UsageError`. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const chosen = options.pipeline === undefined ? null : loadPipeline(options.pipeline);
  const builtIn = chosen ? [chosen] : loadBuiltInPipelines();
  const first = chosen ?? fitting(builtIn, 'lcspr');
  const [judge, models] = await Promise.all([load<Judge>('../pipeline.ts'), load<{ readonly loadModels: () => unknown }>('../node/models.ts')]);
  const fixed = {
    models: await models.loadModels(), text: true, ignoreTags: options.ignoreTags ?? false,
    ...(options.with === undefined ? {} : { plan: await planOf(options.with) }),
    ...(options.ocr ? { recognise: await recogniser() } : {}),
  };
  return {
    rules: loadRuleBook(),
    unread: (name, trouble) => unread(name, trouble, { name: 'second-question', version: '0.1.0', pipeline: first.name, rubric: first.rubric.version, config: '', models: {} }),
    critique: async (name, bytes) => {
      const made = await judge.critique(bytes, { ...fixed, name, pipeline: first });
      // The kind of document is known only after reading; where another pipeline fits that kind, it judges afresh.
      const better = chosen ? first : fitting(builtIn, made.document.kind);
      return better.name === first.name ? made : judge.critique(bytes, { ...fixed, name, pipeline: better });
    },
  };
}

function fitting(pipelines: readonly PipelineConfig[], kind: DocumentKind): PipelineConfig {
  return pipelines.find((one) => one.kinds.includes(kind)) ?? loadPipeline('lcspr');
}

async function planOf(file: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const input = await readInput(file);
  if ('trouble' in input) throw new UsageError(`--with ${basename(file)}: ${input.trouble}`);
  return input;
}

async function recogniser(): Promise<Recogniser> {
  const { createRecogniser } = await load<{ readonly createRecogniser: () => Promise<Recogniser> | Recogniser }>('./ocr.ts');
  return createRecogniser();
}

async function load<T>(path: string): Promise<T> {
  return (await import(path)) as T;
}
