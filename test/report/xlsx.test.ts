import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { columnName, xlsxBytes } from '../../src/report/xlsx.ts';
import type { Sheet } from '../../src/report/xlsx.ts';

const SHEET: Sheet = { name: 'Reviews', columns: [{ title: 'file', width: 20 }, { title: 'verdict', width: 10 }], choices: [{ column: 1, words: ['right', 'wrong'] }], rows: [[{ value: '=1+1', link: '../in/a%20b.pdf#page=3' }, { value: 'right', fill: '#dbe8f3' }]] };

describe('spreadsheets', () => {
  it('name columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('have frozen heads, filters, choices and links, and no formula', async () => {
    const parts = unzipSync(await xlsxBytes([SHEET]));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    for (const part of ['state="frozen"', '<autoFilter ref="A1:B2"/>', '"right,wrong"', '<hyperlink ref="A2"']) expect(sheet).toContain(part);
    expect(sheet).not.toContain('<f>');
    expect(strFromU8(parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? new Uint8Array())).toContain('Target="../in/a%20b.pdf#page=3"');
  });

  it('are the same bytes each time', async () => {
    expect(await xlsxBytes([SHEET])).toEqual(await xlsxBytes([SHEET]));
  });
});
