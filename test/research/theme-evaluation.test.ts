import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Codebook } from '../../src/judge/themes.ts';
import { coderFromRows } from '../../src/research/coders.ts';
import { readRows } from '../../src/research/rows.ts';
import { evaluateThemes } from '../../src/research/theme-evaluation.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const BOOK = JSON.parse(read('models/themes.json')) as Codebook;
const unit = (document: string, id: string, text: string, ...labels: readonly string[]): Parameters<typeof evaluateThemes>[0][number] => ({ document, unit: id, text, codes: new Map(), labels: new Set(labels) });

test('found, missed and made up are counted for each code, and added up over codes', () => {
  const { codes, main, passages, documents } = evaluateThemes([unit('a', '1', 'Visits stopped in lockdown.', 'N1'), unit('a', '2', 'He was bullied.'), unit('b', '1', 'It rained for a year.', 'N1'), unit('b', '2', 'It rained.')], BOOK);
  expect([passages, documents]).toEqual([4, 2]);
  expect(codes.map(({ code, gold, found, precision, recall, f1 }) => [code, gold, found, precision, recall, f1.value])).toEqual([['N1', 2, 1, 1, 0.5, 0.6667], ['N2', 0, 1, 0, null, 0]]);
  expect([main.precision, main.recall]).toEqual([0.5, 0.5]);
});

test('the card has the figures of the passages as they are coded now', () => {
  const rows = readRows(new TextEncoder().encode(read('samples/corpus/themes/settled.csv')));
  const dev = { ...rows, rows: rows.rows.filter(({ cells }) => cells['split'] === 'dev') };
  const { main } = evaluateThemes(coderFromRows('settled', dev, BOOK).units, BOOK);
  expect(read('models/themes.md')).toContain(`| all main codes | ${main.gold} | ${main.found} | .${String(Math.round((main.precision ?? 0) * 100))} |`);
});

test('where both coders agree, the settled codes are theirs', () => {
  const [a = [], b = [], settled = []] = ['coder-a', 'coder-b', 'settled'].map((name) => readRows(new TextEncoder().encode(read(`samples/corpus/themes/${name}.csv`))).rows.map(({ cells }) => cells));
  expect(settled).toHaveLength(360);
  for (const [index, row] of settled.entries()) if (a[index]?.['codes'] === b[index]?.['codes']) expect(row['codes']).toBe(a[index]?.['codes']);
});
