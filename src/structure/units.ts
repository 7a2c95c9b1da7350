import type { Document, Span } from '../document.ts';
import type { Candidate } from './candidates.ts';

/** Consecutive sentences of one item that are of one kind, or one sentence of running text. */
export interface Group extends Span {
  /** Indexes of its candidates, in order. */
  readonly members: readonly number[];
}

/**
 * Joins sentences into units: those of a list item, a numbered item or a table cell stay together unless they are of different kinds
 * (an item that opens with findings and ends in the ask is split), or one asks something new of another body: `anew` tells which do; what stands
 * before the first of them goes with it. Sentences of running text stand alone.
 */
export function joinSentences(document: Document, candidates: readonly Candidate[], kinds: readonly string[], anew: (index: number) => boolean = () => false): Group[] {
  const groups: { start: number; end: number; members: number[] }[] = [];
  candidates.forEach((candidate, index) => {
    const last = groups.at(-1);
    const before = candidates[index - 1];
    const block = document.blocks[candidate.block];
    const item = block !== undefined && (block.type === 'list-item' || block.marker !== null || block.cell !== null);
    if (last !== undefined && before !== undefined && item && before.block === candidate.block && kinds[index] === kinds[index - 1] && !(anew(index) && last.members.some(anew))) {
      last.members.push(index);
      last.end = candidate.end;
    } else groups.push({ start: candidate.start, end: candidate.end, members: [index] });
  });
  return groups;
}
