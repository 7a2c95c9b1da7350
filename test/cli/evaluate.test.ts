import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './run.ts';

const GOLD = 'samples/corpus/tollbridge-practice-briefing.gold.json';

test('a gold file is read from its Word file beside it, and the figures are the same each time', () => {
  const words = ['evaluate', GOLD, '--source', 'docx', '--format', 'json', '--errors', '3'];
  const first = run(words);
  expect(first.err).toBe('');
  const report = JSON.parse(first.out) as { readonly splits: readonly { readonly name: string; readonly files: number; readonly figures: readonly { readonly id: string; readonly value: number }[] }[] };
  expect(report.splits).toMatchObject([{ name: 'train', files: 1 }]);
  expect(report.splits[0]?.figures.find(({ id }) => id === 'unit/read')?.value).toBeGreaterThan(0.9);
  expect(run(words).out).toBe(first.out);
});

test('a document that is missing is a trouble with exit code 3, and its units count as wrong', () => {
  const folder = emptyFolder();
  const text = 'The ICB should act.\n';
  writeFileSync(join(folder, 'x.gold.json'), JSON.stringify({ format: 'second-question-gold/1', id: 'x', kind: 'lcspr', method: 'recommendations', source: ['x.pdf'], text, units: [{ id: 'u1', start: 0, end: 19, kind: 'recommendation' }], spans: [] }));
  const { code, out, err } = run(['evaluate', folder]);
  expect(code).toBe(3);
  expect(err).toContain('x.pdf: The file could not be opened');
  expect(out).toMatch(/recommendation {2,}– {2,}\.00/);
});

test.each([
  [['evaluate', 'no-such-folder'], 'there is no such file or folder'],
  [['evaluate', GOLD, '--errors', '-1'], '--errors must be a whole number'],
  [['evaluate', GOLD, '--split', 'sealed'], 'there is no review of the split'],
  [['evaluate', 'package.json'], 'is no gold file'],
] as const)('wrong use: %j', (words, message) => {
  const { code, err } = run(words);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('lines that fit nothing are refused with what they need', () => {
  const file = join(emptyFolder(), 'x.jsonl');
  writeFileSync(file, '{"a": 1}\n');
  expect(run(['evaluate', file]).err).toContain('"authors_verdict"');
});
