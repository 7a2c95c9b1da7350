/**
 * Keys and moves for what is remembered between two judgements of one draft (src/memo.ts): a judgement holds for the same words in the
 * same surroundings, wherever an edit elsewhere has moved them.
 */
import type { Recommendation } from '../critique.ts';
import type { Document, Span } from '../document.ts';
import { pageAt } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import type { ClicheHit } from './cliches.ts';
import type { Passage } from './passage.ts';

/** All that the classifier may look at in a sentence by itself; its place among the blocks and offsets only as far as they are the same kind of place. */
export function sentenceKey(document: Document, candidate: Candidate): string {
  const { start: _start, end: _end, block: at, section, cell, stem, parent, ...own } = candidate;
  const block = document.blocks[at];
  const { heading: _heading, parent: above, ...named } = section;
  return JSON.stringify([
    own, named, above?.title ?? null, above?.role ?? null, stem === null, parent === null, cell === null ? null : { ...cell, row: cell.row.length },
    block === undefined ? null : [block.type, block.level, block.marker?.text ?? null, block.box === null, block.size, block.bold, block.cell === null ? null : { ...block.cell, table: 0, row: block.cell.row === 0 }],
  ]);
}

/** Words, context and phrases of a recommendation, with their places relative to it; a separate plan has places of its own. */
export function recommendationKey(text: string, start: number, context: readonly Passage[], cliches: readonly ClicheHit[], leadsIn: boolean, pipeline: string): string {
  const passages = context.map((one) => [one.from, one.text, one.source === undefined ? one.start - start : one.start, one.source ?? null]);
  return JSON.stringify([pipeline, text, leadsIn, passages, cliches.map((hit) => ({ ...hit, start: hit.start - start, end: hit.end - start }))]);
}

/** The judgement at another place of the text, under the ids of this turn. */
export function movedRecommendation(one: Recommendation, by: number, document: Document, ids: { readonly unit: string; readonly item: string }): Recommendation {
  const shift = <S extends Span>(span: S): S => (by === 0 ? span : { ...span, start: span.start + by, end: span.end + by });
  const placed = <S extends Recommendation['elements']['action'][number]>(span: S): S => {
    if (span.source !== undefined) return span;
    const moved = shift(span);
    return { ...moved, page: pageAt(document, moved.start) };
  };
  const { elements } = one;
  return {
    ...one, ...ids, parts: one.parts.map(shift), rules: one.rules.map((rule) => ({ ...rule, evidence: rule.evidence.map(shift) })),
    elements: {
      agency: elements.agency.map((span) => ({ ...placed(span), bodies: span.source === undefined ? span.bodies.map(shift) : span.bodies })), action: elements.action.map(placed), measure: elements.measure.map(placed), deadline: elements.deadline.map(placed),
      method: elements.method.map(placed), reason: elements.reason.map(placed), outcome: elements.outcome.map(placed), target: elements.target.map(placed),
    },
  };
}
