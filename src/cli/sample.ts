import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { Option } from 'commander';
import { csvLine, MARK } from '../report/csv.ts';
import { methodsParagraph, sampleTerminal } from '../report/sample-words.ts';
import type { Rows } from '../research/rows.ts';
import { readRows } from '../research/rows.ts';
import type { Sample, SampleOptions } from '../research/sample.ts';
import { sample } from '../research/sample.ts';
import { VERSION } from '../version.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { UsageError, fileTrouble } from './usage-error.ts';

interface Options {
  readonly strata: string;
  readonly every: string;
  readonly small: string;
  readonly starts: 'one' | 'each';
  readonly seed: string;
  readonly matched?: string;
  readonly balance?: string;
  readonly coverage?: string;
  readonly format: string;
  readonly out?: string;
}

export function register(command: Command): void {
  command
    .argument('<frame>', 'table of all cases (.csv, .tsv), one row a case')
    .requiredOption('--strata <columns>', 'columns that make the blocks, separated by commas')
    .option('--every <number>', 'take every how manieth case', '4')
    .option('--small <number>', 'take blocks with fewer cases than this whole', '4')
    .addOption(new Option('--starts <name>', 'one random start through all blocks, or one in each block').choices(['one', 'each']).default('one'))
    .option('--matched <column>', 'column that says "yes" for cases that must be in')
    .option('--balance <columns>', 'columns on which the sample is held against the remainder (default: the strata)')
    .option('--coverage <columns>', 'columns of which to say how many values the sample reaches (local authority)')
    .option('--seed <number>', 'seed of the random start', '2029')
    .addOption(new Option('--format <name>', 'methods and tables, the sampled rows, or everything').choices(['terminal', 'csv', 'json']).default('terminal'))
    .option('--out <path>', 'write to this file')
    .addHelpText('after', '\nBlocks stand in the order in which their values first occur in the table. Exit codes: 0 done; 2 wrong use.')
    .action(run);
}

async function run(path: string, options: Options): Promise<void> {
  const target = options.out === undefined ? null : checkOut(options.out, false, [path]);
  const frame = frameAt(path);
  const chosen = checked(frame, path, options);
  const result = sample(frame.rows, chosen);
  const text = options.format === 'csv' ? rowsCsv(frame, result) : options.format === 'json' ? json(result, chosen) : sampleTerminal(result, chosen);
  if (target === null) await print(text);
  else writeTo(inFolder(target, `sample.${options.format === 'terminal' ? 'txt' : options.format}`), text);
}

function frameAt(path: string): Rows {
  try {
    const rows = readRows(readFileSync(path));
    if (rows.rows.length > 0) return rows;
  } catch (cause) {
    throw new UsageError(`${path}: ${cause instanceof Error && !('code' in cause) ? cause.message : `${fileTrouble(cause)}.`}`);
  }
  throw new UsageError(`${path} holds no case. Give one row to each.`);
}

function checked({ headings, rows }: Rows, path: string, options: Options): SampleOptions {
  const columns = (option: string, written: string): string[] => written.split(',').map((name) => name.trim()).filter((name) => name !== '').map((name) => {
    const found = headings.find((heading) => heading.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw new UsageError(`${path} has no column "${name}" (${option}). It has ${headings.join(', ')}.`);
    return found;
  });
  const strata = columns('--strata', options.strata);
  if (strata.length === 0) throw new UsageError('--strata names no column.');
  const id = headings.find((heading) => /^(?:id|case|case id|reference)$/i.test(heading));
  const seen = new Map<string, number>();
  for (const { line, cells } of id === undefined ? [] : rows) {
    const value = cells[id ?? ''] ?? '';
    const before = seen.get(value);
    if (before !== undefined && value !== '') throw new UsageError(`${path}: row ${line} has the ${id} "${value}" of row ${before}. A case that stands twice would be drawn more easily; leave one.`);
    seen.set(value, line);
  }
  return {
    strata, every: whole('--every', options.every, 1), small: whole('--small', options.small, 0), starts: options.starts, seed: whole('--seed', options.seed, 0),
    matched: options.matched === undefined ? null : (columns('--matched', options.matched)[0] ?? null), balance: options.balance === undefined ? strata : columns('--balance', options.balance),
    coverage: options.coverage === undefined ? [] : columns('--coverage', options.coverage),
  };
}

function rowsCsv({ headings }: Rows, { chosen }: Sample): string {
  return MARK + csvLine([...headings, 'sampled_as']) + chosen.map(({ row, as }) => csvLine([...headings.map((heading) => row.cells[heading] ?? null), as])).join('');
}

function json({ chosen, ...rest }: Sample, options: SampleOptions): string {
  const result: Sample = { chosen, ...rest };
  return `${JSON.stringify({ tool: { name: 'second-question', version: VERSION }, options, methods: methodsParagraph(result, options), ...rest, chosen: chosen.map(({ row, as }) => ({ row: row.line, as, ...row.cells })) }, null, 2)}\n`;
}

function whole(option: string, written: string, least: number): number {
  if (!/^\d{1,9}$/.test(written) || Number(written) < least) throw new UsageError(`${option} must be a whole number from ${least}, but is "${written}".`);
  return Number(written);
}
