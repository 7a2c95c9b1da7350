import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { readQdpx } from '../../src/research/qdpx-read.ts';
import { qdpxFaults } from '../support/refi-rules.ts';
import { emptyFolder, run } from './run.ts';

const folder = emptyFolder();
const plain = join(folder, 'plain.json');
const whole = join(folder, 'whole.json');
let critiques: readonly Critique[] = [];

beforeAll(() => {
  const files = ['samples/corpus/tollbridge-practice-briefing.docx', 'samples/corpus/winterhythe-child-sol.docx'];
  writeFileSync(plain, run(['critique', ...files, '--format', 'json']).out);
  writeFileSync(whole, run(['critique', ...files, '--format', 'json', '--text']).out);
  critiques = JSON.parse(readFileSync(whole, 'utf8')) as Critique[];
}, 60_000);

function written(from: string, format: string, name: string): string {
  const path = join(folder, name);
  expect(run(['export', from, '--format', format, '--out', path])).toMatchObject({ code: 0, err: '' });
  return path;
}

describe('export', () => {
  it('writes a project whose codings stand at the words of the critique, with the whole text or with passages', () => {
    const units = critiques.flatMap(({ document, units: own }) => own.map(({ kind, text }) => `${document.source} ${kind} ${text}`));
    for (const from of [whole, plain]) {
      const { value, messages } = readQdpx(new Uint8Array(readFileSync(written(from, 'qdpx', `${from === whole ? 'w' : 'p'}.qdpx`))));
      expect(messages).toEqual([]);
      expect(qdpxFaults(new Uint8Array(readFileSync(join(folder, `${from === whole ? 'w' : 'p'}.qdpx`))))).toEqual([]);
      expect(value.codings.filter(({ path }) => path[0] === 'Kind').map(({ source, path, text }) => `${source} ${path[1] ?? ''} ${text}`)).toEqual(units);
      expect(value.codings.some(({ path }) => path[0] === 'Theme')).toBe(true);
    }
  });

  it('writes the same bytes again', () => {
    expect(readFileSync(written(whole, 'qdpx', 'one.qdpx'))).toEqual(readFileSync(written(whole, 'qdpx', 'two.qdpx')));
    expect(readFileSync(join(written(whole, 'parquet', 'one'), 'units.parquet'))).toEqual(readFileSync(join(written(whole, 'parquet', 'two'), 'units.parquet')));
  });

  it('writes Parquet with types, which DuckDB reads', async () => {
    const path = written(plain, 'parquet', 'parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const rows = async (query: string): Promise<Record<string, unknown>[]> => (await connection.runAndReadAll(query)).getRowObjects();
    const types = new Map((await rows(`describe select * from '${path}/recommendations.parquet'`)).map((row) => [row['column_name'], row['column_type']]));
    expect(['text', 'page', 'confidence', 'misfiled'].map((name) => types.get(name))).toEqual(['VARCHAR', 'INTEGER', 'DOUBLE', 'BOOLEAN']);
    expect((await rows(`select tier, count(*) as n from '${path}/recommendations.parquet' group by tier`)).reduce((sum, { n }) => sum + Number(n), 0)).toBe(critiques.flatMap(({ recommendations }) => recommendations).length);
    expect(new Map((await rows(`describe select * from '${path}/reviews.parquet'`)).map((row) => [row['column_name'], row['column_type']])).get('year')).toBe('INTEGER');
    expect((await rows(`select source, units from '${path}/reviews.parquet'`)).map(({ source, units }) => [source, units])).toEqual(critiques.map(({ document, units }) => [document.source, units.length]));
    const [made] = await rows(`select decode(value) as made from parquet_kv_metadata('${path}/units.parquet') where decode(key) = 'second-question'`);
    expect(JSON.parse(String(made?.['made']))).toMatchObject({ tool: { name: 'second-question' }, inputs: { count: 2 }, codebook: { name: 'Themes of the 2021 annual review' } });
    expect((await rows(`select text from '${path}/units.parquet'`)).map(({ text }) => text)).toEqual(critiques.flatMap(({ units }) => units.map(({ text }) => text)));
  });

  it('writes tidy tables with a dictionary of every column', () => {
    const path = written(plain, 'csv', 'csv');
    const heads = ['reviews', 'recommendations', 'units', 'codings'].map((name) => [name, readFileSync(join(path, `${name}.csv`), 'utf8').split('\r\n')[0]?.replace('\uFEFF', '').split(',') ?? []] as const);
    const dictionary = readFileSync(join(path, 'data-dictionary.csv'), 'utf8');
    for (const [name, columns] of heads) for (const column of columns) expect(dictionary).toContain(`${name},${column},`);
  });

  it('writes one critique a line', () => {
    expect(run(['export', plain, '--format', 'ndjson']).out.trimEnd().split('\n').map((line) => (JSON.parse(line) as Critique).document.source)).toEqual(critiques.map(({ document }) => document.source));
  });

  it.each([
    [['export', 'no-such', '--format', 'csv', '--out', 'x'], 'there is no such file'],
    [['export', 'package.json', '--format', 'qdpx'], 'needs --out'],
    [['export', 'package.json', '--format', 'spss'], 'spss'],
    [['export', 'package.json'], '--format'],
  ])('wrong use: %j', (words, message) => {
    expect(run(words)).toMatchObject({ code: 2, err: expect.stringContaining(message) as string });
  });
});
