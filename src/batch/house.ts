/**
 * Runs in a process of its own, and holds the worker threads: when one takes more memory than V8 can take from a thread alone, it ends with all that
 * is in it, and the run, its journal and its lock live on.
 */
import { Tinypool } from 'tinypool';
import type { Outcome } from './pool.ts';
import { STARTUP_SECONDS } from './pool.ts';
import { outlive } from './signals.ts';
import type { Task, WorkerSettings } from './task.ts';
import type { Worked } from './work.ts';

export interface HouseSettings {
  readonly jobs: number;
  /** Time that one file may take. */
  readonly seconds: number;
  /** Heap of one worker. */
  readonly megabytes: number;
  /** Absolute path of the program of a worker. */
  readonly worker: string;
  readonly settings: WorkerSettings;
}

export type ToHouse = { readonly open: HouseSettings } | { readonly id: number; readonly task: Task };
export interface FromHouse {
  readonly id: number;
  readonly outcome: Outcome | { readonly stop: string };
}

outlive();
let pool: Tinypool | null = null;
let limitSeconds = 0;

process.on('message', (message: ToHouse) => {
  if ('open' in message) {
    limitSeconds = message.open.seconds + STARTUP_SECONDS;
    pool = openThreads(message.open);
  } else void work(message.task).then((outcome) => process.send?.({ id: message.id, outcome } satisfies FromHouse));
});

function openThreads({ jobs, megabytes, worker, settings }: HouseSettings): Tinypool {
  return new Tinypool({
    filename: worker, name: 'work', runtime: 'worker_threads', minThreads: Math.min(jobs, 1), maxThreads: jobs, concurrentTasksPerWorker: 1,
    isolateWorkers: false, useAtomics: false, workerData: settings, resourceLimits: { maxOldGenerationSizeMb: megabytes }, idleTimeout: 60_000,
  });
}

/** A thread that is over its time or has died is replaced by the pool. */
async function work(task: Task): Promise<FromHouse['outcome']> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), limitSeconds * 1000);
  try {
    const worked = await pool?.run(task, { signal: limit.signal }) as Worked;
    return worked;
  } catch (cause) {
    return limit.signal.aborted ? { failed: 'time', detail: '' } : failure(cause);
  } finally {
    clearTimeout(timer);
  }
}

function failure(cause: unknown): Outcome {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { failed: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', detail };
}
