import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './run.ts';

const [A, B] = ['samples/corpus/coders/coder-a.csv', 'samples/corpus/coders/coder-b.csv'];
const GOLD = 'samples/corpus/tollbridge-practice-briefing.gold.json';

test('two tables: figures, confusion and disagreements on the terminal, all of it as JSON', () => {
  const { code, out, err } = run(['agree', A, B, '--list', '1']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Agreement of coder-a, coder-b: 2928 units of 23 documents');
  expect(out).toMatch(/Disagreements: \d+, the first 1 here/);
  const report = JSON.parse(run(['agree', A, B, '--format', 'json']).out) as { readonly variables: readonly { readonly id: string; readonly n: number }[] };
  expect(report.variables.find(({ id }) => id === 'agency')?.n).toBe(567);
});

test('gold against itself agrees wholly and lists nothing', () => {
  const { out } = run(['agree', GOLD, GOLD, '--format', 'csv']);
  expect(out).toMatch(/^\uFEFFdocument,unit,variable,tollbridge-practice-briefing \(1\),tollbridge-practice-briefing \(2\),settled,text,made_by\r\n$/);
});

test('wrong use names the file, the row and the remedy', () => {
  const file = join(emptyFolder(), 'c.csv');
  writeFileSync(file, 'unit,kind\nu1,nonsense\n');
  expect(run(['agree', A])).toMatchObject({ code: 2, err: expect.stringContaining('two coders or more') as string });
  expect(run(['agree', A, file])).toMatchObject({ code: 2, err: expect.stringMatching(/c\.csv: row 2: "nonsense"/) as string });
  expect(run(['agree', A, 'no-such.csv'])).toMatchObject({ code: 2, err: expect.stringContaining('there is no such file') as string });
  writeFileSync(file, 'document,unit,kind\nelsewhere,u1,r\n');
  expect(run(['agree', A, file]).err).toContain('no unit was coded by two coders');
});
