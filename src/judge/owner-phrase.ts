/**
 * The phrase that names the owner of one ask: the head of its subject, or the agent of a passive.
 */
import type { Span } from '../document.ts';
import type { BodyGroup } from '../language/bodies.ts';
import type { Ask } from '../language/clause.ts';

/** The owner among the bodies of the text, or null where the subject is a thing. */
export function ownerOf(text: string, ask: Ask, groups: readonly BodyGroup[]): BodyGroup | null {
  const agent = ask.passive ? groups.find((group) => byAgent(text, ask, group)) : undefined;
  if (agent !== undefined) return beforeWith(text, agent);
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

/** "replaced by its lead nurse with the hospital's form": of an agent "with" is no part. */
function beforeWith(text: string, group: BodyGroup): BodyGroup {
  const at = text.slice(group.start, group.end).search(/\swith\s/u);
  if (at === -1) return group;
  const end = group.start + at;
  const bodies = group.bodies.filter((body) => body.end <= end);
  return bodies.length === 0 ? group : { ...group, end, bodies };
}

/** "… should be agreed by Eastcombe Police" */
export function byAgent(text: string, ask: Ask, group: BodyGroup): boolean {
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
    if (coordinates(after)) return wholeSubject(opening, subject, groups);
    if (headNoun(after)) return qualified(text, { ...opening, end: Math.max(opening.end, extend(text, opening, subject, groups)) }, subject, groups);
    return null;
  }
  // "Until the flag is mended Farrowdale Hospitals must …": the body stands right before its modal, and nothing hangs it from another noun.
  const close = groups.findLast((group) => Math.abs(group.end - subject.end) <= 1 && !/\b(?:of|in|for|to|by|with|from|at|on|about|between|across|into|and)\s+(?:the\s+|its\s+|their\s+|all\s+)?$/iu.test(text.slice(0, group.start)));
  if (close !== undefined) return close;
  const last = groups.findLast((group) => /(?:,|:|;|\bthat|\band|\bfor|–|—)\s*(?:the\s+)?$/iu.test(text.slice(0, group.start)));
  return last !== undefined && headNoun(text.slice(last.end, subject.end)) ? last : null;
}

/** ", hostels and health visitors", " and Public Health", ", FCH and Sowerdale Community Health": further owners that no entry need know. */
function coordinates(after: string): boolean {
  return /^(?:,\s[\p{L}\d’'-]+(?:\s[\p{L}\d’'-]+){0,3}){0,5},?\s(?:and|or)\s(?!(?:where|when|then|also|for|in|to|other\s)\b)(?:(?:\p{Ll}+\s){0,2}\p{Ll}+s|\p{Lu}[\p{L}’'-]*)(?:\s(?!(?:who|which|that|with|in|of|at|for|to|from|as|also|each|both|together|jointly)\b)[\p{L}’'-]+){0,4}(?:\s(?:each|both|together|jointly|also|all))?$/u.test(after);
}

function wholeSubject(opening: BodyGroup, subject: Span, groups: readonly BodyGroup[]): BodyGroup {
  const inside = groups.filter((group) => group.start >= opening.start && group.end <= subject.end + 1);
  return { ...opening, end: subject.end, bodies: inside.flatMap(({ bodies }) => bodies) };
}

/** "Officers at a drugs warrant", "NHS England, as commissioner", "The partners in Holmere (the Council and the ICB)": what qualifies the owner is part of the phrase. */
function qualified(text: string, group: BodyGroup, subject: Span, groups: readonly BodyGroup[]): BodyGroup {
  const rest = text.slice(group.end, subject.end);
  if (!/^(?:\s(?:of|at|in|on|for|from|within|across|represented|concerned|named|listed|mentioned)\s|,\sas\s|\s\()/u.test(rest) || /\b(?:who|which|that|whose|where|with|working|writing|together|should|must)\b/iu.test(rest)) return group;
  const end = rest.endsWith(',') ? subject.end - 1 : subject.end;
  const inside = groups.filter((other) => other.start >= group.end && other.end <= subject.end + 1);
  const listed = group.listed || (/\(/u.test(rest) && inside.length > 0 && group.bodies.every(({ body }) => body === 'generic' || body === 'sector'));
  return listed ? { ...group, end, listed, bodies: [...group.bodies, ...inside.flatMap(({ bodies }) => bodies)] } : { ...group, end };
}

/** Whether what follows the body up to the modal leaves it the head: a bracket, a relative clause, an aside, or nothing; not "referrals". */
function headNoun(after: string): boolean {
  return /^\s*(?:$|,|\(|[–—]|(?:which|who|that|whose|where|of|in|at|from|across|within|with|working|involved|responsible|represented|concerned|named|listed|mentioned|engaged|attending|as|and|including|through|jointly|together|for|on|to|also|each|both|all|therefore|now|must|when|if|\w+ly)\b)/iu.test(after);
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
