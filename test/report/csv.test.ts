import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from '../../src/report/csv.ts';

describe('cells of a table', () => {
  it.each([
    ['=1+1', "'=1+1"], [' @x', "' @x"], ['-3 beds', "'-3 beds"], ['+44 1', "'+44 1"], ['\t=x', "'\t=x"], ['\uFF1D1', "'\uFF1D1"], ['1 = 2', '1 = 2'], ['a "b", c', '"a ""b"", c"'], ['one\r\ntwo', '"one\ntwo"'],
  ])('writes %j as %j', (from, to) => {
    expect(csvCell(from)).toBe(to);
  });

  it('come back as they were, but for the apostrophe before what could be a formula', () => {
    fc.assert(fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (cells) => {
      const clean = cells.map((cell) => cell.replaceAll(/[\0\v\f]/g, '').replaceAll(/\r\n?/g, '\n'));
      const [back = []] = parse(csvLine(cells), { relax_column_count: true, record_delimiter: '\r\n' }) as readonly (readonly string[])[];
      expect(back.map((cell, index) => (cell === `'${clean[index]}` ? clean[index] : cell))).toEqual(clean);
    }));
  });
});
