import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/read/pdf.ts';
import { UnreadableError } from '../../src/result.ts';
import { makePdf, outline, paragraph, rule, type Pen } from './pdf-fixture.ts';

const LONG = 'The partnership met families and practitioners over the course of the spring and heard how the record of each visit was made and kept by the services.';

async function read(bytes: Uint8Array, more: { readonly recognise?: () => Promise<ReadonlyMap<number, readonly string[]>> } = {}) {
  return readPdf(bytes, { name: 'made.pdf', ...more });
}

describe('geometry of an untagged PDF', () => {
  it('finds headings, paragraphs, numbers and bullets', async () => {
    const bytes = await makePdf([
      (pen) => {
        let y = paragraph(pen, 'Review of Child Q', 60, 780, 460, 20, true);
        y = paragraph(pen, LONG, 60, y - 10, 470);
        y = paragraph(pen, 'What needs to improve?', 60, y - 8, 470, 11, true);
        pen.page.drawText('•', { x: 60, y, size: 11, font: pen.plain });
        y = paragraph(pen, `The way in which visits are written down. ${LONG}`, 80, y, 440);
        pen.page.drawText('1.1', { x: 60, y, size: 11, font: pen.plain });
        y = paragraph(pen, `The council should act by June. ${LONG}`, 90, y, 430);
        paragraph(pen, 'Recommendation 2: The hospital trust must review its policy.', 60, y, 470);
      },
    ]);
    const { value } = await read(bytes);
    expect(outline(value)).toEqual([
      'heading||Review of Child Q',
      `paragraph||${LONG}`,
      'heading||What needs to improve?',
      `list-item|•|The way in which visits are written down. ${LONG}`,
      `list-item|1.1|The council should act by June. ${LONG}`,
      'list-item|Recommendation 2:|The hospital trust must review its policy.',
    ]);
    expect(value.document.title).toBe('Review of Child Q');
    expect(value.fidelity).toMatchObject({ structure: 'geometry', charactersKept: 1 });
  });

  it('reads two columns one after the other', async () => {
    const left = `Left. ${LONG} ${LONG} ends here on the left.`;
    const right = `Right. ${LONG} ${LONG} ends here on the right.`;
    const bytes = await makePdf([
      (pen) => {
        paragraph(pen, 'A heading over both of the columns that runs across the page', 50, 790, 500, 14, true);
        paragraph(pen, left, 50, 750, 230);
        paragraph(pen, right, 320, 750, 230);
      },
    ]);
    const { value } = await read(bytes);
    expect(outline(value).slice(1)).toEqual([`paragraph||${left}`, `paragraph||${right}`]);
  });

  it('reads a ruled table as rows and cells', async () => {
    const bytes = await makePdf([(pen) => table(pen, 700, ['Responsible body', 'Areas for action'], ['Northmere Council and the Trust', `Leaders should act. ${LONG}`], ['Police', 'Officers should record it.'])]);
    const { value } = await read(bytes);
    const cells = value.document.blocks.map((block) => [block.cell?.row, block.cell?.column, block.cell?.header, value.document.text.slice(block.start, block.end)]);
    expect(cells).toEqual([
      [0, 0, true, 'Responsible body'],
      [0, 1, true, 'Areas for action'],
      [1, 0, false, 'Northmere Council and the Trust'],
      [1, 1, false, `Leaders should act. ${LONG}`],
      [2, 0, false, 'Police'],
      [2, 1, false, 'Officers should record it.'],
    ]);
  });

  it('continues a table on the next page without its repeated heading row', async () => {
    const bytes = await makePdf([
      (pen) => table(pen, 140, ['Agency', 'Action'], ['Police', 'Officers should record each visit.']),
      (pen) => table(pen, 800, ['Agency', 'Action'], ['Council', 'The council should check this by June.']),
    ]);
    const { value } = await read(bytes);
    expect(value.document.blocks.map((block) => [block.cell?.table, block.cell?.row, block.cell?.column])).toEqual([[0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1], [0, 2, 0], [0, 2, 1]]);
    expect(value.fidelity.charactersKept).toBe(1);
  });

  it('joins paragraphs over pages, takes running heads and page numbers out and says so', async () => {
    const pages = [1, 2, 3].map((number) => (pen: Pen) => {
      pen.page.drawText('Northmere Safeguarding Partnership', { x: 60, y: 815, size: 9, font: pen.plain });
      pen.page.drawText(`Page ${number} of 3`, { x: 280, y: 25, size: 9, font: pen.plain });
      let y = 780;
      for (let count = 0; count < 3; count++) y = paragraph(pen, `${['First', 'Second', 'Third'][number - 1]} ${'and so on '.repeat(number + count)}: ${LONG}`, 60, y, 470);
      if (number < 3) pen.page.drawText('This sentence is cut by the end of the page and goes on further at the top of the next one where', { x: 60, y, size: 10.5, font: pen.plain });
    });
    const joined = await read(await makePdf(pages));
    expect(joined.value.document.text).not.toContain('Page 2 of 3');
    expect(joined.value.document.text).not.toContain('Northmere Safeguarding');
    expect(joined.value.document.text).toContain('next one where Second and so on');
    expect(joined.value.fidelity.furnitureLines).toBe(6);
    expect(joined.messages.map((message) => message.rule)).toContain('read/furniture');
  });

  it('keeps the hyphen of a compound and drops that of a broken word', async () => {
    const bytes = await makePdf([
      (pen) => {
        ['The panel made one recom-', 'mendation on multi-', 'agency work. Each recommendation', 'matters.'].forEach((line, index) => pen.page.drawText(line, { x: 60, y: 780 - index * 14, size: 11, font: pen.plain }));
      },
    ]);
    expect((await read(bytes)).value.document.text).toBe('The panel made one recommendation on multi-agency work. Each recommendation matters.\n');
  });

  it('sets footnotes apart and leaves their numbers out of the sentence', async () => {
    const bytes = await makePdf([
      (pen) => {
        pen.page.drawText('The panel', { x: 60, y: 780, size: 11, font: pen.plain });
        pen.page.drawText('1', { x: 60 + pen.plain.widthOfTextAtSize('The panel', 11), y: 785, size: 6, font: pen.plain });
        pen.page.drawText('met in May.', { x: 118, y: 780, size: 11, font: pen.plain });
        paragraph(pen, LONG, 60, 750, 470);
        pen.page.drawText('1', { x: 60, y: 63, size: 5, font: pen.plain });
        pen.page.drawText('Its members are named in the appendix.', { x: 64, y: 60, size: 8, font: pen.plain });
      },
    ]);
    const { value } = await read(bytes);
    expect(outline(value)).toEqual(['paragraph||The panel met in May.', `paragraph||${LONG}`, 'footnote|1|Its members are named in the appendix.']);
  });

  it('leads every character back to its text item', async () => {
    const bytes = await makePdf([(pen) => void paragraph(pen, LONG, 60, 780, 200)]);
    const { document, origin } = (await read(bytes)).value;
    if (origin === null) throw new Error('no origin');
    const covered = origin.starts.reduce((sum, _, index) => sum + document.text.slice(origin.starts[index], (origin.starts[index] ?? 0) + (origin.lengths[index] ?? 0)).replace(/\s/g, '').length, 0);
    expect(covered).toBe(document.text.replace(/\s/g, '').length);
    expect(origin.boxes.length).toBe(5 * (Math.max(...origin.items) + 1));
    expect([...origin.boxes.slice(0, 3)]).toEqual([1, 60, 780]);
  });
});

describe('what could not be read', () => {
  it.each([
    ['read/empty', new Uint8Array(0)],
    ['read/not-pdf', new TextEncoder().encode('<!doctype html><p>no PDF</p>')],
    ['read/damaged', new TextEncoder().encode('%PDF-1.7\nnothing more')],
  ])('throws %s', async (rule, bytes) => {
    const thrown: unknown = await read(bytes).catch((cause: unknown) => cause);
    expect(thrown).toBeInstanceOf(UnreadableError);
    expect(thrown).toMatchObject({ rule, message: expect.stringContaining('made.pdf') as string });
  });

  it('names empty pages, and reads recognised lines of scanned ones', async () => {
    const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const { PDFDocument } = await import('pdf-lib');
    const file = await PDFDocument.create();
    file.addPage([595, 842]);
    file.addPage([595, 842]).drawImage(await file.embedPng(pixel), { x: 0, y: 0, width: 595, height: 842 });
    const bytes = await file.save();
    const without = await read(bytes);
    expect(without.value.fidelity).toMatchObject({ imageOnlyPages: [2], emptyPages: [1] });
    expect(without.messages.map((message) => message.rule)).toEqual(expect.arrayContaining(['read/scanned-pages', 'read/no-text']));
    const recognised = await read(bytes, { recognise: () => Promise.resolve(new Map([[2, ['1. The council should', 'act by June.']]])) });
    expect(recognised.value.document.text).toBe('1. The council should act by June.\n');
    expect(recognised.value.fidelity.ocrPages).toEqual([2]);
  });
});

/** Two columns at 60 and 220, ruled all round; rows from `top` down. */
function table(pen: Pen, top: number, ...rows: readonly (readonly [string, string])[]): void {
  let y = top;
  rule(pen, 55, y, 540, y);
  rows.forEach(([left, right], row) => {
    const ends = [paragraph(pen, left, 60, y - 14, 150, 11, row === 0), paragraph(pen, right, 220, y - 14, 310, 11, row === 0)];
    y = Math.min(...ends) + 10;
    rule(pen, 55, y, 540, y);
  });
  for (const x of [55, 215, 540]) rule(pen, x, y, x, top);
}
