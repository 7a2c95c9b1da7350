import type { Command } from 'commander';
import { Option } from 'commander';
import { recurring } from '../corpus/recurring.ts';
import { loadModels } from '../node/models.ts';
import { recurringCsv, recurringTerminal } from '../report/novelty.ts';
import { provenanceOf } from '../research/provenance.ts';
import { critiquesAt, yearsNote } from './critique-files.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { sayingsOf } from './sayings.ts';
import { wholeNumber } from './whole-number.ts';

interface Options {
  readonly list: string;
  readonly metadata?: string;
  readonly format: 'terminal' | 'csv' | 'json';
  readonly out?: string;
}

export function register(command: Command): void {
  command
    .argument('<results...>', 'results of a batch, folders of critiques, or critiques (.json)')
    .option('--list <number>', 'how many messages the terminal lists', '20')
    .option('--metadata <file.csv>', 'table with a column "file", and "date received" or "year"; a batch has its own')
    .addOption(new Option('--format <name>', 'how the result is written').choices(['terminal', 'csv', 'json']).default('terminal'))
    .option('--out <path>', 'write to this file')
    .addHelpText('after', '\ndocs/methods.md says when two recommendations count as one message, and what that misses.\nExit codes: 0 done; 2 wrong use.')
    .action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const target = options.out === undefined ? null : checkOut(options.out, false, paths);
  const list = wholeNumber('--list', options.list);
  const { critiques, about, left } = critiquesAt(paths, options.metadata);
  const result = recurring(critiques.flatMap((critique, index) => sayingsOf(critique, about[index]?.year ?? null)), loadModels().vectors);
  const made = provenanceOf(critiques, undefined, 2029);
  const text = options.format === 'csv' ? recurringCsv(result, made) : options.format === 'json' ? `${JSON.stringify({ ...made, ...result }, null, 2)}\n` : recurringTerminal(result, list, made);
  if (target === null) await print(text);
  else writeTo(inFolder(target, `recurring.${options.format === 'terminal' ? 'txt' : options.format}`), text);
  for (const line of [...left, ...[yearsNote(about)].filter((note) => note !== null)]) process.stderr.write(`second-question: ${line}\n`);
}
