import type { Document } from '../document.ts';

/**
 * What a reader gives: the document, the way back to the source, and how faithful the reading is.
 */
export interface Reading {
  readonly document: Document;
  readonly origin: Origin | null;
  readonly fidelity: Fidelity;
}

export type SourceFormat = 'pdf' | 'docx' | 'xlsx' | 'html' | 'markdown' | 'text';

/**
 * Leads offsets of the canonical text back to the source. Segment `i` covers `starts[i]` .. `starts[i] + lengths[i]`;
 * it comes from source item `items[i]`, beginning at character `offsets[i]` of that item's own text.
 * Text that the reader made itself (printed automatic numbers, separators) is covered by no segment.
 *
 * An item is: in a PDF, a text item (`boxes` holds page, x, y, width, height in points, five numbers an item, y from the page's bottom);
 * in a Word file, the n-th `w:t`, `w:tab`, `w:br`, `w:noBreakHyphen` … element of part `parts[itemParts[item]]` in document order (`boxes` is empty).
 */
export interface Origin {
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  readonly items: Uint32Array;
  readonly offsets: Uint32Array;
  readonly boxes: Float32Array;
  readonly parts: readonly string[];
  readonly itemParts: Uint8Array;
}

/** Checks of a reading that can be decided without knowing the truth. Shares are rounded to four places. */
export interface Fidelity {
  readonly format: SourceFormat;
  /** Whether a PDF's own structure tree was used (`tags`), its geometry, or neither (other formats). */
  readonly structure: 'tags' | 'geometry' | 'native';
  /** Share of the source's non-blank characters that are in the document or were taken out on purpose (running heads …). */
  readonly charactersKept: number;
  /** Whether printed numbers of headings and items run on without gaps or steps back. */
  readonly numbersInOrder: boolean;
  readonly garbledPages: readonly number[];
  /** Pages that hold images and no text: scans. */
  readonly imageOnlyPages: readonly number[];
  readonly emptyPages: readonly number[];
  /** Lines taken out as running heads, feet and page numbers. */
  readonly furnitureLines: number;
  /** Pages read by character recognition. */
  readonly ocrPages: readonly number[];
}

export interface ReadOptions {
  /** Name to use in messages; never a path. */
  readonly name: string;
  /** Ignore a PDF's structure tree and read its geometry. Default false. */
  readonly ignoreTags?: boolean;
  /** Reads scanned pages; absent where the platform has none. Gets the file's bytes and page numbers, returns lines of text a page. */
  readonly recognise?: Recogniser;
}

export type Recogniser = (bytes: Uint8Array, pages: readonly number[]) => Promise<ReadonlyMap<number, readonly string[]>>;
