import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfItem, Rulings } from './geometry.ts';
import { fragmentsOf } from './geometry-fragments.ts';
import { Fonts } from './pdf-fonts.ts';
import { wantsRulings } from './pdf-geometry.ts';
import { pageItems } from './pdf-items.ts';
import { pageDrawing, type Drawing } from './pdf-rulings.ts';
import { trustTree } from './pdf-tag-trust.ts';
import type { TagNode } from './pdf-tags.ts';

/** Everything that is read from one page of the file. */
export interface PdfPage {
  readonly number: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
  /** The structure tree, if there is one that covers the page's text. */
  readonly tree: TagNode | null;
  /** Whether there was a tree that couldn't be trusted. */
  readonly distrusted: boolean;
  readonly rulings: Rulings | null;
  /** Holds a picture and no text. */
  readonly scanned: boolean;
  readonly failed: boolean;
}

export interface PdfPages {
  readonly pages: readonly PdfPage[];
  readonly fonts: Fonts;
  readonly boxes: Float32Array;
}

/** Reads the pages one after the other, so that only one is held in full. */
export async function readPages(pdf: PDFDocumentProxy, tagged: boolean): Promise<PdfPages> {
  const fonts = new Fonts();
  const pages: PdfPage[] = [];
  const boxes: number[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const page = await pdf.getPage(number);
      const read = await readPage(page, boxes.length / 5, tagged, fonts);
      for (const value of read.boxes) boxes.push(value);
      pages.push(read.page);
      page.cleanup();
    } catch {
      pages.push({ number, height: 0, items: [], tree: null, distrusted: false, rulings: null, scanned: false, failed: true });
    }
  }
  await learnFonts(pdf, fonts);
  return { pages, fonts, boxes: Float32Array.from(boxes) };
}

async function learnFonts(pdf: PDFDocumentProxy, fonts: Fonts): Promise<void> {
  for (let number = fonts.nextPage(); number !== null; number = fonts.nextPage()) {
    try {
      const page = await pdf.getPage(number);
      await page.getOperatorList();
      fonts.learn(page);
      page.cleanup();
    } catch {
      // a page whose drawing is damaged still has its text
    }
    fonts.giveUp(number);
  }
}

async function readPage(page: PDFPageProxy, first: number, tagged: boolean, fonts: Fonts): Promise<{ readonly page: PdfPage; readonly boxes: readonly number[] }> {
  const { items, boxes, upright } = await pageItems(page, first, tagged);
  fonts.note(items);
  const found = tagged && items.length > 0 ? ((await page.getStructTree()) as TagNode | null) : null;
  const tree = found !== null && trustTree(found, items, page.view[3] ?? 0) ? found : null;
  const byGeometry = tree === null && items.length > 0;
  const needed = items.length === 0 || (byGeometry && wantsRulings(fragmentsOf(items, fonts.isBold)));
  const drawing: Drawing | null = needed ? await pageDrawing(page) : null;
  if (drawing !== null) fonts.learn(page);
  const [, bottom = 0, , top = 0] = page.view;
  return {
    page: {
      number: page.pageNumber,
      height: top - bottom,
      items,
      tree,
      distrusted: found !== null && tree === null,
      rulings: upright ? (drawing?.rulings ?? null) : null,
      scanned: items.length === 0 && (drawing?.picture ?? false),
      failed: false,
    },
    boxes,
  };
}
