/**
 * Where the result goes: stdout, one file, or a folder of files. Nothing is written anywhere else.
 */
import { accessSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileTrouble, UsageError } from './usage-error.ts';

export interface Target {
  readonly folder: boolean;
  readonly path: string;
}

/** Checks `--out` before any work is done. `many`: there will be several files. `inputs` are never overwritten. */
export function checkOut(path: string, many: boolean, inputs: readonly string[]): Target {
  const folder = many || /[\\/]$/.test(path) || isFolder(path);
  if (many && exists(path) && !isFolder(path)) throw new UsageError(`--out ${path} is a file, but several pages need a folder. Name a folder.`);
  if (inputs.some((input) => resolve(input) === resolve(path))) throw new UsageError(`--out ${path} is one of the files to read, and would be lost. Name another file.`);
  try {
    if (folder) mkdirSync(path, { recursive: true });
    accessSync(folder ? path : dirname(resolve(path)), constants.W_OK);
  } catch (cause) {
    throw new UsageError(`--out ${path} can't be written: ${fileTrouble(cause)}. Name a file in a folder that exists and that you may write to.`);
  }
  return { folder, path };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Writes one result to its file. */
export function writeTo(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (cause) {
    throw new UsageError(`${path} can't be written: ${fileTrouble(cause)}. Give --out another name.`);
  }
}

/** "child-k.pdf" → "child-k.html"; a second one of that name becomes "child-k-2.html". */
export function fileNames(sources: readonly string[], extension: string): readonly string[] {
  const taken = new Set<string>();
  return sources.map((source) => {
    const stem = basename(source, extname(source)) || 'report';
    let name = `${stem}.${extension}`;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${stem}-${copy}.${extension}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

export function inFolder(target: Target, name: string): string {
  return target.folder ? join(target.path, name) : target.path;
}

/** Waits until stdout has taken all of it. */
export async function print(content: string | Uint8Array): Promise<void> {
  await new Promise<void>((done) => {
    process.stdout.write(content, () => done());
  });
}
