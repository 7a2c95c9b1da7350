import type { Gazetteer, BodyGroup } from '../language/bodies.ts';
import type { Ask, Clause } from '../language/clause.ts';
import { findBodies, groupBodies } from '../language/bodies.ts';
import type { Owner } from './owner.ts';
import { NOBODY, owner } from './owner.ts';
import { byAgent, ownerOf } from './owner-phrase.ts';
import type { Passage } from './passage.ts';
import { place } from './passage.ts';
import { ownerInSubject } from './subject-owner.ts';

const TELLS = /^(?:remind|train|encourage|support|help|brief|inform|equip|enable|empower|tell|teach|educate|offer|give|send|provide|show|make)$/u;
/** "All staff should receive training": those who receive are not those who act. */
const RECEIVES = /^(?:receive)$/u;

/** The owner in a recommendation's own words. */
export function ownOwner(passage: Passage, clause: Clause, entries: Gazetteer): Owner {
  const groups = groupBodies(passage.text, findBodies(passage.text, entries));
  const label = labelled(passage.text, groups);
  if (label !== null) return owner(passage, [label], [], 'item');
  const owners: BodyGroup[] = [];
  const targets: BodyGroup[] = [];
  let passive = false;
  for (const ask of clause.asks) {
    const group = ownerOf(passage.text, ask, groups) ?? (ask.passive ? agentOf(passage.text, ask, clause, entries) : ask.subject === null ? null : ownerInSubject(clause.tokens, ask.subject, entries));
    if (group === null) passive ||= ask.passive;
    else if (((ask.passive && TELLS.test(ask.lemma)) || RECEIVES.test(ask.lemma)) && !byAgent(passage.text, ask, group)) targets.push(group);
    else if (!owners.includes(group)) owners.push(group);
    targets.push(...asked(ask, groups, owners));
  }
  const named = owners.some(isPronoun) && !owners.every(isPronoun) ? owners.filter((group) => !isPronoun(group)) : owners;
  if (named.length > 0) return owner(passage, named, targets, 'item');
  const telegraphic = clause.asks.every(({ subject }) => subject === null) ? labelledSubject(passage.text, clause, entries) : null;
  if (telegraphic !== null) return owner(passage, [telegraphic], targets, 'item');
  const trailing = clause.asks.every(({ subject }) => subject === null) ? (behind(passage.text, groups) ?? behindColon(passage.text, clause, entries)) : null;
  if (trailing !== null) return owner(passage, [trailing], targets, 'item');
  const doer = clause.asks.every(({ subject }) => subject === null) ? groups.find((group) => BY_EARLY.test(passage.text.slice(0, group.start))) : undefined;
  if (doer !== undefined) return owner(passage, [doer], targets, 'item');
  const frame = clause.mood === 'recommend' || clause.mood === 'soft' || clause.mood === 'phrase' || clause.mood === 'gerund' || /^work between\b/iu.test(passage.text) ? framed(passage.text, clause, groups) : null;
  if (frame !== null) return owner(passage, [frame], targets, 'item');
  return { ...NOBODY, targets: targets.map((group) => place(passage, group)), rule: passive ? 'agency/passive' : 'agency/none' };
}

function isPronoun({ bodies }: BodyGroup): boolean {
  return bodies.every(({ id }) => id === 'pronoun' || id === 'forum-pronoun');
}

/** "… to be given access by the clinic's information manager": an agent that no entry knows. */
function agentOf(text: string, ask: Ask, clause: Clause, entries: Gazetteer): BodyGroup | null {
  const by = /\bby\s+/iu.exec(text.slice(ask.verb.end, ask.end));
  if (by === null) return null;
  const start = ask.verb.end + by.index + by[0].length;
  const stop = /[,.;:(]|\s(?:with|to|from|in|on|within|at|for|and|so|which|that|who|before|after|as|by|without|until|when|if|because|since)\s/iu.exec(text.slice(start, ask.end));
  const end = stop === null ? ask.end : start + stop.index;
  return ownerInSubject(clause.tokens, { start, end: text.slice(0, end).trimEnd().length }, entries);
}

/** "Police: stop closing …", "For the ICB – amend …", "Northmere Council (Housing): …" */
function labelled(text: string, groups: readonly BodyGroup[]): BodyGroup | null {
  const first = groups[0];
  if (first === undefined || !/^(?:(?:action |recommendation )?(?:for|to)\s+)?(?:the\s+)?$/iu.test(text.slice(0, first.start))) return null;
  return /^\s*(?:\([^)]{1,60}\)\s*)?(?::|\s[–—-]\s)/u.test(text.slice(first.end)) ? first : null;
}

/** "Community trust: compare …", "Millrace governors: make …": a label that no entry knows. */
function labelledSubject(text: string, clause: Clause, entries: Gazetteer): BodyGroup | null {
  const label = /^[^:.;,]{3,50}(?=:\s)/u.exec(text)?.[0];
  // "Walk the ward with parents: …" asks, and labels nothing.
  return label === undefined || clause.asks.some(({ verb }) => verb.start < label.length) ? null : ownerInSubject(clause.tokens, { start: 0, end: label.length }, entries);
}

/** "Walk the corridor with pupils: the participation officer, by June."; "Look again at the protocol, Holmere ICB, by June." */
function behind(text: string, groups: readonly BodyGroup[]): BodyGroup | null {
  return groups.find((group) => group.start > 20 && /(?:[:–—(]|\bLead(?:ing)?:?)\s*$/u.test(text.slice(0, group.start)) && /^\s*(?:[,.;)]|$)/u.test(text.slice(group.end)))
    ?? groups.find((group) => group.start > 20 && /,\s*$/u.test(text.slice(0, group.start)) && /^(?:\s?[.;]?\s?$|,\s(?:by|before|from|in|ahead|urgently|asap|at|within|on|with|\d)\b)/u.test(text.slice(group.end)) && group.bodies.every(({ body }) => body !== 'generic' && body !== 'sector')) ?? null;
}

/** ": the Board's participation officer, by June" where no entry knows the post. */
function behindColon(text: string, clause: Clause, entries: Gazetteer): BodyGroup | null {
  const colon = text.lastIndexOf(': ');
  const tail = colon < 20 ? undefined : /^[^,.;:]{4,60}(?=[,.;]|$)/u.exec(text.slice(colon + 2))?.[0];
  return tail === undefined || !/^(?:the|its|our)\s/iu.test(tail) ? null : ownerInSubject(clause.tokens, { start: colon + 2, end: colon + 2 + tail.length }, entries);
}

/** Whom the owner is to ask or hear from: "should seek assurance that agencies …", "should ask Housing to …". */
function asked(ask: Ask, groups: readonly BodyGroup[], owners: readonly BodyGroup[]): BodyGroup[] {
  if (!/^(?:ask|request|require|remind|seek|assure|invite|encourage|urge|write|support|challenge|hold|work|direct|instruct|commission|train|brief)$/u.test(ask.lemma) || ask.passive) return [];
  const target = groups.find((group) => group.start >= ask.verb.end && group.start <= ask.end && !owners.includes(group));
  return target === undefined ? [] : [target];
}

/** "Quarterly dip-sampling by the designated doctor", "Oversight by the ICB": the doer of a thing that is named, not told. */
const BY_EARLY = /^(?:[\p{L}’'-]+\s){1,5}by\s$/iu;

/** What stands before the body of a framed ask: "should be given by", "would help if", "value in"; not "hours taught by". */
const FRAME = /\b(?:(?:given|considered|made|taken|led|agreed|undertaken|done|action|required|needed|work|helpful|useful|beneficial)(?:\s+\w+){0,2}\s+by|to|that|for|value in|merit in|benefit in|from|if|were)\s+$/iu;

/** "Urgent action is required by the Trust", "We recommend to the ICB", "The rigour of the partnership's quality assurance". */
function framed(text: string, clause: Clause, groups: readonly BodyGroup[]): BodyGroup | null {
  const may = groups.find((group) => /^(?:,[^,]{1,60},)?\s(?:may|might|could|would)\b/iu.test(text.slice(group.end)) && !/\b(?:how|whether|that|where|when|why|what|which)\s+(?:the\s+)?$/iu.test(text.slice(0, group.start)));
  if (may !== undefined) return may;
  const by = groups.find((group) => (clause.mood === 'phrase' ? /\bby\s+$/iu : FRAME).test(text.slice(0, group.start)));
  if (by !== undefined && clause.mood !== 'gerund') return by;
  if (clause.mood !== 'phrase' && !/^work between\b/iu.test(text)) return null;
  // In a noun phrase the body whose work is to improve stands as possessor or behind its preposition: "the police response", "the use of chronologies by social care".
  return groups.find((group) => /^[’']s?\s|^\s+(?:response|attendance|engagement|recording|oversight|referrals?|sharing|use|management|leadership|assessments?|notifications?)\b/iu.test(text.slice(group.end)) || /[’']s?$/u.test(text.slice(group.start, group.end)) || PERFORMS.test(text.slice(0, group.start))) ?? null;
}

/** "The involvement of school nurses", "Responsiveness of the emergency duty team", "the number of changes within the Shoreside team". */
const PERFORMS = /\b(?:involvement|contribution|attendance|engagement|responsiveness|knowledge|understanding|oversight|participation|capacity|response|performance|timeliness|ability|awareness|challenge)\s+(?:of|from|by)\s+(?:the\s+|its\s+)?$|^(?:(?:closer|joint|more)\s)?(?:work|working|agreement|liaison)\s+between\s+(?:the\s+)?$|^(?:[\p{L}’'-]+\s){2,9}(?:by|within)\s+(?:the\s+)?$/iu;
