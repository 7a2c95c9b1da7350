import type { Block, Document } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import type { HeadingModel } from '../structure/roles.ts';
import type { Passage } from './passage.ts';
import type { Filed } from './items.ts';
import { rowPassages } from './row.ts';

/** What surrounds a recommendation and may give it an owner, a date or a measure, nearest first (codebook 1 and 12.1). */
export function contextOf(document: Document, unit: Filed, siblings: readonly Filed[], candidates: readonly Candidate[], model: HeadingModel): Passage[] {
  return [
    ...rowPassages(document, unit.candidate, model),
    ...stemPassages(document, unit.candidate, candidates),
    ...itemPassages(unit, siblings),
    ...followingPassages(unit, candidates, siblings),
    ...headingPassages(document, unit.candidate),
  ];
}

function passage(document: Document, block: Block, from: Passage['from']): Passage {
  return { text: document.text.slice(block.start, block.end), start: block.start, from };
}

/** The words that lead the item in, and the words that lead those in. */
function stemPassages(document: Document, candidate: Candidate, candidates: readonly Candidate[]): Passage[] {
  const passages: Passage[] = [];
  const seen = new Set<number>();
  let at = candidate.stem ?? candidate.parent;
  while (at !== null && !seen.has(at) && passages.length < 6) {
    seen.add(at);
    const block = document.blocks[at];
    if (block === undefined) break;
    passages.push(leadingSentence(document, block, candidates, at));
    // "Leaders must … This should include:": the owner stands in the sentence before the one that leads in.
    if (passages.at(-1)?.text.length !== block.end - block.start) passages.push(passage(document, block, 'stem'));
    const above = candidates.find((other) => other.block === at);
    at = above?.stem ?? above?.parent ?? null;
  }
  return passages;
}

const GOES_ON = /^(?:they|it|this|these|he|she|the (?:same|former|latter)|both|each|in addition|additionally|also|further)\b|\b(?:also|they|it)\s+(?:should|must|shall|will|needs?)\b/iu;

/** "In addition the following are put forward. The Partnership is to:" leads in by its last sentence. */
function leadingSentence(document: Document, block: Block, candidates: readonly Candidate[], index: number): Passage {
  const last = candidates.findLast((other) => other.block === index);
  return last === undefined || !last.leadsIn ? passage(document, block, 'stem') : { text: last.text, start: last.start, from: 'stem' };
}

/** Earlier units of the same block or item: "They should also …" takes its owner from them. A sibling bullet gives nothing to the next. */
function itemPassages(unit: Filed, siblings: readonly Filed[]): Passage[] {
  const goesOn = GOES_ON.test(unit.candidate.text);
  return siblings
    .filter((other) => other.group.start < unit.group.start && (other.candidate.block === unit.candidate.block || (goesOn && other.key === unit.key)))
    .reverse()
    .slice(0, 2)
    .map(({ candidate, group }) => ({ text: candidate.text, start: group.start, from: 'item' as const }));
}

const MEASURED = /\b(?:success|impact|effect|progress|this|compliance|difference)\b[^.?!]{1,60}\b(?:measured|judged|seen|known|evidenced|demonstrated|shown|tested|audited|reported)\b|^(?:measure|evidence|outcome|how (?:we|you|it|this)|we will know|timescale|by when|deadline|date)\b/iu;

/** Sentences after the ask in the same block or just below it that say how success will be seen, or by when. */
function followingPassages(unit: Filed, candidates: readonly Candidate[], siblings: readonly Filed[]): Passage[] {
  const last = unit.group.members.at(-1) ?? -1;
  const passages: Passage[] = [];
  for (let at = last + 1; at <= last + 4; at += 1) {
    const next = candidates[at];
    if (next === undefined || next.section !== unit.candidate.section) break;
    if (siblings.some((other) => other.key !== unit.key && other.group.start === next.start)) break;
    if (MEASURED.test(next.text)) passages.push({ text: next.text, start: next.start, from: 'following' });
  }
  return passages;
}

/** Characters from which a block is running text and no line of a title page. */
const RUNNING = 120;

function headingPassages(document: Document, candidate: Candidate): Passage[] {
  const passages: Passage[] = [];
  const headings = document.blocks.flatMap(({ type }, index) => (type === 'heading' ? [index] : []));
  // A pasted list may have one heading only, and it files the list.
  const firstHeading = headings.length > 1 ? headings[0] : -1;
  const body = headings.length > 3 ? document.blocks.findIndex(({ type, start, end }) => type !== 'heading' && end - start > RUNNING) : -1;
  let { section } = candidate;
  for (let depth = 0; depth < 3 && section.heading >= 0; depth += 1) {
    const block = document.blocks[section.heading];
    // The title of the review, or a line of its title page, names the partnership that holds it, not the owner of each item.
    const title = section.heading < body || ((section.parent === null || section.parent.heading < 0) && section.heading === firstHeading);
    if (block !== undefined && !title) passages.push(passage(document, block, 'heading'));
    if (section.parent === null) break;
    section = section.parent;
  }
  return passages;
}
