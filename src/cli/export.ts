import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Critique } from '../critique.ts';
import type { Codebook } from '../judge/themes.ts';
import { MARK, csvLine } from '../report/csv.ts';
import { exportWarning } from '../report/identifying-view.ts';
import type { CodedSource } from '../research/codings.ts';
import { codedSource } from '../research/codings.ts';
import { exportTables } from '../research/export-tables.ts';
import type { Table } from '../research/export-tables.ts';
import type { Provenance } from '../research/provenance.ts';
import { provenanceLine, provenanceOf } from '../research/provenance.ts';
import { codebookAt } from './codebook-file.ts';
import { critiquesAt } from './critique-files.ts';
import { checkOut, print, writeTo } from './output.ts';
import { UsageError } from './usage-error.ts';

type Format = 'qdpx' | 'qdc' | 'parquet' | 'csv' | 'ndjson';

interface Options {
  readonly format: Format;
  readonly out?: string;
  readonly codebook?: string;
  readonly metadata?: string;
}

export function register(command: Command): void {
  command
    .argument('<results...>', 'results of a batch, folders of critiques, or critiques (.json)')
    .addOption(new Option('--format <name>', 'what is written: a REFI-QDA project or codebook, or tables').choices(['qdpx', 'qdc', 'parquet', 'csv', 'ndjson']).makeOptionMandatory())
    .option('--out <path>', 'file to write; for parquet and csv a folder')
    .option('--codebook <file>', 'a codebook of themes of your own: .json in the form of models/themes.json, or REFI-QDA (.qdc)')
    .option('--metadata <file.csv>', 'table with a column "file", and "date received" or "year", and "review type"; a batch has its own')
    .addHelpText('after', '\nSources of a project hold the whole text where the critique does (critique --format json --text), else its passages one below the other.\nWhat is written holds the words of the reviews: keep it as you keep them.\nExit codes: 0 done; 2 wrong use.')
    .action(run);
}

async function run(paths: readonly string[], { format, out, codebook, metadata }: Options): Promise<void> {
  const tables = format === 'parquet' || format === 'csv';
  if (out === undefined && format !== 'ndjson' && format !== 'qdc') throw new UsageError(`export --format ${format} needs --out: a ${tables ? 'folder' : 'file'} to write.`);
  const target = out === undefined ? null : checkOut(out, tables, paths);
  const { book, text, messages } = codebookAt(codebook);
  const { critiques, about, left } = critiquesAt(paths, metadata);
  for (const line of [...messages, ...left, ...critiques.flatMap((critique) => exportWarning(critique) ?? [])]) process.stderr.write(`second-question: ${line}\n`);
  const made = provenanceOf(critiques, { name: book.name, version: book.version, text });
  const sources = critiques.map((critique, index) => codedSource(critique, book, about[index]));
  if (tables && target !== null) return writeTables(critiques, sources, format, target.path, made);
  const content = await whole(critiques, sources, book, format, made);
  if (target === null) await print(content);
  else writeTo(target.folder ? join(target.path, `second-question.${format}`) : target.path, content);
}

/** NDJSON is the wire format itself, which says in each critique what it was made by. */
async function whole(critiques: readonly Critique[], sources: readonly CodedSource[], book: Codebook, format: Format, made: Provenance): Promise<string | Uint8Array> {
  if (format === 'ndjson') return critiques.map((critique) => `${JSON.stringify(critique)}\n`).join('');
  const { qdc, qdpx } = await import('../report/refi.ts');
  return format === 'qdc' ? qdc(sources, book, provenanceLine(made)) : qdpx(sources, book, provenanceLine(made));
}

async function writeTables(critiques: readonly Critique[], sources: readonly CodedSource[], format: 'parquet' | 'csv', folder: string, made: Provenance): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const tables = exportTables(critiques, sources);
  const parquet = format === 'parquet' ? (await import('../report/parquet.ts')).parquet : null;
  for (const table of tables) writeTo(join(folder, `${table.name}.${format}`), parquet === null ? csv(table) : parquet(table, made));
  writeTo(join(folder, 'data-dictionary.csv'), `${MARK}${csvLine(['table', 'column', 'type', 'says'])}${tables.flatMap(({ name, columns }) => columns.map(({ id, type, says }) => csvLine([name, id, type, says]))).join('')}`);
  writeTo(join(folder, 'made-by.json'), `${JSON.stringify(made, null, 2)}\n`);
}

function csv({ columns, rows }: Table): string {
  return `${MARK}${csvLine(columns.map(({ id }) => id))}${rows.map((row) => csvLine(row.map((value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value)))).join('')}`;
}
