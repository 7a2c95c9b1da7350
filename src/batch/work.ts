import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Critique } from '../critique.ts';
import { reduceCritique } from '../judge/reduce.ts';
import { jsonReport } from '../report/json.ts';
import { BatchError, trouble } from './batch-error.ts';
import { hashText, writeWhole } from './disk.ts';
import { judgeFile, unread } from './engine.ts';
import type { BatchEngine } from './engine.ts';
import type { Done, Task } from './task.ts';

/** `stop`: nothing more can be written, which is no fault of the file. Error classes don't survive the way between threads. */
export type Worked = { readonly done: Done } | { readonly stop: string };

export async function workSafely(engine: BatchEngine, task: Task): Promise<Worked> {
  try {
    return { done: await workOn(engine, task) };
  } catch (cause) {
    if (cause instanceof BatchError) return { stop: cause.message };
    throw cause;
  }
}

/** Judges one file and writes its critique. The same in a worker thread and in a process of its own. */
async function workOn(engine: BatchEngine, task: Task): Promise<Done> {
  const found = await critiqueOf(engine, task);
  const judged = engine.redact ? reduceCritique(found) : found;
  const read = judged.units.length > 0 || !judged.messages.some(({ level }) => level === 'error');
  const { name, version, pipeline, ...rest } = judged.tool;
  const tool = { name, version, pipeline, pipelineWhy: whyPipeline(engine, task, read), ...rest };
  const critique: Critique = { ...judged, tool, document: { ...judged.document, sha256: task.sha256 } };
  const text = jsonReport([critique]);
  writeWhole(task.out, text);
  return {
    read, out: hashText(text), recommendations: critique.items.length,
    warnings: critique.messages.filter(({ level }) => level !== 'info').map(({ rule }) => rule),
  };
}

function whyPipeline({ asked }: BatchEngine, { kind }: Task, read: boolean): string {
  if (!read) return 'not read';
  return asked ? 'asked for' : kind !== null ? 'kind of document in the metadata' : 'kind of document as read';
}

async function critiqueOf(engine: BatchEngine, task: Task): Promise<Critique> {
  const name = basename(task.file);
  if (task.trouble !== undefined) return unread(engine, name, task.trouble.rule, task.trouble.text);
  try {
    const bytes = bytesOf(task.path);
    const plan = task.plan === null ? null : { name: task.plan.name, bytes: bytesOf(task.plan.path) };
    return await judgeFile(engine, { name, bytes, kind: task.kind, plan });
  } catch (cause) {
    return unread(engine, name, 'read/not-opened', `The file could not be opened: ${trouble(cause)}. Check that you may read it.`);
  }
}

/** A copy of its own, since pdf.js takes the buffer that it is given. */
function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}
