/** Shapes that the geometry of a page is made of. Points, x from the left, y from the bottom. */
export interface PdfItem {
  /** Number of the text item in the file, as in `Origin.items`. */
  readonly index: number;
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Type size. */
  readonly size: number;
  readonly font: string;
  /** Marked content that it belongs to; null outside the structure tree. */
  readonly content: string | null;
  /** Marked by the file as no part of its text: running heads, feet. */
  readonly artifact: boolean;
  /** Whether a blank or a line end stands before it in the source. */
  readonly spaced: boolean;
  /** Runs up or down the page. */
  readonly turned: boolean;
}

/** A run of items on one line, without a wide gap: a line, a line's part in a column, or a cell's line. */
export interface Fragment {
  readonly page: number;
  readonly items: readonly PdfItem[];
  readonly x: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly text: string;
  /** Place in the file's own order. */
  readonly order: number;
  /** Where the text begins after a number or bullet with a wide gap: "1.1     Text"; null without one. */
  readonly hang: number | null;
}

/** A drawn line, thin box or filled area. */
export interface Ruling {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Rulings {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
  /** Filled or framed areas. */
  readonly areas: readonly Ruling[];
}

/** What a reader of pages (by tags or by geometry) makes of a piece of text before the file is looked at as a whole. */
export interface Piece {
  readonly kind: 'text' | 'heading' | 'list-item' | 'footnote' | 'quote' | 'caption' | 'contents' | 'reference';
  /** Heading level or list depth as tagged; 0 where unknown. */
  readonly level: number;
  readonly lines: readonly Fragment[];
  /** The marker's items where the tags give it apart. */
  readonly label: readonly PdfItem[] | null;
  readonly cell: PieceCell | null;
  readonly box: number | null;
}

export interface PieceCell {
  /** Unique in the file; renumbered at the end. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header: boolean;
  /** Number of columns of its table. */
  readonly columns: number;
}

export function piece(lines: readonly Fragment[], more: Partial<Piece> = {}): Piece {
  return { kind: 'text', level: 0, lines, label: null, cell: null, box: null, ...more };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The value that carries most weight. */
export function heaviest<K>(weights: ReadonlyMap<K, number>): K | null {
  let best: K | null = null;
  let most = 0;
  for (const [key, weight] of weights) if (weight > most) [best, most] = [key, weight];
  return best;
}
