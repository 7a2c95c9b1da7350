import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';
import { expect, it } from 'vitest';
import { recogniser } from '../../src/cli/ocr.ts';

// A typeface from a package: which ones a machine has, differs.
GlobalFonts.registerFromPath(fileURLToPath(new URL('../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf', import.meta.url)), 'Typed');

/** A page as a scanner makes it: a picture and no text. */
async function scanned(lines: readonly string[]): Promise<Uint8Array> {
  const canvas = createCanvas(1240, 1754);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 1240, 1754);
  context.fillStyle = '#111';
  context.font = '34px Typed';
  lines.forEach((line, index) => { context.fillText(line, 120, 200 + index * 60); });
  const pdf = await PDFDocument.create();
  const image = await pdf.embedPng(canvas.toBuffer('image/png'));
  pdf.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  return pdf.save();
}

it('reads a scanned page without leaving the machine', { timeout: 60_000 }, async () => {
  const lines = ['Recommendation 3: The Partnership should', 'audit forty closed files by March 2031.'];
  const bytes = await scanned(lines);
  const read = await (await recogniser())(bytes, [1]);
  expect(read.get(1)?.filter((line) => line !== '')).toEqual(lines);
  expect(bytes.length).toBeGreaterThan(0);
});
