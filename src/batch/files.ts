import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { BatchError, trouble } from './batch-error.ts';

export interface Listing {
  /** Relative paths with "/", in the order of their characters on every system. */
  readonly files: readonly string[];
  /** Files that no person put there as a review, and links that lead nowhere, each with the reason. */
  readonly ignored: readonly { readonly file: string; readonly why: string }[];
}

/** What the reader takes, and what it refuses with a remedy that helps a person who put it there. All else is listed and left. */
const OFFERED = /(?:^|\/)[^./]+$|\.(?:pdf|docx?|docm|dotx|txt|text|md|markdown|html?|xhtml|rtf|odt|pages|wpd|wps|xlsx?|ods|pptx?|odp|msg|eml|zip|png|jpe?g|tiff?|heic)$/i;
const SYSTEM = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i;

/** Every file below `folder`, without `leaveOut` (the results and the metadata, which may lie inside it). */
export function listFiles(folder: string, leaveOut: readonly string[]): Listing {
  const root = resolve(folder);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) throw new BatchError(`${folder} is not a folder. Name the folder that holds the reviews.`);
  const files: string[] = [];
  const ignored: { file: string; why: string }[] = [];
  const apart = new Set(leaveOut.map((path) => resolve(path)));
  const seen = new Set<string>();
  const walk = (here: string): void => {
    const real = realpathSync(here);
    // Links may lead in a circle.
    if (seen.has(real)) return void ignored.push({ file: shown(root, here), why: 'a link to a folder that was read already' });
    seen.add(real);
    for (const entry of entries(here)) {
      const path = join(here, entry);
      const file = shown(root, path);
      const stat = statSync(path, { throwIfNoEntry: false });
      if (apart.has(path)) continue;
      if (SYSTEM.test(entry)) ignored.push({ file, why: 'a file of the system or of an open program' });
      // The system's letters are not ours: it can't be opened under the name that we see, and becomes a row that says so.
      else if (stat === undefined && entry.includes('\uFFFD') && OFFERED.test(file)) files.push(file);
      else if (stat === undefined) ignored.push({ file, why: 'a link that leads nowhere' });
      else if (stat.isDirectory()) walk(path);
      else if (!stat.isFile()) ignored.push({ file, why: 'no ordinary file' });
      else if (OFFERED.test(file)) files.push(file);
      else ignored.push({ file, why: 'no kind of document that is read: PDF, Word, text, Markdown or HTML' });
    }
  };
  walk(root);
  if (files.length === 0) throw new BatchError(`${folder} holds no files. Put the reviews into it (PDF, Word, text, Markdown or HTML), in sub-folders if you like.`);
  return { files: files.sort(byCharacters), ignored: ignored.sort((a, b) => byCharacters(a.file, b.file)) };
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new BatchError(`the folder ${folder} can't be read: ${trouble(cause)}. Ask for the right to read it, or take it out.`);
  }
}

function shown(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** By UTF-16 units: no locale has a say. */
export function byCharacters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** "2/8" → the second of eight. */
export function parseShard(text: string): Shard {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index ?? 0), of: Number(of ?? 0) };
  if (shard.index < 1 || shard.index > shard.of) throw new BatchError(`--shard ${text}: give it as i/n with i from 1 to n, such as 2/8.`);
  return shard;
}

/** Every n-th file: neighbours in a folder are often alike in length, so that each shard gets a fair share of the work. */
export function ofShard(files: readonly string[], shard: Shard | null): readonly string[] {
  return shard === null ? files : files.filter((_, index) => index % shard.of === shard.index - 1);
}
