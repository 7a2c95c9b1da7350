import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { Option } from 'commander';
import { sha256Hex } from '../hash.ts';
import type { Codebook } from '../judge/themes.ts';
import { themesCsv, themesTerminal } from '../report/themes-tables.ts';
import type { ThemeGroup } from '../research/theme-table.ts';
import { themeGroups } from '../research/theme-table.ts';
import { VERSION } from '../version.ts';
import { critiquesAt } from './critique-files.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { UsageError, fileTrouble } from './usage-error.ts';

interface Options {
  readonly codebook?: string;
  readonly format: 'terminal' | 'csv' | 'html' | 'json';
  readonly out?: string;
}

export function register(command: Command): void {
  command
    .argument('<results...>', 'results of a batch, folders of critiques, or critiques (.json)')
    .option('--codebook <file>', 'a codebook of your own, in the form of models/themes.json')
    .addOption(new Option('--format <name>', 'how the result is written').choices(['terminal', 'csv', 'html', 'json']).default('terminal'))
    .option('--out <path>', 'write to this file')
    .addHelpText('after', '\nExit codes: 0 done; 2 wrong use.')
    .action(run);
}

async function run(paths: readonly string[], { codebook, format, out }: Options): Promise<void> {
  const target = out === undefined ? null : checkOut(out, false, paths);
  const { book, text: bookText } = codebookAt(codebook);
  const { critiques, left } = critiquesAt(paths);
  const text = await rendered(grouped(critiques, book, codebook), format, { name: book.name, version: book.version, sha256: sha256Hex(bookText) });
  if (target === null) await print(text);
  else writeTo(inFolder(target, `themes.${format === 'terminal' ? 'txt' : format}`), text);
  for (const line of left) process.stderr.write(`second-question: ${line}\n`);
}

function codebookAt(path: string | undefined): { readonly book: Codebook; readonly text: string } {
  try {
    const text = readFileSync(path ?? new URL('../../models/themes.json', import.meta.url), 'utf8').replace(/^\uFEFF/, '');
    const book = JSON.parse(text) as Codebook;
    if (book.format === 'second-question-codebook/1' && Array.isArray(book.codes) && book.codes.every(isCode)) return { book, text };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw new UsageError(`${path}: ${fileTrouble(cause)}.`);
  }
  throw new UsageError(`${path} is no codebook. It needs "format": "second-question-codebook/1" and "codes", each with id, name, parent (or null) and patterns; models/themes.json is one.`);
}

function isCode(code: unknown): boolean {
  const { id, name, parent, patterns } = code as Partial<Codebook['codes'][number]>;
  return typeof id === 'string' && typeof name === 'string' && (parent === null || typeof parent === 'string') && Array.isArray(patterns) && patterns.every((pattern) => typeof pattern === 'string');
}

function grouped(critiques: Parameters<typeof themeGroups>[0], book: Codebook, path: string | undefined): ThemeGroup[] {
  // What a researcher's own codebook may leave out.
  const whole = { ...book, codes: book.codes.map((code) => ({ ...code, seed: (code as Partial<typeof code>).seed ?? null })) };
  try {
    return themeGroups(critiques, whole);
  } catch (cause) {
    throw new UsageError(`${path ?? 'models/themes.json'}: ${cause instanceof Error ? cause.message : 'it could not be used.'}`);
  }
}

async function rendered(groups: readonly ThemeGroup[], format: Options['format'], codebook: object): Promise<string> {
  if (format === 'csv') return themesCsv(groups);
  if (format === 'html') return (await import('../report/themes-html.ts')).themesHtml(groups);
  return format === 'terminal' ? themesTerminal(groups) : `${JSON.stringify({ tool: { name: 'second-question', version: VERSION }, codebook, groups }, null, 2)}\n`;
}
