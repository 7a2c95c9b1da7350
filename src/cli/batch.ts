import type { Command } from 'commander';
import { BatchError } from '../batch/batch-error.ts';
import { runBatch } from '../batch/batch.ts';
import type { BatchOptions, BatchOutcome } from '../batch/batch.ts';
import { parseShard } from '../batch/files.ts';
import { startProgress } from '../batch/progress.ts';
import { TYPE_WORDS } from '../report/dashboard-figures.ts';
import { count } from '../report/words.ts';

interface Options {
  readonly out: string;
  readonly metadata?: string;
  readonly jobs?: string;
  readonly pipeline: string;
  readonly shard?: string;
  readonly withoutText?: boolean;
  readonly redact?: boolean;
  readonly decisions?: string;
  readonly quiet?: boolean;
}

export function register(command: Command): void {
  command
    .argument('<folder>', 'folder that holds the reviews, in sub-folders if you like (PDF, Word, text, Markdown, HTML)')
    .requiredOption('--out <folder>', 'folder of the results; the same command goes on where a run stopped')
    .option('--metadata <file.csv>', 'table with a column "file": partnership, incident type, age group, date received, review type, submission …')
    .option('--jobs <n>', 'files at a time (default: one a processor core)')
    .option('--pipeline <auto|name|file>', 'stages and weights to use; auto: by the kind of document', 'auto')
    .option('--shard <i/n>', 'do the i-th of n parts only; `merge` puts the parts together')
    .option('--without-text', 'also write a folder "without-text" with numbered ids, and key.csv beside it')
    .option('--decisions <file>', 'honour a file of “not so” decisions that the page saved')
    .option('--redact', 'cover details that could identify a child or a family in all that is written; the results are reduced, never anonymous')
    .option('--quiet', 'say nothing while it runs')
    .addHelpText('after', '\nExit codes: 0 done; 2 wrong use, or the results can\'t be written; 3 some file could not be read (the others are done); 130 stopped by Ctrl-C.')
    .action(run);
}

async function run(folder: string, options: Options): Promise<void> {
  const settings: BatchOptions = {
    folder, results: options.out, metadata: options.metadata ?? null, jobs: options.jobs === undefined ? null : jobsOf(options.jobs),
    pipeline: options.pipeline === 'auto' ? null : options.pipeline, shard: options.shard === undefined ? null : parseShard(options.shard), withoutText: options.withoutText ?? false, redact: options.redact ?? false, decisions: options.decisions ?? null,
  };
  const stop = new AbortController();
  const interrupt = (): void => {
    // A second Ctrl-C doesn't wait: what is half done is done again next time.
    if (stop.signal.aborted) {
      say('\nStopped. Give the same command again to go on.');
      process.exit(130);
    }
    say('\nStopping: the files in hand are being finished. Press Ctrl-C again to stop at once.');
    stop.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    const outcome = await runBatch(settings, (total) => startProgress(total, process.stderr, options.quiet ?? false), stop.signal);
    report(outcome, options.out, settings.redact);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

function jobsOf(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) throw new BatchError(`--jobs ${text}: give a whole number from 1 to 256.`);
  return jobs;
}

function report({ entries, total, summary, unmatched }: BatchOutcome, out: string, redact: boolean): void {
  const unread = entries.filter(({ read }) => !read).length;
  if (summary === null) {
    say(`${entries.length} of ${total} files are done and kept. Give the same command again to go on.`);
    process.exitCode = 130;
    return;
  }
  const types = summary.types.map(({ type, reviews }) => `${TYPE_WORDS[type].toLowerCase()} ${reviews}`).join(', ');
  say(`${count(total, 'file')}: ${total - unread} read, ${unread} could not be read${unread === 0 ? '' : ' (see the sheet "Not read")'}; ${count(summary.duplicates, 'copy', 'copies')} counted once. Counted: ${types || 'none'}.`);
  if (unmatched.rows + unmatched.files > 0) say(`Metadata: ${count(unmatched.rows, 'row')} without a file, ${count(unmatched.files, 'file')} without a row (see the sheet "Not read").`);
  const warnings = commonest(entries.flatMap(({ warnings: rules }) => [...new Set(rules)]));
  if (warnings.length > 0) say(`Commonest warnings, by files: ${warnings.map(([rule, files]) => `${rule} ${files}`).join(', ')}.`);
  const rapid = summary.types.find(({ type }) => type === 'rapid-review')?.reviews ?? 0;
  if (rapid > 0 && !redact) say(`${count(rapid, 'rapid review')} among them: the results carry what could identify the children and families. Keep them as the reviews are kept, or cover it with --redact before they go further.`);
  say(`Results: ${out} (dashboard.html, results.xlsx, recommendations.csv, reviews.csv, messages.csv, data-dictionary.csv).`);
  if (unread > 0) process.exitCode = 3;
}

function commonest(rules: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
