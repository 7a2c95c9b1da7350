import { describe, expect, it } from 'vitest';
import type { DocumentKind, Kind, Method } from '../../src/critique.ts';
import { KINDS } from '../../src/critique.ts';
import { documentKind, methodOf } from '../../src/judge/document-kind.ts';
import { documentOf, models } from '../support/judging.ts';

const TEXTS: readonly (readonly [string, DocumentKind])[] = [
  ['# Local Child Safeguarding Practice Review: Sparrow\n\nIt snowed.', 'lcspr'],
  ['# Rapid review: Sparrow\n\nIt snowed.', 'rapid-review'],
  ['# Serious case review\n\nIt snowed.', 'serious-case-review'],
  ['# Thematic review of winters\n\nIt snowed.', 'thematic-review'],
  ['# Seven-minute briefing: winters\n\nIt snowed.', 'briefing'],
  ['# Action plan\n\nIt snowed.', 'action-plan'],
  ['1. The ward should ask.\n2. The ward should listen.', 'list'],
  ['# Sparrow\n\nThis local child safeguarding practice review is short.', 'lcspr'],
];

describe('documentKind', () => {
  it.each(TEXTS)('%j → %s', (text, kind) => {
    expect(documentKind(documentOf(text), models.documentKinds)).toBe(kind);
  });

  it('does not take a review for the rapid review that it mentions once', () => {
    const text = '# Sparrow\n\nThe rapid review was short. This child safeguarding practice review is long, and a practice review takes time.';
    expect(documentKind(documentOf(text), models.documentKinds)).toBe('lcspr');
  });
});

const METHODS: readonly (readonly [DocumentKind, Partial<Record<Kind, number>>, Method])[] = [
  ['lcspr', { recommendation: 6, question: 2 }, 'recommendations'],
  ['lcspr', { recommendation: 1, question: 9 }, 'questions'],
  ['lcspr', { recommendation: 0, question: 3 }, 'recommendations'],
  ['rapid-review', { recommendation: 3 }, 'actions'],
  ['action-plan', { recommendation: 9 }, 'actions'],
];

describe('methodOf', () => {
  it.each(METHODS)('%s with %j → %s', (kind, counts, method) => {
    expect(methodOf(kind, { ...(Object.fromEntries(KINDS.map((name) => [name, 0])) as Record<Kind, number>), ...counts })).toBe(method);
  });
});
