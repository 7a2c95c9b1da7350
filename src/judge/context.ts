import type { Block, Document } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import type { HeadingModel } from '../structure/roles.ts';
import type { Passage } from './passage.ts';
import type { Filed } from './items.ts';
import { rowPassages } from './row.ts';

/** What contexts are looked for in. Made once for a document: to look through it anew for each recommendation takes longer than to judge it. */
export interface Surroundings {
  readonly document: Document;
  readonly candidates: readonly Candidate[];
  readonly siblings: readonly Filed[];
  /** First and last sentence of each block. */
  readonly ends: ReadonlyMap<number, readonly [first: Candidate, last: Candidate]>;
  readonly starts: ReadonlyMap<number, Filed>;
  readonly outline: { readonly firstHeading: number; readonly body: number };
}

export function surroundingsOf(document: Document, candidates: readonly Candidate[], siblings: readonly Filed[]): Surroundings {
  const ends = new Map<number, readonly [Candidate, Candidate]>();
  for (const candidate of candidates) ends.set(candidate.block, [ends.get(candidate.block)?.[0] ?? candidate, candidate]);
  return { document, candidates, siblings, ends, starts: new Map(siblings.map((one) => [one.group.start, one])), outline: outlineOf(document) };
}

/** What surrounds a recommendation and may give it an owner, a date or a measure, nearest first (codebook 1 and 12.1). */
export function contextOf(unit: Filed, surroundings: Surroundings, model: HeadingModel): Passage[] {
  return [
    ...rowPassages(surroundings.document, unit.candidate, model),
    ...stemPassages(unit.candidate, surroundings),
    ...itemPassages(unit, surroundings.siblings),
    ...followingPassages(unit, surroundings),
    ...headingPassages(surroundings, unit.candidate),
  ];
}

function passage(document: Document, block: Block, from: Passage['from']): Passage {
  return { text: document.text.slice(block.start, block.end), start: block.start, from };
}

/** The words that lead the item in, and the words that lead those in. */
function stemPassages(candidate: Candidate, { document, ends }: Surroundings): Passage[] {
  const passages: Passage[] = [];
  const seen = new Set<number>();
  let at = candidate.stem ?? candidate.parent;
  while (at !== null && !seen.has(at) && passages.length < 6) {
    seen.add(at);
    const block = document.blocks[at];
    if (block === undefined) break;
    passages.push(leadingSentence(document, block, ends.get(at)?.[1]));
    // "Leaders must … This should include:": the owner stands in the sentence before the one that leads in.
    if (passages.at(-1)?.text.length !== block.end - block.start) passages.push(passage(document, block, 'stem'));
    const above = ends.get(at)?.[0];
    at = above?.stem ?? above?.parent ?? null;
  }
  return passages;
}

const GOES_ON = /^(?:they|it|this|these|he|she|the (?:same|former|latter)|both|each|in addition|additionally|also|further)\b|\b(?:also|they|it)\s+(?:should|must|shall|will|needs?)\b/iu;

/** "In addition the following are put forward. The Partnership is to:" leads in by its last sentence. */
function leadingSentence(document: Document, block: Block, last: Candidate | undefined): Passage {
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
function followingPassages(unit: Filed, { candidates, starts }: Surroundings): Passage[] {
  const last = unit.group.members.at(-1) ?? -1;
  const passages: Passage[] = [];
  for (let at = last + 1; at <= last + 4; at += 1) {
    const next = candidates[at];
    if (next === undefined || next.section !== unit.candidate.section) break;
    if ((starts.get(next.start)?.key ?? unit.key) !== unit.key) break;
    if (MEASURED.test(next.text)) passages.push({ text: next.text, start: next.start, from: 'following' });
  }
  return passages;
}

/** Characters from which a block is running text and no line of a title page. */
const RUNNING = 120;

function outlineOf(document: Document): Surroundings['outline'] {
  const headings = document.blocks.flatMap(({ type }, index) => (type === 'heading' ? [index] : []));
  return {
    // A pasted list may have one heading only, and it files the list.
    firstHeading: headings.length > 1 ? (headings[0] ?? -1) : -1,
    body: headings.length > 3 ? document.blocks.findIndex(({ type, start, end }) => type !== 'heading' && end - start > RUNNING) : -1,
  };
}

function headingPassages({ document, outline: { firstHeading, body } }: Surroundings, candidate: Candidate): Passage[] {
  const passages: Passage[] = [];
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
