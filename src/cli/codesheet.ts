import type { Command } from 'commander';
import { Option } from 'commander';
import { loadRules } from '../node/easy.ts';
import { codesheetXlsx } from '../report/codesheet-xlsx.ts';
import { codesheet } from '../research/codesheet.ts';
import { provenanceLine, provenanceOf } from '../research/provenance.ts';
import { codebookAt } from './codebook-file.ts';
import { critiquesAt } from './critique-files.ts';
import { checkOut, inFolder, writeTo } from './output.ts';
import { UsageError } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

interface Options {
  readonly out: string;
  readonly seed: string;
  readonly size?: string;
  readonly ask: 'rubric' | 'themes';
  readonly codebook?: string;
}

export function register(command: Command): void {
  command
    .argument('<results...>', 'results of a batch, folders of critiques, or critiques (.json)')
    .requiredOption('--out <file>', 'spreadsheet to write (.xlsx)')
    .option('--seed <number>', 'seed of the draw and of the order', '2029')
    .option('--size <number>', 'passages at most, half of them picked by the tool (default: all that it picked, and as many others)')
    .addOption(new Option('--ask <what>', 'what coders decide: kinds and levels of the rubric, or codes of themes').choices(['rubric', 'themes']).default('rubric'))
    .option('--codebook <file>', 'a codebook of your own for --ask themes (.json or .qdc)')
    .addHelpText('after', '\nThe sheet holds no label of the tool. Coders fill in copies of it; "agree" reads them back.\nExit codes: 0 done; 2 wrong use.')
    .action(run);
}

async function run(paths: readonly string[], { out, seed: written, size, ask, codebook }: Options): Promise<void> {
  const seed = wholeNumber('--seed', written);
  const most = size === undefined ? null : wholeNumber('--size', size);
  if (most !== null && most < 2) throw new UsageError('--size must be 2 at least: one passage that the tool picked, and one other.');
  if (codebook !== undefined && ask === 'rubric') throw new UsageError('--codebook goes with --ask themes. The rubric has its own.');
  const target = checkOut(out, false, paths);
  const { book, text, messages } = codebookAt(codebook);
  const { critiques, left } = critiquesAt(paths);
  for (const line of [...messages, ...left]) process.stderr.write(`second-question: ${line}\n`);
  const sheet = codesheet(critiques, { seed, size: most });
  writeTo(inFolder(target, 'codesheet.xlsx'), await codesheetXlsx({ sheet, seed, rules: loadRules().rules, book: ask === 'themes' ? book : null, made: provenanceLine(provenanceOf(critiques, ask === 'themes' ? { name: book.name, version: book.version, text } : undefined, seed)) }));
  process.stderr.write(`second-question: ${sheet.rows.length} passages to code, ${sheet.picked} picked by the tool and ${sheet.others} drawn from the others.\n`);
}
