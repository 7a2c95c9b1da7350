import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agree } from '../../src/research/agree.ts';
import type { Coder } from '../../src/research/coders.ts';
import { coderFromRows } from '../../src/research/coders.ts';
import { readRows } from '../../src/research/rows.ts';

const coder = (name: string, table: string): Coder => coderFromRows(name, readRows(new TextEncoder().encode(table)));

/** Krippendorff (2011), section C: four observers, twelve units; a dot is a missing value. */
const FOUR = ['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'];

test('four coders with missing values give Krippendorff’s published alphas', () => {
  const coders = FOUR.map((row, index) => coder(`c${index}`, `unit,score\n${row.split(' ').map((value, unit) => `u${unit},${value === '.' ? '' : value}`).join('\n')}`));
  const [score] = agree(coders).variables;
  expect(score).toMatchObject({ id: 'score', order: 'ordinal', n: 11, alphas: { nominal: 0.7434, ordinal: 0.8154, interval: 0.8491 } });
  expect(score?.pairs).toHaveLength(6);
});

test('two coders: confusion, kappa of Cohen’s form, the disagreements, and units that only one has', () => {
  // 20 and 15 together, 5 and 10 apart: the worked example of the Wikipedia article on Cohen's kappa, which gives 0.4.
  const table = (first: boolean): string => `document\tunit\ttext\tgrant\n${[['Y', 'Y', 20], ['Y', 'N', 5], ['N', 'Y', 10], ['N', 'N', 15]]
    .flatMap(([a, b, times]) => Array.from({ length: Number(times) }, () => (first ? a : b))).map((value, index) => `d\tu${index}\twords ${index}\t${value}`).join('\n')}${first ? '\nd\tx\twords\tY' : ''}`;
  const result = agree([coder('a', table(true)), coder('b', table(false))]);
  expect(result.alone).toEqual([1, 0]);
  expect(result.variables[0]?.pairs[0]).toMatchObject({ n: 50, exact: 0.7, kappa: 0.4, withinOne: null, confusion: [[15, 10], [5, 20]] });
  expect(result.disagreements).toHaveLength(15);
  expect(result.disagreements[0]).toEqual({ document: 'd', unit: 'u20', text: 'words 20', variable: 'grant', codes: ['Y', 'N'] });
});

test('letters and names of kinds, levels with and without their letter, are one; candidates leave the narrative out', () => {
  const a = coder('a', 'Document;Unit;Kind;Agency;Action_Type\nd;1;r;A3;S1\nd;2;o;;\nd;3;l;;');
  const b = coder('b', 'document,unit,kind,agency,action type\nd,1,recommendation,3,2\nd,2,other,,\nd,3,finding,,');
  const { variables } = agree([a, b]);
  expect(variables.map(({ id, n }) => [id, n])).toEqual([['kind', 3], ['kind (candidates)', 2], ['agency', 1], ['actionType', 1]]);
  expect(variables[3]?.pairs[0]).toMatchObject({ exact: 0, withinOne: 1 });
});

test.each([
  ['unit,kind\nu1,z', 'row 2: "z" in the column "kind" is not in the codebook'],
  ['unit,agency\nu1,A4', 'It may be 0, 1, 2, 3'],
  ['unit,kind\nu1,r\nu1,l', 'row 3 codes unit u1 again, which row 2 has coded'],
  ['unit,kind\n,r', 'row 2 names no unit'],
  ['text,kind\nwords,r', 'no column names the unit'],
  ['unit,kind\n', 'it holds no coded unit'],
  ['unit,kind,kind\nu1,r,l', 'two columns are headed "kind"'],
  ['unit,kind\nu1,r,extra', 'row 2 has 3 cells'],
])('bad input: %j', (table, message) => {
  expect(() => coder('a', table)).toThrow(message);
});

test('the same seed gives the same interval; the corpus’s figures come out of its coders’ files again', () => {
  const folder = new URL('../../samples/corpus/', import.meta.url);
  const coders = ['coder-a', 'coder-b'].map((name) => coderFromRows(name, readRows(readFileSync(new URL(`coders/${name}.csv`, folder)))));
  const recorded = (JSON.parse(readFileSync(new URL('agreement.json', folder), 'utf8')) as { alpha: Record<string, unknown> }).alpha;
  const { variables } = agree(coders);
  expect(Object.keys(recorded)).toHaveLength(9);
  for (const { id, alpha, n } of variables) if (id in recorded) expect(recorded[id]).toEqual({ ...alpha, n });
});
