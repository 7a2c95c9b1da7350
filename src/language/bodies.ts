import type { Body, Scope } from '../critique.ts';
import type { Span } from '../document.ts';
import type { Gate } from './gate.ts';
import { makeGate } from './gate.ts';
import { NO_WORD_AFTER, NO_WORD_BEFORE, anyCase } from '../any-case.ts';

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
  /** Nouns that can act, in the singular. */
  readonly actors: { readonly nouns: readonly string[] };
}

interface Entry {
  readonly id: string;
  readonly body: Body;
  readonly scope: Scope;
  readonly pattern: RegExp;
}

export interface Gazetteer {
  readonly entries: readonly Entry[];
  readonly gate: Gate;
  readonly actors: ReadonlySet<string>;
  /** Whether a word in lower case is a common one, so that a capital makes no name of it. */
  readonly common: (word: string) => boolean;
}

const DETERMINER = /(?:^|[^\wÀ-ÖØ-öø-ɏ])(the|its|each|both|all|every|our|their|an?)$/i;
/** Letters of the longest of them, and the one before. */
const LONGEST = 6;

/** Where a body begins with its determiner: "the Trust", "both schools". */
function fromDeterminer(text: string, start: number): number {
  const end = text.slice(0, start).trimEnd().length;
  const word = end === start ? undefined : DETERMINER.exec(text.slice(Math.max(0, end - LONGEST), end))?.[1];
  return word === undefined ? start : end - word.length;
}

function whole(pattern: string): string {
  return `${NO_WORD_BEFORE}(?:${pattern})${NO_WORD_AFTER}`;
}

export function gazetteer(raw: RawGazetteer, common: (word: string) => boolean): Gazetteer {
  const entries = raw.entries.map(({ id, body, scope, caseSensitive, pattern }) => ({
    id, body: body as Body, scope: scope as Scope,
    pattern: caseSensitive ? new RegExp(whole(pattern), 'g') : anyCase(whole(pattern), 'g'),
  }));
  return { entries, gate: makeGate(entries.map(({ pattern }) => pattern)), actors: new Set(raw.actors.nouns), common };
}

/** All bodies in a text, without overlaps: the longer match wins, then the earlier entry of the gazetteer. Linear in the number of entries. */
export function findBodies(text: string, { entries, gate }: Gazetteer): BodyMatch[] {
  const found: (BodyMatch & { readonly rank: number })[] = [];
  for (const rank of gate.open(text)) {
    const entry = entries[rank];
    if (entry === undefined) continue;
    const { id, body, scope, pattern } = entry;
    pattern.lastIndex = 0;
    for (const match of text.matchAll(pattern)) {
      const span = trim(text, fromDeterminer(text, match.index), match.index + match[0].length);
      if (span.end > span.start) found.push({ ...span, id, body, scope, rank });
    }
  }
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
const DETERMINERS = /^(?:the|its|their|each|all|local|relevant|other|both|a|lead|partner|appropriate)$/i;

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
