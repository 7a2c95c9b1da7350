/**
 * Files in, critiques out: in order, several at a time, each judged in a worker, each written whole and set down in the journal.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import type { Joined } from '../corpus/metadata.ts';
import { isPlan, kindFrom } from '../corpus/metadata.ts';
import { count } from '../report/words.ts';
import { BatchError, trouble } from './batch-error.ts';
import { hashFile, hashNow, hashText } from './disk.ts';
import { byCharacters } from './files.ts';
import type { Entry, Journal } from './journal.ts';
import { openPool, runAlone } from './pool.ts';
import type { Outcome, Pool } from './pool.ts';
import { plain } from './progress.ts';
import type { Progress } from './progress.ts';
import type { Done, Task, WorkerSettings } from './task.ts';

export interface RunSettings extends WorkerSettings {
  /** Absolute. */
  readonly folder: string;
  readonly results: string;
  readonly jobs: number | null;
  readonly fingerprint: string;
  readonly seconds: number;
}

export interface RunPlan {
  readonly files: readonly string[];
  /** Of the whole folder, also where only a shard of it is done. */
  readonly joined: Joined;
}

/** A file that took very much memory when the run went down, this often, is not tried again. Other ends of a run (a kill, a power cut) tell nothing against a file. */
const ATTEMPTS = 2;

export function defaultJobs(): number {
  return Math.max(1, availableParallelism());
}

export function critiquePath(results: string, file: string): string {
  return join(results, 'critiques', ...`${file}.json`.split('/'));
}

/** Does what is not done yet. Gives back an entry for each file, fewer where it was stopped. */
export async function runFiles({ files, joined }: RunPlan, settings: RunSettings, journal: Journal, progress: Progress, stop: AbortSignal): Promise<readonly Entry[]> {
  const jobs = settings.jobs ?? defaultJobs();
  const finished: Entry[] = [];
  const context: Context = { settings, journal, progress, stop, finished, joined };
  // What was in hand when a run died may have killed it: each of these goes first, with no neighbour, in a process of its own.
  for (const file of files.filter((one) => journal.inHand.has(one))) if (!stop.aborted) await doFile(file, context, null);
  const pool = openPool(jobs, settings.seconds, { pipeline: settings.pipeline, redact: settings.redact, decisions: settings.decisions });
  const queue = new PQueue({ concurrency: jobs });
  const failures: unknown[] = [];
  try {
    for (const file of files.filter((one) => !journal.inHand.has(one))) {
      // Back-pressure: what is not begun yet takes no memory.
      await queue.onSizeLessThan(jobs);
      if (stop.aborted || failures.length > 0) break;
      queue.add(async () => { if (!stop.aborted && failures.length === 0) await doFile(file, context, pool); }).catch((cause: unknown) => failures.push(cause));
    }
    await queue.onIdle();
  } finally {
    await pool.close();
  }
  if (failures.length > 0) throw failures[0];
  return finished.sort((a, b) => byCharacters(a.file, b.file));
}

interface Context {
  readonly settings: RunSettings;
  readonly journal: Journal;
  readonly progress: Progress;
  readonly stop: AbortSignal;
  readonly finished: Entry[];
  readonly joined: Joined;
}

async function doFile(file: string, context: Context, pool: Pool | null): Promise<void> {
  const { settings, journal, progress, finished } = context;
  const task = await taskFor(file, context);
  const key = hashText(JSON.stringify([settings.fingerprint, task.sha256, task.kind, task.plan === null ? null : [task.plan.name, await hashOr(task.plan.path)]]));
  const before = journal.done.get(file);
  if (before?.key === key && hashNow(task.out) === before.out) {
    finished.push(before);
    context.progress.kept();
    return;
  }
  journal.begin(file);
  const outcome = await outcomeOf(task, context, pool);
  const done = 'done' in outcome ? outcome.done : await writeFailure(task, outcome.failed, settings);
  const entry: Entry = { file, key, ...done };
  journal.end(entry);
  finished.push(entry);
  progress.done(file, done.read ? count(done.recommendations, 'recommendation') : 'could not be read');
}

/** A crash in a worker is tried once more alone, since a neighbour may have caused it; a file over its time is not. */
async function outcomeOf(task: Task, { settings, journal }: Context, pool: Pool | null): Promise<Outcome> {
  if ((journal.inHand.get(task.file) ?? 0) >= ATTEMPTS) return { failed: 'memory', detail: '' };
  const first = pool === null ? null : await pool.run(task);
  if (first !== null && ('done' in first || first.failed === 'time')) return first;
  return runAlone(task, settings.seconds, { pipeline: settings.pipeline, redact: settings.redact, decisions: settings.decisions }, { heavy: () => journal.heavy(task.file) });
}

async function taskFor(file: string, { settings, joined }: Context): Promise<Task> {
  const path = join(settings.folder, ...file.split('/'));
  const row = joined.byFile.get(file);
  const hash = await hashOr(path);
  const plan = planFor(file, joined);
  return {
    file, path, sha256: hash.sha256, out: critiquePath(settings.results, file), kind: kindFrom(row),
    plan: plan === null ? null : { name: plan.slice(plan.lastIndexOf('/') + 1), path: join(settings.folder, ...plan.split('/')) },
    ...(hash.why === null ? {} : { trouble: { rule: 'read/not-opened', text: `The file could not be opened: ${hash.why}. Check that you may read it.` } }),
  };
}

/** The plan of the submission, for its other files. */
export function planFor(file: string, { byFile }: Joined): string | null {
  const row = byFile.get(file);
  const submission = row?.known.submission;
  if (submission === undefined || isPlan(file, row)) return null;
  return [...byFile.entries()].filter(([other, own]) => own.known.submission === submission && isPlan(other, own)).map(([other]) => other).sort(byCharacters)[0] ?? null;
}

async function hashOr(path: string): Promise<{ readonly sha256: string; readonly why: string | null }> {
  try {
    return { sha256: await hashFile(path), why: null };
  } catch (cause) {
    return { sha256: '', why: path.includes('\uFFFD') ? 'its name is not written in UTF-8. Rename it' : trouble(cause) };
  }
}

const FAILURES: Readonly<Record<'time' | 'memory' | 'crash', readonly [rule: string, words: (seconds: number) => string]>> = {
  time: ['batch/time-limit', (seconds) => `Reading was not done within ${seconds} seconds, and was stopped. On a faster computer it might be done. Save the file anew as .docx or PDF, or raise limits.seconds in a pipeline of your own.`],
  memory: ['batch/out-of-memory', () => 'Reading took more memory than any review needs, and was stopped. Open the file in the program that made it, take out large pictures and embedded files, and save it anew; if it holds many reviews, save each as a file of its own.'],
  crash: ['batch/crashed', () => 'Reading it brought the program down, twice. Save the file anew as .docx or PDF, and please report it, without the review.'],
};

/** The row of a file that could not be judged: written in a process of its own, like every critique. */
async function writeFailure(task: Task, failed: 'time' | 'memory' | 'crash', settings: RunSettings): Promise<Done> {
  const [rule, words] = FAILURES[failed];
  const outcome = await runAlone({ ...task, trouble: { rule, text: words(settings.seconds) } }, settings.seconds, { pipeline: settings.pipeline, redact: settings.redact, decisions: settings.decisions });
  if ('done' in outcome) return outcome.done;
  throw new BatchError(`${plain(task.file)}: what happened to it could not be set down (${outcome.detail || outcome.failed}). Look whether this computer has memory and disk left, and give the same command again.`);
}
