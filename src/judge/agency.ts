import type { AgencySpan, Body, Level, Scope } from '../critique.ts';
import type { Span } from '../document.ts';
import type { BodyGroup, Gazetteer } from '../language/bodies.ts';
import type { Ask, Clause } from '../language/clause.ts';
import type { Passage } from './passage.ts';
import { findBodies, groupBodies } from '../language/bodies.ts';
import { place } from './passage.ts';

/** Who must act, by the codebook's section A. `rule` is the id of the rule that gave the level. */
export interface Owner {
  readonly spans: readonly AgencySpan[];
  readonly targets: readonly (Span & { readonly text: string })[];
  readonly level: Level;
  readonly rule: string;
  readonly scope: Scope | null;
}

const LEVEL: Readonly<Record<Body, Level>> = { named: 3, post: 3, partnership: 3, sector: 2, generic: 1 };
const TELLS = /^(?:remind|train|encourage|support|help|brief|inform|equip|enable|empower|tell|teach|educate|offer|give|send|provide|show|make)$/u;
/** "All staff should receive training": those who receive are not those who act. */
const RECEIVES = /^(?:receive)$/u;

const NOBODY: Owner = { spans: [], targets: [], level: 0, rule: 'agency/none', scope: null };

/** The owner in a recommendation's own words. */
export function ownOwner(passage: Passage, clause: Clause, entries: Gazetteer): Owner {
  const groups = groupBodies(passage.text, findBodies(passage.text, entries));
  const label = labelled(passage.text, groups);
  if (label !== null) return owner(passage, [label], [], 'item');
  const owners: BodyGroup[] = [];
  const targets: BodyGroup[] = [];
  let passive = false;
  for (const ask of clause.asks) {
    const group = ownerOf(passage.text, ask, groups);
    if (group === null) passive ||= ask.passive;
    else if (((ask.passive && TELLS.test(ask.lemma)) || RECEIVES.test(ask.lemma)) && !byAgent(passage.text, ask, group)) targets.push(group);
    else if (!owners.includes(group)) owners.push(group);
    targets.push(...asked(ask, groups, owners));
  }
  if (owners.length > 0) return owner(passage, owners, targets, 'item');
  const trailing = clause.asks.every(({ subject }) => subject === null) ? behind(passage.text, groups) : null;
  if (trailing !== null) return owner(passage, [trailing], targets, 'item');
  const frame = clause.mood === 'recommend' || clause.mood === 'soft' || clause.mood === 'phrase' || clause.mood === 'gerund' ? framed(passage.text, clause, groups) : null;
  if (frame !== null) return owner(passage, [frame], targets, 'item');
  return { ...NOBODY, targets: targets.map((group) => place(passage, group)), rule: passive ? 'agency/passive' : 'agency/none' };
}

/** "Police: stop closing …", "For the ICB – amend …", "Northmere Council (Housing): …" */
function labelled(text: string, groups: readonly BodyGroup[]): BodyGroup | null {
  const first = groups[0];
  if (first === undefined || !/^(?:(?:action |recommendation )?(?:for|to)\s+)?(?:the\s+)?$/iu.test(text.slice(0, first.start))) return null;
  return /^\s*(?:\([^)]{1,60}\)\s*)?(?::|\s[–—-]\s)/u.test(text.slice(first.end)) ? first : null;
}

/** "Walk the corridor with pupils: the participation officer, by June." */
function behind(text: string, groups: readonly BodyGroup[]): BodyGroup | null {
  return groups.find((group) => group.start > 20 && /(?:[:–—(]|\bLead(?:ing)?:?)\s*$/u.test(text.slice(0, group.start)) && /^\s*(?:[,.;)]|$)/u.test(text.slice(group.end))) ?? null;
}

function ownerOf(text: string, ask: Ask, groups: readonly BodyGroup[]): BodyGroup | null {
  const agent = ask.passive ? groups.find((group) => byAgent(text, ask, group)) : undefined;
  if (agent !== undefined) return agent;
  const subject = ask.subject;
  if (subject === null) return null;
  const inside = groups.filter((group) => group.start >= subject.start - 1 && group.start < subject.end);
  if (inside.length === 0) return null;
  return headOf(text, subject, inside);
}

/** "… should be agreed by Eastcombe Police" */
function byAgent(text: string, ask: Ask, group: BodyGroup): boolean {
  return group.start > ask.verb.end && group.start <= ask.end + 1 && /\bby\s+$/iu.test(text.slice(Math.max(0, group.start - 4), group.start));
}

/**
 * The group that is the head of the subject: the one that opens it ("Schools in which …"), else, after a lead-in with a comma
 * ("To improve recording, the Trust"), the one behind the last comma. "The quality of the police response" has none.
 */
function headOf(text: string, subject: Span, groups: readonly BodyGroup[]): BodyGroup | null {
  const opening = groups.find((group) => /^(?:and|that|or|,|also|then|therefore|however|in addition|additionally|again|the|both|recommendation|for|action|urgently|immediately|locally|nationally|within|across|at|in|as|\s|\d|[:.–—-])*$/iu.test(text.slice(subject.start, group.start)));
  if (opening !== undefined) {
    const after = text.slice(opening.end, subject.end);
    // "Across the partnership, leaders should": the second one acts.
    const second = groups.find((group) => group.start > opening.end && /^\s*,\s*(?:the\s+)?$/u.test(text.slice(opening.end, group.start)) && group.end >= subject.end - 3);
    if (second !== undefined && /\b(?:across|within|in|at)\s+(?:the\s+)?$/iu.test(text.slice(subject.start, opening.start))) return { ...second, start: subject.start, bodies: second.bodies };
    if (headNoun(after)) return { ...opening, end: Math.max(opening.end, extend(text, opening, subject, groups)) };
    return null;
  }
  // "Until the flag is mended Farrowdale Hospitals must …": the body stands right before its modal, and nothing hangs it from another noun.
  const close = groups.findLast((group) => Math.abs(group.end - subject.end) <= 1 && !/\b(?:of|in|for|to|by|with|from|at|on|about|between|across|into|and)\s+(?:the\s+|its\s+|their\s+|all\s+)?$/iu.test(text.slice(0, group.start)));
  if (close !== undefined) return close;
  const last = groups.findLast((group) => /(?:,|:|;|\bthat|\band|\bfor|–|—)\s*(?:the\s+)?$/iu.test(text.slice(0, group.start)));
  return last !== undefined && headNoun(text.slice(last.end, subject.end)) ? last : null;
}

/** Whether what follows the body up to the modal leaves it the head: a bracket, a relative clause, an aside, or nothing; not "referrals". */
function headNoun(after: string): boolean {
  return /^\s*(?:$|,|\(|[–—]|(?:which|who|that|whose|where|of|in|at|from|across|within|with|working|involved|responsible|as|and|including|through|jointly|together|for|on|to|also|each|both|all|therefore|now|must|when|if|\w+ly)\b)/iu.test(after);
}

/** "Leaders at Northmere Council", "The Trust's named nurse": later bodies joined by a preposition belong to the phrase. */
function extend(text: string, opening: BodyGroup, subject: Span, groups: readonly BodyGroup[]): number {
  let end = opening.end;
  for (const group of groups) {
    if (group.start < end || group.end > subject.end + 1) continue;
    if (/^,?(?: (?:and|at|of|in|from|across|within|including|with|working with|in partnership with))?(?: (?:the|its|their))?$/iu.test(text.slice(end, group.start).trimEnd())) end = group.end;
  }
  return end;
}

/** Whom the owner is to ask or hear from: "should seek assurance that agencies …", "should ask Housing to …". */
function asked(ask: Ask, groups: readonly BodyGroup[], owners: readonly BodyGroup[]): BodyGroup[] {
  if (!/^(?:ask|request|require|remind|seek|assure|invite|encourage|urge|write|support|challenge|hold|work|direct|instruct|commission|train|brief)$/u.test(ask.lemma) || ask.passive) return [];
  const target = groups.find((group) => group.start >= ask.verb.end && group.start <= ask.end && !owners.includes(group));
  return target === undefined ? [] : [target];
}

/** "Urgent action is required by the Trust", "We recommend to the ICB", "The rigour of the partnership's quality assurance". */
function framed(text: string, clause: Clause, groups: readonly BodyGroup[]): BodyGroup | null {
  const may = groups.find((group) => /^(?:,[^,]{1,60},)?\s(?:may|might|could|would)\b/iu.test(text.slice(group.end)));
  if (may !== undefined) return may;
  const by = groups.find((group) => /\b(?:by|to|that|for|value in|merit in|benefit in|from)\s+$/iu.test(text.slice(0, group.start)) && (clause.mood !== 'phrase' || /\bby\s+$/iu.test(text.slice(0, group.start))));
  if (by !== undefined && clause.mood !== 'gerund') return by;
  if (clause.mood !== 'phrase') return null;
  // In a noun phrase the body whose work is to improve stands as possessor: "the police response", "all agencies’ attendance".
  return groups.find((group) => /^[’']s?\s|^\s+(?:response|attendance|engagement|recording|oversight|referrals?|sharing|use|management|leadership|assessments?|notifications?)\b/iu.test(text.slice(group.end)) || /[’']s?$/u.test(text.slice(group.start, group.end))) ?? null;
}

function owner(passage: Passage, groups: readonly BodyGroup[], targets: readonly BodyGroup[], from: 'item' | 'context'): Owner {
  const spans = groups.map((group) => agencySpan(passage, group, from));
  const best = groups.map((group) => levelOf(passage.text, group)).sort((a, b) => b.level - a.level)[0] ?? { level: 0 as Level, rule: 'agency/none' };
  const scopes = groups.flatMap((group) => group.bodies.map((body) => body.scope));
  const scope: Scope = scopes.includes('national') ? 'national' : scopes.includes('regional') ? 'regional' : 'local';
  return { spans, targets: targets.filter((t) => !groups.includes(t)).map((group) => place(passage, group)), ...best, scope };
}

function agencySpan(passage: Passage, group: BodyGroup, from: 'item' | 'context'): AgencySpan {
  const bodies = group.bodies.map((match) => ({ ...place(passage, match), body: match.body }));
  return { ...place(passage, group), page: null, from, body: precise(bodies.map(({ body }) => body)), bodies };
}

const PRECISION: readonly Body[] = ['post', 'named', 'partnership', 'sector', 'generic'];

function precise(bodies: readonly Body[]): Body {
  return PRECISION.find((body) => bodies.includes(body)) ?? 'generic';
}

/** Several bodies are as precise as the least precise of them, unless named ones are listed behind a generic owner (codebook 7.3). */
function levelOf(text: string, group: BodyGroup): { level: Level; rule: string } {
  const kinds = group.bodies.map(({ body }) => body);
  const words = text.slice(group.start, group.end);
  if (group.bodies.some(({ id }) => id === 'safeguarding-partners') && !kinds.some((kind) => LEVEL[kind] === 3)) return { level: 2, rule: 'agency/safeguarding-partners' };
  const specific = kinds.filter((kind) => kind !== 'generic');
  if (specific.length > 0 && specific.length < kinds.length && (group.listed || /\b(?:at|of|from|in|including|namely|such as)\b|[:(]/iu.test(words))) {
    const level = Math.max(...specific.map((kind) => LEVEL[kind])) as Level;
    return { level, rule: level === 3 ? 'agency/listed-under-all' : 'agency/sector' };
  }
  if (/\bpartners$|\bpartner agencies$/iu.test(words) && specific.length > 0) return byBody(precise(specific), group);
  const level = Math.min(...kinds.map((kind) => LEVEL[kind])) as Level;
  const weakest = kinds.find((kind) => LEVEL[kind] === level) ?? 'generic';
  if (weakest === 'generic' && group.bodies.every(({ id }) => id === 'pronoun' || id === 'forum-pronoun')) return { level, rule: 'agency/pronoun' };
  return byBody(weakest, group);
}

function byBody(body: Body, group: BodyGroup): { level: Level; rule: string } {
  if (LEVEL[body] === 3 && group.bodies.some(({ scope }) => scope === 'national')) return { level: 3, rule: 'agency/national' };
  return { level: LEVEL[body], rule: `agency/${body}` };
}

/** The owner that the context gives: the row's owner cell, the stem, a heading that names a body, the item's earlier words. */
export function contextOwner(context: readonly Passage[], clauseOf: (text: string) => Clause, entries: Gazetteer): Owner {
  let best: Owner = NOBODY;
  for (const passage of context) {
    const found = inContext(passage, clauseOf, entries);
    if (found.level > best.level) best = found;
    // A row's owner cell and a stem speak for the item; a heading only where they are silent.
    if (best.level >= 2) break;
  }
  return best;
}

function inContext(passage: Passage, clauseOf: (text: string) => Clause, entries: Gazetteer): Owner {
  const groups = groupBodies(passage.text, findBodies(passage.text, entries));
  if (groups.length === 0) return NOBODY;
  if (passage.from === 'owner') return owner(passage, [spanAll(groups)], [], 'context');
  if (passage.from === 'heading') {
    const first = groups[0];
    const before = first === undefined ? '' : passage.text.slice(0, first.start);
    const bare = first !== undefined && (/^(?:[\d.]{1,8}\s)?(?:the\s)?$/iu.test(before) || /^[\w\s.,:()–-]{0,60}?\b(?:for|to|by|of|from|agency|recommendations?|actions?)\s?[:(–-]?\s?(?:the\s)?$/iu.test(before));
    if (!bare || first === undefined) return NOBODY;
    const rest = passage.text.slice(groups.at(-1)?.end ?? first.end).trim();
    return rest === '' || /^(?:[:.)(–-]|recommendations?|actions?|single)/iu.test(rest) ? owner(passage, [spanAll(groups)], [], 'context') : NOBODY;
  }
  if (passage.from === 'stem' || passage.from === 'item' || passage.from === 'repeat' || passage.from === 'plan') {
    const own = ownOwner(passage, clauseOf(passage.text), entries);
    if (own.spans.length > 0) return { ...own, spans: own.spans.map((span) => ({ ...span, from: 'context' as const })), targets: [] };
    const only = groups[0];
    // "For the Police:" and "The Partnership:" lead in without a verb.
    return passage.from === 'stem' && only !== undefined && groups.length === 1 && /^(?:(?:recommendations?\s+)?(?:for|to)\s+)?(?:the\s+)?$/iu.test(passage.text.slice(0, only.start)) ? owner(passage, [only], [], 'context') : NOBODY;
  }
  return NOBODY;
}

function spanAll(groups: readonly BodyGroup[]): BodyGroup {
  const [first, last] = [groups[0], groups.at(-1)];
  return { start: first?.start ?? 0, end: last?.end ?? 0, bodies: groups.flatMap(({ bodies }) => bodies), listed: groups.some(({ listed }) => listed) };
}
