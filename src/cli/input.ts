import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileTrouble } from './usage-error.ts';

/** A file's name (never its path) with its bytes, or with what hindered us. */
export type Input = { readonly name: string; readonly bytes: Uint8Array } | { readonly name: string; readonly trouble: string };

/** Reads a file, or standard input for "-". Never throws. */
export async function readInput(file: string): Promise<Input> {
  const name = file === '-' ? 'stdin' : basename(file);
  try {
    const bytes = file === '-' ? await readAll(process.stdin) : await readFile(file);
    return { name, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  } catch (cause) {
    return { name, trouble: `The file could not be opened: ${fileTrouble(cause)}. Check its name and that you may read it.` };
  }
}

async function readAll(stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}
