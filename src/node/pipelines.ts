/**
 * Loads a pipeline by name (from pipelines/) or from a file, follows `extends`, and checks the outcome.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { ConfigError, configProblems, nearest } from '../config.ts';
import type { ConfigProblem, PipelineConfig } from '../config.ts';

// The same two steps up from src/node/ and from dist/node/.
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUILT_IN = join(ROOT, 'pipelines');
const MODELS = join(ROOT, 'models');

type Json = Readonly<Record<string, unknown>>;

/** Names of the pipelines that come with the package. */
export function pipelineNames(): readonly string[] {
  return readdirSync(BUILT_IN)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** A pipeline with the paths of the lexicon files that it names beside the built-in one. */
export interface LoadedPipeline {
  readonly config: PipelineConfig;
  readonly lexicons: Readonly<Record<string, string>>;
}

/** The pipeline of that name, or in that file. Throws a `ConfigError` that names file, place and remedy. */
export function loadPipeline(nameOrFile: string): LoadedPipeline {
  const path = locate(nameOrFile, process.cwd(), nameOrFile, '');
  const shown = basename(path);
  const merged = readExtended(path, []);
  const problems = shapeProblems(merged);
  if (problems.length > 0) throw new ConfigError(shown, problems);
  const config = strip(merged) as unknown as PipelineConfig;
  // The config keeps the names as they are written: a path of this machine would change the hash of the config.
  const files = config.lexicons.filter((name) => name.endsWith('.json')).map((name) => [name, resolve(dirname(path), name)] as const);
  const found = files.filter(([, file]) => existsSync(file)).map(([name]) => name);
  const wrong = configProblems(config, { lexicons: ['cliches', ...found], rules: ruleNames() });
  if (wrong.length > 0) throw new ConfigError(shown, wrong);
  return { config, lexicons: Object.fromEntries(files) };
}

/** The built-in pipelines, in the order of their names: for choosing one by the kind of document. */
export function loadBuiltInPipelines(): readonly PipelineConfig[] {
  return pipelineNames().map((name) => loadPipeline(name).config);
}

function locate(nameOrFile: string, folder: string, from: string, path: string): string {
  const names = pipelineNames();
  if (names.includes(nameOrFile)) return join(BUILT_IN, `${nameOrFile}.json`);
  if (nameOrFile.endsWith('.json')) return resolve(folder, nameOrFile);
  const near = nearest(nameOrFile, names).map((name) => `"${name}"`);
  throw new ConfigError(basename(from), [{ path, text: `there is no pipeline "${nameOrFile}". Take one of ${near.join(', ')}, or the path of a .json file.` }]);
}

function readExtended(path: string, seen: readonly string[]): Json {
  const file = basename(path);
  if (seen.includes(path)) throw new ConfigError(file, [{ path: 'extends', text: `goes round in a circle (${[...seen, path].map((step) => basename(step)).join(' → ')}). Take one "extends" out.` }]);
  const own = readJson(path);
  const base = own['extends'];
  if (base === undefined) return own;
  if (typeof base !== 'string') throw new ConfigError(file, [{ path: 'extends', text: 'must be the name of a pipeline or of a file.' }]);
  return merge(readExtended(locate(base, dirname(path), file, 'extends'), [...seen, path]), own);
}

function readJson(path: string): Json {
  const file = basename(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(file, [{ path: '', text: 'the file could not be opened. Check its name and that you may read it.' }]);
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isObject(value)) return value;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : 'it could not be parsed';
    throw new ConfigError(file, [{ path: '', text: `is not JSON: ${detail}. Mend it there, or start from a copy of pipelines/lcspr.json.` }]);
  }
  throw new ConfigError(file, [{ path: '', text: 'must hold one JSON object. Start from a copy of pipelines/lcspr.json.' }]);
}

/** Objects are joined key by key; lists and plain values of the later one win. */
function merge(base: Json, own: Json): Json {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const before = merged[key];
    merged[key] = isObject(before) && isObject(value) ? merge(before, value) : value;
  }
  return merged;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strip(merged: Json): Json {
  const { $schema: _schema, extends: _extends, ...config } = merged;
  return config;
}

function ruleNames(): readonly string[] | null {
  const ids = ['rules', 'cliches'].flatMap((name) => idsIn(join(MODELS, `${name}.json`)));
  return ids.length === 0 ? null : ids;
}

function idsIn(path: string): readonly string[] {
  try {
    return [...readFileSync(path, 'utf8').matchAll(/"id":\s*"([^"]+)"/g)].map((match) => match[1] ?? '');
  } catch {
    return [];
  }
}

function shapeProblems(value: Json): readonly ConfigProblem[] {
  const schema = JSON.parse(readFileSync(join(MODELS, 'pipeline.schema.json'), 'utf8')) as Json;
  const check = new Ajv({ allErrors: true, verbose: true }).compile(schema);
  if (check(value)) return [];
  return (check.errors ?? []).map((problem) => ({ path: jsonPath(problem), text: explained(problem) }));
}

function jsonPath(problem: ErrorObject): string {
  return problem.instancePath.replace(/\/(\d+)/g, '[$1]').replace(/\//g, '.').replace(/^\./, '');
}

function explained(problem: ErrorObject): string {
  const got = JSON.stringify(problem.data);
  const params = problem.params as Readonly<Record<string, unknown>>;
  switch (problem.keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty']);
      const known = Object.keys((problem.parentSchema as { properties?: object }).properties ?? {});
      return `unknown key "${name}". Did you mean "${nearest(name, known, 1)[0] ?? ''}"? Known keys: ${known.join(', ')}.`;
    }
    case 'required':
      return `"${String(params['missingProperty'])}" is missing. Add it, or add "extends": "lcspr" to take it from there.`;
    case 'enum':
      return `${got} is not known. Take one of ${(params['allowedValues'] as readonly string[]).join(', ')}.`;
    case 'type':
      return `must be of type ${String(params['type'])}, but is ${got}.`;
    case 'uniqueItems':
      return 'something stands twice. Take one out.';
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum': {
      const { minimum, exclusiveMinimum, maximum } = problem.parentSchema as { minimum?: number; exclusiveMinimum?: number; maximum?: number };
      const low = minimum === undefined ? `above ${exclusiveMinimum ?? 0}` : `${minimum} or more`;
      return `is ${got}. Give a number that is ${low}${maximum === undefined ? '' : ` and at most ${maximum}`}.`;
    }
    default:
      return `${problem.message ?? 'is not as it should be'}, but is ${got}.`;
  }
}
