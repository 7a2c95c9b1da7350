import type { AgencySpan, Body, Level, Scope } from '../critique.ts';
import type { Span } from '../document.ts';
import type { BodyGroup, Gazetteer } from '../language/bodies.ts';
import type { Ask, Clause } from '../language/clause.ts';
import type { Passage } from './passage.ts';
import { findBodies, groupBodies } from '../language/bodies.ts';
import { place } from './passage.ts';
import { ownerInSubject } from './subject-owner.ts';

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
    const group = ownerOf(passage.text, ask, groups) ?? (ask.passive || ask.subject === null ? null : ownerInSubject(clause.tokens, ask.subject, entries));
    if (group === null) passive ||= ask.passive;
    else if (((ask.passive && TELLS.test(ask.lemma)) || RECEIVES.test(ask.lemma)) && !byAgent(passage.text, ask, group)) targets.push(group);
    else if (!owners.includes(group)) owners.push(group);
    targets.push(...asked(ask, groups, owners));
  }
  if (owners.length > 0) return owner(passage, owners, targets, 'item');
  const telegraphic = clause.asks.every(({ subject }) => subject === null) ? labelledSubject(passage.text, clause, entries) : null;
  if (telegraphic !== null) return owner(passage, [telegraphic], targets, 'item');
  const trailing = clause.asks.every(({ subject }) => subject === null) ? behind(passage.text, groups) : null;
  if (trailing !== null) return owner(passage, [trailing], targets, 'item');
  const doer = clause.asks.every(({ subject }) => subject === null) ? groups.find((group) => BY_EARLY.test(passage.text.slice(0, group.start))) : undefined;
  if (doer !== undefined) return owner(passage, [doer], targets, 'item');
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

/** "Community trust: compare …", "Millrace governors: make …": a label that no entry knows. */
function labelledSubject(text: string, clause: Clause, entries: Gazetteer): BodyGroup | null {
  const label = /^[^:.;,]{3,50}(?=:\s)/u.exec(text)?.[0];
  return label === undefined ? null : ownerInSubject(clause.tokens, { start: 0, end: label.length }, entries);
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
  return headOf(text, subject, inside.map((group) => behindLeadIn(text, subject, group)));
}

/** "As scores bend to fit the number of workers, the Subgroup should …": what stands before the comma belongs to the lead-in. */
function behindLeadIn(text: string, subject: Span, group: BodyGroup): BodyGroup {
  if (!/^(?:as|because|since|given|if|when|where|while|until|before|after|having|although|unless|once)\b/iu.test(text.slice(subject.start))) return group;
  const comma = text.slice(group.start, Math.min(group.end, subject.end)).lastIndexOf(',');
  const bodies = comma === -1 ? [] : group.bodies.filter(({ start }) => start > group.start + comma);
  const first = bodies[0];
  return first === undefined ? group : { ...group, start: first.start, bodies };
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
  if (clause.mood !== 'phrase') return null;
  // In a noun phrase the body whose work is to improve stands as possessor or behind its preposition: "the police response", "the use of chronologies by social care".
  return groups.find((group) => /^[’']s?\s|^\s+(?:response|attendance|engagement|recording|oversight|referrals?|sharing|use|management|leadership|assessments?|notifications?)\b/iu.test(text.slice(group.end)) || /[’']s?$/u.test(text.slice(group.start, group.end)) || PERFORMS.test(text.slice(0, group.start))) ?? null;
}

/** "The involvement of school nurses", "Responsiveness of the emergency duty team", "the number of changes within the Shoreside team". */
const PERFORMS = /\b(?:involvement|contribution|attendance|engagement|responsiveness|knowledge|understanding|oversight|participation|capacity|response|performance|timeliness|ability|awareness|challenge)\s+(?:of|from|by)\s+(?:the\s+|its\s+)?$|^(?:[\p{L}’'-]+\s){2,9}(?:by|within)\s+(?:the\s+)?$/iu;

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
  if (groups.length === 0 && passage.from !== 'heading' && passage.from !== 'owner') return NOBODY;
  if (passage.from === 'owner') return groups.length > 0 ? owner(passage, [spanAll(groups)], [], 'context') : ownerCell(passage);
  if (passage.from === 'heading') return headingOwner(passage, groups);
  if (passage.from === 'stem' || passage.from === 'item' || passage.from === 'repeat' || passage.from === 'plan') {
    const own = ownOwner(passage, clauseOf(passage.text), entries);
    if (own.spans.length > 0) return { ...own, spans: own.spans.map((span) => ({ ...span, from: 'context' as const })), targets: [] };
    const only = groups[0];
    // "For the Police:" and "The Partnership:" lead in without a verb.
    if (passage.from !== 'stem' || only === undefined) return NOBODY;
    if (groups.length === 1 && /^(?:(?:recommendations?\s+)?(?:for|to)\s+)?(?:the\s+)?$/iu.test(passage.text.slice(0, only.start))) return owner(passage, [only], [], 'context');
    // "We recommend that the Partnership" leads in what it is to do.
    const last = groups.at(-1) ?? only;
    return /\b(?:recommend(?:s|ed)?|ask(?:s|ed)?|propose[sd]?|urge[sd]?)\b.{0,20}?(?:that|of|to)?\s+(?:the\s+)?$/iu.test(passage.text.slice(0, last.start)) && /^(?:to|should|must|will)?[\s:,–—-]*$/iu.test(passage.text.slice(last.end).trim()) ? owner(passage, [last], [], 'context') : NOBODY;
  }
  return NOBODY;
}

/** What stands in a column of owners is an owner, known or not; "To be agreed" and the like are none. */
function ownerCell(passage: Passage): Owner {
  const text = passage.text.trim();
  if (!/\p{L}{2}/u.test(text) || text.length > 80 || /^(?:tb[ac]|to be (?:agreed|confirmed|decided|allocated|identified)|not (?:yet )?(?:known|agreed|allocated)|none|n\/?a|unallocated|various|as above|lead|owner|who)\b/iu.test(text)) return NOBODY;
  const start = passage.text.indexOf(text);
  return owner(passage, [{ start, end: start + text.length, listed: false, bodies: [{ start, end: start + text.length, id: 'owner-cell', body: /^(?:all|everyone|everybody)\b/iu.test(text) ? 'generic' : /[^s’']s$/u.test(text) ? 'sector' : 'named', scope: 'local' }] }], [], 'context');
}

/** A heading that gives its body a list of asks: "Recommendations for …", "Single agency recommendations: …". */
const GIVES_LIST = /^(?:[A-Z\d.]{1,8}[.)]?\s)?(?:(?:single|individual|other|further|additional|local|specific)[\s-]+(?:agency\s+)?(?:\(\w+\)\s+)?)?(?:recommendations?|actions?|asks?)(?:\s\d{1,2}(?:\s?(?:to|and|–|-)\s?\d{1,2})?)?\s*(?:(?:for|to|of)\s+|[:–—-]\s*(?:(?:for|to)\s+)?)(?:the\s)?|^from\s+(?:the\s)?/iu;

/** "Police", "7.2 For the ICB", "Recommendations for health bodies", "Single agency recommendations: Turnstone Recovery". */
function headingOwner(passage: Passage, groups: readonly BodyGroup[]): Owner {
  const { text } = passage;
  const listed = GIVES_LIST.exec(text)?.[0].length ?? 0;
  const behind = groups.filter(({ end }) => end > listed + 1);
  if (listed > 0) {
    const first = behind[0];
    if (first !== undefined && /^\s*$/u.test(text.slice(listed, Math.max(listed, first.start)))) return owner(passage, [spanAll(behind)], [], 'context');
    // A name that no entry knows: whoever gets a list of their own can be written to.
    const name = /^(?:the\s+)?\p{Lu}[\p{L}’'&-]*(?:\s+(?:and|of|for|\p{Lu}[\p{L}’'&-]*))*\s*$/u.exec(text.slice(listed))?.[0].trimEnd();
    return name === undefined || /agency\b/iu.test(name) ? NOBODY : owner(passage, [{ start: listed, end: listed + name.length, listed: false, bodies: [{ start: listed, end: listed + name.length, id: 'heading', body: 'named', scope: 'local' }] }], [], 'context');
  }
  const first = groups[0];
  const before = first === undefined ? '' : text.slice(0, first.start);
  const bare = first !== undefined && (/^(?:[A-Z\d.]{1,8}\s)?(?:the\s)?$/iu.test(before) || /^(?:[A-Z\d.]{1,8}[.)]?\s)?(?:(?:[\w-]+\s){0,3}(?:recommendations?|actions?|asks?|improvements?|tasks?)\s?(?:for|to|of|from|:|\(|–|-)?|for|to|actions? required (?:of|from|by)|what)\s?[:(–-]?\s?(?:the\s)?$/iu.test(before));
  if (!bare || first === undefined) return NOBODY;
  const rest = text.slice(groups.at(-1)?.end ?? first.end).trim();
  return rest === '' || /^(?:[:.)(–-]|recommendations?|actions?|single|to do\b|(?:should|must|will|can|needs? to) do\b)/iu.test(rest) ? owner(passage, [spanAll(groups)], [], 'context') : NOBODY;
}

function spanAll(groups: readonly BodyGroup[]): BodyGroup {
  const [first, last] = [groups[0], groups.at(-1)];
  return { start: first?.start ?? 0, end: last?.end ?? 0, bodies: groups.flatMap(({ bodies }) => bodies), listed: groups.some(({ listed }) => listed) };
}
