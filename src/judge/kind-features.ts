import type { Block, Document } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import type { Clause } from '../language/clause.ts';
import type { Gate } from '../language/gate.ts';
import { makeGate } from '../language/gate.ts';
import type { Features } from '../language/linear.ts';
import { valuedFeatures } from '../language/linear.ts';
import type { Gazetteer } from '../language/bodies.ts';
import type { Vectors } from '../language/vectors.ts';
import { findBodies } from '../language/bodies.ts';
import { meanVector, weighted } from '../language/vectors.ts';
import { markerClass } from '../structure/lists.ts';
import { anyCase } from '../any-case.ts';
import type { KnownWords } from './known-words.ts';

/** A group of words that tells kinds apart (`models/kind-cues.json`). */
export interface Cue {
  readonly id: string;
  readonly pattern: RegExp;
  readonly says: string;
}

export interface RawCues {
  readonly cues: readonly { readonly id: string; readonly pattern: string; readonly says: string }[];
}

export interface CueModel {
  readonly cues: readonly Cue[];
  readonly gate: Gate;
}

export function cueModel(raw: RawCues): CueModel {
  const cues = raw.cues.map(({ id, pattern, says }) => ({ id, pattern: anyCase(pattern), says }));
  return { cues, gate: makeGate(cues.map(({ pattern }) => pattern)) };
}

/**
 * What the classifier looks at in one sentence: where it is filed, how its block looks, how it is put, and its words.
 * Names are left out of the words: a model must not learn whose review it is. With `known`, words that no model knows are left out too.
 */
export function kindFeatures(document: Document, candidate: Candidate, clause: Clause, { cues, gate }: CueModel, bodies: Gazetteer, vectors: Vectors, known?: KnownWords): Features {
  const block = document.blocks[candidate.block];
  if (block === undefined) return valuedFeatures([]);
  const names = new Set<string>(['bias', ...placeFeatures(candidate, block), ...clauseFeatures(candidate, clause, bodies)]);
  for (const index of gate.open(candidate.text)) {
    const cue = cues[index];
    if (cue?.pattern.test(candidate.text) !== true) continue;
    names.add(`cue=${cue.id}`);
    names.add(`cue=${cue.id}&role=${candidate.filing.role ?? 'none'}`);
    names.add(`cue=${cue.id}&mood=${clause.mood}`);
  }
  addWords(names, clause, known);
  addTitle(names, candidate, known);
  return { names: [...names], vector: weighted(meanVector(clause.tokens.map(({ lower }) => lower), vectors), MEANING), valued: [] };
}

/** Words of the heading above: "Things done well", "What has moved on already". */
function addTitle(names: Set<string>, candidate: Candidate, known: KnownWords | undefined): void {
  const words = candidate.section.title.toLowerCase().match(/[a-z]{3,}/gu) ?? [];
  for (const word of words.slice(0, 10)) addKnown(names, known === undefined ? `title=${word}` : known.titles.get(word));
}

/** How much the hundred small numbers of the sentence's mean word vector count beside features of 1: words never seen in training stand near ones that were. */
const MEANING = 4;

function placeFeatures(candidate: Candidate, block: Block): string[] {
  const { filing, cell, section } = candidate;
  const role = filing.role ?? 'none';
  const marker = markerClass(block) === 'dash' ? 'bullet' : markerClass(block);
  const listed = block.type === 'list-item' || marker !== 'none' || cell !== null;
  return [
    `role=${role}`, `role=${role}&by=${filing.by}`, `role=${role}&${listed ? 'listed' : 'running'}`, `type=${block.type}`, `marker=${marker}`,
    `section=${section.role ?? 'none'}`, `role=${role}&mixed=${filing.mixed ? 'yes' : 'no'}`,
    `place=${candidate.sentence === 0 ? 'first' : candidate.sentence === candidate.sentences - 1 ? 'last' : 'middle'}&${listed ? 'listed' : 'running'}`,
    `alone=${candidate.sentences === 1 ? 'yes' : 'no'}&role=${role}`,
    candidate.stem === null ? 'stem=no' : 'stem=yes', candidate.leadsIn ? `leads-in&role=${role}` : 'leads-in=no',
    block.box === null ? 'box=no' : `box=yes&role=${role}`,
    ...(cell === null ? [] : cellFeatures(candidate, cell)),
    `depth=${Math.min(2, block.level)}&${listed ? 'listed' : 'running'}`,
  ];
}

function cellFeatures(candidate: Candidate, cell: NonNullable<Candidate['cell']>): string[] {
  const column = cell.columnRole ?? (cell.columnHead === null ? 'headless' : 'other');
  const size = candidate.text.length < 12 ? 'tiny' : candidate.text.length < 45 ? 'short' : 'long';
  return [
    `column=${column}`, `rowrole=${cell.rowRole ?? 'none'}`, `column=${column}&size=${size}`, `cell=${size}`,
    // "Network template" in the column "Recommendation" beside an "Action" is a title.
    ...(cell.beside.includes('action') ? [`twin&size=${size}`] : []),
    ...(cell.beside.includes('owner') ? [`column=${column}&beside=owner`] : []),
    ...(cell.done ? [`done&column=${column}`] : []),
  ];
}

function clauseFeatures(candidate: Candidate, clause: Clause, bodies: Gazetteer): string[] {
  const role = candidate.filing.role ?? 'none';
  const first = clause.asks[0];
  const subject = first?.subject ?? null;
  const body = subject === null ? 'none' : bodyOf(candidate.text.slice(subject.start, subject.end), bodies);
  const length = candidate.text.length;
  const accountable = body === 'named' || body === 'partnership' || body === 'post';
  const directive = clause.mood === 'recommend' ? 'recommend' : clause.mood === 'modal' && first?.modal !== 'will' && accountable ? 'body' : clause.mood === 'modal' && first?.passive === true ? 'passive' : 'no';
  return [
    `directive=${directive}`, `directive=${directive}&past=${clause.past ? 'yes' : 'no'}`, `directive=${directive}&filed=${role === 'recommendations' || role === 'improvement' ? 'asks' : role === 'learning' ? 'learning' : 'elsewhere'}`,
    `mood=${clause.mood}`, `mood=${clause.mood}&role=${role}`, `mood=${clause.mood}&by=${candidate.filing.by}`, `modal=${first?.modal ?? 'none'}`, `modal=${first?.modal ?? 'none'}&role=${role}`,
    `subject=${body}`, `subject=${body}&modal=${first?.modal ?? 'none'}`, `subject=${body}&role=${role}`, first?.passive === true ? `passive&role=${role}` : 'passive=no',
    clause.past ? 'past=yes' : 'past=no', `past=${clause.past ? 'yes' : 'no'}&role=${role}`,
    `length=${length < 40 ? 'tiny' : length < 90 ? 'short' : length < 220 ? 'middle' : 'long'}`,
    /[“"‘]/u.test(candidate.text.slice(0, 2)) ? 'quote=opens' : 'quote=no',
    /[.?!]["”’)]*$/u.test(candidate.text) ? 'stop=yes' : 'stop=no', `stop=${/[.?!:]["”’)]*$/u.test(candidate.text) ? 'yes' : 'no'}&mood=${clause.mood}`,
  ];
}

function bodyOf(subject: string, bodies: Gazetteer): string {
  const found = findBodies(subject.slice(0, 160), bodies)[0];
  return found === undefined ? 'thing' : found.body;
}

/** Lower-case words, pairs and the opening of the sentence. Words that only names have (capital inside the sentence) are masked. */
function addWords(names: Set<string>, clause: Clause, known: KnownWords | undefined): void {
  const words = clause.tokens
    .filter((token) => /[\p{L}\p{N}]/u.test(token.text))
    .map((token, index) => (/\d/u.test(token.lower) ? '#' : index > 0 && /^\p{Lu}/u.test(token.text) ? '@' : token.lower));
  for (const word of words) if (word.length > 2) addKnown(names, known === undefined ? `w=${word}` : known.words.get(word));
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [word, next] = [words[at] ?? '', words[at + 1] ?? ''];
    addKnown(names, known === undefined ? `b=${word}_${next}` : known.pairs.get(word)?.get(next));
  }
  for (const { lemma } of clause.asks.slice(0, 2)) names.add(`ask=${lemma}`);
  names.add(`first=${words[0] ?? ''}`);
  names.add(`first2=${words.slice(0, 2).join('_')}`);
}

function addKnown(names: Set<string>, name: string | undefined): void {
  if (name !== undefined) names.add(name);
}
