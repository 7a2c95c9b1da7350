/**
 * Finds and checks what `evaluate` is given: gold files, folders of them, and files of one JSON object a line.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Ajv } from 'ajv';
import type { JsonRecord, Shape } from '../research/adapters.ts';
import { jsonLines, shapeOf } from '../research/adapters.ts';
import type { Source } from '../research/evaluation.ts';
import type { Estimate } from '../research/figures.ts';
import type { CodedGold } from '../research/gold-reading.ts';
import { completeGold } from '../research/gold-reading.ts';
import { UsageError, fileTrouble } from './usage-error.ts';

export interface GoldFile {
  readonly path: string;
  readonly gold: CodedGold;
}

export interface LinesFile {
  readonly path: string;
  readonly name: string;
  readonly shape: Shape;
  readonly records: readonly JsonRecord[];
}

export interface GoldInputs {
  readonly gold: readonly GoldFile[];
  readonly lines: readonly LinesFile[];
}

/** Throws a `UsageError` that names the file and the remedy. */
export function goldInputs(paths: readonly string[]): GoldInputs {
  const files = paths.flatMap(filesAt);
  const gold = files.filter((file) => !file.endsWith('.jsonl'));
  const validate = new Ajv({ allErrors: false }).compile(JSON.parse(readFileSync(new URL('../../models/gold.schema.json', import.meta.url), 'utf8')) as object);
  return {
    gold: gold.map((path) => {
      const value = parsed(path);
      if (!validate(value)) {
        const [problem] = validate.errors ?? [];
        throw new UsageError(`${path} is no gold file: ${problem?.instancePath ?? ''} ${problem?.message ?? ''}. The format is described in samples/corpus/README.md.`);
      }
      return { path, gold: completeGold(value) };
    }),
    lines: files.filter((file) => file.endsWith('.jsonl')).map(linesFile),
  };
}

function filesAt(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`${path}: there is no such file or folder.`);
  if (!stat.isDirectory()) return [path];
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gold.json')).sort().map((name) => join(path, name));
  if (found.length === 0) throw new UsageError(`${path} holds no file that ends in .gold.json. Name a folder with gold files, or a file of labels (.jsonl).`);
  return found;
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(textOf(path));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${path} is no gold file: it is not JSON. The format is described in samples/corpus/README.md.`);
  }
}

function linesFile(path: string): LinesFile {
  try {
    const records = jsonLines(textOf(path));
    const shape = shapeOf(records);
    if (shape !== null) return { path, name: basename(dirname(path)) || basename(path), shape, records };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new UsageError(`${path}: ${cause.message}.`);
  }
  throw new UsageError(`${path}: its lines fit nothing that can be evaluated. Labelled units need "file", "text" and "label"; items with verdicts need "id", "text", "kind" and "authors_verdict".`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new UsageError(`${path}: ${fileTrouble(cause)}.`);
  }
}

export function sourceOf(name: string): Source {
  const extension = extname(name).toLowerCase();
  return extension === '.docx' ? 'docx' : extension === '.pdf' ? 'pdf' : 'other';
}

/** A document named in a file of labels stands in `pdf/` beside it, or beside it. */
export function documentBeside(path: string, name: string): string {
  const inFolder = join(dirname(path), 'pdf', basename(name));
  return existsSync(inFolder) ? inFolder : join(dirname(path), basename(name));
}

/** The coders' own agreement, from the first agreement.json beside a gold file; null where there is none. */
export function coderAgreement(files: readonly GoldFile[]): Readonly<Record<string, Estimate>> | null {
  const path = [...new Set(files.map((file) => join(dirname(file.path), 'agreement.json')))].find((file) => existsSync(file));
  if (path === undefined) return null;
  const { alpha } = parsed(path) as { readonly alpha?: Readonly<Record<string, Partial<Estimate>>> };
  return Object.fromEntries(Object.entries(alpha ?? {}).map(([name, { value, low, high }]) => [name, { value: value ?? null, low: low ?? null, high: high ?? null }]));
}
