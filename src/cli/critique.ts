import { basename } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { Critique } from '../critique.ts';
import { reduceCritique } from '../judge/reduce.ts';
import { exportWarning } from '../report/identifying-view.ts';
import { unreadable } from '../report/view.ts';
import { UnreadableError } from '../result.ts';
import type { Message } from '../result.ts';
import { FORMATS } from './formats.ts';
import type { Format, Run } from './formats.ts';
import { readInput } from './input.ts';
import { besideName, notAnInput, plainStem } from './new-file.ts';
import { checkOut, fileNames, inFolder, print, writeTo } from './output.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  readonly format: string;
  readonly out?: string;
  readonly pipeline?: string;
  readonly with?: string;
  readonly text?: boolean;
  readonly ocr?: boolean;
  readonly ignoreTags?: boolean;
  readonly register?: string;
  readonly stripComments?: boolean;
  readonly decisions?: string;
  readonly redact?: boolean;
}

export function register(command: Command): void {
  command
    .argument('<file...>', 'reviews to read (PDF, Word, HTML, Markdown or text); - reads standard input')
    .addOption(new Option('--format <name>', 'how the result is written').choices(Object.keys(FORMATS)).default('terminal'))
    .option('--out <path>', 'write to this file, or for several pages into this folder')
    .option('--pipeline <name|file>', 'stages and weights to use (default: by the kind of document)')
    .option('--with <plan>', 'read a separate action plan as context')
    .option('--decisions <file>', 'honour a file of “not so” decisions that the page saved')
    .option('--redact', 'cover details that could identify the child or the family; the result is reduced, never anonymous')
    .option('--text', 'add the text that all positions refer to (json)')
    .option('--ocr', 'read scanned pages, slowly')
    .option('--ignore-tags', 'read a PDF by its layout and not by its tags')
    .option('--register <file>', 'carry on a register (xlsx) that people have worked in (xlsx, plan)')
    .option('--strip-comments', 'take our comments out of Word files again; nothing else is done')
    .addHelpText('after', '\nExit codes: 0 done; 2 wrong use; 3 some file could not be read (the others are done).')
    .action(run);
}

async function run(files: readonly string[], options: Options): Promise<void> {
  const format = FORMATS[options.format];
  if (!format) throw new UsageError(`there is no format "${options.format}".`);
  if (options.redact === true && format.suffix === ' with comments') throw new UsageError('--redact covers details in what this tool writes, and never changes your Word file. Take another --format, or leave --redact out.');
  if (options.register !== undefined && (files.length > 1 || !['xlsx', 'plan'].includes(options.format))) throw new UsageError('--register goes with one review and with --format xlsx or plan.');
  const many = files.length > 1 && (!format.joins || options.stripComments === true);
  if (many && options.out === undefined && format.suffix === undefined && options.stripComments !== true) throw new UsageError(`several files give several pages. Name a folder for them with --out FOLDER, or give one file at a time.`);
  if (files.filter((file) => file === '-').length > 1) throw new UsageError('standard input (-) can be read only once.');
  const target = options.out === undefined ? null : checkOut(options.out, many, [...files, ...(options.with === undefined ? [] : [options.with]), ...(options.register === undefined ? [] : [options.register])]);
  if (options.stripComments === true) return (await import('./strip.ts')).stripFiles(files, target);
  const runs = await critiques(files, options, target === null);
  if (target !== null || options.format !== 'terminal') for (const { critique } of runs) warn(exportWarning(critique));
  if (format.suffix === undefined) await deliver(runs, format, options, target);
  else await deliverFiles(files, runs, format, target);
  report(runs, options.format);
}

async function critiques(files: readonly string[], options: Options, toScreen: boolean): Promise<readonly Run[]> {
  const { startEngine } = await import('./engine.ts');
  const engine = await startEngine(options);
  const screen = await screenLook(toScreen);
  const register = options.register === undefined ? undefined : await registerBytes(options.register);
  const runs: Run[] = [];
  for (const file of files) {
    const input = await readInput(file);
    const { critique: judged, reading } = await engine.judge(input);
    const critique = options.redact === true ? reduceCritique(judged) : judged;
    const context = { text: critique.document.text ?? '', rules: engine.rules, plan: options.with !== undefined, ...screen };
    runs.push({ critique, context, ...('trouble' in input ? {} : { original: { bytes: input.bytes, reading } }), ...(register === undefined ? {} : { register }) });
  }
  return runs;
}

/** Width and colour come from the terminal, and are fixed for files and pipes so that the same bytes come out everywhere. */
async function screenLook(toScreen: boolean): Promise<{ readonly colour: boolean; readonly width: number }> {
  if (!toScreen) return { colour: false, width: 80 };
  const { default: picocolors } = await import('picocolors');
  return { colour: process.stdout.isTTY && picocolors.isColorSupported, width: Math.min(100, process.stdout.columns ?? 80) };
}

async function deliver(runs: readonly Run[], format: Format, options: Options, target: ReturnType<typeof checkOut> | null): Promise<void> {
  const shown = options.text ? runs : runs.map((one) => ({ ...one, critique: withoutText(one.critique) }));
  if (target === null) return print((await format.render(shown, say)) ?? '');
  const groups = format.joins ? [shown] : shown.map((one) => [one]);
  const names = fileNames(groups.map((group) => (group.length === 1 ? group[0]?.critique.document.source : undefined) ?? 'critiques'), format.extension);
  for (const [index, group] of groups.entries()) writeTo(inFolder(target, names[index] ?? ''), (await format.render(group, say)) ?? '');
}

/** Files that a person goes on working with: each a new one, beside the review or where `--out` says. Nothing that was read is overwritten. */
async function deliverFiles(files: readonly string[], runs: readonly Run[], format: Format, target: ReturnType<typeof checkOut> | null): Promise<void> {
  const names = fileNames(runs.map(({ critique }) => `${plainStem(critique.document.source)}${format.suffix ?? ''}.x`), format.extension);
  for (const [index, run] of runs.entries()) {
    const content = await render(format, run);
    if (content === null) {
      // What could not be read is told of, and gets its exit code, further down.
      if (!unreadable(run.critique)) process.exitCode = 2;
      continue;
    }
    const name = keptEnding(names[index] ?? '', format, run);
    const path = target === null ? besideName(files[index] ?? '-', name) : notAnInput(inFolder(target, name), files);
    writeTo(path, content);
    process.stderr.write(`Written: ${path}\n`);
  }
}

/** Word opens a file with macros, or a template, only under its own ending. */
function keptEnding(name: string, format: Format, { critique }: Run): string {
  const own = format.suffix === ' with comments' ? /\.(?:docm|dotx|dotm)$/i.exec(critique.document.source)?.[0] : undefined;
  return own === undefined ? name : name.replace(/\.docx$/, own);
}

async function render(format: Format, run: Run): Promise<string | Uint8Array | null> {
  try {
    return await format.render([run], say);
  } catch (cause) {
    if (cause instanceof UnreadableError) throw new UsageError(`--register: ${cause.message}`);
    throw cause;
  }
}

async function registerBytes(file: string): Promise<Uint8Array> {
  const input = await readInput(file);
  if ('trouble' in input) throw new UsageError(`--register ${basename(file)}: ${input.trouble}`);
  return input.bytes;
}

function say({ level, text }: Message): void {
  process.stderr.write(`${level === 'error' ? 'second-question: ' : ''}${text}\n`);
}

function warn(words: string | null): void {
  if (words !== null) process.stderr.write(`second-question: ${words}\n`);
}

function withoutText(critique: Critique): Critique {
  const { text: _text, ...document } = critique.document;
  return { ...critique, document };
}

/** Says on stderr what could not be read; the terminal report says it itself. */
function report(runs: readonly Run[], format: string): void {
  const failed = runs.filter((one) => unreadable(one.critique));
  if (failed.length === 0) return;
  process.exitCode = 3;
  if (format === 'terminal') return;
  for (const { critique } of failed) {
    const said = critique.messages.filter((message) => message.level === 'error').map((message) => message.text);
    process.stderr.write(`second-question: ${critique.document.source}: ${said.join(' ')}\n`);
  }
}
