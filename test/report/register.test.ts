import { unzipSync, zipSync, strToU8, strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/read/docx.ts';
import { read } from '../../src/read/read.ts';
import { readSheets } from '../../src/read/xlsx.ts';
import { dateText } from '../../src/read/xlsx-dates.ts';
import { registerDocx } from '../../src/report/register-docx.ts';
import { earlierRegister, registerXlsx } from '../../src/report/register-xlsx.ts';
import { COLUMNS, GONE, mergedRegister, registerOf } from '../../src/report/register.ts';
import type { Register } from '../../src/report/register.ts';
import { exampleCritique, exampleRules, exampleText } from '../support/critique-example.ts';

const register = registerOf(exampleCritique, { text: exampleText, rules: exampleRules });

/** A register in which people have typed. */
function typedIn(from: Register, typed: Readonly<Record<string, Readonly<Record<string, string>>>>): Register {
  return { ...from, rows: from.rows.map((row) => ({ ...row, cells: { ...row.cells, ...typed[row.cells['Number'] ?? ''] } })) };
}

describe('the register', () => {
  test('has a row for every recommendation, with gaps where the review says nothing', () => {
    expect(register.rows).toHaveLength(exampleCritique.items.length);
    const [first, second] = register.rows;
    expect(first?.cells).toMatchObject({ Number: 'R1', Lead: 'Tidewell ICB' });
    expect(first?.cells['By when']).toContain('31 March 2031');
    expect(second?.cells).toMatchObject({ 'By when': '', 'How we will know': '' });
    expect(new Set(register.rows.map(({ id }) => id)).size).toBe(register.rows.length);
  });

  test('goes out and comes back whole, with the same bytes each time', async () => {
    const bytes = await registerXlsx(register);
    expect(Buffer.compare(bytes, await registerXlsx(register))).toBe(0);
    const back = earlierRegister(bytes);
    expect(back.columns).toEqual(COLUMNS);
    expect(back.rows.map(({ id }) => id)).toEqual(register.rows.map(({ id }) => id));
    const { register: again, messages } = mergedRegister(register, back);
    expect(messages).toEqual([]);
    expect(Buffer.compare(await registerXlsx(again), bytes)).toBe(0);
  });

  test('what people typed is never overwritten, also where the review now says something', async () => {
    const typed = { R1: { Response: 'Accepted in part', Why: '=HYPERLINK("x")', Status: 'Under way' }, R2: { Lead: 'The business manager', 'Effect seen': 'None yet' } };
    const bytes = await registerXlsx(typedIn(register, typed));
    // the register remembers what was read, not what was typed
    const later: Register = { ...register, rows: register.rows.map((row) => (row.cells['Number'] === 'R2' ? { ...row, cells: { ...row.cells, Lead: 'All agencies now', 'By when': 'June 2031' } } : row)) };
    const { register: merged } = mergedRegister(later, earlierRegister(bytes));
    expect(merged.rows[0]?.cells).toMatchObject(typed.R1);
    expect(merged.rows[1]?.cells).toMatchObject({ ...typed.R2, 'By when': 'June 2031' });
    expect(strFromU8(unzipSync(await registerXlsx(merged))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
  });

  test('a row whose recommendation is gone is kept and marked; rows and columns that people added stay', async () => {
    const before = typedIn(register, { R1: { Status: 'Done' } });
    const wider: Register = { ...before, columns: [...before.columns, 'Cost'], rows: [...before.rows.map((row, index) => (index === 0 ? { ...row, cells: { ...row.cells, Cost: '£200' } } : row)), { id: '', cells: { Recommendation: 'Our own idea' }, gone: false }] };
    const { register: merged, messages } = mergedRegister({ ...register, rows: register.rows.slice(1) }, earlierRegister(await registerXlsx(wider)));
    expect(messages.map(({ rule }) => rule)).toEqual(['report/register-gone']);
    expect(merged.columns.at(-1)).toBe('Cost');
    const [gone, own] = merged.rows.slice(-2);
    expect(gone).toMatchObject({ gone: true, cells: { Number: 'R1', Status: 'Done', Cost: '£200' } });
    expect(own).toMatchObject({ gone: false, id: '', cells: { Recommendation: 'Our own idea' } });
    const again = mergedRegister(register, earlierRegister(await registerXlsx(merged)));
    expect(again.register.rows.find(({ cells }) => cells['Number'] === 'R1')).toMatchObject({ gone: false, cells: { Status: 'Done', Cost: '£200' } });
    const sheet = readSheets(await registerXlsx(merged))[0];
    expect(sheet?.rows.some((row) => row.includes(GONE))).toBe(true);
  });

  test('as Word: a table with the gaps tinted', () => {
    const bytes = registerDocx(register);
    expect(Buffer.compare(bytes, registerDocx(register))).toBe(0);
    const { document } = readDocx(bytes, { name: 'plan.docx' }).value;
    expect(document.text).toContain('Tidewell ICB should add a birth-partner field');
    expect(document.text).toContain('Not for deciding payment');
    expect(document.blocks.filter(({ cell }) => cell?.column === 0 && !cell.header)).toHaveLength(register.rows.length);
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('w:fill="FDF1D8"');
  });

  test('a spreadsheet that is no register is refused in words', () => {
    expect(() => earlierRegister(book('<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'))).toThrow(/holds no register/);
  });
});

/** A small spreadsheet as other programs write it. */
function book(rows: string): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '_rels/.rels': strToU8(`<Relationships><Relationship Id="a" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': strToU8(`<workbook ${main}><sheets><sheet name="Plan" sheetId="1" r:id="one"/><sheet name="Secret" sheetId="2" state="hidden" r:id="one"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships><Relationship Id="one" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="t" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`),
    'xl/styles.xml': strToU8(`<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="dd&quot;.&quot;mm&quot;.&quot;yyyy"/><numFmt numFmtId="171" formatCode="0.0&quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst ${main}><si><t>Lead</t></si><si><r><t>Tide</t></r><r><t>well</t></r><rPh><t>no</t></rPh></si></sst>`),
  });
}

describe('reading a spreadsheet', () => {
  test('texts, runs, numbers, dates, formulas, gaps; hidden sheets are not read', () => {
    const [plan, ...others] = readSheets(book('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="3"><c r="A3" s="1"><v>48029</v></c><c r="B3" s="2"><v>48029.5</v></c><c r="C3" s="3"><v>3</v></c><c r="D3" t="str"><f>A1</f><v>Lead</v></c><c r="E3" t="b"><v>1</v></c></row>'));
    expect(others).toEqual([]);
    expect(plan?.rows).toEqual([['Lead', '', 'Tidewell'], [], ['2031-06-30', '2031-06-30 12:00', '3', 'Lead', 'TRUE']]);
  });

  test('a plan is read as tables with heads', async () => {
    const { value } = await read(await registerXlsx(register), { name: 'plan.xlsx' });
    const { document } = value;
    expect(value.fidelity).toMatchObject({ format: 'xlsx', charactersKept: 1 });
    expect(document.blocks.filter(({ cell }) => cell?.table === 0 && cell.header).map(({ start, end }) => document.text.slice(start, end))).toEqual(COLUMNS);
    expect(document.text.split('Tidewell ICB should add a birth-partner field')).toHaveLength(2);
  });

  test.each([[1, '1900-01-01'], [59, '1900-02-28'], [61, '1900-03-01'], [48029, '2031-06-30'], [0.25, '06:00']])('%d is %s', (number, text) => {
    expect(dateText(number, false)).toBe(text);
  });
});
