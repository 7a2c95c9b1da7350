import type { Head } from './clause.ts';
import { ABSTRACT, finiteAfter, isBareVerb } from './finite.ts';
import type { Token } from './tokens.ts';
import { tag } from './tokens.ts';
import { MODALS, isParticiple, lemmaOf, verbAfter } from './verb-forms.ts';

/** Imperative ("Audit 50 records"), gerund ("Ensuring …"), infinitive ("Police to audit …", "To agree …"), subjunctive ("that the Trust review …"). */
export function openingHeads(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>): Head[] {
  const subjunctive = subjunctiveHead(text, tokens, verbs);
  if (subjunctive !== null) return [subjunctive];
  const first = tokens.findIndex((token) => token.pos !== 'PUNCT' && !/^(?:urgently|immediately|jointly|also|then|therefore|please|formally|regularly|and|or|(?!early|only|family|weekly|monthly|daily|yearly|quarterly|elderly|likely)\w{3,20}ly)$/u.test(token.lower));
  const token = tokens[first];
  if (token === undefined) return [];
  const opener = { verb: { start: token.start, end: token.end }, lemma: lemmaOf(token, verbs), passive: false };
  if (token.lower === 'to' && tokens[first + 1] !== undefined) {
    const verb = tokens[first + 1];
    const comma = tokens.findIndex((other, at) => at > first && other.lower === ',');
    if (verb !== undefined && (comma === -1 || !tokens.slice(comma).some((other) => MODALS.has(other.lower)))) return [{ subject: null, modal: 'to', verb: { start: verb.start, end: verb.end }, lemma: lemmaOf(verb, verbs), passive: false }];
  }
  if (/^[a-z-]{3,20}ing$/u.test(token.lower) && !isTopic(tokens, first) && (token.pos === 'VERB' || verbs.has(lemmaOf(token, verbs))) && !finiteAfter(tokens, first)) return [{ subject: null, modal: null, ...opener }];
  if (isImperative(text, tokens, first, verbs)) return [{ subject: null, modal: null, ...opener }];
  const infinitive = infinitiveHead(text, tokens, first, verbs);
  return infinitive === null ? [] : [infinitive];
}

/** "Understanding of eating disorders", "Learning around risks": a noun that names a subject. */
function isTopic(tokens: readonly Token[], first: number): boolean {
  return /^(?:understanding|learning|safeguarding|meaning|wellbeing|housing|funding|standing)$/u.test(tokens[first]?.lower ?? '') && /^(?:of|around|about|from|for|on|in)$/u.test(tokens[first + 1]?.lower ?? '');
}

/**
 * A verb in base form at the start and no finite verb later in the main clause. The tagger reads sentence-initial "Review" and "Audit"
 * as nouns, so a lexicon verb counts too, unless what follows shows it to be one ("Audit findings were …", "Review of …").
 */
function isImperative(text: string, tokens: readonly Token[], first: number, verbs: ReadonlySet<string>): boolean {
  const token = tokens[first];
  const next = tokens[first + 1];
  if (token === undefined || next === undefined || !/^[\p{L}-]+$/u.test(token.text)) return false;
  if (token.lower === 'do' && /^(?:more|not|this|something)$/u.test(next.lower)) return true;
  // "Clear thresholds for referral": an adjective, unless a thing of its own follows ("Clear the backlog").
  if (token.pos === 'ADJ' && !/^(?:DET|PRON|NUM)$/u.test(next.pos)) return false;
  // "Fund, until the form is live, one nurse."
  if (next.lower === ',' && verbs.has(token.lower) && tokens.slice(first + 2, first + 14).some(({ lower }) => lower === ',') && /^(?:until|from|by|as|with|for|in|within|where|if|when|before|after|through|jointly)$/u.test(tokens[first + 2]?.lower ?? '')) return true;
  // "Be alert to missed appointments."
  if (token.lower === 'be') return /^(?:ADJ|ADV|VERB|DET)$/u.test(next.pos);
  if (token.lower === 'have') return next.pos === 'DET' && !finiteAfter(tokens, first);
  // "Remind those who visit that …", "Stop the copying, since a page was carried forward": the finite verb stands in a clause of its own.
  if (verbs.has(token.lower) && /^(?:DET|PRON|NUM)$/u.test(next.pos) && !/^(?:is|was|are|were)$/u.test(tokens[first + 2]?.lower ?? '')) return true;
  if (/^(?:PRON|DET|ADP|AUX|SCONJ|CCONJ|NUM)$/u.test(token.pos)) return false;
  if (/(?:ing|ed|s)$/u.test(token.lower) && !/(?:ss|discuss|address|need|embed|cross)$|^(?:bring|ring|sing|wring|feed|speed|heed)$/u.test(token.lower)) return false;
  if (finiteAfter(tokens, first)) return false;
  const known = verbs.has(token.lower);
  return looksImperative(tokens, first, known) && (known || isVerbBehindModal(text, token));
}

/** The tagger is asked last, since each asking costs a reading of its own. */
function isVerbBehindModal(text: string, token: Token): boolean {
  return tag(`They should ${token.lower}${text.slice(token.end, token.end + 60)}`)[2]?.pos === 'VERB';
}

function looksImperative(tokens: readonly Token[], first: number, known: boolean): boolean {
  const [token, next] = [tokens[first], tokens[first + 1]];
  if (token === undefined || next === undefined) return false;
  if (next.lower === 'to' && /^(?:report|write|return|refer|apologise|respond|listen|speak|talk|reply|move)$/u.test(token.lower)) return true;
  if (/^(?:of|is|was|are|were|has|had|and|by|against|to)$/u.test(next.lower)) return known && token.pos === 'VERB' && (/^(?:and|to|against)$/u.test(next.lower) || (next.lower === 'of' && /^(?:each|every|all|the)$/u.test(tokens[first + 2]?.lower ?? '') && token.lower === 'require'));
  return known || token.pos === 'VERB' || /^(?:DET|PRON|NUM|ADJ|PROPN)$/u.test(next.pos);
}

/** "NHS Northmere to amend the form": a noun phrase, "to", a verb, and no finite verb. */
function infinitiveHead(text: string, tokens: readonly Token[], first: number, verbs: ReadonlySet<string>): Head | null {
  const to = tokens.findIndex((token, index) => index > first && token.lower === 'to' && (tokens[index + 1]?.pos === 'VERB' || tokens[index + 1]?.lower === 'be' || verbs.has(tokens[index + 1]?.lower ?? '')));
  if (to < 1 || to > first + 16) return null;
  const before = tokens.slice(first, to);
  // "Housing association to …", "Force to …": the tagger takes some names for verbs.
  if (before.some((token, index) => token.pos === 'AUX' || (token.pos === 'VERB' && index > 0 && !/^\p{Lu}/u.test(token.text) && !/ing$|^(?:leads|heads|chairs|trusts|forces|named|designated|delegated|appointed|allocated|registered|lead|commissioned)$/u.test(token.lower)) || token.lower === 'how')) return null;
  if (before.some((_, index) => isBareVerb(before, index))) return null;
  // "This places a burden on the Trust to …": a pronoun is no owner of an action, and what follows it is a finite verb.
  if (/^(?:this|these|those|that|it|there|he|she|they|we|what|such)$/u.test(before[0]?.lower ?? '')) return null;
  // "Management oversight to be strengthened.", "Training to be rolled out."
  const passive = tokens[to + 1]?.lower === 'be' && tokens.slice(to + 2, to + 5).some(isParticiple);
  // "The need to …", "Failure to …", "Opportunities to …": the infinitive belongs to the noun.
  if (!passive && (/^(?:need|needs|failure|opportunity|opportunities|ability|attempts?|reluctance|time|way|ways|effort|efforts|decision|right|duty|responsibility|plans?|steps?|how|order|access|response|approach|attention|able|likely|commitment|importance|requirement|action|due|according|referrals?|work|further|training|regard|urgent)$/u.test(before.at(-1)?.lower ?? '') || ABSTRACT.test(text))) return null;
  // "Initiatives to equip staff are showing …" states; its infinitive hangs from the noun. "Schools to check that forms are signed" asks.
  if (finiteAfter(tokens.slice(0, endOfInfinitive(tokens, to)), to)) return null;
  const verb = verbAfter(tokens, to + 1);
  if (verb === null) return null;
  return { subject: { start: tokens[first]?.start ?? 0, end: before.at(-1)?.end ?? 0 }, modal: 'to', verb: { start: verb.token.start, end: verb.token.end }, lemma: lemmaOf(verb.token, verbs), passive: verb.passive };
}

/** Verbs whose object is a clause without "that": "Schools to ensure plans are signed". */
const TAKES_CLAUSE = /^(?:ensure|check|confirm|agree|ask|decide|say|state|know|see|assure|establish|test|make)$/u;

/** Up to where a finite verb would be that of the sentence: "before it is coded", "as the form has no box" and what "ensure" governs hold their own. */
function endOfInfinitive(tokens: readonly Token[], to: number): number {
  if (TAKES_CLAUSE.test(tokens[to + 1]?.lower ?? '')) return to + 1;
  const stop = tokens.findIndex(({ lower }, index) => index > to + 1 && (/^(?:before|after|until|unless|once|since|because|although|wherever|whenever|;)$/u.test(lower) || (lower === ',' && /^(?:as|the|its|their|a|an|numbers?|with|given|each)$/u.test(tokens[index + 1]?.lower ?? ''))));
  return stop === -1 ? tokens.length : stop;
}

/** "It is recommended that the Trust review its form", "that a protocol be agreed". */
function subjunctiveHead(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>): Head | null {
  const that = tokens.findIndex((token, index) => token.lower === 'that' && (index === 0 || (/^(?:is|are)$/u.test(tokens[index - 1]?.lower ?? '') && /^(?:recommendation|ask|advice|request|proposal)s?$/u.test(tokens[index - 2]?.lower ?? '')) || /^(?:recommend|recommends|recommended|propose|proposes|proposed|suggest|suggests|suggested|ask|asks|request|requests|requested|urge|urges)$/u.test(tokens[index - 1]?.lower ?? '')));
  if (that === -1) return null;
  for (let at = that + 2; at < Math.min(tokens.length, that + 24); at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token === undefined || before === undefined) break;
    const subject = { start: tokens[that + 1]?.start ?? 0, end: before.end };
    if (token.lower === 'be' && tokens[at + 1] !== undefined && isParticiple(tokens[at + 1] as Token)) {
      const participle = tokens[at + 1] as Token;
      return { subject, modal: 'that', verb: { start: participle.start, end: participle.end }, lemma: lemmaOf(participle, verbs), passive: true };
    }
    const base = lemmaOf(token, verbs);
    if ((token.pos === 'VERB' || verbs.has(token.lower)) && (token.lower === base || token.lower === `${base}s` || token.lower === `${base}es`) && /^(?:NOUN|PROPN|PUNCT|ADV)$/u.test(before.pos) && !/^(?:DET|ADJ|ADP)$/u.test(before.pos)) {
      return { subject, modal: 'that', verb: { start: token.start, end: token.end }, lemma: lemmaOf(token, verbs), passive: false };
    }
  }
  return null;
}
