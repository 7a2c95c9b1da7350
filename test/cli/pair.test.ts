import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Pair } from '../../src/judge/pair.ts';
import { emptyFolder, run } from './run.ts';

const FILES = ['samples/corpus/penwater-child-lark-rapid.docx', 'samples/corpus/penwater-child-lark.docx'];

it('compares two files, or their critiques, with the same result', () => {
  const folder = emptyFolder();
  const critiques = FILES.map((file, index) => {
    const path = join(folder, `${index}.json`);
    writeFileSync(path, run(['critique', file, '--format', 'json']).out);
    return path;
  });
  const [files, judged] = [run(['pair', ...FILES, '--format', 'json']), run(['pair', ...critiques, '--format', 'json'])];
  expect([files.code, files.err]).toEqual([0, '']);
  expect(judged.out).toBe(files.out);
  const { enquiries, views } = JSON.parse(files.out) as Pair;
  expect(enquiries).toHaveLength(6);
  expect(views.map(({ id }) => id)).toContain('family-views');
});

it('writes a page that loads nothing', () => {
  const path = join(emptyFolder(), 'pair.html');
  expect(run(['pair', ...FILES, '--format', 'html', '--out', path])).toMatchObject({ code: 0, out: '' });
  const page = readFileSync(path, 'utf8');
  expect(page).toContain("default-src 'none'");
  expect(page).toContain('<th scope="col">Rapid review</th>');
  expect(page).not.toMatch(/<script|src=|https?:\/\//u);
});

it.each([
  [['pair', FILES[0] ?? '', 'no-such.docx'], 'there is no such file'],
  [['pair', 'package.json', FILES[1] ?? ''], 'is no critique of one review'],
])('wrong use: %j', (words, message) => {
  expect(run(words)).toMatchObject({ code: 2, err: expect.stringContaining(message) as string });
});
