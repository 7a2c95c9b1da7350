/** A review source file, parsed: the shapes that the compilers share. */
export interface Head {
  readonly id: string;
  readonly kind: string;
  readonly method: string;
  readonly author: string;
  readonly layout: string;
  readonly pair: string | null;
  readonly title: string;
  /** Answers to the checklist (`check: family-views=detailed, …`), by item; null where nobody went through it. */
  readonly checklist: Readonly<Record<string, string>> | null;
  /** Which marks beside the labels its coders made: `marks: cliches, identifying`. */
  readonly marks: readonly string[];
}

export type Kind = 'recommendation' | 'learning-point' | 'finding' | 'good-practice' | 'question' | 'action-taken' | 'other';

export interface Span {
  readonly element: string;
  /** Offsets in the block's text. */
  readonly start: number;
  readonly end: number;
}

export interface SourceUnit {
  readonly line: number;
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly attributes: Attributes;
}

export interface Attributes {
  readonly id: string | null;
  readonly of: string | null;
  readonly rep: string | null;
  readonly ans: readonly string[];
  readonly levels: Readonly<Record<string, number>>;
  readonly training: boolean;
  readonly excluded: boolean;
}

export type SourceType = 'heading' | 'paragraph' | 'item' | 'cell' | 'quote' | 'footnote' | 'contents' | 'page';

export interface SourceBlock {
  readonly line: number;
  readonly type: SourceType;
  /** Heading: 1–6. Item: nesting from 0. */
  readonly level: number;
  /** As printed: "4.2", "Recommendation 3:", "•"; '' where there is none. */
  readonly marker: string;
  readonly text: string;
  readonly units: readonly SourceUnit[];
  readonly spans: readonly Span[];
  /** Footnotes referred to, with the place in the text. */
  readonly notes: readonly { readonly name: string; readonly at: number }[];
  readonly box: number | null;
  readonly cell: { readonly table: number; readonly row: number; readonly column: number; readonly header: boolean } | null;
}

export interface Slip {
  readonly line: number;
  readonly level: 'error' | 'note';
  readonly text: string;
}

export interface Source {
  readonly head: Head;
  readonly blocks: readonly SourceBlock[];
  readonly slips: readonly Slip[];
}
