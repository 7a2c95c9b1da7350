import { expect, test } from 'vitest';
import { agree } from '../../src/research/agree.ts';
import type { Coder } from '../../src/research/coders.ts';
import { coderFromRows } from '../../src/research/coders.ts';
import type { LabelBook } from '../../src/research/labels.ts';
import { labelsIn } from '../../src/research/labels.ts';
import { readRows } from '../../src/research/rows.ts';

const code = (id: string, name: string, parent: string | null): LabelBook['codes'][number] => ({ id, name, parent, definition: '', source: '', seed: null, patterns: [], example: '' });
const BOOK: LabelBook = { name: 'Snow', version: '1', codes: [code('S1', 'Snow', null), code('S1.1', 'Wet snow', 'S1'), code('S2', 'Ice', null), code('S3', 'Frost, early; late', null)] };
const coder = (name: string, table: string): Coder => coderFromRows(name, readRows(new TextEncoder().encode(table)), BOOK);

test.each([
  ['S1.1', ['S1', 'S1.1']],
  ['S1.1 S2', ['S1', 'S1.1', 'S2']],
  ['Wet snow; ice', ['S1', 'S1.1', 'S2']],
  ['S1.1 Wet snow', ['S1', 'S1.1']],
  ['s2, S1', ['S1', 'S2']],
  ['S3 Frost, early; late', ['S3']],
  ['', []],
])('%j is read with all above it', (written, codes) => {
  expect([...labelsIn(written, 'codes', BOOK)].sort()).toEqual(codes);
});

test('each code is a variable, yes or no; what nobody coded swells no agreement on codes', () => {
  const rows = (cells: readonly string[]): string => `document,unit,codes\n${cells.map((cell, index) => `d${index % 4},u${index},${cell}`).join('\n')}`;
  const blank = Array.from({ length: 16 }, () => '');
  const { variables } = agree([coder('a', rows(['S1.1', 'S1', 'S2', '', ...blank])), coder('b', rows(['S1.1', '', 'S2', 'S1', ...blank]))]);
  expect(variables.map(({ id, label, n }) => [id, label, n])).toEqual([['S1', true, 20], ['S1.1', true, 20], ['S2', true, 20]]);
  const [snow] = variables;
  // 1 both, 1 and 1 apart, 17 neither: 2·1 / (2·1 + 2); kappa = (0.9 − 0.82) / 0.18.
  expect(snow?.pairs[0]).toMatchObject({ confusion: [[17, 1], [1, 1]], positive: 0.5, exact: 0.9, kappa: 0.4444 });
});

test('several columns of codes count together; codes are no variables where only one coder has them', () => {
  const a = coder('a', 'unit,kind,code 1,code 2\nu1,r,S1.1,S2\nu2,l,,');
  const b = coder('b', 'unit,kind,codes\nu1,r,S2\nu2,l,');
  expect(agree([a, b]).disagreements).toMatchObject([{ unit: 'u1', variable: 'S1', codes: ['yes', 'no'] }, { unit: 'u1', variable: 'S1.1', codes: ['yes', 'no'] }]);
  expect(agree([a, coder('c', 'unit,kind\nu1,r\nu2,r')]).variables.map(({ id }) => id)).toEqual(['kind', 'kind (candidates)']);
});

test('a code that is not in the codebook names the row, the column, what there is and the remedy', () => {
  expect(() => coder('a', 'unit,codes\nu1,S1\nu2,S9')).toThrow('row 3: "S9" in the column "codes" is no code of Snow 1. It has S1, S1.1, S2, S3. For codes of your own name their codebook with --codebook.');
});
