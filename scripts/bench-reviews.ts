/**
 * Reviews of a number of pages for the bench of batches, put together from the pages of samples by a seed: the same number gives the same bytes.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { randomFrom } from '../src/research/random.ts';

export interface Pages {
  readonly fewest: number;
  readonly most: number;
}

/** Writes `count` PDFs into `folder`. */
export async function makeReviews(samples: string, folder: string, count: number, range: Pages): Promise<void> {
  const names = readdirSync(samples).filter((name) => name.endsWith('.pdf')).sort();
  const sources = await Promise.all(names.map((name) => PDFDocument.load(readFileSync(join(samples, name)))));
  for (let number = 0; number < count; number += 1) writeFileSync(join(folder, `review-${String(number).padStart(5, '0')}.pdf`), await review(sources, number, range));
}

async function review(sources: readonly PDFDocument[], number: number, { fewest, most }: Pages): Promise<Uint8Array> {
  const random = randomFrom(number + 1);
  const made = await PDFDocument.create();
  const pages = fewest + Math.floor(random() * (most - fewest + 1));
  const title = made.addPage();
  // A title of its own, so that no two count as copies by their first page.
  title.drawText(`Local Child Safeguarding Practice Review: Child ${number}`, { x: 60, y: 700, size: 18, font: await made.embedFont(StandardFonts.Helvetica) });
  while (made.getPageCount() < pages) {
    const source = sources[Math.floor(random() * sources.length)];
    if (source === undefined) break;
    const own = source.getPageIndices().slice(0, pages - made.getPageCount());
    for (const page of await made.copyPages(source, own)) made.addPage(page);
  }
  made.setCreationDate(new Date(0));
  made.setModificationDate(new Date(0));
  return made.save();
}
