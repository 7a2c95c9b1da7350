/** Runs in a process of its own: one file, whose memory and crashes touch no other. */
import { loadEngine } from './engine.ts';
import { outlive } from './signals.ts';
import type { Task, WorkerSettings } from './task.ts';
import { workSafely } from './work.ts';

outlive();
process.once('message', (message: { readonly task: Task; readonly settings: WorkerSettings }) => {
  void workSafely(loadEngine(message.settings), message.task).then((worked) => process.send?.(worked, () => process.exit(0)));
});
