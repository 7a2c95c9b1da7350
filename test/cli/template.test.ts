import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './run.ts';

test.each(['lcspr', 'rapid-review'])('a template for %s is written as a Word file', (kind) => {
  const path = join(emptyFolder(), 'mine.docx');
  const { code, out, err } = run(['template', kind, '--out', path]);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toContain('Written: ');
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
});

test('what somebody may have written in is not overwritten', () => {
  const path = join(emptyFolder(), 'mine.docx');
  writeFileSync(path, 'words');
  const { code, err } = run(['template', 'lcspr', '--out', path]);
  expect(code).toBe(2);
  expect(err).toContain('is there already');
  expect(readFileSync(path, 'utf8')).toBe('words');
});

test.each([[['template', 'lcspr'], '--out'], [['template', 'inspection', '--out', 'x.docx'], 'rapid-review']])('%j is told what is wrong', (words, said) => {
  const { code, err } = run(words);
  expect(code).toBe(2);
  expect(err).toContain(said);
});
