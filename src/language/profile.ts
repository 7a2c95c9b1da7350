import type { Token } from './tokens.ts';

/** What carries the main clause of a sentence: its subject and its finite verb. */
export interface Profile {
  /** Head noun or pronoun of the subject. */
  readonly subject: Token | null;
  readonly determiner: Determiner;
  readonly plural: boolean;
  /** The verb that carries the meaning: "was *filed*", "did not *ask*". */
  readonly verb: Token | null;
  readonly tense: Tense;
  readonly passive: boolean;
  readonly negated: boolean;
}

export type Determiner = 'definite' | 'indefinite' | 'quantity' | 'none' | 'possessive' | 'personal' | 'we' | 'you' | 'it' | 'there' | 'nobody' | 'name';

export type Tense = 'past' | 'present' | 'perfect' | 'past-perfect' | 'modal' | 'none';

const SUBORDINATE = /^(?:when|if|although|though|because|while|whilst|since|where|after|before|as|until|once|unless|whereas|despite|given)$/u;
const RELATIVE = /^(?:who|which|that|whose|whom|where|when|what|how|why|whether|because|if|as|while|although|since|after|before|until|unless|so)$/u;
const MODAL = /^(?:should|must|shall|will|would|can|could|may|might|ought|ca|wo|cannot)$/u;

/** Reads the main clause from left to right: a clause that opens the sentence and relative clauses are passed over. */
export function profileOf(tokens: readonly Token[]): Profile {
  const from = clauseStart(tokens);
  const at = mainVerb(tokens, from);
  const subject = subjectOf(tokens, from, at === -1 ? tokens.length : at);
  const determiner = determinerOf(tokens, from, subject);
  const head = subject === -1 ? null : (tokens[subject] ?? null);
  const plural = head !== null && (/[^s]s$/u.test(head.lower) || /^(?:children|people|staff|police|men|women|parents)$/u.test(head.lower));
  if (at === -1) return { subject: head, determiner, plural, verb: null, tense: 'none', passive: false, negated: determiner === 'nobody' };
  return { subject: head, determiner, plural, ...verbGroup(tokens, at, determiner) };
}

/** "When asked by the review, the Trust …": behind the comma. "In March the nurse …": behind the first noun group. */
function clauseStart(tokens: readonly Token[]): number {
  const first = tokens.findIndex(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ');
  const token = tokens[first];
  if (token === undefined) return 0;
  const opens = SUBORDINATE.test(token.lower) || token.pos === 'ADP' || (token.pos === 'ADV' && tokens[first + 1]?.lower === ',') || /(?:ing|ed)$/u.test(token.lower) && token.pos === 'VERB';
  if (!opens) return Math.max(0, first);
  const comma = tokens.findIndex(({ lower }, index) => index > first && index < first + 24 && lower === ',');
  return comma === -1 ? first : comma + 1;
}

function mainVerb(tokens: readonly Token[], from: number): number {
  let skip = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (at > from && RELATIVE.test(token.lower) && (token.pos === 'PRON' || token.pos === 'SCONJ' || token.pos === 'ADV' || (token.pos === 'DET' && token.lower === 'which')) ) { skip = 1; continue; }
    if (!isFinite(tokens, at, from)) continue;
    if (skip > 0) { skip = 0; at = groupEnd(tokens, at); continue; }
    return at;
  }
  return -1;
}

/** Last token of the verb group that opens at `at`. */
function groupEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end + 1 < tokens.length && /^(?:AUX|PART|ADV|VERB)$/u.test(tokens[end + 1]?.pos ?? '')) end += 1;
  return end;
}

const AUXILIARY = /^(?:is|are|was|were|am|has|have|had|do|does|did|'s|’s|'re|’re|'ve|’ve)$/u;

function isFinite(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at] as Token;
  if (MODAL.test(token.lower) && (token.pos === 'AUX' || token.lower !== 'will')) return true;
  if (AUXILIARY.test(token.lower) && (token.pos === 'AUX' || token.pos === 'VERB')) return tokens[at - 1]?.lower !== 'to';
  if (token.pos !== 'VERB' || at === from || /ing$/u.test(token.lower)) return false;
  const before = tokens[at - 1];
  if (before === undefined || /^(?:DET|ADP|PART|ADJ|CCONJ)$/u.test(before.pos) || before.lower === 'to' || before.lower === ',') return false;
  if (isReduced(tokens, at)) return false;
  return token.lower !== token.lemma || before.pos === 'PRON' || /s$|^(?:staff|police|children|people)$/u.test(before.lower) || before.pos === 'ADV';
}

/** "A letter sent to the parents was filed": a participle behind its noun, and the finite verb comes later. */
function isReduced(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (!/(?:ed|en|held|made|sent|kept|told|set|put|read|found|taken|left|built|written|given|seen)$/u.test(token.lower) || tokens[at + 1]?.pos !== 'ADP') return false;
  for (let next = at + 2; next < tokens.length; next += 1) {
    const other = tokens[next] as Token;
    if (/^(?:PUNCT|CCONJ|SCONJ)$/u.test(other.pos) || RELATIVE.test(other.lower)) return false;
    if (other.pos === 'AUX' || MODAL.test(other.lower)) return true;
  }
  return false;
}

function subjectOf(tokens: readonly Token[], from: number, verb: number): number {
  let start = from;
  // "In January 44 of 71 calls …": no comma; the group behind the preposition is passed over.
  if (tokens[from]?.pos === 'ADP' || SUBORDINATE.test(tokens[from]?.lower ?? '')) {
    const noun = tokens.findIndex(({ pos }, index) => index > from && index < verb && /^(?:NOUN|PROPN|PRON|NUM)$/u.test(pos));
    if (noun !== -1 && noun + 1 < verb) start = noun + 1;
  }
  let head = -1;
  for (let at = start; at < verb; at += 1) {
    const token = tokens[at] as Token;
    if (head !== -1 && (token.pos === 'ADP' || token.pos === 'PUNCT' || token.pos === 'CCONJ' || token.pos === 'AUX' || (token.pos === 'PRON' && RELATIVE.test(token.lower)))) break;
    if (/^(?:NOUN|PROPN|PRON)$/u.test(token.pos) && !POSSESSIVE.test(token.lower)) head = at;
    else if (head === -1 && (token.pos === 'NUM' || /^(?:none|neither|both|each|many|most|some|all|few|several)$/u.test(token.lower)) && tokens[at + 1]?.lower === 'of') head = at;
    else if (token.pos === 'VERB' && head !== -1 && !/ing$/u.test(token.lower)) break;
  }
  return head;
}

const POSSESSIVE = /^(?:his|her|their|its|our|my|your)$/u;

function determinerOf(tokens: readonly Token[], from: number, subject: number): Determiner {
  const head = tokens[subject];
  if (head === undefined) return 'none';
  if (head.pos === 'PRON') return pronoun(head.lower);
  for (let at = subject; at >= from && at > subject - 6; at -= 1) {
    const { lower, pos } = tokens[at] as Token;
    if (POSSESSIVE.test(lower)) return 'possessive';
    if (/^(?:the|this|that|these|those|both|neither)$/u.test(lower)) return 'definite';
    if (/^(?:a|an|one|another|any|each|every)$/u.test(lower)) return 'indefinite';
    if (/^(?:no|none|nobody|nothing)$/u.test(lower)) return 'nobody';
    if (pos === 'NUM' || /^(?:some|many|most|all|few|several|more|two|three|four|five)$/u.test(lower)) return 'quantity';
    if (at !== subject && (pos === 'PUNCT' || pos === 'ADP' || pos === 'VERB')) break;
  }
  if (tokens.slice(from, subject).some(({ lower }) => lower === '’s' || lower === "'s")) return 'possessive';
  // "Closure in September": a capital at the start of a sentence says nothing.
  return subject > from && /^\p{Lu}/u.test(head.text) ? 'name' : 'none';
}

function pronoun(word: string): Determiner {
  if (/^(?:we|i|us)$/u.test(word)) return 'we';
  if (word === 'you') return 'you';
  if (word === 'there') return 'there';
  if (/^(?:he|she|they)$/u.test(word)) return 'personal';
  if (/^(?:nobody|none|nothing|no-one)$/u.test(word)) return 'nobody';
  return 'it';
}

function verbGroup(tokens: readonly Token[], at: number, determiner: Determiner): Pick<Profile, 'verb' | 'tense' | 'passive' | 'negated'> {
  const end = groupEnd(tokens, at);
  const group = tokens.slice(at, end + 1);
  const [first, last] = [tokens[at] as Token, group.findLast(({ pos }) => pos === 'VERB' || pos === 'AUX') ?? (tokens[at] as Token)];
  const rest = group.slice(1);
  const passive = group.some(({ lemma }, index) => lemma === 'be' && index + 1 < group.length) && last.pos === 'VERB' && !/ing$/u.test(last.lower);
  const negated = determiner === 'nobody' || group.some(({ lower }) => /^(?:not|n[’']t|never|nor|hardly|rarely|seldom)$/u.test(lower)) || /^(?:no|nothing|nobody|none|little|few)$/u.test(tokens[end + 1]?.lower ?? '');
  return { verb: last, tense: tenseOf(first, rest), passive, negated };
}

function tenseOf(first: Token, rest: readonly Token[]): Tense {
  if (MODAL.test(first.lower)) return 'modal';
  const participle = rest.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (/^(?:has|have|'ve|’ve)$/u.test(first.lower) && participle) return 'perfect';
  if (first.lower === 'had' && participle) return 'past-perfect';
  if (/^(?:was|were|had|did)$/u.test(first.lower)) return 'past';
  if (AUXILIARY.test(first.lower)) return 'present';
  if (first.lower !== first.lemma && !/s$/u.test(first.lower)) return 'past';
  return first.lower === first.lemma && /^(?:put|set|let|cut|read|cost|hit|shut|hurt|spread)$/u.test(first.lower) ? 'past' : 'present';
}
