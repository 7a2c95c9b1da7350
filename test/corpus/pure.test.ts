import { describe, expect, it } from 'vitest';
import { checkDraw, isRight } from '../../src/corpus/checks.ts';
import type { Candidate } from '../../src/corpus/checks.ts';
import { joinMetadata, readMetadata } from '../../src/corpus/metadata.ts';
import { nearDuplicates, resemblance, signatureOf } from '../../src/corpus/near.ts';
import { clusteredShares, wilson } from '../../src/corpus/shares.ts';
import { csvCell } from '../../src/report/csv.ts';
import { columnName } from '../../src/report/xlsx.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const words = (count: number, from = 0): string => Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ');

describe('shares', () => {
  it('gives the interval of Wilson as published (Newcombe 1998, table I)', () => {
    expect(wilson(81, 263)).toMatchObject({ low: 0.2553, high: 0.3662 });
    expect(wilson(0, 20)).toMatchObject({ low: 0, high: 0.1611 });
    expect(wilson(0, 0).value).toBeNull();
  });

  it('draws whole reviews, so that a review of one hand is wide', () => {
    const apart = clusteredShares([[10], [0], [10], [0]], [[10], [10], [10], [10]], 1)[0];
    expect(apart).toMatchObject({ value: 0.5, low: 0, high: 1 });
    expect(clusteredShares([[1]], [[2]], 1)[0]).toMatchObject({ value: 0.5, low: null });
  });
});

describe('documents that are all but the same', () => {
  it('finds a copy with a changed line, and no other', () => {
    const [first, copy, other] = [[words(600)], [`${words(590)} a new end`], [words(600, 5000)]].map(signatureOf) as [Uint32Array, Uint32Array, Uint32Array];
    expect(resemblance(first, copy)).toBeGreaterThan(0.9);
    expect(nearDuplicates([first, other, copy])).toEqual([null, null, 0]);
  });

  it('never joins documents without words', () => {
    expect(nearDuplicates([signatureOf(['']), signatureOf([''])])).toEqual([null, null]);
  });
});

describe('metadata', () => {
  it('reads what Excel writes: marks, semicolons, Windows letters', () => {
    expect(readMetadata(bytes('\uFEFFFile;Age group\r\na.pdf;1-5\r\n')).rows[0]).toMatchObject({ file: 'a.pdf', known: { age: '1-5' } });
    const windows = Uint8Array.from([...'file,partnership\na.pdf,Caf'].map((letter) => letter.charCodeAt(0)).concat(0xe9, 10));
    expect(readMetadata(windows).rows[0]?.known.partnership).toBe('Café');
  });

  it('says which line is wrong and what to do', () => {
    expect(() => readMetadata(bytes('name,age\na.pdf,1\n'))).toThrow('Call one column "file"');
    expect(() => readMetadata(bytes('file,age\na.pdf,1\nA.PDF,2\n'))).toThrow('lines 2 and 3');
    expect(() => readMetadata(bytes('file,age\n,2\n'))).toThrow('line 2 names no file');
    expect(readMetadata(bytes('file,age\na.pdf,1\na.pdf,1\n')).rows).toHaveLength(1);
  });

  it('joins by path, or by a name that only one file has', () => {
    const metadata = readMetadata(bytes('file\nx\\a.pdf\nb.pdf\nc.pdf\nnone.pdf\n'));
    const joined = joinMetadata(metadata, ['x/a.pdf', 'y/b.pdf', 'y/c.pdf', 'z/c.pdf']);
    expect([...joined.byFile.keys()]).toEqual(['x/a.pdf', 'y/b.pdf']);
    expect(joined.unmatchedRows.map(({ why }) => why)).toEqual(['several files have that name: give it with its folder', 'there is no such file in the folder']);
    expect(joined.unmatchedFiles).toEqual(['y/c.pdf', 'z/c.pdf']);
  });
});

describe('units to check by hand', () => {
  const candidate = (index: number): Candidate => ({ review: 'R0001', file: 'a', unit: `u${index}`, key: `k${index}`, kind: 'recommendation', alternative: index % 50 === 0 ? 'finding' : null, confidence: 1, page: null, text: '' });

  it('draws thirty, the same each time, and all that are unsure', () => {
    const once = (): readonly string[] => {
      const draw = checkDraw();
      for (let index = 0; index < 500; index += 1) draw.offer(candidate(index));
      return draw.result().checks.map(({ unit, why }) => `${unit} ${why}`);
    };
    expect(once()).toEqual(once());
    expect(once().filter((line) => line.endsWith('drawn'))).toHaveLength(30);
    expect(new Set(once()).size).toBe(once().length);
  });

  it('understands the words that people write', () => {
    expect(['right', 'Yes', ' y', '✓', 'wrong', 'No', 'x', 'not sure'].map(isRight)).toEqual([true, true, true, true, false, false, false, null]);
  });
});

describe('tables', () => {
  it.each([['=1+1', "'=1+1"], [' @x', "' @x"], ['-3 beds', "'-3 beds"], ['a "b", c', '"a ""b"", c"'], ['\t=x', "'\t=x"], ['1 = 2', '1 = 2']])('writes %j as %j', (from, to) => {
    expect(csvCell(from)).toBe(to);
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
