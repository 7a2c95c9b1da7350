import { assemble } from './blocks.ts';
import { inked } from './chars.ts';
import { numbersInOrder } from './fidelity.ts';
import type { PdfItem, Piece } from './geometry.ts';
import { fragmentsOf } from './geometry-fragments.ts';
import { draftsOf } from './pdf-drafts.ts';
import { joinAcross, markFootnotes, typeOf, type Type } from './pdf-flow.ts';
import { findFurniture, type Furniture } from './pdf-furniture.ts';
import { isGarbled } from './pdf-garbled.ts';
import { readGeometry, type Counter } from './pdf-geometry.ts';
import { findHeadings } from './pdf-headings.ts';
import { pdfMessages } from './pdf-messages.ts';
import { openPdf } from './pdf-open.ts';
import { readPages, type PdfPage, type PdfPages } from './pdf-pages.ts';
import { recognisedPieces } from './pdf-recognised.ts';
import { finishTables } from './pdf-tables.ts';
import { readTags } from './pdf-tags.ts';
import { titleOf } from './pdf-title.ts';
import type { ReadOptions, Reading } from './reading.ts';
import type { Result } from '../result.ts';

/** Reads a PDF by its structure tree where that can be trusted, and by its geometry elsewhere. */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Result<Reading>> {
  const pdf = await openPdf(bytes, options.name);
  try {
    const mark = options.ignoreTags === true ? null : await pdf.getMarkInfo().catch(() => null);
    const tagged = (mark as { readonly Marked?: boolean } | null)?.Marked === true;
    const read = await readPages(pdf, tagged);
    const info = await pdf.getMetadata().catch(() => null);
    return await compose(read, bytes, options, (info?.info as { readonly Title?: unknown } | undefined)?.Title);
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined);
  }
}

async function compose(read: PdfPages, bytes: Uint8Array, options: ReadOptions, metadataTitle: unknown): Promise<Result<Reading>> {
  const { pages, fonts } = read;
  const garbled = pages.filter((page) => isGarbled(page.items.map((item) => item.text).join(' '))).map((page) => page.number);
  const scanned = pages.filter((page) => page.scanned).map((page) => page.number);
  const recognised = await recognise(bytes, [...scanned, ...garbled].sort((a, b) => a - b), options);
  const furniture = findFurniture(pages.map((page) => ({ height: page.height, items: recognised.lines.has(page.number) ? [] : page.items.filter((item) => !item.artifact || page.tree === null) })));
  const counter: Counter = { tables: 0, boxes: 0 };
  const perPage = pages.map((page) => (recognised.lines.has(page.number) ? [] : piecesOf(page, fonts.isBold, furniture, counter)));
  const type = typeOf(perPage.flat().flatMap((one) => one.lines));
  const flow = pages.flatMap((page, index) => {
    const lines = recognised.lines.get(page.number);
    return lines === undefined ? (perPage[index] ?? []) : recognisedPieces(lines, page.number, type.body);
  });
  const { pieces, repeated } = arrange(flow, type);
  const { drafts, leftOut } = draftsOf(pieces, type);
  const { document, origin } = assemble(drafts, { parts: [], itemParts: [] }, null);
  const title = titleOf(metadataTitle, document, drafts);

  const replaced = new Set(recognised.lines.keys());
  const items = pages.filter((page) => !replaced.has(page.number)).flatMap((page) => page.items);
  const total = countInked(items);
  const away = countInked(items.filter((item) => furniture.items.has(item))) + countInked(artifacts(pages, replaced, furniture.items)) + countInked(repeated.flatMap((one) => one.lines.flatMap((line) => line.items))) + leftOut;
  const made = [...replaced].length === 0 ? 0 : countInked(pieces.flatMap((one) => one.lines.flatMap((line) => line.items.filter((item) => item.index < 0))));
  const kept = inked(document.text) - made + away;
  const ocrPages = [...replaced].sort((a, b) => a - b);
  const byTags = pages.some((page) => page.tree !== null);
  const fidelity = {
    format: 'pdf' as const,
    structure: byTags ? ('tags' as const) : ('geometry' as const),
    charactersKept: total === 0 ? 1 : Math.round(Math.min(1, kept / total) * 10_000) / 10_000,
    numbersInOrder: numbersInOrder(document),
    garbledPages: garbled,
    imageOnlyPages: scanned,
    emptyPages: pages.filter((page) => page.items.length === 0 && !page.scanned && !page.failed).map((page) => page.number),
    furnitureLines: furniture.lines,
    ocrPages,
  };
  const reading: Reading = { document: { ...document, title, pageCount: pages.length }, origin: { ...origin, boxes: read.boxes }, fidelity };
  return { value: reading, messages: pdfMessages(options.name, reading, { pages, furniture, recogniseFailed: recognised.failed, hasRecogniser: options.recognise !== undefined }) };
}

/** From pages' pieces to the file's: footnotes, headings, paragraphs and tables that run over pages. */
function arrange(flow: readonly Piece[], type: Type): { readonly pieces: readonly Piece[]; readonly repeated: readonly Piece[] } {
  const margins = new Map<number, number>();
  for (const one of flow) for (const line of one.lines) margins.set(line.page, Math.max(margins.get(line.page) ?? 0, line.right));
  const tables = finishTables(markFootnotes(flow, type));
  return { pieces: findHeadings(joinAcross(tables.pieces, margins), type), repeated: tables.repeated };
}

function piecesOf(page: PdfPage, isBold: (font: string) => boolean, furniture: Furniture, counter: Counter): Piece[] {
  const items = page.items.filter((item) => !furniture.items.has(item));
  if (items.length === 0) return [];
  if (page.tree === null) return readGeometry(fragmentsOf(items, isBold), page.rulings, counter, isBold);
  const pieces = readTags(page.tree, items, isBold, counter);
  const covered = new Set(pieces.flatMap((one) => [...(one.label ?? []), ...one.lines.flatMap((line) => line.items)]));
  const missed = items.filter((item) => !item.artifact && !covered.has(item));
  return missed.length === 0 ? pieces : [...pieces, ...readGeometry(fragmentsOf(missed, isBold), null, counter, isBold)];
}

function artifacts(pages: readonly PdfPage[], replaced: ReadonlySet<number>, furniture: ReadonlySet<PdfItem>): PdfItem[] {
  return pages.filter((page) => page.tree !== null && !replaced.has(page.number)).flatMap((page) => page.items.filter((item) => item.artifact && !furniture.has(item)));
}

function countInked(items: readonly PdfItem[]): number {
  return items.reduce((sum, item) => sum + inked(item.text), 0);
}

interface Recognised {
  readonly lines: ReadonlyMap<number, readonly string[]>;
  readonly failed: boolean;
}

async function recognise(bytes: Uint8Array, pages: readonly number[], options: ReadOptions): Promise<Recognised> {
  if (options.recognise === undefined || pages.length === 0) return { lines: new Map(), failed: false };
  try {
    const lines = await options.recognise(bytes, pages);
    return { lines: new Map([...lines].filter(([page, text]) => pages.includes(page) && text.length > 0)), failed: false };
  } catch {
    return { lines: new Map(), failed: true };
  }
}
