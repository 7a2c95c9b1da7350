import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/read.ts';
import { printed } from './printed.ts';

describe('readText', () => {
  it('joins lines that were wrapped, and keeps items and headings apart', async () => {
    const text = `7 RECOMMENDATIONS

The review panel considered all of the evidence that had been put before it,
and in the light of that evidence it makes the recommendations that follow to
the partnership and to its members.

1. Tidewell ICB should audit forty closed files for a recorded reason for
closure by the end of March 2031.
2. Tidewell Council should publish the result of that audit on its own web
pages within six weeks.
(a) It should say what changed.
`;
    expect(await printed(text)).toEqual([
      'heading 1: 7 RECOMMENDATIONS',
      'paragraph: The review panel considered all of the evidence that had been put before it, and in the light of that evidence it makes the recommendations that follow to the partnership and to its members.',
      'list-item: 1. Tidewell ICB should audit forty closed files for a recorded reason for closure by the end of March 2031.',
      'list-item: 2. Tidewell Council should publish the result of that audit on its own web pages within six weeks.',
      'list-item: (a) It should say what changed.',
    ]);
  });
  it('takes each line of a paste from Word as a paragraph', async () => {
    const long = 'The family had moved three times in two years, and each of the moves was to another local authority whose staff knew nothing of the one before it. ';
    expect(await printed(`Learning\n${long}${long}\n•\tAsk why.\n1.\tAsk again.\nShort end.`)).toEqual(['heading: Learning', `paragraph: ${(long + long).trim()}`, 'list-item: • Ask why.', 'list-item: 1. Ask again.', 'paragraph: Short end.']);
  });
  it('reads lines with tabs as a table', async () => {
    expect(await printed('No.\tAction\tOwner\n1\tReview the whole escalation policy with front-line staff\tICB\n2\tPublish it\tCouncil')).toEqual([
      'table-cell 0,0h: No.', 'table-cell 0,1h: Action', 'table-cell 0,2h: Owner', 'table-cell 1,0: 1', 'table-cell 1,1: Review the whole escalation policy with front-line staff', 'table-cell 1,2: ICB',
      'table-cell 2,0: 2', 'table-cell 2,1: Publish it', 'table-cell 2,2: Council',
    ]);
  });
  it('leads every character back to the source', async () => {
    const source = 'Heading here\r\n============\r\n\r\n3.  Two   blanks\u00AD here';
    const { document, origin } = (await read(source, { name: 'a' })).value;
    origin?.starts.forEach((start, index) => {
      const length = origin.lengths[index] ?? 0;
      const offset = origin.offsets[index] ?? 0;
      expect(source.slice(offset, offset + length).replace(/\s/g, ' ')).toBe(document.text.slice(start, start + length));
    });
    expect(document.text).toBe('Heading here\n3. Two blanks here\n');
  });
  it.each([['utf-16le', [0xff, 0xfe, 0x41, 0, 0x20, 0x19]], ['windows-1252', [0x41, 0x92]], ['utf-8', [0xef, 0xbb, 0xbf, 0x41, 0xe2, 0x80, 0x99]]])('decodes %s', async (_, bytes) => {
    const { document } = (await read(Uint8Array.from(bytes[0] === 0xff ? [0xff, 0xfe, 0x41, 0, 0x19, 0x20] : bytes), { name: 'a.txt' })).value;
    expect(document.text).toBe('A’\n');
  });
});
