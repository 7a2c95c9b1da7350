import type { Span } from '../document.ts';
import type { Token } from './tokens.ts';
import { tag } from './tokens.ts';
import { trimmedEnd } from './trim.ts';

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

export interface Clause {
  readonly mood: Mood;
  readonly asks: readonly Ask[];
  readonly past: boolean;
  readonly tokens: readonly Token[];
}

const MODALS = new Set(['should', 'must', 'shall', 'will', 'ought']);
const ADVERB = /^(?:also|now|then|therefore|always|never|not|n[’']t|jointly|together|urgently|immediately|promptly|regularly|routinely|consistently|actively|formally|further|clearly|each|all|both|only|first|instead|specifically|additionally|explicitly|proactively|collectively|where|swiftly|again|in|turn|take|\w{3,20}ly)$/u;
const SOFT = /\b(?:consideration (?:should|could|might|may|needs? to|is|be|to)(?: also)? (?:be )?(?:given|giving)|(?:may|might|could)(?: also| well| \w+ly)? (?:be (?:considered|helpful|useful|beneficial)|wish to|want to|consider|be asked)|would (?:benefit|help|enable|welcome|be (?:helpful|useful|beneficial|valuable|of value))|there (?:would be|is|may be) (?:value|merit|benefit)|it would be (?:helpful|useful|beneficial|good)|worth considering)\b/iu;
const RECOMMEND = /\b(?:(?:i|we|it is|(?:the|this) (?:review|reviewer|author|panel|report|lead reviewer|independent reviewer|review team|partnership|board|reviewers|authors)(?: therefore| also| further)?)(?: also| therefore| further| strongly)? (?:recommend(?:s|ed)?|propos(?:e|es|ed)|suggest(?:s|ed)?|ask(?:s|ed)?|urge[sd]?|advise[sd]?|invite[sd]?|request(?:s|ed)?|call(?:s)? (?:on|for)|would (?:ask|like to see|recommend|urge|propose|suggest)))\b|\b(?:is|are) (?:strongly )?(?:recommended|asked|requested|invited|urged|advised|called on|encouraged|directed|instructed)\b|\bmy (?:first|second|third|final|next|main)? ?(?:recommendation|ask|advice) (?:is|to)\b|\brecommendation (?:is|to|for)\b/iu;
const COUNTERFACTUAL = /\b(?:should|could|ought to|would|might|needed to|must) (?:not |also |all |both |always )?(?:have|’ve|'ve) (?:\w{2,20}ly )?(?:been|had|done|made|seen|known|led|gone|given|taken|told|held|kept|met|sought|sent|set|shown|spoken|written|put|come|become|begun|brought|built|caught|chosen|drawn|felt|found|heard|left|lost|paid|read|raised|rung|run|driven|eaten|drunk|worn|grown|stood|slept|fallen|torn|woken|said|spent|taught|thought|understood|won|\w{2,20}ed)\b|\bif only\b/iu;
const FINITE = /\b(?:is|are|was|were|has|have|had|does|do|did|can|could|may|might|would|should|must|shall|will|cannot|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|didn['’]t|doesn['’]t|don['’]t|hasn['’]t|haven['’]t|hadn['’]t)\b/iu;
const PAST = /\b(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|hadn['’]t)\b/iu;

/** Reads how a sentence is put and what it asks. `verbs` is the set of lemmas that may open an imperative. */
export function readClause(text: string, verbs: ReadonlySet<string>): Clause {
  const tokens = tag(text);
  const asks = findAsks(text, tokens, verbs);
  return { mood: moodOf(text, tokens, asks), asks, past: PAST.test(text) || pastTense(tokens), tokens };
}

function moodOf(text: string, tokens: readonly Token[], asks: readonly Ask[]): Mood {
  if (/\?["'”’)]*\s*$/u.test(text) || /^(?:how (?:well|can|do|does|will|might|could|should|far|confident|would) |is it |are (?:we|you|there) |do (?:we|you) |what (?:can|would|could|might|do|does|is|are|needs?) (?:we|you|the|it|be|this|our|need)\b)/iu.test(text) && !/[.]$/u.test(text)) return 'question';
  if (SOFT.test(text)) return 'soft';
  if (RECOMMEND.test(text)) return 'recommend';
  const modal = asks.find((ask) => ask.modal !== null && ask.modal !== 'to');
  if (COUNTERFACTUAL.test(text) && modal === undefined) return 'counterfactual';
  if (modal !== undefined) return 'modal';
  if (asks.some((ask) => ask.modal === 'to')) return 'infinitive';
  const first = asks[0];
  if (first !== undefined) return /ing$/iu.test(text.slice(first.verb.start, first.verb.end)) ? 'gerund' : 'imperative';
  return hasFiniteVerb(text, tokens) ? 'statement' : 'phrase';
}

/** Past-tense verbs carry no auxiliary: "The midwife recorded two visits." */
function pastTense(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => token.pos === 'VERB' && token.lower !== token.lemma && /(?:ed|ght|told|made|saw|gave|took|went|came|felt|said|held|kept|left|met|knew|wrote|spoke|became|began|found|chose)$/u.test(token.lower) && isFiniteAt(tokens, index));
}

function hasFiniteVerb(text: string, tokens: readonly Token[]): boolean {
  const main = mainClause(tokens);
  // "The length of time children have to wait": the verb stands in a clause that hangs from an abstract noun.
  if (ABSTRACT.test(text) && !main.some((token, index) => (token.pos === 'AUX' || FINITE.test(token.text)) && main[index + 1]?.lower !== 'to')) return false;
  if (main.some((token) => token.pos === 'AUX' || FINITE.test(token.text))) return true;
  if (main.some((_, index) => isBareVerb(main, index))) return true;
  return main.some((token, index) => token.pos === 'VERB' && isFiniteAt(main, index)) || (main.length < tokens.length && FINITE.test(text.slice(0, main.at(-1)?.end ?? 0)));
}

const ABSTRACT = /^(?:the|a|an)?\s*(?:[a-z-]+\s+){0,2}(?:timeliness|quality|length|amount|extent|rigour|consistency|effectiveness|availability|access|development|number|level|degree|ways?|use|understanding|range|speed|frequency|variability|oversight|availability|way)\b/iu;

/** "Schools report a rise", "MASH staff work across the county": after a plural the tagger takes the verb for a noun. */
function isBareVerb(tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (before === undefined || token === undefined || next === undefined || token.pos !== 'NOUN' || token.lower !== token.lemma) return false;
  if (!/^(?:report|record|work|share|say|aim|attend|review|plan|audit|visit|meet|help|need|lack|struggle|benefit|delay|cause|place|hold|face|show|fear|trust|demand|offer|support|question|challenge|contact|transfer|result)$/u.test(token.lower)) return false;
  const plural = /(?:[^s]s|staff|police|people|children)$/u.test(before.lower) && /^(?:NOUN|PROPN)$/u.test(before.pos);
  return plural && (next.pos === 'DET' || next.pos === 'PRON' || (next.pos === 'ADP' && next.lower !== 'of'));
}

/** Tokens outside subordinate clauses: "How consistently officers gather …" and "the boys who were …" hold no main verb. */
function mainClause(tokens: readonly Token[]): Token[] {
  const first = tokens[0]?.lower ?? '';
  if (first === 'how' || first === 'whether') return [];
  const stop = tokens.findIndex((token, index) => index > 0 && /^(?:who|which|whose|whom|that|where|when|while|because|if|as|with|how|what|whether)$/u.test(token.lower) && (token.pos !== 'DET' || token.lower === 'what'));
  if (stop <= 0) return [...tokens];
  // A relative clause may be followed by the main verb: "Children who go missing are seen …": look on after it only for an auxiliary at depth 0.
  const rest = tokens.slice(stop);
  const second = rest.filter((token) => token.pos === 'AUX' || token.pos === 'VERB');
  return second.length > 1 && /^(?:who|which|whose|where)$/u.test(rest[0]?.lower ?? '') && stop <= 4 ? [...tokens] : tokens.slice(0, stop);
}

/** A verb form that can carry a clause: not after "to", not an -ing form without auxiliary, not a participle after its noun's article. */
function isFiniteAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined || index === 0) return false;
  if (/ing$/u.test(token.lower)) return false;
  if (before === undefined || before.lower === 'to' || /^(?:ADP|DET|ADJ|PUNCT|CCONJ)$/u.test(before.pos)) return false;
  const next = tokens[index + 1];
  // "concerns received about", "information held on": a reduced relative.
  if (/(?:ed|en|held|made|seen|given|taken|kept|set)$/u.test(token.lower) && next !== undefined && /^(?:ADP|SCONJ)$/u.test(next.pos)) return next.lower !== 'that' && tokens.length < 9 ? false : next.lower === 'that';
  return before.pos === 'NOUN' || before.pos === 'PROPN' || before.pos === 'PRON' || before.pos === 'ADV';
}

function findAsks(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>): Ask[] {
  const heads = modalHeads(text, tokens, verbs);
  const found = heads.length > 0 ? heads : openingHeads(text, tokens.slice(afterLead(text, tokens)), verbs);
  const asks: Omit<Ask, 'end'>[] = [];
  for (const [position, head] of found.entries()) {
    asks.push(head);
    const limit = found[position + 1]?.verb.start ?? text.length;
    asks.push(...coordinated(tokens, head, limit, verbs));
  }
  return asks.map((ask, index) => ({ ...ask, end: Math.min(text.trimEnd().length, nextStart(text, asks[index + 1]?.verb.start ?? text.length, asks[index + 1])) }));
}

/**
 * Index of the first token behind a lead-in that is no part of the ask: "(R4a) Revise …", "Head of Midwifery: audit …",
 * "With the fourth, ask …".
 */
function afterLead(text: string, tokens: readonly Token[]): number {
  const lead = /^(?:\([A-Z]?\d{1,2}[a-z]?\)\s*)?(?:[^.:;?!]{3,90}:\s+(?=\p{L})|(?:with|for|on|in|at|before|after|when|where|until|as|from|during)\b[^,.;:]{2,70},\s+(?=\p{Ll}))?/iu.exec(text)?.[0] ?? '';
  const first = tokens.findIndex(({ start }) => start >= lead.length);
  return lead === '' || first <= 0 || first >= tokens.length - 1 ? 0 : first;
}

const JOINT = /\b(?:and|or|then|also|to|as well as)$/iu;

/** Before the next ask stand its "and", commas and subject. */
function nextStart(text: string, verbStart: number, next: Omit<Ask, 'end'> | undefined): number {
  const from = next?.subject !== null && next?.subject !== undefined && next.subject.end <= verbStart ? Math.min(next.subject.start, verbStart) : verbStart;
  let end = trimmedEnd(text, from, ',;');
  for (let joint = JOINT.exec(text.slice(Math.max(0, end - 12), end)); joint !== null; joint = JOINT.exec(text.slice(Math.max(0, end - 12), end))) end = trimmedEnd(text, end - joint[0].length, ',;');
  return end;
}

type Head = Omit<Ask, 'end'>;

function modalHeads(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>): Head[] {
  const heads: Head[] = [];
  let from = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const after = modalAt(tokens, index, verbs);
    if (after === null) continue;
    const token = tokens[index];
    if (token === undefined) continue;
    const head = verbAfter(tokens, after.next) ?? bareStem(tokens, index, after.next);
    if (head === null || (head.perfect && after.modal !== 'will')) continue;
    const subject = after.subject ?? subjectBefore(text, tokens, index, from);
    if ((subject !== null || heads.length > 0) && inSubordinate(tokens, index, heads.length > 0)) continue;
    heads.push({ subject, modal: after.modal, verb: { start: head.token.start, end: head.token.end }, lemma: lemmaOf(head.token, verbs), passive: head.passive });
    from = head.token.end;
    index = Math.max(index, after.next);
  }
  return heads;
}

/** "The Partnership should:" leads in its verbs: the modal stands for them. */
function bareStem(tokens: readonly Token[], index: number, next: number): { token: Token; passive: boolean; perfect: boolean } | null {
  const rest = tokens.slice(next).filter((token) => token.pos !== 'ADV' && !ADVERB.test(token.lower));
  const token = tokens[index];
  return token !== undefined && rest.every(({ lower }) => /^[:,–—-]$/u.test(lower)) ? { token, passive: false, perfect: false } : null;
}

/** "so that children will …", "who should …", "if they must …": no ask of the sentence. */
function inSubordinate(tokens: readonly Token[], index: number, later: boolean): boolean {
  // "the issues that need to be tackled": the modal's subject is the relative pronoun.
  if (/^(?:that|which|who|what)$/u.test(tokens[index - 1]?.lower ?? '') && index > 1) return true;
  for (let at = index - 1; at >= Math.max(0, index - 14); at -= 1) {
    const lower = tokens[at]?.lower ?? '';
    if (lower === '.' || lower === ';' || lower === ':') return false;
    // "It is recommended that X should" asks; "should agree that X will" says what is agreed.
    if (lower === 'that' && tokens.slice(at, index).some((token) => token.lower === ',')) return false;
    if (lower === 'that' && !later) return /^(?:so|such)$/u.test(tokens[at - 1]?.lower ?? '');
    if (lower === 'that') return at > 0 && !/^(?:recommend|recommends|recommended|propose|proposes|proposed|suggest|suggests|suggested|ask|asks|asked|request|requests|requested|urge|urges|is|are|and|or|also|,)$/u.test(tokens[at - 1]?.lower ?? '');
    if (lower === 'who' || lower === 'which' || lower === 'if' || lower === 'when' || lower === 'what' || lower === 'how' || lower === 'whether' || lower === 'where' || lower === 'because' || lower === 'as') {
      // "If a child is not seen, the nurse must …": a comma closes the subordinate clause.
      return !tokens.slice(at, index).some((token) => token.lower === ',');
    }
  }
  return false;
}

function modalAt(tokens: readonly Token[], index: number, verbs: ReadonlySet<string>): { modal: string; next: number; subject?: Span } | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined) return null;
  if (/^(?:should|would)$/u.test(token.lower) && /^(?:i|we)$/u.test(tokens[index - 1]?.lower ?? '') && /^(?:like|ask|urge|invite|want)$/u.test(next.lower)) return null;
  if (MODALS.has(token.lower)) return { modal: token.lower, next: token.lower === 'ought' ? index + 2 : index + 1 };
  if (/^needs?$/u.test(token.lower) && next.lower === 'to') return { modal: 'need', next: index + 2 };
  if (/^needs?$/u.test(token.lower) && /ing$/u.test(next.lower)) return null;
  if (/^(?:is|are)$/u.test(token.lower) && /^(?:therefore|also|now|then|thus|accordingly)$/u.test(next.lower) && tokens[index + 2]?.lower === 'to') return { modal: 'is to', next: index + 3 };
  if (/^(?:is|are|be)$/u.test(token.lower) && next.lower === 'to' && (tokens[index + 2]?.pos === 'VERB' || verbs.has(tokens[index + 2]?.lower ?? ''))) {
    // "The aim is to …" says what an aim is.
    return tokens.slice(Math.max(0, index - 6), index).some(({ lower }) => /^(?:aim|purpose|intention|role|plan|task|goal|point|job|hope|idea|view|objective|recommendation)s?$/u.test(lower)) && tokens[0]?.pos === 'DET' && index < 8 ? null : { modal: 'is to', next: index + 2 };
  }
  if (/^(?:asked|required|requested|invited|urged|directed|instructed|advised|recommended|recommends?|asks?|urges?|invites?|like)$/u.test(token.lower)) {
    const to = tokens.findIndex((other, at) => at > index && at <= index + 14 && other.lower === 'to' && (tokens[at + 1]?.pos === 'VERB' || tokens[at + 1]?.pos === 'AUX' || verbs.has(tokens[at + 1]?.lower ?? '')));
    const that = next.lower === 'that';
    const reports = !/^(?:asks?|urges?|invites?|like|recommends?)$/u.test(token.lower) || /^(?:i|we|review|reviewer|reviewers|author|authors|panel|would|should|report|also|therefore)$/u.test(tokens[index - 1]?.lower ?? '');
    if (to !== -1 && !that && reports) {
      // "We ask NHS England to revise …": whoever is asked is the owner.
      const active = /^(?:recommends?|asks?|urges?|invites?|like)$/u.test(token.lower) || /^(?:i|we|review|reviewer|author|panel)$/u.test(tokens[index - 1]?.lower ?? '');
      const [from, until] = [tokens[index + 1], tokens[to - 1]];
      const subject = active && to > index + 1 && from !== undefined && until !== undefined ? { subject: { start: from.start, end: until.end } } : {};
      return { modal: token.lower === 'required' ? 'required to' : 'asked to', next: to + 1, ...subject };
    }
  }
  return null;
}

function verbAfter(tokens: readonly Token[], from: number): { token: Token; passive: boolean; perfect: boolean } | null {
  let at = from;
  let steps = 0;
  // "must, within six months, print": an aside between commas is passed over whole.
  if (tokens[at]?.lower === ',') {
    const close = tokens.findIndex((token, index) => index > at && index <= at + 12 && token.lower === ',');
    if (close !== -1) at = close + 1;
  }
  while (at < tokens.length && steps < 8 && isAside(tokens, at)) { at += 1; steps += 1; }
  const token = tokens[at];
  if (token === undefined || /^[.;:!?]$/u.test(token.lower)) return null;
  if (token.lower === 'have' && (tokens[at + 1]?.lower === 'been' || (tokens[at + 1]?.pos === 'VERB' && /(?:ed|en|one|ade|een|ought|old|iven|aken)$/u.test(tokens[at + 1]?.lower ?? '')))) return { token, passive: false, perfect: true };
  if (token.lower === 'be') {
    let next = at + 1;
    while (next < tokens.length && (tokens[next]?.pos === 'ADV' || ADVERB.test(tokens[next]?.lower ?? '')) && next < at + 4) next += 1;
    const participle = tokens[next];
    if (participle !== undefined && isParticiple(participle)) return { token: participle, passive: true, perfect: false };
  }
  return { token, passive: false, perfect: false };
}

function isAside(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.lower === ',') return true;
  if (token.pos === 'ADV' || ADVERB.test(token.lower)) return token.lower !== 'take' || false;
  return false;
}

function isParticiple(token: Token): boolean {
  return /(?:ed|en|made|given|held|built|sent|set|put|run|shown|seen|done|taken|told|kept|led|met|sought|brought|taught|drawn|known|found|paid|read|written|understood|begun|chosen|clear)$/u.test(token.lower) && token.pos !== 'ADP' && token.lower !== 'clear';
}

/** What stands between the start of the clause and the modal, without its lead-in ("Recommendation 2: that …"). */
function subjectBefore(text: string, tokens: readonly Token[], index: number, from: number): Span | null {
  let start = from;
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.start < from) break;
    if (/^[;:.?!]$/u.test(token.lower) || (token.lower === 'that' && at > 0 && /^(?:recommend|recommends|recommended|propose|proposes|proposed|suggest|suggests|suggested|ask|asks|requests?|requested|agreed|ensures?|urges?)$/u.test(tokens[at - 1]?.lower ?? ''))) { start = token.end; break; }
  }
  if (start === from && from > 0) start = afterJoin(text, from, tokens[index]?.start ?? from);
  while (start < text.length && /[\s,]/u.test(text[start] ?? '')) start += 1;
  // "The hospital is asked to …": the auxiliary belongs to the verb.
  let last = index;
  while (last > 0 && /^(?:is|are|be|been|was|were|also|therefore|respectfully|strongly|hereby)$/u.test(tokens[last - 1]?.lower ?? '')) last -= 1;
  const end = text.slice(0, tokens[last]?.start ?? 0).trimEnd().length;
  return end > start ? { start, end } : null;
}

/** Behind an earlier ask of the same sentence a new subject begins at the last comma or "and": "shall close …, and the force shall …". */
function afterJoin(text: string, from: number, modal: number): number {
  const between = text.slice(from, modal);
  const join = Math.max(between.lastIndexOf(','), between.lastIndexOf(';'), between.lastIndexOf(' and '));
  return join === -1 ? modal : from + join + (between.startsWith(' and ', join) ? 4 : 1);
}

/** Imperative ("Audit 50 records"), gerund ("Ensuring …"), infinitive ("Police to audit …", "To agree …"), subjunctive ("that the Trust review …"). */
function openingHeads(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>): Head[] {
  const subjunctive = subjunctiveHead(text, tokens, verbs);
  if (subjunctive !== null) return [subjunctive];
  const first = tokens.findIndex((token) => token.pos !== 'PUNCT' && !/^(?:urgently|immediately|jointly|also|then|therefore|please|formally|regularly|and|or|\w{3,20}ly)$/u.test(token.lower));
  const token = tokens[first];
  if (token === undefined) return [];
  const opener = { verb: { start: token.start, end: token.end }, lemma: lemmaOf(token, verbs), passive: false };
  if (token.lower === 'to' && tokens[first + 1] !== undefined) {
    const verb = tokens[first + 1];
    const comma = tokens.findIndex((other, at) => at > first && other.lower === ',');
    if (verb !== undefined && (comma === -1 || !tokens.slice(comma).some((other) => MODALS.has(other.lower)))) return [{ subject: null, modal: 'to', verb: { start: verb.start, end: verb.end }, lemma: lemmaOf(verb, verbs), passive: false }];
  }
  if (/^[a-z-]{3,20}ing$/u.test(token.lower) && (token.pos === 'VERB' || verbs.has(lemmaOf(token, verbs))) && !finiteAfter(tokens, first)) return [{ subject: null, modal: null, ...opener }];
  if (isImperative(text, tokens, first, verbs)) return [{ subject: null, modal: null, ...opener }];
  const infinitive = infinitiveHead(text, tokens, first, verbs);
  return infinitive === null ? [] : [infinitive];
}

function finiteAfter(tokens: readonly Token[], from: number): boolean {
  return mainClause(tokens.slice(from)).some((token, index, all) => index > 0 && token.pos === 'AUX' && /^(?:is|are|was|were|has|had|does|did|can|could|may|might|would|should|must|shall|will|isn|aren|wasn|weren|[’']s|[’']re)$/u.test(token.lower) && all[index - 1]?.lower !== 'to' && all[index - 1]?.lower !== 'that' && !all[index - 1]?.lower.endsWith('-') && all[index + 1]?.lower !== '-');
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
  if (/^(?:PRON|DET|ADP|AUX|SCONJ|CCONJ|NUM)$/u.test(token.pos)) return false;
  if (/(?:ing|ed|s)$/u.test(token.lower) && !/(?:ss|discuss|address|need|embed|cross)$/u.test(token.lower)) return false;
  if (finiteAfter(tokens, first)) return false;
  const known = verbs.has(token.lower);
  if (!known && tag(`They should ${token.lower}${text.slice(token.end, token.end + 60)}`)[2]?.pos !== 'VERB') return false;
  if (/^(?:of|is|was|are|were|has|had|and|by|against|to)$/u.test(next.lower)) return known && /^(?:and|to|against)$/u.test(next.lower) && token.pos === 'VERB';
  return known || token.pos === 'VERB' || /^(?:DET|PRON|NUM|ADJ|PROPN)$/u.test(next.pos);
}

/** "NHS Northmere to amend the form": a noun phrase, "to", a verb, and no finite verb. */
function infinitiveHead(text: string, tokens: readonly Token[], first: number, verbs: ReadonlySet<string>): Head | null {
  const to = tokens.findIndex((token, index) => index > first && token.lower === 'to' && (tokens[index + 1]?.pos === 'VERB' || tokens[index + 1]?.lower === 'be' || verbs.has(tokens[index + 1]?.lower ?? '')));
  if (to < 1 || to > first + 16) return null;
  const before = tokens.slice(first, to);
  // "Housing association to …", "Force to …": the tagger takes some names for verbs.
  if (before.some((token, index) => token.pos === 'AUX' || (token.pos === 'VERB' && index > 0 && !/^\p{Lu}/u.test(token.text) && !/ing$/u.test(token.lower)) || token.lower === 'how')) return null;
  if (before.some((_, index) => isBareVerb(before, index))) return null;
  // "This places a burden on the Trust to …": a pronoun is no owner of an action, and what follows it is a finite verb.
  if (/^(?:this|these|those|that|it|there|he|she|they|we|what|such)$/u.test(before[0]?.lower ?? '')) return null;
  // "The need to …", "Failure to …", "Opportunities to …": the infinitive belongs to the noun.
  if (/^(?:need|needs|failure|opportunity|opportunities|ability|attempts?|reluctance|time|way|ways|effort|efforts|decision|right|duty|responsibility|plans?|steps?|how|order|access|response|approach|attention|able|likely|commitment|importance|requirement|action|due|according|referrals?|work|further|training|regard|urgent)$/u.test(before.at(-1)?.lower ?? '') || ABSTRACT.test(text)) return null;
  // "Initiatives to equip staff are showing …" states; its infinitive hangs from the noun.
  if (finiteAfter(tokens, to)) return null;
  const verb = verbAfter(tokens, to + 1);
  if (verb === null) return null;
  return { subject: { start: tokens[first]?.start ?? 0, end: before.at(-1)?.end ?? 0 }, modal: 'to', verb: { start: verb.token.start, end: verb.token.end }, lemma: lemmaOf(verb.token, verbs), passive: verb.passive };
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

/** Further verbs under the same modal: "should audit 50 files and report to the Board". */
function coordinated(tokens: readonly Token[], head: Head, limit: number, verbs: ReadonlySet<string>): Head[] {
  const heads: Head[] = [];
  let depth = 0;
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.start <= head.verb.end) continue;
    if (token.start >= limit) break;
    if (token.lower === '(') depth += 1;
    if (token.lower === ')') depth -= 1;
    // Inside "so that …", "that asks …" and purposes the conjunction joins something else.
    if (/^(?:that|which|who|whether|how|when|where|because|if|while|whose)$/u.test(token.lower)) break;
    if (depth > 0) continue;
    const before = tokens[at - 1]?.lower ?? '';
    const and = before === 'and' || before === ',' || before === ';' || (before === 'to' && tokens[at - 2]?.lower === 'and') || before === 'then';
    if (!and) continue;
    const gerund = /ing$/u.test(head.verb.end > head.verb.start ? tokens.find((t) => t.start === head.verb.start)?.lower ?? '' : '');
    const base = gerund ? /ing$/u.test(token.lower) && verbs.has(lemmaOf(token, verbs)) : verbs.has(token.lower) && token.lower === lemmaOf(token, verbs);
    const passive = head.passive && isParticiple(token) && token.pos === 'VERB' && before === 'and';
    if (!base && !passive) continue;
    const next = tokens[at + 1];
    if (next === undefined || /^[.,;)]$/u.test(next.lower) || /^(?:of|and|is|was|are|were|or)$/u.test(next.lower)) continue;
    if (base && !gerund && token.pos !== 'VERB' && !/^(?:DET|PRON|NUM|ADP|PART|SCONJ)$/u.test(next.pos)) continue;
    heads.push({ subject: null, modal: head.modal, verb: { start: token.start, end: token.end }, lemma: lemmaOf(token, verbs), passive });
  }
  return heads;
}

/** wink lemmatises by its tag, and tags "Audit" as a name; strip what it leaves. */
function lemmaOf(token: Token, verbs: ReadonlySet<string>): string {
  const lemma = token.lemma.toLowerCase();
  if (verbs.has(lemma) || lemma !== token.lower || !/(?:ing|ed|s)$/u.test(lemma)) return lemma;
  const known = [lemma.replace(/(?:ing|ed)$/u, ''), lemma.replace(/(?:ing|ed)$/u, 'e'), lemma.replace(/(.)\1(?:ing|ed)$/u, '$1'), lemma.replace(/ied$/u, 'y'), lemma.replace(/s$/u, '')].find((form) => verbs.has(form));
  if (known !== undefined) return known;
  if (/ing$/u.test(lemma) && lemma.length > 5) {
    const stem = lemma.slice(0, -3);
    if (/(?:at|is|ur|ag|uc|iv|id|or|ov|as|os|c|v|z|u|ang|dg|clos|us)$/u.test(stem)) return `${stem}e`;
    return stem.replace(/([bdgmnprt])\1$/u, '$1');
  }
  return lemma;
}
