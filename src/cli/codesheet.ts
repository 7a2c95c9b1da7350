import type { Command } from 'commander';
import { loadRules } from '../node/easy.ts';
import { codesheetXlsx } from '../report/codesheet-xlsx.ts';
import { codesheet } from '../research/codesheet.ts';
import { VERSION } from '../version.ts';
import { critiquesAt } from './critique-files.ts';
import { checkOut, inFolder, writeTo } from './output.ts';
import { UsageError } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

interface Options {
  readonly out: string;
  readonly seed: string;
  readonly size?: string;
}

export function register(command: Command): void {
  command
    .argument('<results...>', 'results of a batch, folders of critiques, or critiques (.json)')
    .requiredOption('--out <file>', 'spreadsheet to write (.xlsx)')
    .option('--seed <number>', 'seed of the draw and of the order', '2029')
    .option('--size <number>', 'passages at most, half of them picked by the tool (default: all that it picked, and as many others)')
    .addHelpText('after', '\nThe sheet holds no label of the tool. Coders fill in copies of it; "agree" reads them back.\nExit codes: 0 done; 2 wrong use.')
    .action(run);
}

async function run(paths: readonly string[], { out, seed: written, size }: Options): Promise<void> {
  const seed = wholeNumber('--seed', written);
  const most = size === undefined ? null : wholeNumber('--size', size);
  if (most !== null && most < 2) throw new UsageError('--size must be 2 at least: one passage that the tool picked, and one other.');
  const target = checkOut(out, false, paths);
  const { critiques, left } = critiquesAt(paths);
  for (const line of left) process.stderr.write(`second-question: ${line}\n`);
  const sheet = codesheet(critiques, { seed, size: most });
  writeTo(inFolder(target, 'codesheet.xlsx'), await codesheetXlsx({ sheet, seed, rules: loadRules().rules, tool: `second-question ${VERSION}` }));
  process.stderr.write(`second-question: ${sheet.rows.length} passages to code, ${sheet.picked} picked by the tool and ${sheet.others} drawn from the others.\n`);
}
