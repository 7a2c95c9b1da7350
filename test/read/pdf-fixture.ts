import { PDFDocument, StandardFonts, rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import type { Reading } from '../../src/read/reading.ts';

export interface Pen {
  readonly page: PDFPage;
  readonly plain: PDFFont;
  readonly bold: PDFFont;
}

/** Makes a PDF without tags; `draw` gets a pen for each page. */
export async function makePdf(pages: readonly ((pen: Pen) => void)[], title?: string): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  if (title !== undefined) file.setTitle(title);
  const plain = await file.embedFont(StandardFonts.Helvetica);
  const bold = await file.embedFont(StandardFonts.HelveticaBold);
  for (const draw of pages) draw({ page: file.addPage([595, 842]), plain, bold });
  return file.save();
}

/** Sets text within `width`, breaking lines; gives the y below it. */
export function paragraph(pen: Pen, text: string, x: number, y: number, width: number, size = 11, bold = false): number {
  const font = bold ? pen.bold : pen.plain;
  let line = '';
  let at = y;
  const put = (): void => {
    pen.page.drawText(line, { x, y: at, size, font });
    at -= size * 1.25;
    line = '';
  };
  for (const word of text.split(' ')) {
    if (line !== '' && font.widthOfTextAtSize(`${line} ${word}`, size) > width) put();
    line = line === '' ? word : `${line} ${word}`;
  }
  put();
  return at - size * 0.6;
}

export function rule(pen: Pen, x0: number, y0: number, x1: number, y1: number): void {
  pen.page.drawLine({ start: { x: x0, y: y0 }, end: { x: x1, y: y1 }, thickness: 0.5, color: rgb(0, 0, 0) });
}

/** Blocks as "type|marker|text" lines. */
export function outline(reading: Reading): string[] {
  const { text, blocks } = reading.document;
  return blocks.map((block) => `${block.type}|${block.marker?.text ?? ''}|${text.slice(block.start, block.end)}`);
}
