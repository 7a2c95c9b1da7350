import type { DocumentKind } from '../critique.ts';
import type { Document } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import type { Clause } from '../language/clause.ts';
import type { Gate } from '../language/gate.ts';
import { makeGate } from '../language/gate.ts';
import type { Features } from '../language/linear.ts';
import { valuedFeatures } from '../language/linear.ts';
import type { Gazetteer } from '../language/bodies.ts';
import type { Vectors } from '../language/vectors.ts';
import { profileOf } from '../language/profile.ts';
import { meanVector, weighted } from '../language/vectors.ts';
import { anyCase } from '../any-case.ts';
import type { KnownWords } from './known-words.ts';
import { couldAsk } from './kind-bars.ts';
import { clauseFeatures, particularFeatures, profileFeatures, wordFeatures } from './kind-clause.ts';
import { partOf, placeFeatures } from './kind-place.ts';

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

/** Holds of a sentence that is neither put nor placed as an ask could be. */
export const UNABLE = 'able=no';

/** What the features of a sentence are made with. */
export interface KindLexicon {
  readonly cues: CueModel;
  readonly bodies: Gazetteer;
  readonly vectors: Vectors;
  /** Words that a model has weights for: others are left out. */
  readonly known?: KnownWords | undefined;
}

/**
 * What the classifier looks at in one sentence: where it is filed, how its block looks, how it is put, and its words.
 * Names are left out of the words: a model must not learn whose review it is. With `known`, words that no model knows are left out too.
 */
export function kindFeatures(document: Document, kind: DocumentKind, candidate: Candidate, clause: Clause, { cues: { cues, gate }, bodies, vectors, known }: KindLexicon): Features {
  const block = document.blocks[candidate.block];
  if (block === undefined) return valuedFeatures([]);
  const role = candidate.filing.role ?? 'none';
  const names = new Set<string>(['bias', `doc=${kind}`, `doc=${kind}&role=${role}`]);
  const add = (more: readonly string[]): void => { for (const name of more) names.add(name); };
  add(placeFeatures(candidate, block, partOf(document, candidate)));
  add(clauseFeatures(candidate, clause, bodies));
  const profile = profileOf(clause.tokens);
  add(profileFeatures(candidate, profile));
  add([`doc=${kind}&tense=${profile.tense}`]);
  add(particularFeatures(candidate, clause));
  const accountable = names.has('subject=named') || names.has('subject=partnership') || names.has('subject=post');
  if (!couldAsk(candidate, clause, { inList: block.type === 'list-item', accountable, tense: profile.tense })) add([UNABLE, `${UNABLE}&role=${role}`]);
  for (const index of gate.open(candidate.text)) {
    const cue = cues[index];
    if (cue?.pattern.test(candidate.text) === true) add([`cue=${cue.id}`, `cue=${cue.id}&role=${role}`, `cue=${cue.id}&mood=${clause.mood}`]);
  }
  add(wordFeatures(clause, known));
  return { names: [...names], vector: weighted(meanVector(clause.tokens.map(({ lower }) => lower), vectors), MEANING), valued: [] };
}

/** How much the hundred small numbers of a mean word vector count beside features of 1: words never seen in training stand near ones that were. */
const MEANING = 4;
