/**
 * Worker threads that one bad file can't take down: a time limit, a limit of memory, and a new worker for each that dies.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { BatchError } from './batch-error.ts';
import type { Done, Task, WorkerSettings } from './task.ts';
import type { Worked } from './work.ts';

/** A worker that begins loads its models first; that is not the file's time. */
const STARTUP_SECONDS = 10;
/** Heap of one worker. Reviews need under 300 MB; what asks for more is a fault or an attack. */
const MEGABYTES = 1024;

export type Outcome = { readonly done: Done } | { readonly failed: 'time' | 'memory' | 'crash'; readonly detail: string };

export interface Pool {
  readonly run: (task: Task) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** The compiled worker, or the source where a loader runs that. */
function entry(name: string): string {
  return fileURLToPath(new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url));
}

export function openPool(jobs: number, seconds: number, settings: WorkerSettings): Pool {
  const pool = new Tinypool({
    filename: entry('worker'), name: 'work', runtime: 'worker_threads', minThreads: Math.min(jobs, 1), maxThreads: jobs, concurrentTasksPerWorker: 1,
    isolateWorkers: false, useAtomics: false, workerData: settings, resourceLimits: { maxOldGenerationSizeMb: MEGABYTES }, idleTimeout: 60_000,
  });
  return {
    run: async (task) => {
      const limit = new AbortController();
      const timer = setTimeout(() => limit.abort(), (seconds + STARTUP_SECONDS) * 1000);
      try {
        return outcomeOf(await pool.run(task, { signal: limit.signal }) as Worked);
      } catch (cause) {
        return limit.signal.aborted ? { failed: 'time', detail: '' } : failure(cause);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => pool.destroy(),
  };
}

/** A full disk is no fault of the file: it ends the run, with its own words. */
function outcomeOf(worked: Worked): Outcome {
  if ('stop' in worked) throw new BatchError(worked.stop);
  return worked;
}

function failure(cause: unknown): Outcome {
  if (cause instanceof BatchError) throw cause;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { failed: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', detail };
}

/** One file in a process of its own, with the same limits. */
export function runAlone(task: Task, seconds: number, settings: WorkerSettings): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(entry('alone'), [], { execArgv: [...process.execArgv, `--max-old-space-size=${MEGABYTES}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const timer = setTimeout(() => settle({ failed: 'time', detail: '' }), (seconds + STARTUP_SECONDS) * 1000);
    let settled = false;
    const settle = (outcome: Outcome): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(outcome);
    };
    child.once('message', (worked: Worked) => {
      if ('stop' in worked) reject(new BatchError(worked.stop));
      else settle(worked);
    });
    child.once('error', (cause) => settle({ failed: 'crash', detail: cause.message }));
    // V8 aborts itself (SIGABRT) when its heap is full; the system kills (SIGKILL) what takes all memory.
    child.once('exit', (_code, signal) => settle({ failed: signal === 'SIGABRT' || signal === 'SIGKILL' ? 'memory' : 'crash', detail: signal ?? '' }));
    child.send({ task, settings });
  });
}
