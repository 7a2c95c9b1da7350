import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { heaviest, type PdfItem } from './geometry.ts';

/** Letters that a font must set to matter: bullets and stray signs don't. */
const FEW = 8;

/** Which fonts of a file are bold. Their names are known only once the drawing operators of a page that uses them were read, which costs as much as its text. */
export class Fonts {
  readonly #bold = new Map<string, boolean>();
  readonly #letters = new Map<string, Map<number, number>>();
  readonly isBold = (font: string): boolean => this.#bold.get(font) ?? false;

  /** Notes on which pages each font sets how many letters. */
  note(items: readonly PdfItem[]): void {
    for (const item of items) {
      const pages = this.#letters.get(item.font) ?? new Map<number, number>();
      pages.set(item.page, (pages.get(item.page) ?? 0) + item.text.length);
      this.#letters.set(item.font, pages);
    }
  }

  /** The page that shows most of the fonts not known yet, or null if none is missing. Asking anew after each page keeps them few. */
  nextPage(): number | null {
    const found = new Map<number, number>();
    for (const [font, pages] of this.#letters) {
      if (this.#bold.has(font) || [...pages.values()].every((count) => count < FEW)) continue;
      for (const page of pages.keys()) found.set(page, (found.get(page) ?? 0) + 1);
    }
    return heaviest(found);
  }

  /** Fonts that a page's operators brought no name for stay plain. */
  giveUp(page: number): void {
    for (const [font, pages] of this.#letters) if (pages.has(page) && !this.#bold.has(font)) this.#bold.set(font, false);
  }

  /** Takes over the names that reading a page's operators has brought. */
  learn(page: PDFPageProxy): void {
    for (const [font, pages] of this.#letters) {
      if (!pages.has(page.pageNumber)) continue;
      if (this.#bold.has(font) || !page.commonObjs.has(font)) continue;
      const facts = page.commonObjs.get(font) as { readonly name?: string; readonly bold?: boolean; readonly black?: boolean } | null;
      this.#bold.set(font, facts !== null && (facts.bold === true || facts.black === true || /bold|black|heavy|semibold|demi/i.test(facts.name ?? '')));
    }
  }
}
