import { strToU8, zipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { openPackage } from '../../src/read/ooxml-zip.ts';
import { sheetRows } from '../../src/read/sheet-rows.ts';
import { rewriteZip } from '../../src/report/zip-rewrite.ts';
import { emptyFolder, run } from './run.ts';

const folder = emptyFolder();
const critiques = join(folder, 'critiques.json');
const sheet = join(folder, 'sheet.xlsx');
let judged: Critique;

beforeAll(() => {
  writeFileSync(critiques, run(['critique', 'samples/corpus/winterhythe-child-sol.docx', '--format', 'json', '--text']).out);
  judged = JSON.parse(readFileSync(critiques, 'utf8')) as Critique;
  expect(run(['codesheet', critiques, '--out', sheet, '--seed', '7'])).toMatchObject({ code: 0, out: '' });
}, 60_000);

const rows = (path: string): readonly (readonly string[])[] => sheetRows(new Uint8Array(readFileSync(path)), 'To code');

describe('codesheet', () => {
  it('holds all that the tool picked and as many others, mixed, without a label of the tool', () => {
    const [head = [], ...body] = rows(sheet);
    const kinds = new Map(judged.units.map(({ id, kind }) => [id, kind]));
    const drawn = body.map((row) => kinds.get(row[head.indexOf('unit')] ?? '') ?? '');
    const picked = judged.units.filter(({ kind }) => kind !== 'other').length;
    expect(drawn.filter((kind) => kind !== 'other')).toHaveLength(picked);
    expect(drawn.filter((kind) => kind === 'other')).toHaveLength(Math.min(picked, judged.units.length - picked));
    expect(drawn.slice(0, 30).filter((kind) => kind === 'other').length).toBeGreaterThan(3);
    for (const row of body) expect(row.slice(head.indexOf('kind')).join('')).toBe('');
  });

  it('shows what stands around each passage', () => {
    const [head = [], ...body] = rows(sheet);
    for (const row of body.slice(0, 20)) {
      const at = judged.units.findIndex(({ id }) => id === row[head.indexOf('unit')]);
      expect([row[head.indexOf('before')], row[head.indexOf('text')], row[head.indexOf('after')] ?? '']).toEqual([judged.units[at - 1]?.text ?? '', judged.units[at]?.text, judged.units[at + 1]?.text ?? '']);
    }
  });

  it('offers lists to choose from and a codebook', () => {
    const xml = new TextDecoder().decode(openPackage(new Uint8Array(readFileSync(sheet))).part('xl/worksheets/sheet1.xml') ?? new Uint8Array());
    expect(xml).toContain('recommendation,learning-point,finding');
    expect(/<dataValidations count="(\d+)"/u.exec(xml)?.[1]).toBe(String([...xml.matchAll(/<dataValidation /gu)].length));
    expect(sheetRows(new Uint8Array(readFileSync(sheet)), 'Codebook').map((row) => row[0])).toEqual(expect.arrayContaining(['kind', 'agency', 'measure', 'deadline', 'form']));
  });

  it('asks for codes of themes where that is wanted, each column with the list of the codebook', () => {
    const path = join(folder, 'themes.xlsx');
    expect(run(['codesheet', critiques, '--out', path, '--ask', 'themes', '--size', '10'])).toMatchObject({ code: 0 });
    const [head = [], ...body] = rows(path);
    expect(head.filter((title) => title.startsWith('code '))).toEqual(['code 1', 'code 2', 'code 3', 'code 4']);
    expect(body.every((row) => row.slice(head.indexOf('code 1')).join('') === '')).toBe(true);
    const listed = sheetRows(new Uint8Array(readFileSync(path)), 'Codebook').slice(1).map((row) => row[0]);
    const xml = new TextDecoder().decode(openPackage(new Uint8Array(readFileSync(path))).part('xl/worksheets/sheet1.xml') ?? new Uint8Array());
    expect(xml).toContain(`<formula1>Codebook!$A$2:$A$${listed.length + 1}</formula1>`);
    expect(listed).toContain('T1.5 Assessment in time; trauma; going missing');
    expect(run(['agree', path, path]).err).not.toContain('no code of');
  });

  it('is the same for a seed, another for another, and as long as is asked', () => {
    const [again, other] = [join(folder, 'again.xlsx'), join(folder, 'other.xlsx')];
    run(['codesheet', critiques, '--out', again, '--seed', '7']);
    run(['codesheet', critiques, '--out', other, '--seed', '8', '--size', '20']);
    expect(readFileSync(again)).toEqual(readFileSync(sheet));
    expect(rows(other)).toHaveLength(21);
  });
});

/** The sheet as a coder gives it back: the tool's kinds, apart from every fifth. */
function coded(path: string, each: number): void {
  const [head = [], ...body] = rows(sheet);
  const kinds = new Map(judged.units.map(({ id, kind }) => [id, kind]));
  const lines = body.map((row, index) => `<row r="${index + 2}"><c r="A${index + 2}" t="inlineStr"><is><t>${row[0] ?? ''}</t></is></c><c r="B${index + 2}" t="inlineStr"><is><t>${row[head.indexOf('unit')] ?? ''}</t></is></c><c r="C${index + 2}" t="inlineStr"><is><t>${index % each === 0 ? 'other' : (kinds.get(row[head.indexOf('unit')] ?? '') ?? '')}</t></is></c></row>`);
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>document</t></is></c><c r="B1" t="inlineStr"><is><t>unit</t></is></c><c r="C1" t="inlineStr"><is><t>kind</t></is></c></row>${lines.join('')}</sheetData></worksheet>`;
  writeFileSync(path, rewriteZip(new Uint8Array(readFileSync(sheet)), new Map([['xl/worksheets/sheet1.xml', strToU8(xml)]])));
}

describe('agree with code sheets, projects and the tool', () => {
  it('reads a sheet back, and takes the tool as a coder', () => {
    const path = join(folder, 'ann.xlsx');
    coded(path, 5);
    const { code, out } = run(['agree', path, critiques, '--format', 'json']);
    const result = JSON.parse(out) as { readonly coders: readonly string[]; readonly variables: readonly { readonly id: string; readonly n: number; readonly pairs: readonly { readonly exact: number }[] }[] };
    const kind = result.variables.find(({ id }) => id === 'kind');
    expect([code, result.coders, kind?.n]).toEqual([0, ['ann', 'critiques'], rows(sheet).length - 1]);
    expect(kind?.pairs[0]?.exact).toBeGreaterThan(0.8);
    expect(kind?.pairs[0]?.exact).toBeLessThan(1);
  });

  it('compares the places of a project with those of the tool', () => {
    const project = join(folder, 'coded.qdpx');
    run(['export', critiques, '--format', 'qdpx', '--out', project]);
    const { out } = run(['agree', project, critiques, '--format', 'json']);
    const [spans] = (JSON.parse(out) as { readonly spans: readonly { readonly labelled: number; readonly position: number }[] }).spans;
    expect(spans?.labelled).toBeGreaterThan(0);
    expect(run(['agree', project, project]).out).toMatch(/Agreement on places[\s\S]* 1\.00 +1\.00 +1\.00 +1\.00/u);
  });

  it.each([
    ['a workbook of something else', 'x.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'x.xlsx'],
    ['a damaged project', 'x.qdpx', strToU8('no zip'), 'no REFI-QDA project'],
    ['a picture', 'x.png', strToU8('png'), 'code sheets (.xlsx)'],
  ])('%s is refused with a reason', (_name, name, bytes, message) => {
    writeFileSync(join(folder, name), bytes);
    expect(run(['agree', join(folder, name), critiques])).toMatchObject({ code: 2, err: expect.stringContaining(message) as string });
  });
});
