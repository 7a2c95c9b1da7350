import { expect } from 'vitest';
import type { Document } from '../../src/document.ts';
import type { Passage } from '../../src/judge/passage.ts';
import type { Clause } from '../../src/language/clause.ts';
import { readClause } from '../../src/language/clause.ts';
import { loadModels } from '../../src/node/models.ts';
import { readMarkdown } from '../../src/read/markdown.ts';
import type { MarkedSpan } from './marked.ts';

/** The models of the package, compiled once a file. */
export const models = loadModels();

/** A document from Markdown, by the real reader. */
export function documentOf(text: string): Document {
  return readMarkdown(text).value.document;
}

export function clauseOf(text: string): Clause {
  return readClause(text, models.verbs.all);
}

/** A passage that doesn't begin at 0, so that offsets which forget where it begins are seen. */
export function passage(text: string, from: Passage['from'] = 'own', start = 1000): Passage {
  return { text, start, from };
}

/** The words of the spans, in order. */
export function words(spans: readonly { readonly text: string }[]): string[] {
  return spans.map(({ text }) => text);
}

/** Found spans are the marked ones, with offsets that begin at `start`. */
export function expectSpans(found: readonly { readonly start: number; readonly end: number; readonly text: string }[], expected: readonly MarkedSpan[], start = 1000): void {
  expect(found.map((span) => ({ start: span.start, end: span.end, text: span.text }))).toEqual(expected.map((span) => ({ start: start + span.start, end: start + span.end, text: span.text })));
}
