import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Critique } from '../critique.ts';
import type { Pair } from '../judge/pair.ts';
import { comparePair } from '../judge/pair.ts';
import { critique } from '../node/easy.ts';
import { loadModels } from '../node/models.ts';
import { pairHtml, pairTerminal } from '../report/pair.ts';
import { VERSION } from '../version.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { UsageError, fileTrouble } from './usage-error.ts';

interface Options {
  readonly format: 'terminal' | 'json' | 'html';
  readonly out?: string;
}

export function register(command: Command): void {
  command
    .argument('<rapid>', 'the rapid review: PDF, Word, text, or its critique (.json)')
    .argument('<lcspr>', 'the LCSPR of the same child')
    .addOption(new Option('--format <name>', 'how the result is written').choices(['terminal', 'json', 'html']).default('terminal'))
    .option('--out <path>', 'write to this file')
    .addHelpText('after', '\nExit codes: 0 done; 2 wrong use; 3 a file could not be read.')
    .action(run);
}

async function run(rapid: string, lcspr: string, { format, out }: Options): Promise<void> {
  const target = out === undefined ? null : checkOut(out, false, [rapid, lcspr]);
  const [first, second] = [await critiqueAt(rapid), await critiqueAt(lcspr)];
  const pair = comparePair(first, second, loadModels().vectors);
  for (const note of pair.notes) process.stderr.write(`second-question: ${note}\n`);
  const width = Math.min(100, process.stdout.isTTY ? process.stdout.columns : 80);
  const text = format === 'html' ? pairHtml(pair) : format === 'json' ? pairJson(pair) : pairTerminal(pair, width);
  if (target === null) await print(text);
  else writeTo(inFolder(target, `pair.${format === 'terminal' ? 'txt' : format}`), text);
  if (first.units.length === 0 || second.units.length === 0) process.exitCode = 3;
}

/** Only what tells the two files apart: their reading is in their own critiques. */
function pairJson(pair: Pair): string {
  const file = ({ source, sha256, textSha256, kind, title, pages, words }: Pair['rapid']): object => ({ source, sha256, textSha256, kind, title, pages, words });
  return `${JSON.stringify({ version: '1', tool: { name: 'second-question', version: VERSION }, ...pair, rapid: file(pair.rapid), lcspr: file(pair.lcspr) }, null, 2)}\n`;
}

/** Critiques the file, or takes the critique that it is. */
async function critiqueAt(path: string): Promise<Critique> {
  const bytes = bytesAt(path);
  if (!path.toLowerCase().endsWith('.json')) {
    const judged = await critique(new Uint8Array(bytes), { name: basename(path) });
    for (const { level, text } of judged.messages) if (level === 'error') process.stderr.write(`second-question: ${text}\n`);
    return judged;
  }
  const value = parsed(bytes, path);
  if (value?.version !== '1' || !Array.isArray(value.units)) throw new UsageError(`${path} is no critique of one review. Give the review itself, or a file of "critique --format json".`);
  return value;
}

function bytesAt(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new UsageError(`${path}: ${fileTrouble(cause)}.`);
  }
}

function parsed(bytes: Buffer, path: string): Critique | null {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/u, '')) as Critique | null;
  } catch {
    throw new UsageError(`${path} is not JSON. Give the review itself, or a file of "critique --format json".`);
  }
}
