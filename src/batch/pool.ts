/**
 * Workers that one bad file can't take down: a time limit, a limit of memory, and a new worker for each that dies.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BatchError } from './batch-error.ts';
import type { FromHouse, HouseSettings, ToHouse } from './house.ts';
import { watchMemory } from './memory.ts';
import type { Done, Task, WorkerSettings } from './task.ts';
import type { Worked } from './work.ts';

/** A worker that begins loads its models first; that is not the file's time. */
export const STARTUP_SECONDS = 10;
/** Heap of one worker. Reviews need under 300 MB; what asks for more is a fault or an attack. */
const MEGABYTES = 1024;
/** All memory of a worker, its heap and what lies outside it: past the first it is noted, past the second it is stopped. */
const BOUNDS = { heavy: 1500, most: 3000 } as const;

export type Outcome = { readonly done: Done } | { readonly failed: 'time' | 'memory' | 'crash'; readonly detail: string };

export interface Pool {
  readonly run: (task: Task) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** The compiled program, or the source where a loader runs that. */
function entry(name: string): string {
  return fileURLToPath(new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url));
}

/**
 * Threads in a house of their own. When the house falls, all files in it come back as crashed – which of them it was, only a try of each alone can tell –
 * and the next file begins a new one.
 */
export function openPool(jobs: number, seconds: number, settings: WorkerSettings, program: Partial<Pick<HouseSettings, 'worker' | 'megabytes'>> = {}): Pool {
  const waiting = new Map<number, (outcome: FromHouse['outcome']) => void>();
  let house: ChildProcess | null = null;
  let last = 0;
  const begin = (): ChildProcess => {
    const begun = fork(entry('house'), [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const falls = (): void => {
      if (house !== begun) return;
      house = null;
      for (const resolve of [...waiting.values()]) resolve({ failed: 'crash', detail: '' });
    };
    begun.on('message', ({ id, outcome }: FromHouse) => waiting.get(id)?.(outcome));
    begun.once('exit', falls);
    begun.once('error', falls);
    const unwatch = watchMemory(begun.pid, { heavy: Infinity, most: BOUNDS.most * jobs }, { heavy: () => undefined, most: () => begun.kill('SIGKILL') });
    begun.once('exit', unwatch);
    tell(begun, { open: { jobs, seconds, megabytes: MEGABYTES, worker: entry('worker'), settings, ...program } });
    return begun;
  };
  return {
    run: async (task) => {
      const id = ++last;
      const outcome = await new Promise<FromHouse['outcome']>((resolve) => {
        waiting.set(id, resolve);
        house ??= begin();
        tell(house, { id, task });
      });
      waiting.delete(id);
      return outcomeOf(outcome);
    },
    close: async () => {
      const open = house;
      house = null;
      if (open === null || open.exitCode !== null || open.signalCode !== null || !open.connected) return;
      const gone = new Promise((resolve) => open.once('exit', resolve));
      open.disconnect();
      // A thread that hangs in the system's own code can't be ended with kindness.
      const timer = setTimeout(() => open.kill('SIGKILL'), 2000);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** What can't be sent to a process that is dying is told by its end. */
function tell(child: ChildProcess, message: ToHouse | { readonly task: Task; readonly settings: WorkerSettings }): void {
  child.send(message, () => undefined);
}

/** A full disk is no fault of the file: it ends the run, with its own words. */
function outcomeOf(worked: FromHouse['outcome']): Outcome {
  if ('stop' in worked) throw new BatchError(worked.stop);
  return worked;
}

interface AloneOptions {
  readonly alone?: string;
  readonly megabytes?: number;
  readonly most?: number;
  /** Called once where the file takes very much memory: if all goes down next, it is known why. */
  readonly heavy?: () => void;
}

/** One file in a process of its own, with the same limits. */
export function runAlone(task: Task, seconds: number, settings: WorkerSettings, options: AloneOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(options.alone ?? entry('alone'), [], { execArgv: [...process.execArgv, `--max-old-space-size=${options.megabytes ?? MEGABYTES}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const unwatch = watchMemory(child.pid, { ...BOUNDS, ...(options.most === undefined ? {} : { most: options.most }) }, { heavy: () => options.heavy?.(), most: () => settle({ failed: 'memory', detail: '' }) });
    const timer = setTimeout(() => settle({ failed: 'time', detail: '' }), (seconds + STARTUP_SECONDS) * 1000);
    const over = (): void => {
      unwatch();
      clearTimeout(timer);
      child.kill('SIGKILL');
    };
    const settle = (outcome: Outcome): void => {
      over();
      resolve(outcome);
    };
    child.once('message', (worked: Worked) => {
      if (!('stop' in worked)) return settle(worked);
      over();
      reject(new BatchError(worked.stop));
    });
    child.once('error', (cause) => settle({ failed: 'crash', detail: cause.message }));
    // V8 aborts itself (SIGABRT) when its heap is full; the system kills (SIGKILL) what takes all memory. What comes after the first outcome changes nothing.
    child.once('exit', (_code, signal) => settle({ failed: signal === 'SIGABRT' || signal === 'SIGKILL' ? 'memory' : 'crash', detail: signal ?? '' }));
    tell(child, { task, settings });
  });
}
