import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './run.ts';

const frame = (table: string): string => {
  const file = join(emptyFolder(), 'frame.csv');
  writeFileSync(file, table);
  return file;
};

test('the rows that were drawn, the same for the same seed; methods and tables', () => {
  const file = frame(`id,type\n${Array.from({ length: 40 }, (_, index) => `c${index},${index < 2 ? 'rare' : 'common'}`).join('\n')}`);
  const first = run(['sample', file, '--strata', 'type', '--format', 'csv']);
  expect(first.err).toBe('');
  expect(first.out).toMatch(/^\uFEFFid,type,sampled_as\r\nc0,rare,small cell\r\nc1,rare,small cell\r\n/);
  expect(first.out).toBe(run(['sample', file, '--strata', 'Type', '--format', 'csv']).out);
  expect(run(['sample', file, '--strata', 'type']).out).toContain('Balance on type');
});

test.each([
  ['id,type\na,x\na,y', ['--strata', 'type'], 'row 3 has the id "a" of row 2'],
  ['id,type\na,x', ['--strata', 'kind'], 'has no column "kind" (--strata). It has id, type'],
  ['id,type\na,x', ['--strata', 'type', '--every', '0'], '--every must be a whole number from 1'],
  ['id,type\n', ['--strata', 'type'], 'holds no case'],
])('wrong use: %j %j', (table, words, message) => {
  expect(run(['sample', frame(table), ...words])).toMatchObject({ code: 2, err: expect.stringContaining(message) as string });
});
