import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readReviews } from '../batch/read-results.ts';
import { compareCorpora } from '../corpus/compare.ts';
import { compareHtml, compareTerminal } from '../report/compare.ts';
import { fileTrouble, UsageError } from './usage-error.ts';

export function register(command: Command): void {
  command
    .argument('<results-a>', 'folder of results: last year, or before')
    .argument('<results-b>', 'folder of results: this year, or after')
    .option('--html <file>', 'also write a page that can be read in a browser and printed')
    .action(run);
}

function run(a: string, b: string, { html }: { readonly html?: string }): void {
  const comparison = compareCorpora(readReviews(a), readReviews(b));
  process.stdout.write(compareTerminal(comparison, Math.min(100, process.stdout.isTTY ? process.stdout.columns : 80)));
  if (html === undefined) return;
  try {
    writeFileSync(html, compareHtml(comparison));
  } catch (cause) {
    throw new UsageError(`--html ${html} can't be written: ${fileTrouble(cause)}. Give it another name.`);
  }
}
