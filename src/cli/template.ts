import { existsSync } from 'node:fs';
import { Argument } from 'commander';
import type { Command } from 'commander';
import { loadModels } from '../node/models.ts';
import { templateDocx } from '../report/template-docx.ts';
import { checkOut, inFolder, writeTo } from './output.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  readonly out?: string;
  readonly prompts: boolean;
}

export function register(command: Command): void {
  command
    .addArgument(new Argument('<kind>', 'what is to be written').choices(['lcspr', 'rapid-review']))
    .option('--out <file>', 'write to this new Word file')
    .option('--no-prompts', 'headings and tables alone, without the second questions')
    .addHelpText('after', '\nThe questions are prompts to think, not boxes to tick. They are all of one style, “Second question”: select all of that style and press Delete.\n\nExit codes: 0 done; 2 wrong use.')
    .action(run);
}

function run(kind: string, { out, prompts }: Options): void {
  if (out === undefined) throw new UsageError('name the Word file to write, with --out FILE.docx.');
  const target = checkOut(out, false, []);
  const list = loadModels().checklists.get(kind);
  if (list === undefined || list.template.length === 0) throw new UsageError(`there is no template for "${kind}".`);
  const path = inFolder(target, `${kind} template.docx`);
  // Somebody may have begun to write in it.
  if (existsSync(path)) throw new UsageError(`${path} is there already, and somebody may have written in it. Give --out another name.`);
  writeTo(path, templateDocx(list, prompts));
  process.stderr.write(`Written: ${path}\n`);
}
