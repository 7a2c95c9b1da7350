import { describe, expect, it } from 'vitest';
import { isPlan, joinMetadata, kindFrom, readMetadata, yearFrom } from '../../src/corpus/metadata.ts';
import type { MetadataRow } from '../../src/corpus/metadata.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean): Uint8Array => Uint8Array.from([...`\uFEFF${text}`].flatMap((letter) => {
  const code = letter.charCodeAt(0);
  return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
}));
const row = (known: MetadataRow['known']): MetadataRow => ({ line: 2, file: 'a.pdf', known, all: {} });

describe('metadata', () => {
  it.each([
    ['a mark of UTF-8 and semicolons, as Excel writes them', bytes('\uFEFFFile;Partnership\r\na.pdf;Café\r\n')],
    ['tabs in UTF-16, as Excel’s “Unicode text”', utf16('file\tpartnership\na.pdf\tCafé\n', true)],
    ['UTF-16 of the other order', utf16('file\tpartnership\na.pdf\tCafé\n', false)],
    ['letters of Windows', Uint8Array.from([...bytes('file,partnership\na.pdf,Caf'), 0xe9, 10])],
    ['a quoted cell, lines of old Macs', bytes('file,partnership\r"a.pdf","Café"\r')],
    ['headings of another case and with underscores', bytes('FILE_NAME,Partnership\na.pdf,Café\n')],
  ])('reads %s', (_, table) => {
    expect(readMetadata(table).rows.map(({ file, known }) => [file, known.partnership])).toEqual([['a.pdf', 'Café']]);
  });

  it('keeps a cell with a comma, a line break and quotation marks', () => {
    expect(readMetadata(bytes('file,notes\na.pdf,"one, ""two""\nthree"\n')).rows[0]?.all).toEqual({ file: 'a.pdf', notes: 'one, "two"\nthree' });
  });

  it.each([
    ['name,age\na.pdf,1\n', 'Call one column "file"'],
    ['', 'Call one column "file"'],
    ['file,age,age\na.pdf,1,2\n', 'two columns are called "age"'],
    ['file,age\na.pdf,1\nA.PDF,2\n', 'lines 2 and 3 both speak of "A.PDF", and differ'],
    ['file,age\n,2\n', 'line 2 names no file'],
    ['file,age\na.pdf,Ash, Elm\n', 'line 2 has 3 cells under 2 headings'],
    ['file\0,age', 'it is no text table'],
  ])('says of %j what is wrong and what to do', (table, words) => {
    expect(() => readMetadata(bytes(table))).toThrow(words);
  });

  it('takes the same line twice as one, and skips empty lines', () => {
    expect(readMetadata(bytes('file,age\na.pdf,1\n\n,\na.pdf,1\n')).rows).toHaveLength(1);
  });

  it('joins by path, or by a name that only one file has', () => {
    const joined = joinMetadata(readMetadata(bytes('file\nx\\a.pdf\nb.pdf\nc.pdf\nnone.pdf\n')), ['x/a.pdf', 'y/b.pdf', 'y/c.pdf', 'z/c.pdf']);
    expect([...joined.byFile.keys()]).toEqual(['x/a.pdf', 'y/b.pdf']);
    expect(joined.unmatchedRows.map(({ why }) => why)).toEqual(['several files have that name: give it with its folder', 'there is no such file in the folder']);
    expect(joined.unmatchedFiles).toEqual(['y/c.pdf', 'z/c.pdf']);
  });

  it('finds an accent that the disk writes in two characters', () => {
    expect(joinMetadata(readMetadata(bytes('file\n\u00e9.pdf\n')), ['e\u0301.pdf']).unmatchedFiles).toEqual([]);
  });

  it.each([['14/03/2026', '2026'], ['2026-03-14', '2026'], ['March 2026', '2026'], ['14/03/26', null], ['Ref 20261', null]])('reads the year of %j as %j', (received, year) => {
    expect(yearFrom(row({ received }))).toBe(year);
  });

  it.each([['Rapid Review', 'rapid-review'], ['LCSPR', 'lcspr'], ['Local Child Safeguarding Practice Review', 'lcspr'], ['SCR', 'serious-case-review'], ['Something else', null]])('takes %j for %j', (type, kind) => {
    expect(kindFrom(row({ type }))).toBe(kind);
  });

  it.each([
    ['K action plan.docx', {}, true], ['K.docx', { role: 'Action plan' }, true], ['K.docx', { type: 'action plan' }, true], ['K action plan.docx', { role: 'letter' }, false], ['planning meeting.docx', {}, false],
  ])('knows a plan by its role, type or name: %s', (file, known, plan) => {
    expect(isPlan(file, row(known))).toBe(plan);
  });
});
