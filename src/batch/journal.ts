/**
 * What was begun and what is done, one line each, only ever added to. A run that died is taken up from here.
 */
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { BatchError, writeTrouble } from './batch-error.ts';
import { writeAll, writeWhole } from './disk.ts';
import { byCharacters } from './files.ts';
import type { Done } from './task.ts';

const NAME = 'journal.ndjson';

export interface Entry extends Done {
  readonly file: string;
  /** Hash of all that the result depends on. */
  readonly key: string;
}

interface Header {
  readonly journal: 1;
  readonly tool: 'second-question';
  readonly shard: string | null;
}

export interface Journal {
  readonly done: ReadonlyMap<string, Entry>;
  /** Files in hand when a run died, with the number of times that they had taken very much memory by then. */
  readonly inHand: ReadonlyMap<string, number>;
  readonly begin: (file: string) => void;
  readonly heavy: (file: string) => void;
  readonly end: (entry: Entry) => void;
  readonly close: () => void;
}

/** Opens the journal of a folder of results, or begins one in an empty folder. Throws a `BatchError` where the folder is not ours. */
export function openJournal(folder: string, shard: string | null): Journal {
  const path = join(folder, NAME);
  const header: Header = { journal: 1, tool: 'second-question', shard };
  if (!existsSync(path)) {
    const others = readdirSync(folder).filter((name) => !name.startsWith('.lock') && !name.startsWith('.writing-'));
    if (others.length > 0) throw new BatchError(`${folder} holds files that are no results of a batch (${others.slice(0, 3).join(', ')}). Name a new or an empty folder with --out: nothing in this one was touched.`);
    writeWhole(path, `${JSON.stringify(header)}\n`);
  }
  const lines = readJournal(path, folder);
  if (lines.header.shard !== shard) throw new BatchError(`${folder} holds the results of ${lines.header.shard === null ? 'a whole batch' : `shard ${lines.header.shard}`}, not of ${shard === null ? 'a whole batch' : `shard ${shard}`}. Name another folder with --out.`);
  return { ...lines, ...appender(path) };
}

interface Lines {
  readonly header: Header;
  readonly done: Map<string, Entry>;
  readonly inHand: Map<string, number>;
}

type Line = { readonly at: 'begin' | 'heavy'; readonly file: string } | ({ readonly at: 'end' } & Entry);

/** A last line that breaks off was being written when the run died: it is left out. */
export function readJournal(path: string, folder: string): Lines {
  const [first, ...rest] = readFileSync(path, 'utf8').split('\n').map(parse);
  const header = first as Header | null | undefined;
  if (header?.journal !== 1) throw new BatchError(`${folder} holds a ${NAME} that this version did not write. Name another folder with --out: nothing in this one was touched.`);
  const done = new Map<string, Entry>();
  const inHand = new Map<string, number>();
  for (const line of rest as readonly (Line | null)[]) {
    if (line?.at === 'begin' || line?.at === 'heavy') inHand.set(line.file, (inHand.get(line.file) ?? 0) + (line.at === 'heavy' ? 1 : 0));
    if (line?.at === 'end') {
      const { at: _at, ...entry } = line;
      done.set(line.file, entry);
      inHand.delete(line.file);
    }
  }
  return { header, done, inHand };
}

function parse(line: string): unknown {
  try {
    return line === '' ? null : JSON.parse(line);
  } catch {
    return null;
  }
}

function appender(path: string): Pick<Journal, 'begin' | 'heavy' | 'end' | 'close'> {
  const handle = openSync(path, 'a+');
  let open = true;
  const write = (line: object | null): void => {
    try {
      writeAll(handle, line === null ? '\n' : `${JSON.stringify(line)}\n`);
      fsyncSync(handle);
    } catch (cause) {
      throw new BatchError(`the journal can't be written: ${writeTrouble(cause)}. What is finished is kept: make room, and give the same command again.`);
    }
  };
  if (endsMidLine(handle)) write(null);
  return {
    begin: (file) => write({ at: 'begin', file }),
    heavy: (file) => {
      try {
        write({ at: 'heavy', file });
      } catch {
        // A note for the worst case: a disk that takes no more says so at the file's end.
      }
    },
    end: (entry) => write({ at: 'end', ...entry }),
    close: () => {
      if (open) closeSync(handle);
      open = false;
    },
  };
}

function endsMidLine(handle: number): boolean {
  const { size } = fstatSync(handle);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== 10;
}

/** After a whole run the journal is set down once more in the order of the files, so that it too is the same whatever happened on the way. */
export function settleJournal(folder: string, shard: string | null, entries: readonly Entry[]): void {
  const header: Header = { journal: 1, tool: 'second-question', shard };
  const lines = [...entries].sort((a, b) => byCharacters(a.file, b.file)).map((entry) => JSON.stringify({ at: 'end', ...entry }));
  writeWhole(join(folder, NAME), `${[JSON.stringify(header), ...lines].join('\n')}\n`);
}
