import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { BatchError, writeTrouble } from './batch-error.ts';

const NAME = '.lock';

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, where the system tells: a number is given again to another process. */
  readonly born: string;
}

/** Takes the folder for this process; gives back what frees it. A second run says so and stops; a dead owner's lock is taken over. */
export function takeLock(folder: string): () => void {
  const path = join(folder, NAME);
  const own = JSON.stringify({ pid: process.pid, host: hostname(), born: born(process.pid) } satisfies Owner);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (place(path, own)) return () => free(path, own);
    const held = readOr(path);
    if (held === null) continue;
    const owner = parse(held);
    if (owner === null || isDead(owner)) takeAway(path, held);
    else throw busy(owner);
  }
  throw new BatchError('another run has just begun in this folder of results. Wait until it is done, or name another folder.');
}

/** Name and content come into being at once: a lock is never seen half written. */
function place(path: string, content: string): boolean {
  const own = `${path}-${process.pid}`;
  try {
    writeFileSync(own, content);
    try {
      linkSync(own, path);
      return true;
    } catch (cause) {
      if (code(cause) === 'EEXIST') return false;
      // Some network and memory-stick file systems know no links.
      return placeByFlag(path, content);
    }
  } catch (cause) {
    throw new BatchError(`the folder of results can't be written: ${writeTrouble(cause)}. Name a folder that you may write to.`);
  } finally {
    rmSync(own, { force: true });
  }
}

function placeByFlag(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (cause) {
    if (code(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** Two runs may find the same dead lock: only the one whose rename gets the dead owner's own words goes on. */
function takeAway(path: string, expected: string): void {
  const aside = `${path}-dead-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readOr(aside) !== expected) {
    try {
      linkSync(aside, path);
    } catch {
      // A third run has it: the next attempt will say so.
    }
  }
  rmSync(aside, { force: true });
}

function free(path: string, own: string): void {
  if (readOr(path) === own) rmSync(path, { force: true });
}

function isDead({ pid, host, born: since }: Owner): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return code(cause) === 'ESRCH';
  }
  return since !== '' && born(pid) !== since;
}

function born(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of a program may hold spaces and brackets, so the fields are counted from its end.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function parse(text: string): Owner | null {
  try {
    const value = JSON.parse(text) as Partial<Owner>;
    return typeof value.pid === 'number' && typeof value.host === 'string' ? { pid: value.pid, host: value.host, born: value.born ?? '' } : null;
  } catch {
    return null;
  }
}

function busy({ pid, host }: Owner): BatchError {
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on the computer ${host}`;
  return new BatchError(`another run (${where}) is working in this folder of results. Wait until it is done, or name another folder.${host === hostname() ? '' : ` If that computer has stopped, remove the file ${NAME} in the folder.`}`);
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function code(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
