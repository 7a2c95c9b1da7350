import type { Span } from '../document.ts';
import type { Ask, Head } from './clause.ts';
import { openingHeads } from './openings.ts';
import type { Token } from './tokens.ts';
import { trimmedEnd } from './trim.ts';
import { ADVERB, MODALS, afterAsides, isParticiple, lemmaOf, verbAfter } from './verb-forms.ts';

export function findAsks(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>): Ask[] {
  const heads = modalHeads(text, tokens, verbs);
  return asksOf(text, tokens, heads.length > 0 ? heads : openingHeads(text, tokens.slice(afterLead(text, tokens, verbs)), verbs), verbs);
}

/** Asks from their heads: further verbs under the same modal, each to where the next begins. */
export function asksOf(text: string, tokens: readonly Token[], found: readonly Head[], verbs: ReadonlySet<string>): Ask[] {
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
function afterLead(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>): number {
  const number = NUMBER.exec(text)?.[0] ?? '';
  const lead = number + (/^(?:[^.:;?!“”"‘]{3,90}:\s+(?=\p{L})|[^.:;?!]{3,60},\s+please\s+|(?:with|for|on|in|at|before|after|when|where|until|as|from|during)\b[^,.;:]{2,70},\s+(?=\p{Ll})|(?:since|because|given|as|although|while|once|unless|if|in view of|in the light of|in light of)\b[^.;:]{2,160}?,\s+(?=(?:the|its|our|each|all|every)\s)|[^,.;:?!]{3,120}\shaving\s[^,.;:]{3,120},\s+(?=\p{L})|[^.;:?!]{8,160}?,\s+so\s+(?=[a-z]+\s(?:the|a|an|its|all|each|this|that)\s))?/iu.exec(text.slice(number.length))?.[0] ?? '');
  const first = tokens.findIndex(({ start }) => start >= lead.length);
  // "Swap the pages for one side: whom to ring, …": no label, but the ask itself.
  if (lead.trimEnd().endsWith(':') && verbs.has(tokens[0]?.lower ?? '') && /^(?:DET|PRON|NUM|ADJ)$/u.test(tokens[1]?.pos ?? '')) return 0;
  return lead === '' || first <= 0 || first >= tokens.length - 1 ? 0 : first;
}

/** "(R4a) Revise …", "D3. Search …", "1.2 Buy …"; not "30 forms". */
const NUMBER = /^(?:\([A-Z]?\d{1,2}[a-z]?\)\s*|(?:[A-Z]{1,2}\d{1,2}|\d{1,2}(?:\.\d{1,2})?)[.):]?\s+(?=\p{Lu}))/u;

const JOINT = /\b(?:and|or|then|also|to|as well as)$/i;

/** Before the next ask stand its "and", commas and subject. */
function nextStart(text: string, verbStart: number, next: Omit<Ask, 'end'> | undefined): number {
  const from = next?.subject !== null && next?.subject !== undefined && next.subject.end <= verbStart ? Math.min(next.subject.start, verbStart) : verbStart;
  let end = trimmedEnd(text, from, ',;');
  for (let joint = JOINT.exec(text.slice(Math.max(0, end - 12), end)); joint !== null; joint = JOINT.exec(text.slice(Math.max(0, end - 12), end))) end = trimmedEnd(text, end - joint[0].length, ',;');
  return end;
}

function modalHeads(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>): Head[] {
  const strict = headsOf(text, tokens, verbs, false);
  return strict.length > 0 ? strict : headsOf(text, tokens, verbs, true);
}

/** `behindClause`: also a modal behind a whole clause inside its subject, "A letter that tells a child whether the law sees him as a suspect should …". */
function headsOf(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>, behindClause: boolean): Head[] {
  const heads: Head[] = [];
  let from = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    if (!OPENS_ASK.has(tokens[index]?.lower ?? '')) continue;
    const after = modalAt(tokens, index, verbs);
    if (after === null) continue;
    const token = tokens[index];
    if (token === undefined) continue;
    const head = verbAfter(tokens, after.next) ?? bareStem(tokens, index, after.next);
    if (head === null || (head.perfect && after.modal !== 'will')) continue;
    const subject = after.subject ?? subjectBefore(text, tokens, index, from);
    if ((subject !== null || heads.length > 0) && inSubordinate(tokens, index, heads.length > 0) && !(behindClause && closesClause(tokens, index))) continue;
    heads.push({ subject, modal: after.modal, verb: { start: head.token.start, end: head.token.end }, lemma: lemmaOf(head.token, verbs), passive: head.passive });
    from = head.token.end;
    index = Math.max(index, after.next);
  }
  return heads;
}

/** "The Partnership should:" leads in its verbs: the modal stands for them. */
function bareStem(tokens: readonly Token[], index: number, next: number): { token: Token; passive: boolean; perfect: boolean } | null {
  const rest = tokens.slice(afterAsides(tokens, next)).filter((token) => token.pos !== 'ADV' && !ADVERB.test(token.lower));
  const token = tokens[index];
  return token !== undefined && rest.every(({ lower }) => /^[:,–—-]$/u.test(lower)) ? { token, passive: false, perfect: false } : null;
}

/** Whether the clause inside the subject has its verb already, and the modal stands right behind a noun: "fathers who live apart should", "whether it sees him as a suspect should". */
function closesClause(tokens: readonly Token[], index: number): boolean {
  const opener = tokens.slice(0, index).findIndex(({ lower }, at) => at > 0 && /^(?:that|who|which|whose|where|whether|how|what)$/u.test(lower));
  if (opener < 1 || !/^(?:NOUN|PROPN)$/u.test(tokens[opener - 1]?.pos ?? '') || !/^(?:NOUN|PROPN|ADV|ADJ)$/u.test(tokens[index - 1]?.pos ?? '')) return false;
  return tokens.slice(opener + 1, index).some(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing')));
}

/** "so that children will …", "who should …", "if they must …": no ask of the sentence. */
function inSubordinate(tokens: readonly Token[], index: number, later: boolean): boolean {
  // "each recommendation it is asked to accept": a relative clause without its pronoun.
  if (later && /^(?:it|they|he|she)$/u.test(tokens[index - 2]?.lower ?? '') && /^(?:is|are)$/u.test(tokens[index - 1]?.lower ?? '') && tokens[index - 3]?.pos === 'NOUN') return true;
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

/** Words at which `modalAt` may find an ask; most tokens are none of them. */
const OPENS_ASK = new Set([...MODALS, ...'need needs is are be asked required requested invited urged directed instructed advised recommended recommend recommends ask asks urge urges invite invites like'.split(' ')]);

function modalAt(tokens: readonly Token[], index: number, verbs: ReadonlySet<string>): { modal: string; next: number; subject?: Span } | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined) return null;
  if (/^(?:should|would)$/u.test(token.lower) && /^(?:i|we)$/u.test(tokens[index - 1]?.lower ?? '') && /^(?:like|ask|urge|invite|want)$/u.test(next.lower)) return null;
  if (MODALS.has(token.lower)) return { modal: token.lower, next: token.lower === 'ought' ? index + 2 : index + 1 };
  // "reminded of the need to visit": a noun.
  if (/^needs?$/u.test(token.lower) && /^(?:DET|ADJ|ADP)$/u.test(tokens[index - 1]?.pos ?? '')) return null;
  if (/^needs?$/u.test(token.lower) && next.lower === 'to') return { modal: 'need', next: index + 2 };
  if (/^needs?$/u.test(token.lower) && /ing$/u.test(next.lower)) return null;
  if (/^(?:is|are)$/u.test(token.lower) && /^(?:therefore|also|now|then|thus|accordingly)$/u.test(next.lower) && tokens[index + 2]?.lower === 'to') return { modal: 'is to', next: index + 3 };
  if (/^(?:is|are|be)$/u.test(token.lower) && next.lower === 'to' && (tokens[index + 2]?.pos === 'VERB' || verbs.has(tokens[index + 2]?.lower ?? ''))) {
    // "The aim is to …" says what an aim is.
    return tokens.slice(Math.max(0, index - 6), index).some(({ lower }) => /^(?:aim|purpose|intention|role|plan|task|goal|point|job|hope|idea|view|objective|recommendation)s?$/u.test(lower)) && tokens[0]?.pos === 'DET' && index < 8 ? null : { modal: 'is to', next: index + 2 };
  }
  if (/^(?:asked|required|requested|invited|urged|directed|instructed|advised|recommended|recommends?|asks?|urges?|invites?|like)$/u.test(token.lower) && !/^(?:being|been|was|were)$/u.test(tokens[index - 1]?.lower ?? '')) {
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

/** What stands between the start of the clause and the modal, without its lead-in ("Recommendation 2: that …"). */
export function subjectBefore(text: string, tokens: readonly Token[], index: number, from: number): Span | null {
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
  while (last > 0 && /^(?:is|are|be|been|was|were|has|have|also|further|therefore|respectfully|strongly|hereby)$/u.test(tokens[last - 1]?.lower ?? '')) last -= 1;
  const end = text.slice(0, tokens[last]?.start ?? 0).trimEnd().length;
  return end > start ? { start, end } : null;
}

/** Behind an earlier ask of the same sentence a new subject begins at the last comma or "and": "shall close …, and the force shall …". */
function afterJoin(text: string, from: number, modal: number): number {
  const between = text.slice(from, modal);
  const join = Math.max(between.lastIndexOf(','), between.lastIndexOf(';'), between.lastIndexOf(' and '));
  return join === -1 ? modal : from + join + (between.startsWith(' and ', join) ? 4 : 1);
}

/** Verbs that are as often nouns: "and report the figures", but "the form and report". */
const NOUNS_TOO = new Set('access act aim answer approach audit benefit book brief budget call care cause chair challenge change charge chart check code comment concern contact contract copy cost count cover cut deal delay design document draft drive effect email end exercise face feed file film finish fit flag focus force form fund guide hand help hire hold host issue judge keep label lead lease letter limit link list look map mark match measure meet mention move name need note notice number offer order park part place plan play post practice present press print produce profile program project prompt purchase question queue raise rate read record refresh release rent repeat report request research result return review risk route run sample scan schedule school score search second set shape share shift show sign sort spot staff stage stamp start state step stock stop store study supply support survey swap switch table talk target task tender test text time track train transfer travel trial trigger trust turn use value view visit voice wait walk watch weight work worry'.split(' '));

/** Further verbs under the same modal: "should audit 50 files and report to the Board". */
function coordinated(tokens: readonly Token[], head: Head, limit: number, verbs: ReadonlySet<string>): Head[] {
  const heads: Head[] = [];
  const opens = tokens.findIndex((token) => token.start === head.verb.start);
  const gerund = /ing$/u.test(tokens[opens]?.lower ?? '');
  let depth = 0;
  let inner: number | null = null;
  for (let at = Math.max(1, opens + 1); at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.start < head.verb.end) continue;
    if (token.start >= limit) break;
    if (token.lower === '(') depth += 1;
    if (token.lower === ')') depth -= 1;
    // Inside "so that …", "a form that asks …" a conjunction joins what stands there, unless its verb can't ("… who holds it and text her").
    if (inner === null && /^(?:that|which|who|whom|whether|how|when|where|because|since|if|while|whose|unless|until)$/u.test(token.lower) && token.start > head.verb.end && !(token.lower === 'since' && /^(?:NUM|PROPN)$/u.test(tokens[at + 1]?.pos ?? ''))) inner = at;
    if (depth > 0 || !joins(tokens, at) || (inner !== null && !leavesInner(tokens, inner, at))) continue;
    const base = gerund ? /ing$/u.test(token.lower) && verbs.has(lemmaOf(token, verbs)) : isBase(tokens, at, verbs);
    const passive = head.passive && isParticiple(token) && token.pos === 'VERB' && tokens[at - 1]?.lower === 'and';
    if (!base && !passive) continue;
    const next = tokens[at + 1];
    if (next === undefined || /^[.,;)]$/u.test(next.lower) || /^(?:of|and|is|was|are|were|or)$/u.test(next.lower)) continue;
    heads.push({ subject: null, modal: head.modal, verb: { start: token.start, end: token.end }, lemma: lemmaOf(token, verbs), passive });
    inner = null;
  }
  return heads;
}

function joins(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return before === 'and' || before === ',' || before === ';' || before === 'then' || (before === 'to' && /^(?:and|,)$/u.test(tokens[at - 2]?.lower ?? '')) || (/^(?:also|then|jointly)$/u.test(before) && tokens[at - 2]?.lower === 'and') || (before === ')' && /^(?:and|,|;)$/u.test(tokens[at - 4]?.lower ?? ''));
}

function isBase(tokens: readonly Token[], at: number, verbs: ReadonlySet<string>): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || !verbs.has(token.lower) || (token.lower !== lemmaOf(token, verbs) && token.pos === 'VERB')) return false;
  return token.pos === 'VERB' || /^(?:DET|PRON|NUM|ADP|PART|SCONJ)$/u.test(next?.pos ?? '') || (!NOUNS_TOO.has(token.lower) && next !== undefined);
}

/** Whether a plain verb behind "and" belongs to the ask and not to the clause inside it: behind a comma, or where the verb inside is singular or past. */
function leavesInner(tokens: readonly Token[], inner: number, at: number): boolean {
  const inside = tokens.slice(inner + 1, at - 1);
  // ", and compare the share with …": behind a comma and with an object of its own.
  if (tokens[at - 1]?.lower === 'and' && tokens[at - 2]?.lower === ',' && tokens[at]?.pos === 'VERB' && /^(?:DET|NUM|PRON)$/u.test(tokens[at + 1]?.pos ?? '')) return true;
  if (inside.some(({ lower }) => /^(?:must|should|will|can|may|to|would|could|might)$/u.test(lower))) return false;
  const verb = inside.find(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !/ing$/u.test(lower)));
  const singular = verb !== undefined && (/^(?:is|was|has|does|had|were)$/u.test(verb.lower) || /(?:[^s]s|ed)$/u.test(verb.lower));
  return singular && /^(?:and|to)$/u.test(tokens[at - 1]?.lower ?? '');
}
