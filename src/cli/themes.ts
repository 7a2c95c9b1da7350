import type { Command } from 'commander';
import { Option } from 'commander';
import { sha256Hex } from '../hash.ts';
import type { Codebook } from '../judge/themes.ts';
import { themesCsv, themesTerminal } from '../report/themes-tables.ts';
import type { ThemeGroup } from '../research/theme-table.ts';
import { themeGroups } from '../research/theme-table.ts';
import { VERSION } from '../version.ts';
import { codebookAt } from './codebook-file.ts';
import { critiquesAt } from './critique-files.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { UsageError } from './usage-error.ts';

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
