import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Critique } from '../critique.ts';
import type { Codebook } from '../judge/themes.ts';
import { themeCoder } from '../judge/themes.ts';
import type { CodedPassage, ThemeTable } from '../report/themes-csv.ts';
import { THEME_TABLES, themesCsv } from '../report/themes-csv.ts';
import { themesTerminal } from '../report/themes-tables.ts';
import type { Provenance } from '../research/provenance.ts';
import { provenanceOf } from '../research/provenance.ts';
import type { ThemeGroup } from '../research/theme-table.ts';
import { themeGroups } from '../research/theme-table.ts';
import { codebookAt } from './codebook-file.ts';
import { critiquesAt, yearsNote } from './critique-files.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  readonly codebook?: string;
  readonly metadata?: string;
  readonly format: 'terminal' | 'csv' | 'html' | 'json';
  readonly table?: ThemeTable;
  readonly out?: string;
}

export function register(command: Command): void {
  command
    .argument('<results...>', 'results of a batch, folders of critiques, or critiques (.json)')
    .option('--codebook <file>', 'a codebook of your own: .json in the form of models/themes.json, or a REFI-QDA codebook (.qdc)')
    .option('--metadata <file.csv>', 'table with a column "file", and "date received" or "year", and "review type"; a batch has its own')
    .addOption(new Option('--format <name>', 'how the result is written').choices(['terminal', 'csv', 'html', 'json']).default('terminal'))
    .addOption(new Option('--table <name>', 'which table as CSV (default: shares; with --out FOLDER/ all of them)').choices(THEME_TABLES))
    .option('--out <path>', 'write to this file; for csv a folder takes all tables')
    .addHelpText('after', '\nTables: shares of documents and recommendations; codes together in a passage or document; years; pathway (who, when); follows (policy not followed, training\nrecommended); uses (each passage with its codes and the words that earned them).\nExit codes: 0 done; 2 wrong use.')
    .action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const { codebook, format, table } = options;
  if (table !== undefined && format !== 'csv') throw new UsageError('--table goes with --format csv. The other formats have all tables.');
  const target = options.out === undefined ? null : checkOut(options.out, false, paths);
  const { book, text, messages } = codebookAt(codebook);
  const { critiques, about, left } = critiquesAt(paths, options.metadata);
  const groups = themeGroups(critiques.map((critique, index) => ({ ...critique, year: about[index]?.year ?? null })), book);
  const made = provenanceOf(critiques, { name: book.name, version: book.version, text }, 2029);
  if (target?.folder === true && format === 'csv' && table === undefined) {
    mkdirSync(target.path, { recursive: true });
    for (const name of THEME_TABLES) writeTo(join(target.path, `themes-${name}.csv`), themesCsv(name, groups, passages(critiques, book), made));
  } else {
    const result = await rendered(groups, made, options, () => passages(critiques, book));
    if (target === null) await print(result);
    else writeTo(inFolder(target, `themes.${format === 'terminal' ? 'txt' : format}`), result);
  }
  for (const line of [...messages, ...left, ...[yearsNote(about)].filter((note) => note !== null)]) process.stderr.write(`second-question: ${line}\n`);
}

async function rendered(groups: readonly ThemeGroup[], made: Provenance, { format, table = 'shares' }: Options, all: () => readonly CodedPassage[]): Promise<string> {
  if (format === 'csv') return themesCsv(table, groups, table === 'uses' ? all() : [], made);
  if (format === 'html') return (await import('../report/themes-html.ts')).themesHtml(groups, made);
  return format === 'terminal' ? themesTerminal(groups, made) : `${JSON.stringify({ ...made, groups }, null, 2)}\n`;
}

/** All passages, narrative too, with what is coded there. */
function passages(critiques: readonly Critique[], book: Codebook): CodedPassage[] {
  const coder = themeCoder(book);
  return critiques.flatMap(({ document, units }) => units.flatMap((unit) => coder(unit).map((use) => ({ document: document.source, kind: unit.kind, page: unit.page, text: unit.text, use }))));
}
