import type { Level } from '../critique.ts';
import { overlaps } from '../document.ts';
import type { Span } from '../document.ts';

/** What the deletion test needs to know of a phrase in live use; a `ClicheHit` is one. */
export interface LiveCliche extends Span {
  readonly group: string;
  readonly severity: 1 | 2 | 3;
}

export interface BurdenOptions {
  /** Where `text` begins in the document, if the spans are the document's. Default 0. */
  readonly start?: number;
  /** Spans of purpose, method and measure: if one is lost with the phrases, they carry part of the weight. */
  readonly supports?: readonly Span[];
}

/**
 * What the worn phrases of a recommendation carry (codebook, L and 12.14): take all of them out and judge the action again.
 * "Publish a robust map" still stands (1), "Audit files for professional curiosity" loses its purpose (2), "Embed professional curiosity" is gone (3).
 */
export function clicheBurden(text: string, liveCliches: readonly LiveCliche[], reScoreAction: (text: string) => Level, options: BurdenOptions = {}): Level {
  const start = options.start ?? 0;
  const hits = liveCliches.map((hit) => ({ ...hit, start: hit.start - start, end: hit.end - start })).filter((hit) => overlaps(hit, { start: 0, end: text.length }));
  if (hits.length === 0) return 0;
  if (hits.some((hit) => hit.group === 'blame' && hit.severity === 3)) return 3;
  const left = Math.min(reScoreAction(text), reScoreAction(withoutSpans(text, hits)));
  if (left <= 1) return hits.every((hit) => hit.group === 'vague-verb') ? 2 : 3;
  const lost = (options.supports ?? []).some((span) => isLost(text, { start: span.start - start, end: span.end - start }, hits));
  return lost || dangles(text, hits) ? 2 : 1;
}

/**
 * Whether a purpose is left hanging: "audit files for [professional curiosity]", "so that it is [child-focused] and [robust]";
 * but not "so that it is [child-focused] and under two pages".
 */
function dangles(text: string, hits: readonly Span[]): boolean {
  let holes = '';
  let at = 0;
  for (const hit of [...hits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (hit.start >= at) holes += `${text.slice(at, hit.start)}#`;
    at = Math.max(at, hit.end);
  }
  return HANGING.test(`${holes}${text.slice(at)}`.replace(/\s+/gu, ' '));
}

const HANGING = /\b(?:for|about|around|on|of|towards?|is|are|be|through|using)\s(?:(?:an?|the|more|good)\s)?#(?:(?:,|\sand|\sor)\s#){0,4}\s?(?=$|[.,;:]|(?:by|within|before|from|in|at|across)\b)/i;

/** The text without the spans, blanks made single again. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start > at) rest += text.slice(at, span.start);
    at = Math.max(at, span.end);
  }
  return `${rest}${text.slice(at)}`.replace(/\s+/gu, ' ').replace(/\s([,.;:])/gu, '$1').trim();
}

const LITTLE_WORDS = new Set('a an and are as at be by for from if in is it its of on or so that the their them they this to was were which will with'.split(' '));

/** A phrase is lost if what is left of it says nothing: "for [professional curiosity]". */
function isLost(text: string, span: Span, hits: readonly Span[]): boolean {
  const touching = hits.filter((hit) => overlaps(hit, span));
  if (touching.length === 0) return false;
  const within = touching.map((hit) => ({ start: Math.max(hit.start, span.start) - span.start, end: Math.min(hit.end, span.end) - span.start }));
  const left = withoutSpans(text.slice(span.start, span.end), within).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return left.every((word) => LITTLE_WORDS.has(word));
}
