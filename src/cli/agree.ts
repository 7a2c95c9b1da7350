import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Agreement } from '../research/agree.ts';
import { agree } from '../research/agree.ts';
import type { Coder } from '../research/coders.ts';
import { coderFromGold, coderFromRows } from '../research/coders.ts';
import { readRows } from '../research/rows.ts';
import { VERSION } from '../version.ts';
import { goldInputs } from './gold-files.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { UsageError, fileTrouble } from './usage-error.ts';

interface Options {
  readonly format: string;
  readonly list: string;
  readonly seed: string;
  readonly out?: string;
}

const TABLES = ['.csv', '.tsv', '.txt'];

export function register(command: Command): void {
  command
    .argument('<coder...>', 'one file or folder for each coder: a table (.csv, .tsv) or gold files (.gold.json)')
    .addOption(new Option('--format <name>', 'terminal, everything as JSON, or the disagreements as CSV').choices(['terminal', 'json', 'csv']).default('terminal'))
    .option('--list <number>', 'how many disagreements the terminal lists', '20')
    .option('--seed <number>', 'seed of the bootstrap', '2029')
    .option('--out <path>', 'write to this file')
    .addHelpText('after', '\nA table has one row a unit: document, unit, perhaps text, and one column for each variable (kind, agency, action, measure, deadline, form, actionType, whyLink,\nclicheBurden, or your own). An empty cell is "not coded". Exit codes: 0 done; 2 wrong use.')
    .action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  if (paths.length < 2) throw new UsageError('agreement needs two coders or more. Name a file or folder for each.');
  const [list, seed] = [whole('--list', options.list), whole('--seed', options.seed)];
  const target = options.out === undefined ? null : checkOut(options.out, false, paths);
  const result = agree(named(paths.map(coderAt)), { seed });
  if (result.variables.length === 0) throw new UsageError('no unit was coded by two coders. Check that document and unit are written the same in all files.');
  const text = await rendered(result, options.format, list, seed);
  if (target === null) await print(text);
  else writeTo(inFolder(target, `agreement.${{ terminal: 'txt', json: 'json' }[options.format] ?? 'csv'}`), text);
}

async function rendered(result: Agreement, format: string, list: number, seed: number): Promise<string> {
  if (format === 'json') return `${JSON.stringify({ tool: { name: 'second-question', version: VERSION }, seed, ...result }, null, 2)}\n`;
  if (format === 'csv') return (await import('../report/agreement-csv.ts')).disagreementsCsv(result);
  return (await import('../report/agreement-terminal.ts')).agreementTerminal(result, list);
}

function coderAt(path: string): Coder {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`${path}: there is no such file or folder.`);
  const extension = extname(path).toLowerCase();
  if (!stat.isDirectory() && extension !== '.json' && !TABLES.includes(extension)) throw new UsageError(`${path}: coders' files are tables (.csv, .tsv) or gold files (.gold.json). Save it as one of these.`);
  const name = basename(path).replace(/\.(?:gold\.json|json|csv|tsv|txt)$/i, '');
  const gold = stat.isDirectory() || extension === '.json';
  const inputs = gold ? goldInputs([path]).gold.map((file) => file.gold) : [];
  try {
    return gold ? coderFromGold(name, inputs) : coderFromRows(name, readRows(readFileSync(path)));
  } catch (cause) {
    throw new UsageError(`${path}: ${cause instanceof Error && !('code' in cause) ? cause.message : `${fileTrouble(cause)}.`}`);
  }
}

/** Files of one name get a number. */
function named(coders: readonly Coder[]): Coder[] {
  return coders.map((coder, index) => (coders.some(({ name }, other) => other !== index && name === coder.name) ? { ...coder, name: `${coder.name} (${index + 1})` } : coder));
}

function whole(option: string, written: string): number {
  if (!/^\d{1,9}$/.test(written)) throw new UsageError(`${option} must be a whole number from 0, but is "${written}".`);
  return Number(written);
}
