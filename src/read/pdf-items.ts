import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { heaviest, type PdfItem } from './geometry.ts';

export interface PageItems {
  readonly items: readonly PdfItem[];
  /** Boxes of the items, five numbers each, as in `Origin.boxes`. */
  readonly boxes: readonly number[];
  /** Whether the text runs as the page is stored. */
  readonly upright: boolean;
}

/** All printed text items of a page. `first` is the number of the first item. */
export async function pageItems(page: PDFPageProxy, first: number, tagged: boolean): Promise<PageItems> {
  const content = await page.getTextContent(tagged ? { includeMarkedContent: true } : {});
  const items: PdfItem[] = [];
  const boxes: number[] = [];
  const open: { readonly content: string | null; readonly artifact: boolean }[] = [];
  const turn = usualTurn(content.items);
  let spaced = true;
  for (const raw of content.items) {
    if (!('str' in raw)) {
      track(open, raw);
      continue;
    }
    const text = plain(raw.str);
    if (text.trim() !== '') {
      const matrix = raw.transform as readonly number[];
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
      const upright = turnBack(page, turn, e, f);
      const size = Math.hypot(c, d) || Math.hypot(a, b);
      const inner = open.at(-1);
      items.push({
        index: first + items.length,
        page: page.pageNumber,
        text,
        x: upright.x,
        y: upright.y,
        width: raw.width,
        size: Math.round(size * 100) / 100,
        font: raw.fontName,
        content: inner?.content ?? null,
        artifact: inner?.artifact ?? false,
        spaced,
        turned: angleOf(a, b) !== turn,
      });
      boxes.push(page.pageNumber, e, f, raw.width, raw.height || size);
    }
    spaced = text === '' ? spaced || raw.hasEOL : text.trim() === '' || raw.hasEOL || /\s$/.test(text);
  }
  return { items, boxes, upright: turn === 0 };
}

interface Marked {
  readonly type: string;
  readonly id?: string;
  readonly tag?: string | null;
}

function track(open: { content: string | null; artifact: boolean }[], marked: Marked): void {
  if (marked.type === 'endMarkedContent') open.pop();
  else {
    const outer = open.at(-1);
    open.push({ content: marked.id || (outer?.content ?? null), artifact: (outer?.artifact ?? false) || marked.tag === 'Artifact' });
  }
}

/** Bullets of symbol fonts that come as private-use characters, as they print. */
const SYMBOLS = new Map([
  ['\u{F0B7}', '•'], ['\u{F0A7}', '▪'], ['\u{F06E}', '■'], ['\u{F06F}', '□'], ['\u{F0D8}', '➢'], ['\u{F0FC}', '✓'], ['\u{F02D}', '–'], ['\u{F0E8}', '→'], ['\u{F0E0}', '→'], ['\u{F06C}', '●'], ['\u{F071}', '□'], ['\u{F0A8}', '◆'], ['\u{F076}', '❖'],
]);

/** Printed characters: one kind of blank, no invisible marks, composed, ligatures spelled out. */
function plain(text: string): string {
  return text
    .replace(/[\u{F000}-\u{F0FF}]/gu, (char) => SYMBOLS.get(char) ?? char)
    .replace(/[ﬀ-ﬆ]/g, (char) => char.normalize('NFKC'))
    .replace(/[\u0000-\u001F\u007F-\u009F\u00A0\u2000-\u200A\u202F\u3000]/g, ' ')
    .normalize('NFC');
}

/** Direction of most of a page's text, in degrees: pages are stored sideways now and then. */
function usualTurn(items: readonly unknown[]): number {
  const weights = new Map<number, number>();
  for (const item of items as readonly { readonly str?: string; readonly transform?: readonly number[] }[]) {
    if (item.str === undefined || item.str.trim() === '') continue;
    const angle = angleOf(item.transform?.[0] ?? 1, item.transform?.[1] ?? 0);
    weights.set(angle, (weights.get(angle) ?? 0) + item.str.length);
  }
  return heaviest(weights) ?? 0;
}

/** Quarter turns; anything slanted counts as the next one. */
function angleOf(a: number, b: number): number {
  return ((Math.round((Math.atan2(b, a) * 2) / Math.PI) + 4) % 4) * 90;
}

/** Coordinates as they are with the text upright. */
function turnBack(page: PDFPageProxy, turn: number, x: number, y: number): { readonly x: number; readonly y: number } {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  if (turn === 90) return { x: y - bottom, y: right - x };
  if (turn === 180) return { x: right - x, y: top - y };
  if (turn === 270) return { x: top - y, y: x - left };
  return { x: x - left, y: y - bottom };
}
