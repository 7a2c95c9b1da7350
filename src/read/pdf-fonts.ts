import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfItem } from './geometry.ts';

/** Which fonts of a file are bold. Names are known only once a page's drawing operators were read, so that is done where a new font first carries words. */
export class Fonts {
  readonly #bold = new Map<string, boolean>();
  readonly isBold = (font: string): boolean => this.#bold.get(font) ?? false;

  /** Whether the page sets words in a font not met before; a few signs (bullets) are not worth the cost. */
  lacks(items: readonly PdfItem[]): boolean {
    const letters = new Map<string, number>();
    for (const item of items) {
      if (this.#bold.has(item.font)) continue;
      const count = (letters.get(item.font) ?? 0) + (item.text.match(/\p{L}/gu)?.length ?? 0);
      if (count >= 8) return true;
      letters.set(item.font, count);
    }
    return false;
  }

  /** Takes over the names that reading a page's operators has brought. */
  learn(page: PDFPageProxy, items: readonly PdfItem[]): void {
    for (const font of new Set(items.map((item) => item.font))) {
      if (this.#bold.has(font) || !page.commonObjs.has(font)) continue;
      const facts = page.commonObjs.get(font) as { readonly name?: string; readonly bold?: boolean; readonly black?: boolean } | null;
      this.#bold.set(font, facts !== null && (facts.bold === true || facts.black === true || /bold|black|heavy|semibold|demi/i.test(facts.name ?? '')));
    }
  }
}
