import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './run.ts';

test('critiques in a folder: copies are counted once, and a codebook of one’s own is used', () => {
  const folder = emptyFolder();
  const { out } = run(['critique', 'samples/corpus/tollbridge-practice-briefing.docx', '--format', 'json']);
  writeFileSync(join(folder, 'a.json'), out);
  writeFileSync(join(folder, 'b.json'), out);
  const themes = run(['themes', folder]);
  expect(themes.err).toContain('is a copy of tollbridge-practice-briefing.docx and is counted once');
  expect(themes.out).toContain('Briefings: 1 document,');
  const own = join(folder, 'own.codebook');
  writeFileSync(own, JSON.stringify({ format: 'second-question-codebook/1', version: '1', name: 'own', source: 'own', codes: [{ id: 'X', name: 'Letters', parent: null, patterns: ['the'] }] }));
  expect(run(['themes', join(folder, 'a.json'), '--codebook', own, '--format', 'csv']).out).toContain('Briefings,X,Letters,,reviews,1,1,1,');
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(out);
});

test('results of a batch are read as they lie there, by every command that takes them', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'in', 'sub'), { recursive: true });
  for (const name of ['tollbridge-practice-briefing.docx', 'wychmoor-bulletin.docx']) copyFileSync(join('samples/corpus', name), join(folder, 'in', 'sub', name));
  expect(run(['batch', join(folder, 'in'), '--out', join(folder, 'out'), '--quiet']).code).toBe(0);
  expect(run(['themes', join(folder, 'out')]).out).toContain('Briefings: 2 documents');
  expect(run(['export', join(folder, 'out'), '--format', 'ndjson']).out.trim().split('\n')).toHaveLength(2);
  expect(run(['codesheet', join(folder, 'out'), '--out', join(folder, 'sheet.xlsx')]).code).toBe(0);
});

test.each([
  [['themes', 'no-such'], 'there is no such file or folder'],
  [['themes', 'package.json'], 'package.json is no critique'],
  [['themes', 'README.md'], 'README.md is not JSON'],
  [['themes', 'package.json', '--codebook', 'package.json'], 'package.json: it is no codebook'],
] as const)('wrong use: %j', (words, message) => {
  expect(run(words)).toMatchObject({ code: 2, err: expect.stringContaining(message) as string });
});
