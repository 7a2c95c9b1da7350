import type { DocumentKind, Kind, Method } from '../critique.ts';
import type { Document } from '../document.ts';
import { anyCase } from '../any-case.ts';

export interface DocumentKindPattern {
  readonly kind: DocumentKind;
  readonly pattern: RegExp;
}

export function documentKinds(raw: { readonly kinds: readonly { readonly kind: string; readonly pattern: string }[] }): readonly DocumentKindPattern[] {
  return raw.kinds.map(({ kind, pattern }) => ({ kind: kind as DocumentKind, pattern: anyCase(pattern) }));
}

/** Kind of the document: from its title, then its first headings, then its opening words. */
export function documentKind(document: Document, patterns: readonly DocumentKindPattern[]): DocumentKind {
  const headings = document.blocks.filter(({ type }) => type === 'heading').slice(0, 3).map(({ start, end }) => document.text.slice(start, end));
  for (const words of [document.title ?? '', ...headings]) {
    const found = patterns.find(({ pattern }) => pattern.test(words));
    if (found !== undefined) return found.kind;
  }
  const opening = document.text.slice(0, 1500);
  // The opening of a review names others ("the rapid review recommended …"), so that only the frequent names count.
  const counted = patterns
    .filter(({ kind }) => kind !== 'list' && kind !== 'briefing')
    .map(({ kind, pattern }) => ({ kind, count: [...opening.matchAll(anyCase(pattern.source, 'g'))].length }))
    .sort((a, b) => b.count - a.count);
  const top = counted[0];
  if (top !== undefined && top.count > 0) return top.kind;
  return document.blocks.filter(({ type }) => type === 'heading').length <= 1 && document.text.length < 20_000 ? 'list' : 'other';
}

/** What the document puts to its readers: recommendations, questions (systems reviews) or actions (rapid reviews). */
export function methodOf(kind: DocumentKind, counts: Readonly<Record<Kind, number>>): Method {
  if (counts.question >= 5 && counts.question > 2 * counts.recommendation) return 'questions';
  return kind === 'rapid-review' || kind === 'action-plan' ? 'actions' : 'recommendations';
}
