/**
 * The canonical form of a review: one string and the blocks in it.
 * Positions are made once, by a reader, and only sliced afterwards. All offsets are UTF-16 positions in `Document.text`.
 */
export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export type BlockType =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-cell'
  | 'footnote'
  | 'quote'
  | 'caption'
  /** A line of a table of contents. */
  | 'contents'
  /** An entry of a reference list or bibliography. */
  | 'reference';

/** A printed number or bullet ("3.", "(a)", "Recommendation 3:", "•"). It stands in the text just before its block. */
export interface Marker extends Span {
  readonly text: string;
}

/** Where a block stands in a table. Rows and columns count from 0; a merged cell is listed once, at its first place. */
export interface Cell {
  /** Counts the document's tables from 0. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** True for the cells of a heading row (or heading column). */
  readonly header: boolean;
}

/**
 * One paragraph-like piece. `start`..`end` is its content without the marker.
 * A paragraph or list item inside a table keeps its type only if it is a list item; any other becomes `table-cell`. All have `cell`.
 */
export interface Block extends Span {
  readonly type: BlockType;
  /** Page on which it starts, from 1; null where the source has no pages. */
  readonly page: number | null;
  /** Heading: outline level from 1, 0 where unknown. List item: nesting depth from 0. Otherwise 0. */
  readonly level: number;
  readonly marker: Marker | null;
  readonly cell: Cell | null;
  /** Number of the box (framed or shaded region, text box) it stands in, from 0. */
  readonly box: number | null;
  /** Type size relative to the body text (1 = body), rounded to two places; null where unknown. */
  readonly size: number | null;
  /** Whether all of it is set in bold type. */
  readonly bold: boolean;
}

/** A run of text that stands on one page. Runs cover the text in order; a page may have several (footnotes come after the paragraph that they interrupt). */
export interface PageRun extends Span {
  readonly page: number;
}

export interface Document {
  /** Blocks in reading order, each followed by "\n"; a marker and its content are separated by one space. Within a block there is no "\n". */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Empty where the source has no pages. */
  readonly pages: readonly PageRun[];
  readonly pageCount: number | null;
  readonly title: string | null;
}

/** Page on which the character at `offset` stands, or null. */
export function pageAt(document: Document, offset: number): number | null {
  const { pages } = document;
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pages[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pages[low]?.page ?? null;
}

export function slice(document: Document, span: Span): string {
  return document.text.slice(span.start, span.end);
}

/** Whether the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
