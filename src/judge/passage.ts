import type { Span } from '../document.ts';

/**
 * A stretch of text that gives something to a recommendation, with where it begins in the document.
 * `own` are its own words; the others are context, nearest first.
 */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly from: 'own' | 'stem' | 'owner' | 'deadline' | 'measure' | 'outcome' | 'heading' | 'item' | 'following' | 'repeat' | 'plan';
  /** Whether it stands beside a repeat of the recommendation and not beside itself. */
  readonly repeated?: true;
  /** Name of the separate plan that the passage stands in; absent for the document itself. */
  readonly source?: string;
}

/** Turns a span relative to the passage into one in the document, with its words. */
export function place(passage: Passage, span: Span): Span & { readonly text: string; readonly source?: string } {
  return { start: passage.start + span.start, end: passage.start + span.end, text: passage.text.slice(span.start, span.end), ...(passage.source === undefined ? {} : { source: passage.source }) };
}
