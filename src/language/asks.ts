import type { Span } from '../document.ts';
import type { Ask, Head } from './clause.ts';
import { openingHeads } from './openings.ts';
import type { Token } from './tokens.ts';
import { trimmedEnd } from './trim.ts';
import { ADVERB, MODALS, isParticiple, lemmaOf, verbAfter } from './verb-forms.ts';

export function findAsks(text: string, tokens: readonly Token[], verbs: ReadonlySet<string>): Ask[] {
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
  const lead = /^(?:\([A-Z]?\d{1,2}[a-z]?\)\s*)?(?:[^.:;?!“”"‘]{3,90}:\s+(?=\p{L})|[^.:;?!]{3,60},\s+please\s+|(?:with|for|on|in|at|before|after|when|where|until|as|from|during)\b[^,.;:]{2,70},\s+(?=\p{Ll}))?/iu.exec(text)?.[0] ?? '';
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
