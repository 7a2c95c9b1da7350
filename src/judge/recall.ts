/**
 * Keys and moves for what is remembered between two judgements of one draft (src/memo.ts): a judgement holds for the same words in the
 * same surroundings, wherever an edit elsewhere has moved them.
 */
import type { DocumentKind, Recommendation } from '../critique.ts';
import type { Document, Span } from '../document.ts';
import { pageAt } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import type { Section } from '../structure/sections.ts';
import type { ClicheHit } from './cliches.ts';
import { partOf } from './kind-place.ts';
import type { Passage } from './passage.ts';

/**
 * All that the classifier may look at in a sentence by itself; its place among the blocks and offsets only as far as they are the same kind
 * of place. What a sentence shares with others of its block or section is put into words once.
 */
export function sentenceKeys(document: Document, kind: DocumentKind): (candidate: Candidate) => string {
  const sections = new Map<Section, string>();
  const blocks = new Map<number, string>();
  const sectionWords = (section: Section): string => {
    const { heading: _heading, parent: above, ...named } = section;
    return JSON.stringify([named, above?.title ?? null, above?.role ?? null]);
  };
  const blockWords = ({ block: at, cell, stem, parent, filing, number, sentences }: Candidate): string => {
    const block = document.blocks[at];
    return JSON.stringify([
      filing, number, sentences, stem === null, parent === null, cell === null ? null : { ...cell, row: cell.row.length },
      block === undefined ? null : [block.type, block.level, block.marker?.text ?? null, block.box === null, block.size, block.bold, block.cell === null ? null : { ...block.cell, table: 0, row: block.cell.row === 0 }],
    ]);
  };
  return (candidate) => `${kind}${partOf(document, candidate)}${known(sections, candidate.section, sectionWords)}${known(blocks, candidate.block, () => blockWords(candidate))}${candidate.sentence}${candidate.leadsIn ? 'l' : 's'}${candidate.text}`;
}

function known<K>(map: Map<K, string>, key: K, make: (key: K) => string): string {
  const value = map.get(key) ?? make(key);
  map.set(key, value);
  return value;
}

/** A judgement with the passages that it was made from, in which all its places stand. */
export interface RememberedRecommendation {
  readonly own: Passage;
  readonly around: readonly Passage[];
  readonly judged: Recommendation;
}

/**
 * Words, context and phrases of a recommendation. Where a passage stands doesn't matter, only before or after which others: a word more
 * between a heading and its tenth recommendation leaves that as it is. A separate plan has places of its own.
 */
export function recommendationKey(text: string, start: number, context: readonly Passage[], cliches: readonly ClicheHit[], leadsIn: boolean, pipeline: string): string {
  const order = [...new Set([start, ...context.flatMap((one) => (one.source === undefined ? [one.start] : []))])].sort((a, b) => a - b);
  const passages = context.map((one) => [one.from, one.text, one.source === undefined ? order.indexOf(one.start) : one.start, one.source ?? null, one.repeated ?? false]);
  return JSON.stringify([pipeline, text, leadsIn, order.indexOf(start), passages, cliches.map((hit) => ({ ...hit, start: hit.start - start, end: hit.end - start }))]);
}

interface Move extends Span {
  readonly by: number;
}

/** The judgement where its words and its context stand now, under the ids of this turn. */
export function movedRecommendation({ own, around, judged: one }: RememberedRecommendation, now: Span, context: readonly Passage[], document: Document, ids: { readonly unit: string; readonly item: string }): Recommendation {
  const moves: [Move, ...Move[]] = [{ start: own.start, end: own.start + own.text.length, by: now.start - own.start }, ...around.flatMap((before, index) => (before.source === undefined ? [{ start: before.start, end: before.start + before.text.length, by: (context[index]?.start ?? before.start) - before.start }] : []))];
  const [{ by: all }] = moves;
  const together = moves.every(({ by }) => by === all);
  const still = together && all === 0;
  const shift = <S extends Span>(span: S): S => {
    if (still) return span;
    const by = together ? all : (moves.find(({ start, end }) => start <= span.start && span.end <= end)?.by ?? all);
    return by === 0 ? span : { ...span, start: span.start + by, end: span.end + by };
  };
  const placed = <S extends Recommendation['elements']['action'][number]>(span: S): S => {
    if (span.source !== undefined) return span;
    const moved = shift(span);
    return { ...moved, page: pageAt(document, moved.start) };
  };
  const { elements } = one;
  return {
    ...one, ...ids, parts: one.parts.map(shift), rules: still ? one.rules : one.rules.map((rule) => ({ ...rule, evidence: rule.evidence.map(shift) })),
    elements: {
      agency: elements.agency.map((span) => ({ ...placed(span), bodies: span.source === undefined ? span.bodies.map(shift) : span.bodies })), action: elements.action.map(placed), measure: elements.measure.map(placed), deadline: elements.deadline.map(placed),
      method: elements.method.map(placed), reason: elements.reason.map(placed), outcome: elements.outcome.map(placed), target: elements.target.map(placed),
    },
  };
}
