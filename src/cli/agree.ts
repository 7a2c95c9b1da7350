import { readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Agreement } from '../research/agree.ts';
import { agree } from '../research/agree.ts';
import { sha256Hex } from '../hash.ts';
import type { Coder } from '../research/coders.ts';
import { unitKey } from '../research/coders.ts';
import type { Provenance } from '../research/provenance.ts';
import { provenance } from '../research/provenance.ts';
import type { SpanAgreement } from '../research/span-agreement.ts';
import { spanAgreement } from '../research/span-agreement.ts';
import type { CoderFile } from './coder-file.ts';
import { coderFiles } from './coder-file.ts';
import { codebookAt } from './codebook-file.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { UsageError } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

interface Options {
  readonly format: string;
  readonly list: string;
  readonly seed: string;
  readonly codebook?: string;
  readonly only?: string;
  readonly out?: string;
}

export function register(command: Command): void {
  command
    .argument('<coder...>', 'one file or folder for each coder: a table (.csv, .tsv), a code sheet (.xlsx), gold files (.gold.json), a project (.qdpx), or critiques as the tool made them')
    .addOption(new Option('--format <name>', 'terminal, everything as JSON, or the disagreements as CSV').choices(['terminal', 'json', 'csv']).default('terminal'))
    .option('--list <number>', 'how many disagreements the terminal lists', '20')
    .option('--seed <number>', 'seed of the bootstrap', '2029')
    .option('--codebook <file>', 'codebook of the codes in columns "codes" and of the tool’s themes (default: models/themes.json)')
    .option('--only <names>', 'only these coders, separated by commas (a project may hold several)')
    .option('--out <path>', 'write to this file')
    .addHelpText('after', '\nA table has one row a unit: document, unit, perhaps text, and one column for each variable (kind, agency, action, measure, deadline, form, actionType, whyLink,\nclicheBurden, or your own). An empty cell is "not coded". A column "codes" (or "code 1", "code 2" …) holds as many codes of the codebook as the passage has;\nempty it says "none of them". A project has one coder for each of its users. Exit codes: 0 done; 2 wrong use.')
    .action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const [list, seed] = [wholeNumber('--list', options.list), wholeNumber('--seed', options.seed)];
  const target = options.out === undefined ? null : checkOut(options.out, false, paths);
  const { book, text: bookText, messages } = codebookAt(options.codebook);
  const all = coderFiles(paths, book);
  for (const line of [...messages, ...all.flatMap((file) => file.messages.map((message) => `${file.path}: ${message}`))]) say(line);
  const files = chosen(all, options.only);
  if (files.length < 2) throw new UsageError(`agreement needs two coders or more, but there ${files.length === 1 ? `is only ${files[0]?.coder.name ?? ''}` : 'is none'}. Name a file or folder for each.`);
  const coders = named(files.map(({ coder }) => coder));
  const result = { ...agree(coders, { seed }), spans: spansOf(files, coders) };
  for (const line of unlike(coders)) say(line);
  if (result.variables.length === 0 && result.spans.length === 0 && result.units > 0 && result.alone.every((count) => count === 0)) throw new UsageError('the coders have the same units, but no column was filled in by two of them. Check that each file is the filled copy.');
  if (result.variables.length === 0 && result.spans.length === 0) throw new UsageError(`no unit was coded by two coders. Document and unit must be written the same in all files: ${coders.map((coder) => `${coder.name} has ${example(coder)}`).join('; ')}.`);
  const made = provenance(paths.filter((path) => statSync(path).isFile()).map((path) => sha256Hex(new Uint8Array(readFileSync(path)))), { name: book.name, version: book.version, text: bookText }, seed);
  const text = await rendered(result, options.format, list, made);
  if (target === null) await print(text);
  else writeTo(inFolder(target, `agreement.${{ terminal: 'txt', json: 'json' }[options.format] ?? 'csv'}`), text);
}

function say(line: string): void {
  process.stderr.write(`second-question: ${line}\n`);
}

function chosen(files: readonly CoderFile[], only: string | undefined): readonly CoderFile[] {
  if (only === undefined) return files;
  const wanted = only.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => files.every(({ coder }) => coder.name !== name));
  if (unknown !== undefined) throw new UsageError(`--only names "${unknown}", who is no coder of these files. They are ${files.map(({ coder }) => coder.name).join(', ')}.`);
  return files.filter(({ coder }) => wanted.includes(coder.name));
}

function example({ units }: Coder): string {
  const [first] = units;
  return first === undefined ? 'no unit' : `unit "${first.unit}" of "${first.document}"`;
}

/** Units with one id and other words, and units that only one coder has: both mean that the coders may not have had the same sheet. */
function unlike(coders: readonly Coder[]): string[] {
  const [first, ...others] = coders;
  const texts = new Map((first?.units ?? []).map((unit) => [unitKey(unit), unit.text]));
  return others.flatMap((other) => {
    const shared = other.units.filter((unit) => texts.has(unitKey(unit)));
    const differ = shared.filter((unit) => unit.text !== null && (texts.get(unitKey(unit)) ?? unit.text) !== unit.text);
    const alone = [(first?.units.length ?? 0) - shared.length, other.units.length - shared.length];
    return [
      ...(differ.length === 0 ? [] : [`${differ.length} units have other words with ${first?.name ?? ''} than with ${other.name} (first: ${differ[0]?.unit ?? ''} of ${differ[0]?.document ?? ''}). Check that both coded the same sheet.`]),
      ...(shared.length === 0 || alone.every((count) => count === 0) ? [] : [`${first?.name ?? ''} has ${alone[0]} units that ${other.name} has not, and ${other.name} ${alone[1]} that ${first?.name ?? ''} has not. Only the ${shared.length} that both have are compared.`]),
    ];
  });
}

async function rendered(result: Agreement, format: string, list: number, made: Provenance): Promise<string> {
  if (format === 'json') return `${JSON.stringify({ ...made, ...result }, null, 2)}\n`;
  if (format === 'csv') return (await import('../report/agreement-csv.ts')).disagreementsCsv(result, made);
  return (await import('../report/agreement-terminal.ts')).agreementTerminal(result, list, made);
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
