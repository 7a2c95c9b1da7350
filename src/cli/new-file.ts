/**
 * Names of new files beside the old ones. Nothing that exists is overwritten: somebody may have answered in it.
 */
import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';

/** "draft with comments.docx" beside the draft; "draft with comments 2.docx" where that name is taken. */
export function besideName(source: string, name: string): string {
  const folder = source === '-' ? '.' : dirname(source);
  return free(join(folder, name), (path) => existsSync(path));
}

/** The path itself, or a numbered one where it is one of the files that were read. */
export function notAnInput(path: string, inputs: readonly string[]): string {
  return free(path, (candidate) => inputs.some((input) => resolve(input) === resolve(candidate)));
}

function free(path: string, taken: (path: string) => boolean): string {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${stem} ${number}${extension}`;
    if (!taken(candidate)) return candidate;
  }
}

/** Name without its ending, and without what this tool once added to it. */
export function plainStem(source: string): string {
  const stem = source.slice(0, source.length - extname(source).length);
  return stem.replace(/ (?:with|without) comments(?: \d{1,3})?$/, '') || 'review';
}
