import type { Body, Scope } from '../critique.ts';
import type { Span } from '../document.ts';

/** A body, post, sector or generic owner found in a text; offsets are relative to the text. */
export interface BodyMatch extends Span {
  readonly id: string;
  readonly body: Body;
  readonly scope: Scope;
}

/** A co-ordinated phrase ("the Police and the ICB") with the bodies in it. */
export interface BodyGroup extends Span {
  readonly bodies: readonly BodyMatch[];
  /** Whether named bodies are listed behind a generic owner: "All agencies (Police, ICB, Council)". */
  readonly listed: boolean;
}

export interface RawGazetteer {
  readonly entries: readonly { readonly id: string; readonly body: string; readonly scope: string; readonly caseSensitive: boolean; readonly pattern: string }[];
}

interface Entry {
  readonly id: string;
  readonly body: Body;
  readonly scope: Scope;
  readonly pattern: RegExp;
  /** What every match holds ("… Constabulary"), without the name before it: a cheap look that spares the full pattern. */
  readonly head: RegExp | null;
}

export type Gazetteer = readonly Entry[];

const DETERMINER = "(?:(?:[Tt]he|[Ii]ts|[Ee]ach|[Bb]oth|[Aa]ll|[Ee]very|[Oo]ur|[Tt]heir|[Aa]n?)\\s+)?";

export function gazetteer(raw: RawGazetteer): Gazetteer {
  return raw.entries.map(({ id, body, scope, caseSensitive, pattern }) => ({
    id, body: body as Body, scope: scope as Scope,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}_])${DETERMINER}(?:${pattern})(?![\\p{L}\\p{N}_])`, caseSensitive ? 'gu' : 'giu'),
    head: pattern.startsWith(NAME) && !hasTopChoice(pattern) ? new RegExp(pattern.slice(NAME.length), 'u') : null,
  }));
}

/** The words of a proper name as the patterns of `models/agencies.json` begin with them. */
const NAME = "(?:[A-Z][\\w'’&-]*(?:\\s+(?:and|&|of|upon|on|the|in|with|under|le|by)(?=\\s+[A-Z]))?[\\s-]+){0,6}";

/** Whether a pattern has a choice outside all brackets, so that the name is part of one branch only. */
function hasTopChoice(pattern: string): boolean {
  let depth = 0;
  for (const [at, sign] of [...pattern].entries()) {
    if (pattern[at - 1] === '\\') continue;
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '|' && depth === 0) return true;
  }
  return false;
}

/** All bodies in a text, without overlaps: the longer match wins, then the earlier entry of the gazetteer. Linear in the number of entries. */
export function findBodies(text: string, entries: Gazetteer): BodyMatch[] {
  const found: (BodyMatch & { readonly rank: number })[] = [];
  entries.forEach(({ id, body, scope, pattern, head }, rank) => {
    if (head !== null && !head.test(text)) return;
    pattern.lastIndex = 0;
    for (const match of text.matchAll(pattern)) {
      const span = trim(text, match.index, match.index + match[0].length);
      if (span.end > span.start) found.push({ ...span, id, body, scope, rank });
    }
  });
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.rank - b.rank);
  const kept: (BodyMatch & { readonly rank: number })[] = [];
  for (const match of found) {
    if (!kept.some((other) => match.start < other.end && other.start < match.end)) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start).map(({ start, end, id, body, scope }) => ({ start, end, id, body, scope }));
}

function trim(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /[\s,]/u.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s,]/u.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}

/** Words that may stand between two bodies of one co-ordinated owner, beside commas and an opening bracket. */
const JOINS = new Set(['and', 'or', 'with', 'including', 'and/or', 'as well as', 'together with', 'along with', 'alongside', 'jointly with', 'in partnership with', 'in conjunction with', 'supported by', 'working with', 'led by', 'such as', 'through', 'via', 'of', 'at', 'in', 'from', 'for', 'across', 'within', '&', '+', '/', '']);
const DETERMINERS = /^(?:the|its|their|each|all|local|relevant|other|both|a|lead|partner|appropriate)$/iu;

/** "Police, the ICB", "the Trust's named nurse", "all agencies (Police". */
function joins(between: string): boolean {
  const words = between.replace(/[,;(]/gu, ' ').replace(/[’'](?:s\b)?/gu, ' ').trim().toLowerCase().split(/\s+/u);
  if (DETERMINERS.test(words.at(-1) ?? '')) words.pop();
  return JOINS.has(words.join(' '));
}

const BRACKET_ACRONYM = /^\s*\((?:the\s+)?[‘“"']?[A-Z][\w&’'-]{1,11}[’”"']?\)/u;

/** Joins neighbouring bodies into co-ordinated phrases; an acronym or list in brackets belongs to the phrase before it. */
export function groupBodies(text: string, bodies: readonly BodyMatch[]): BodyGroup[] {
  const groups: { start: number; end: number; bodies: BodyMatch[]; listed: boolean }[] = [];
  for (const body of bodies) {
    const last = groups.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, body.start);
    if (last !== undefined && between.length <= 40 && joins(between)) {
      last.listed = last.listed || (between.includes('(') && last.bodies.every((b) => b.body === 'generic' || b.body === 'sector'));
      last.bodies.push(body);
      last.end = body.end;
    } else groups.push({ start: body.start, end: body.end, bodies: [body], listed: false });
    const group = groups.at(-1);
    if (group === undefined) continue;
    const acronym = BRACKET_ACRONYM.exec(text.slice(group.end));
    if (acronym !== null) group.end += acronym[0].length;
    else if (text.slice(group.start, group.end).includes('(') && text[group.end] === ')') group.end += 1;
  }
  return groups;
}
