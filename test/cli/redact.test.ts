import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './run.ts';

const RAPID = 'samples/corpus/sandhithe-child-pike-rapid.docx';

test.each(['json', 'html', 'csv'])('--redact covers details in %s, and says that the result is reduced', (format) => {
  const path = join(emptyFolder(), `out.${format}`);
  const { code, err } = run(['critique', RAPID, '--format', format, '--redact', '--out', path]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const text = readFileSync(path, 'utf8');
  expect(text).not.toMatch(/Tiago|Harbour Reach|29 August 2030/u);
  if (format !== 'csv') expect(text).toContain('reduced; it is not anonymous');
});

test('what would carry the details of a rapid review is preceded by a warning', () => {
  const path = join(emptyFolder(), 'out.json');
  const { code, err } = run(['critique', RAPID, '--format', 'json', '--out', path]);
  expect(code).toBe(0);
  expect(err).toMatch(/is a rapid review and holds \d+ details? .*--redact/u);
  expect(readFileSync(path, 'utf8')).toContain('Tiago');
});

test('a Word file is never covered', () => {
  const { code, err } = run(['critique', RAPID, '--format', 'docx', '--redact', '--out', join(emptyFolder(), 'a.docx')]);
  expect(code).toBe(2);
  expect(err).toContain('never changes your Word file');
});

test('a decision ticks a detail off', () => {
  const decisions = join(emptyFolder(), 'decisions.json');
  writeFileSync(decisions, JSON.stringify({ version: '1', decisions: [{ rule: 'identifying/exact-date', words: '29 august 2030', reason: 'It was in the press.' }] }));
  const { out } = run(['critique', RAPID, '--decisions', decisions]);
  expect(out).toMatch(/Looked at and kept: “29 August 2030”/u);
});
