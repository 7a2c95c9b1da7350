import type { Fragment, PdfItem, Piece } from './geometry.ts';
import { piece } from './geometry.ts';
import { paragraphsOf } from './geometry-blocks.ts';
import { fragment } from './geometry-fragments.ts';

/** Paragraphs of a page's recognised lines. They come from no text item, so that they have no way back. */
export function recognisedPieces(lines: readonly string[], page: number, size: number): Piece[] {
  const fragments: Fragment[] = [];
  let y = 10_000;
  for (const line of lines) {
    y -= size * 1.2;
    const text = line.normalize('NFC').trim();
    // an empty line parts paragraphs
    if (text === '') y -= size;
    else fragments.push(fragment([item(text, page, y, size)], () => false));
  }
  return fragments.length === 0 ? [] : paragraphsOf(fragments).map((paragraph) => piece(paragraph));
}

function item(text: string, page: number, y: number, size: number): PdfItem {
  return { index: -1, page, text, x: 0, y, width: text.length * size * 0.5, size, font: '', content: null, artifact: false, spaced: true, turned: false };
}
