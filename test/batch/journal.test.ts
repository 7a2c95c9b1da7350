import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openJournal, settleJournal } from '../../src/batch/journal.ts';
import type { Entry } from '../../src/batch/journal.ts';

const root = mkdtempSync(join(tmpdir(), 'second-question-journal-'));
let folder = '';
const path = (): string => join(folder, 'journal.ndjson');
const entry = (file: string, key = 'k'): Entry => ({ file, key, read: true, out: 'hash', recommendations: 1, warnings: [] });

beforeEach(() => { folder = mkdtempSync(join(root, 'r-')); });
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a later run finds. */
function found(): { readonly done: readonly string[]; readonly inHand: readonly (readonly [string, number])[] } {
  const journal = openJournal(folder, null);
  journal.close();
  return { done: [...journal.done.keys()], inHand: [...journal.inHand] };
}

describe('the journal', () => {
  it('tells what is done and what was in hand', () => {
    const journal = openJournal(folder, null);
    for (const file of ['a', 'b', 'c']) journal.begin(file);
    journal.end(entry('b'));
    journal.heavy('c');
    journal.close();
    expect(found()).toEqual({ done: ['b'], inHand: [['a', 0], ['c', 1]] });
  });

  it('counts against a file only the times that it took very much memory, over all runs', () => {
    for (let run = 0; run < 5; run += 1) {
      const journal = openJournal(folder, null);
      journal.begin('a');
      journal.begin('b');
      if (run > 2) journal.heavy('b');
      journal.close();
    }
    expect(found().inHand).toEqual([['a', 0], ['b', 2]]);
  });

  it.each([1, 10, 40])('leaves out a line that broke off %i bytes before its end, and goes on after it', (bytes) => {
    const journal = openJournal(folder, null);
    journal.end(entry('a'));
    journal.end(entry('b'));
    journal.close();
    truncateSync(path(), readFileSync(path()).length - bytes);
    const second = openJournal(folder, null);
    expect([...second.done.keys()]).toEqual(bytes === 1 ? ['a', 'b'] : ['a']);
    second.end(entry('c'));
    second.close();
    expect(found().done).toEqual(bytes === 1 ? ['a', 'b', 'c'] : ['a', 'c']);
  });

  it('takes the last of two entries of one file', () => {
    const journal = openJournal(folder, null);
    journal.end(entry('a', 'old'));
    journal.end(entry('a', 'new'));
    journal.close();
    expect(openJournal(folder, null).done.get('a')?.key).toBe('new');
  });

  it('has names with line breaks and quotation marks', () => {
    const journal = openJournal(folder, null);
    journal.end(entry('a\n"b".md'));
    journal.close();
    expect(found().done).toEqual(['a\n"b".md']);
  });

  it('is the same at the end, whatever happened on the way', () => {
    settleJournal(folder, null, [entry('b'), entry('a')]);
    const first = readFileSync(path(), 'utf8');
    appendFileSync(path(), '{"at":"begin","file":"a"}\n{"at":"end","fi');
    settleJournal(folder, null, [entry('a'), entry('b')]);
    expect(readFileSync(path(), 'utf8')).toBe(first);
  });

  it('touches no folder that is not ours, and no other shard', () => {
    writeFileSync(join(folder, 'thesis.docx'), 'x');
    expect(() => openJournal(folder, null)).toThrow('holds files that are no results of a batch (thesis.docx)');
    const other = mkdtempSync(join(root, 'r-'));
    openJournal(other, '1/2').close();
    expect(() => openJournal(other, '2/2')).toThrow('holds the results of shard 1/2, not of shard 2/2');
    expect(() => openJournal(other, null)).toThrow('not of a whole batch');
    const old = mkdtempSync(join(root, 'r-'));
    writeFileSync(join(old, 'journal.ndjson'), '{"journal":99}\n');
    expect(() => openJournal(old, null)).toThrow('this version did not write');
  });
});
