import type { Span } from '../document.ts';
import { findAsks } from './asks.ts';
import { pastTense } from './finite.ts';
import { moodOf } from './mood.ts';
import type { Token } from './tokens.ts';
import { tag } from './tokens.ts';

/** How a sentence is put. */
export type Mood =
  /** "The ICB should audit …" */
  | 'modal'
  /** "Consideration should be given to …", "A buddy system may be considered" */
  | 'soft'
  /** "We recommend that …", "It is recommended that …" */
  | 'recommend'
  /** "Audit 50 records." */
  | 'imperative'
  /** "Police to audit …", "To agree a protocol" */
  | 'infinitive'
  /** "Ensuring that …" */
  | 'gerund'
  /** "Staff should have asked." */
  | 'counterfactual'
  | 'question'
  /** A finite clause without an ask. */
  | 'statement'
  /** No finite verb: "The timeliness of referrals." */
  | 'phrase';

/** One thing asked: a verb with what is asked of it. Offsets are relative to the sentence. */
export interface Ask {
  /** Words before the modal or "to"; null for imperatives and gerunds. */
  readonly subject: Span | null;
  readonly modal: string | null;
  /** The verb itself, as printed. */
  readonly verb: Span;
  readonly lemma: string;
  readonly passive: boolean;
  /** Where the ask ends: before the next ask, or at the end of the sentence. */
  readonly end: number;
}

export type Head = Omit<Ask, 'end'>;

export interface Clause {
  readonly mood: Mood;
  readonly asks: readonly Ask[];
  readonly past: boolean;
  readonly tokens: readonly Token[];
}

const PAST = /\b(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|hadn['’]t)\b/i;

/** Reads a text. Within one document one reader serves all: what stands in a unit, in its item and around it is read once. */
export type ClauseReader = (text: string) => Clause;

/** A reader that knows a text again. It is made for one document, and forgotten with it. */
export function clauseReader(verbs: ReadonlySet<string>): ClauseReader {
  const known = new Map<string, Clause>();
  return (text) => {
    const clause = known.get(text) ?? readClause(text, verbs);
    known.set(text, clause);
    return clause;
  };
}

/** Reads how a sentence is put and what it asks. `verbs` is the set of lemmas that may open an imperative. */
export function readClause(text: string, verbs: ReadonlySet<string>): Clause {
  const tokens = tag(text);
  const asks = findAsks(text, tokens, verbs);
  return { mood: moodOf(text, tokens, asks), asks, past: PAST.test(text) || pastTense(tokens), tokens };
}
