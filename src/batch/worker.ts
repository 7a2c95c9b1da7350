/** Runs in a worker thread: models are loaded once, then file after file is judged. */
import { workerData } from 'node:worker_threads';
import { loadEngine } from './engine.ts';
import type { Task, WorkerSettings } from './task.ts';
import { workSafely } from './work.ts';
import type { Worked } from './work.ts';

// tinypool hands over its own data first and ours second.
const engine = loadEngine((workerData as readonly [unknown, WorkerSettings])[1]);

export function work(task: Task): Promise<Worked> {
  return workSafely(engine, task);
}
