import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';
import { finders } from '../src/judge/theme-patterns.ts';
import type { Codebook } from '../src/judge/themes.ts';
import { withParts } from '../src/language/parts.ts';
import { MODEL_FILES, makeModels } from '../src/models.ts';
import type { ModelFile } from '../src/models.ts';
import { models } from './support/judging.ts';

const FOLDER = fileURLToPath(new URL('../models/', import.meta.url));
const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
const files = (): Record<ModelFile, string> => Object.fromEntries(MODEL_FILES.map((name) => [name, readFileSync(join(FOLDER, `${name}.json`), 'utf8')])) as Record<ModelFile, string>;

/** Objects anywhere in a model that hold a `pattern` or `regex`, with their place. */
function entries(value: unknown, path: string): { readonly path: string; readonly entry: Readonly<Record<string, unknown>> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'pattern' in value || 'regex' in value ? [{ path, entry: value as Readonly<Record<string, unknown>> }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => entries(inner, `${path}/${key}`))];
}

/** Pieces that a model's patterns name. */
function partsOf(name: string): Readonly<Record<string, string>> {
  return (read(`${name}.json`) as { readonly parts?: Readonly<Record<string, string>> }).parts ?? {};
}

/** Strings that the code compiles, with the flags that it gives them. */
function patterns(): { readonly path: string; readonly source: string; readonly flags: string }[] {
  const found = ['agencies', 'cliches', 'deadlines', 'document-kinds', 'headings', 'kind-cues', 'causes', 'checklists/lcspr', 'identifying'].flatMap((name) => entries(read(`${name}.json`), name).map(({ path, entry }) => ({ path, source: withParts(String(entry['pattern'] ?? entry['regex']), partsOf(name)), flags: entry['caseSensitive'] === true ? 'u' : 'iu' })));
  const measures = Object.entries(read('measures.json') as Record<string, unknown>).flatMap(([key, list]) => (Array.isArray(list) ? (list as string[]).map((source, index) => ({ path: `measures/${key}/${index}`, source, flags: 'iu' })) : []));
  const book = read('themes.json') as Codebook;
  const themes = book.codes.flatMap(({ id, patterns: own, except = [] }) => finders(id, [...own, ...except], book.parts).flatMap(({ needs }, index) => needs.map(({ source, flags }) => ({ path: `themes/${id}/${index}`, source, flags }))));
  // A lexicon's patterns are compiled without the flag "u", which is stricter about escapes.
  return [...found.map((one) => (one.path.startsWith('cliches') ? { ...one, flags: one.flags.replace('u', '') } : one)), ...measures, ...themes];
}

const PATTERNS = patterns();

describe('models', () => {
  it('compile', () => {
    expect(makeModels(files(), new Uint8Array(readFileSync(join(FOLDER, 'vectors.bin')))).lexicon.entries.length).toBeGreaterThan(100);
  });

  it('have a hash each, in the order of their names', () => {
    const names = Object.keys(models.hashes);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining([...MODEL_FILES, 'vectors']));
  });

  it('say where their words come from', () => {
    const silent = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && !name.includes('schema') && !/^(?:(?:unit|level)-classifier|evaluation)/.test(name)).filter((name) => {
      const model = read(name) as { readonly source?: unknown; readonly entries?: readonly { readonly source?: unknown }[] };
      return typeof model.source !== 'string' && !(model.entries?.every(({ source }) => typeof source === 'string') ?? false);
    });
    expect(silent).toEqual([]);
  });

  it('take a partnership’s own lexicon after the built-in one', () => {
    const own = { version: '1', source: 'Holmere', licence: 'MIT', entries: [{ id: 'snowed-under', group: 'jargon', severity: 1, regex: '\\bsnowed under\\b', why: 'A figure of speech.', question: 'How many cases?', okWhen: 'Snow.', source: 'Holmere', example: 'Staff were snowed under.', counterExample: 'The road was under snow.' }] };
    const made = makeModels(files(), new Uint8Array(readFileSync(join(FOLDER, 'vectors.bin'))), { 'own.json': JSON.stringify(own) });
    expect([made.lexicon.entries.at(-1)?.entry.id, typeof made.hashes['own.json']]).toEqual(['snowed-under', 'string']);
  });
});

describe('every entry', () => {
  it('of the lexicon has a source, an example and a counter-example', () => {
    expect(models.lexicon.entries.filter(({ entry }) => entry.source === '' || entry.example === '' || entry.counterExample === '').map(({ entry }) => entry.id)).toEqual([]);
  });

  // Some owners count only before a modal: "we should …", "health should …".
  it.each([['agencies', ' should'], ['deadlines', '']])('of %s has an example that it matches', (name, after) => {
    const wrong = entries(read(`${name}.json`), name).filter(({ entry }) => {
      const example = entry['example'];
      return typeof example !== 'string' || !new RegExp(withParts(String(entry['pattern']), partsOf(name)), entry['caseSensitive'] === true ? 'u' : 'iu').test(`${example}${after}`);
    });
    expect(wrong.map(({ path, entry }) => [path, entry['example']])).toEqual([]);
  });
});

describe('every pattern', () => {
  it('compiles', () => {
    const broken = PATTERNS.filter(({ source, flags }) => { try { return new RegExp(source, flags).source === ''; } catch { return true; } });
    expect(broken).toEqual([]);
  });

  /** No clock: the pattern’s own structure is looked at. Quadratic moves are bounded by the length of a sentence, exponential ones by nothing. */
  it('never backtracks exponentially', () => {
    const bad = PATTERNS.filter(({ source, flags }) => analyse(new RegExp(source, flags), { reportTypes: { Move: false } }).reports.some(({ exponential }) => exponential));
    expect(bad.map(({ path }) => path)).toEqual([]);
  }, 120_000);
});
