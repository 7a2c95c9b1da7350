/**
 * A unit's text with the words that count marked in it. Marks may overlap: the text is cut at every boundary, and the pieces are nested.
 */
import { overlaps } from '../document.ts';
import type { Span } from '../document.ts';
import { escapeHtml } from './escape.ts';

export interface Mark extends Span {
  /** Ends the class name: it decides line, colour and label. */
  readonly kind: string;
  readonly label: string;
}

/** HTML of `text`, which begins at `offset` of the canonical text. Marks outside it are cut to it. */
export function markedHtml(text: string, offset: number, marks: readonly Mark[]): string {
  const own = layered(distinctMarks(marks, offset, text.length));
  const bounds = [...new Set([0, text.length, ...own.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((start, index) => piece(text, start, bounds[index + 1] ?? text.length, own)).join('');
}

/** Marks within the text, the longer ones outside; one mark for each place and kind. */
function distinctMarks(marks: readonly Mark[], offset: number, length: number): readonly Mark[] {
  const places = new Map<string, Mark>();
  for (const mark of marks) {
    const start = Math.max(0, mark.start - offset);
    const end = Math.min(length, mark.end - offset);
    if (start < end) places.set(`${start}-${end}-${mark.kind}`, { ...mark, start, end });
  }
  return [...places.values()].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || (a.kind < b.kind ? -1 : 1));
}

interface Layered extends Mark {
  /** How far below the words its line is drawn: marks that overlap have different depths, over their whole length. */
  readonly depth: number;
}

function layered(marks: readonly Mark[]): readonly Layered[] {
  const placed: Layered[] = [];
  for (const mark of marks) {
    const taken = placed.filter((other) => overlaps(other, mark)).map((other) => other.depth);
    const free = [0, 1, 2].find((depth) => !taken.includes(depth)) ?? 3;
    placed.push({ ...mark, depth: free });
  }
  return placed;
}

function piece(text: string, start: number, end: number, marks: readonly Layered[]): string {
  const over = marks.filter((mark) => mark.start <= start && end <= mark.end);
  const labels = over.filter((mark) => mark.start === start).map((mark) => `<span class="tag tag-${mark.kind}">${escapeHtml(mark.label)}</span>`).join('');
  const words = escapeHtml(text.slice(start, end));
  return labels + over.reduceRight((inner, mark) => `<span class="m m-${mark.kind} d${mark.depth}">${inner}</span>`, words);
}
