/**
 * Files are written whole or not at all: under a temporary name in the folder of results, flushed, then renamed.
 */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { BatchError, writeTrouble } from './batch-error.ts';

/** Begins every name that a finished run leaves none of. */
export const TEMPORARY = '.writing-';

export function writeWhole(path: string, content: string | Uint8Array): void {
  const file = openWhole(path);
  file.write(content);
  file.finish();
}

export interface WholeFile {
  readonly write: (content: string | Uint8Array) => void;
  /** Puts the file in its place; until then nothing of it is seen. */
  readonly finish: () => void;
}

/** For tables that are written row by row. Throws a `BatchError` where the disk is full or forbids it. */
export function openWhole(path: string): WholeFile {
  // Threads of one process have the same pid, and a counter each.
  const temporary = join(dirname(path), `${TEMPORARY}${process.pid}-${threadId}-${counter.next()}`);
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw new BatchError(`the results can't be written: ${writeTrouble(cause)}. What is finished is kept: make room or mend the folder, and give the same command again.`);
    }
  };
  const handle = guarded(() => {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(temporary, 'wx');
  });
  return {
    write: (content) => guarded(() => writeAll(handle, content)),
    finish: () => guarded(() => {
      fsyncSync(handle);
      closeSync(handle);
      renameSync(temporary, path);
    }),
  };
}

const counter = { value: 0, next(): number { return ++this.value; } };

/** A write to a nearly full disk may take only a part. */
export function writeAll(handle: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at, bytes.length - at);
}

/** Takes away what a run that died was writing. */
export function removeTemporary(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.startsWith(TEMPORARY)) rmSync(join(entry.parentPath, entry.name), { force: true });
  }
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

/** SHA-256 of a file, null where there is none. */
export function hashNow(path: string): string | null {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
