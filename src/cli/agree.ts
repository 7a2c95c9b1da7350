import type { Command } from 'commander';
import { Option } from 'commander';
import type { Agreement } from '../research/agree.ts';
import { agree } from '../research/agree.ts';
import type { Coder } from '../research/coders.ts';
import type { SpanAgreement } from '../research/span-agreement.ts';
import { spanAgreement } from '../research/span-agreement.ts';
import { VERSION } from '../version.ts';
import type { CoderFile } from './coder-file.ts';
import { coderFileAt } from './coder-file.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { UsageError } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

interface Options {
  readonly format: string;
  readonly list: string;
  readonly seed: string;
  readonly out?: string;
}

export function register(command: Command): void {
  command
    .argument('<coder...>', 'one file or folder for each coder: a table (.csv, .tsv), a code sheet (.xlsx), gold files (.gold.json), a project (.qdpx), or critiques as the tool made them')
    .addOption(new Option('--format <name>', 'terminal, everything as JSON, or the disagreements as CSV').choices(['terminal', 'json', 'csv']).default('terminal'))
    .option('--list <number>', 'how many disagreements the terminal lists', '20')
    .option('--seed <number>', 'seed of the bootstrap', '2029')
    .option('--out <path>', 'write to this file')
    .addHelpText('after', '\nA table has one row a unit: document, unit, perhaps text, and one column for each variable (kind, agency, action, measure, deadline, form, actionType, whyLink,\nclicheBurden, or your own). An empty cell is "not coded". Exit codes: 0 done; 2 wrong use.')
    .action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  if (paths.length < 2) throw new UsageError('agreement needs two coders or more. Name a file or folder for each.');
  const [list, seed] = [wholeNumber('--list', options.list), wholeNumber('--seed', options.seed)];
  const target = options.out === undefined ? null : checkOut(options.out, false, paths);
  const files = paths.map(coderFileAt);
  for (const { path, messages } of files) for (const message of messages) process.stderr.write(`second-question: ${path}: ${message}\n`);
  const coders = named(files.map(({ coder }) => coder));
  const result = { ...agree(coders, { seed }), spans: spansOf(files, coders) };
  if (result.variables.length === 0 && result.spans.length === 0) throw new UsageError('no unit was coded by two coders. Check that document and unit are written the same in all files.');
  const text = await rendered(result, options.format, list, seed);
  if (target === null) await print(text);
  else writeTo(inFolder(target, `agreement.${{ terminal: 'txt', json: 'json' }[options.format] ?? 'csv'}`), text);
}

async function rendered(result: Agreement, format: string, list: number, seed: number): Promise<string> {
  if (format === 'json') return `${JSON.stringify({ tool: { name: 'second-question', version: VERSION }, seed, ...result }, null, 2)}\n`;
  if (format === 'csv') return (await import('../report/agreement-csv.ts')).disagreementsCsv(result);
  return (await import('../report/agreement-terminal.ts')).agreementTerminal(result, list);
}

/** Every two coders who marked places in the same text. */
function spansOf(files: readonly CoderFile[], coders: readonly Coder[]): SpanAgreement[] {
  return files.flatMap((first, i) => files.slice(i + 1).flatMap((second, j) => {
    const shared = first.marked.some(({ document }) => second.marked.some((other) => other.document === document));
    if (!shared) return [];
    try {
      return [spanAgreement([coders[i]?.name ?? '', coders[i + 1 + j]?.name ?? ''], first.marked, second.marked)];
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      process.stderr.write(`second-question: ${cause.message}\n`);
      return [];
    }
  }));
}

/** Files of one name get a number. */
function named(coders: readonly Coder[]): Coder[] {
  return coders.map((coder, index) => (coders.some(({ name }, other) => other !== index && name === coder.name) ? { ...coder, name: `${coder.name} (${index + 1})` } : coder));
}
