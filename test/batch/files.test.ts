import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byCharacters, listFiles, ofShard, parseShard } from '../../src/batch/files.ts';

const root = mkdtempSync(join(tmpdir(), 'second-question-files-'));
const put = (name: string): void => {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), '');
};

beforeAll(() => {
  for (const name of ['b.pdf', 'a.docx', 'sub/deep/c.md', 'no-ending', 'Z.TXT', '.hidden.md', '~$a.docx', 'Thumbs.db', 'data.json', 'results/dashboard.html', 'meta.csv', 'with "quotes" and\nlines.md', '=1+1.html']) put(name);
  symlinkSync('nowhere', join(root, 'gone.pdf'));
  symlinkSync('..', join(root, 'sub', 'circle'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('files of a folder', () => {
  it('are listed in the order of their characters, in sub-folders too', () => {
    expect(listFiles(root, [join(root, 'results'), join(root, 'meta.csv')]).files).toEqual(['=1+1.html', 'Z.TXT', 'a.docx', 'b.pdf', 'no-ending', 'sub/deep/c.md', 'with "quotes" and\nlines.md']);
  });

  it('are never left out in silence', () => {
    expect(Object.fromEntries(listFiles(root, [join(root, 'results'), join(root, 'meta.csv')]).ignored.map(({ file, why }) => [file, why]))).toEqual({
      '.hidden.md': 'a file of the system or of an open program', 'Thumbs.db': 'a file of the system or of an open program', '~$a.docx': 'a file of the system or of an open program',
      'data.json': 'no kind of document that is read: PDF, Word, text, Markdown or HTML', 'gone.pdf': 'a link that leads nowhere', 'sub/circle': 'a link to a folder that was read already',
    });
  });

  it('asks for a folder that is one, and holds some', () => {
    mkdirSync(join(root, 'none'));
    expect(() => listFiles(join(root, 'none'), [])).toThrow('holds no files. Put the reviews into it');
    expect(() => listFiles(join(root, 'b.pdf'), [])).toThrow('is not a folder');
    expect(() => listFiles(join(root, 'missing'), [])).toThrow('is not a folder');
  });
});

describe('shards', () => {
  it.each([['1/1', { index: 1, of: 1 }], ['2/8', { index: 2, of: 8 }], [' 8/8 ', { index: 8, of: 8 }]])('%j is one', (text, shard) => {
    expect(parseShard(text)).toEqual(shard);
  });

  it.each(['0/3', '4/3', '1', 'a/b', '1/0', '-1/3', '1/3/3', ''])('%j is none', (text) => {
    expect(() => parseShard(text)).toThrow('give it as i/n');
  });

  it('divide the files: each stands in one part, and no part is larger than another by more than one', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 20 }), (files, of) => {
      const parts = Array.from({ length: of }, (_, index) => ofShard(files, { index: index + 1, of }));
      expect([...parts.flat()].sort(byCharacters)).toEqual([...files].sort(byCharacters));
      expect(Math.max(...parts.map(({ length }) => length)) - Math.min(...parts.map(({ length }) => length))).toBeLessThanOrEqual(1);
    }));
  });
});
