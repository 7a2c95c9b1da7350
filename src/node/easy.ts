/**
 * `critique` and `judge` with the models and pipelines of this package filled in, for use as a library in Node.
 */
import type { PipelineConfig } from '../config.ts';
import type { Critique, DocumentKind } from '../critique.ts';
import type { Models } from '../models.ts';
import type { CritiqueOptions, Judged } from '../pipeline.ts';
import type { RuleBook } from '../report/rule-book.ts';
import { readFileSync } from 'node:fs';
import { judge as judgeWith } from '../pipeline.ts';
import { ruleBook } from '../report/rule-book.ts';
import { loadModels } from './models.ts';
import { loadBuiltInPipelines, loadPipeline } from './pipelines.ts';

/** What may be given; all of it may be left out. */
export interface EasyOptions extends Partial<Omit<CritiqueOptions, 'pipeline'>> {
  /** Name of a built-in pipeline, path of a pipeline file, or a pipeline. Default: by the kind of document. */
  readonly pipeline?: string | CritiqueOptions['pipeline'];
}

let models: Models | null = null;
let choice: ((kind: DocumentKind) => PipelineConfig) | null = null;

/**
 * Bytes or text in, critique out. Never throws for a review that can't be read: the critique then holds an error message and no units.
 * @example const result = await critique(await readFile('draft.docx'), { name: 'draft.docx' });
 */
export async function critique(input: Uint8Array | string, options: EasyOptions = {}): Promise<Critique> {
  return (await judge(input, options)).critique;
}

/** Like `critique`, with the reading beside it, for reports that write into the original. */
export function judge(input: Uint8Array | string, options: EasyOptions = {}): Promise<Judged> {
  const { pipeline, ...rest } = options;
  const asked = typeof pipeline === 'string' ? loadPipeline(pipeline) : null;
  const needed = asked !== null && Object.keys(asked.lexicons).length > 0 ? loadModels(asked.lexicons) : (models ??= loadModels());
  return judgeWith(input, { name: 'text', models: needed, ...rest, pipeline: asked?.config ?? (typeof pipeline === 'object' || typeof pipeline === 'function' ? pipeline : byKind()) });
}

/** The rule book that the reports need. */
export function loadRules(): RuleBook {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../models/${name}.json`, import.meta.url), 'utf8'));
  return ruleBook(read('rules'), read('cliches'));
}

function byKind(): (kind: DocumentKind) => PipelineConfig {
  if (choice === null) {
    const builtIn = loadBuiltInPipelines();
    const usual = loadPipeline('lcspr').config;
    choice = (kind) => builtIn.find(({ kinds }) => kinds.includes(kind)) ?? usual;
  }
  return choice;
}
