import type { Head } from './model.ts';

/** How a review looks in print: reviews of one layout look alike, and authors differ in type. */
export interface Look {
  readonly headings: 'styles' | 'bold';
  readonly numbers: 'typed' | 'automatic';
  readonly bullets: 'typed' | 'automatic';
  readonly boxes: 'table' | 'border';
  readonly columns: 1 | 2;
  /** Running head and foot; null for none. */
  readonly head: string | null;
  readonly foot: 'page' | 'page-of' | 'none';
  readonly font: string;
  /** In half points. */
  readonly size: number;
  readonly spacing: number;
  /** Empty paragraphs, doubled blanks: what comes of pasting. */
  readonly messy: boolean;
  readonly producer: 'soffice' | 'chromium';
  readonly tagged: boolean;
}

const PLAIN = { headings: 'styles', numbers: 'typed', bullets: 'automatic', boxes: 'table', columns: 1, messy: false, producer: 'soffice' } as const;

const LAYOUTS: Readonly<Record<string, Partial<Look>>> = {
  'plain-headings': { headings: 'bold' },
  'systems-findings': { numbers: 'automatic', producer: 'chromium' },
  'action-table': { headings: 'styles' },
  boxes: { boxes: 'border' },
  'two-column': { columns: 2, headings: 'bold' },
  'agency-lists': { bullets: 'typed', headings: 'bold' },
  embedded: { numbers: 'automatic' },
  'summary-repeats': { boxes: 'border', numbers: 'automatic' },
  'word-paste': { headings: 'bold', bullets: 'typed', messy: true },
  'list-only': { headings: 'bold', producer: 'chromium' },
  'auto-numbered': { numbers: 'automatic' },
  'paragraph-numbered': { numbers: 'automatic' },
  'question-grid': { headings: 'bold', producer: 'chromium' },
  letter: { headings: 'bold', bullets: 'typed' },
};

const FONTS = ['Arial', 'Times New Roman', 'Calibri', 'Georgia', 'Verdana', 'Cambria', 'Tahoma'];

export function lookOf(head: Head): Look {
  const hash = [...head.id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7);
  const author = [...head.author].reduce((sum, char) => sum * 7 + char.charCodeAt(0), 0);
  return {
    ...PLAIN,
    head: hash % 3 === 0 ? null : head.title,
    foot: hash % 4 === 0 ? 'none' : hash % 4 === 1 ? 'page-of' : 'page',
    font: FONTS[author % FONTS.length] ?? 'Arial',
    size: 20 + (author % 3) * 2,
    spacing: 80 + (author % 4) * 40,
    // a third of the files has no structure tree
    tagged: hash % 3 !== 1,
    ...LAYOUTS[head.layout],
  };
}
