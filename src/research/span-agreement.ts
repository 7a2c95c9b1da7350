/**
 * How far coders agree on places, where each marks words of the same text. Position alone, and position with label; by spans (F1, at least half of
 * the characters in common, each span paired once) and by words (Cohen's kappa of "coded or not", and of the label that a word bears).
 */
import type { Span } from '../document.ts';
import { kappa } from './kappa.ts';
import { pairSpans } from './spans.ts';

export interface LabelledSpan extends Span {
  readonly label: string;
}

export interface MarkedText {
  readonly document: string;
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
}

export interface SpanAgreement {
  readonly coders: readonly [string, string];
  readonly documents: number;
  /** Spans of each coder in the documents that both marked. */
  readonly spans: readonly [number, number];
  /** F1 of spans: position alone, and position with label. Null where neither marked anything. */
  readonly position: number | null;
  readonly labelled: number | null;
  /** Kappa over words: marked or not; and which label (or none). */
  readonly wordsMarked: number | null;
  readonly wordsLabelled: number | null;
}

/** @throws RangeError that names a document whose text is not the same for both. */
export function spanAgreement(names: readonly [string, string], a: readonly MarkedText[], b: readonly MarkedText[]): SpanAgreement {
  const other = new Map(b.map((one) => [one.document, one]));
  const both = a.flatMap((one) => { const second = other.get(one.document); return second === undefined ? [] : [[one, second] as const]; });
  for (const [one, second] of both) if (one.text !== second.text) throw new RangeError(`${one.document}: ${names[0]} and ${names[1]} marked different texts, so that places can't be compared. Export both from the same project.`);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const spans = [sum(both.map(([one]) => distinct(one.spans).length)), sum(both.map(([, second]) => distinct(second.spans).length))] as const;
  const labels = [...new Set(both.flatMap((pair) => pair.flatMap((one) => one.spans.map(({ label }) => label))))].sort();
  const labelledCounts = [sum(both.map(([one]) => one.spans.length)), sum(both.map(([, second]) => second.spans.length))] as const;
  const met = sum(both.map(([one, second]) => paired(distinct(one.spans), distinct(second.spans))));
  const metLabelled = sum(both.map(([one, second]) => sum(labels.map((label) => paired(one.spans.filter((span) => span.label === label), second.spans.filter((span) => span.label === label))))));
  const marked = words(both, ['marked'], () => 'marked');
  return {
    coders: names, documents: both.length, spans, position: f1(met, spans), labelled: f1(metLabelled, labelledCounts),
    wordsMarked: rounded(kappa(marked)), wordsLabelled: rounded(kappa(words(both, labels, ({ label }) => label))),
  };
}

/** Where one coder gave one code to places that overlap: each is counted, and may have been meant as one. */
export function crowded(marked: readonly MarkedText[]): string[] {
  return marked.flatMap(({ document, text, spans }) => {
    const outside = spans.filter(({ start, end }) => start < 0 || end > text.length || start >= end).length;
    const sorted = [...spans].sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.start - b.start));
    const overlapping = sorted.filter((span, index) => { const before = sorted[index - 1]; return before?.label === span.label && before.end > span.start; });
    return [
      ...(outside === 0 ? [] : [`${document}: ${outside} places lie outside the text, and meet nothing. Check that text and places are of one version.`]),
      ...(overlapping.length === 0 ? [] : [`${document}: ${overlapping.length} places overlap another with the same code (first: ${overlapping[0]?.label ?? ''} at ${overlapping[0]?.start ?? 0}). Each is counted; merge them if they are one.`]),
    ];
  });
}

/** Places, each once, whatever is coded there. */
function distinct(spans: readonly LabelledSpan[]): readonly Span[] {
  return [...new Map(spans.map((span) => [`${span.start} ${span.end}`, span])).values()];
}

function paired(a: readonly Span[], b: readonly Span[]): number {
  return pairSpans(a, b, 'overlap').filter((pair) => pair !== null).length;
}

function f1(met: number, [a, b]: readonly [number, number]): number | null {
  return a + b === 0 ? null : rounded((2 * met) / (a + b));
}

/** Words by what each coder has there: "none", or the label of the shortest span over it. */
function words(both: readonly (readonly [MarkedText, MarkedText])[], labels: readonly string[], labelOf: (span: LabelledSpan) => string): number[][] {
  const place = new Map(['', ...labels].map((label, index) => [label, index]));
  const matrix = [...place].map(() => [...place].map(() => 0));
  for (const [one, second] of both) {
    const [first, then] = [labelAt(one.spans, labelOf), labelAt(second.spans, labelOf)];
    for (const { index } of one.text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const row = matrix[place.get(first(index)) ?? 0];
      const column = place.get(then(index)) ?? 0;
      if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
    }
  }
  return matrix;
}

function labelAt(spans: readonly LabelledSpan[], labelOf: (span: LabelledSpan) => string): (at: number) => string {
  const ordered = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start) || (a.label < b.label ? -1 : 1));
  return (at) => { const span = ordered.find(({ start, end }) => start <= at && at < end); return span === undefined ? '' : labelOf(span); };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
