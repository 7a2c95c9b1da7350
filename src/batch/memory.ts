/**
 * The heap limit of V8 doesn't count what lies outside its heap – bytes of files, buffers of PDFs –, so the memory of a process is looked at from outside.
 * Only Linux tells it without a program of its own; elsewhere the system's own limits hold.
 */
import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;
const LOOK_EVERY_MS = 250;

/** Memory that a process holds, in megabytes; null where the system doesn't tell. */
export function megabytesOf(pid: number): number | null {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return Number.isFinite(pages) ? (pages * PAGE_BYTES) / 1e6 : null;
  } catch {
    return null;
  }
}

export interface Bounds {
  /** More than any review needs: worth a note in the journal, since the whole machine may go down next. */
  readonly heavy: number;
  /** The process is stopped. */
  readonly most: number;
}

/** Calls once each when a bound is passed; gives back what ends the watch. */
export function watchMemory(pid: number | undefined, { heavy, most }: Bounds, tell: { readonly heavy: () => void; readonly most: () => void }): () => void {
  if (pid === undefined) return () => undefined;
  let noted = false;
  const timer = setInterval(() => {
    const megabytes = megabytesOf(pid) ?? 0;
    if (megabytes > heavy && !noted) {
      noted = true;
      tell.heavy();
    }
    if (megabytes > most) {
      clearInterval(timer);
      tell.most();
    }
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
