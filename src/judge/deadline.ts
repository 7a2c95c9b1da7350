import type { DeadlineSpan, DeadlineType, Level } from '../critique.ts';
import type { Gate } from '../language/gate.ts';
import { makeGate } from '../language/gate.ts';
import type { Passage } from './passage.ts';
import { place } from './passage.ts';

interface Entry {
  readonly id: string;
  readonly type: DeadlineType;
  readonly level: Level;
  readonly pattern: RegExp;
}

export interface DeadlineModel {
  readonly entries: readonly Entry[];
  readonly gate: Gate;
  readonly cells: readonly Entry[];
  readonly events: RegExp;
  readonly acts: RegExp;
  readonly units: RegExp;
}

interface RawEntry {
  readonly id: string;
  readonly type: string;
  readonly level: number;
  readonly pattern: string;
}

export interface RawDeadlines {
  readonly entries: readonly RawEntry[];
  readonly cells: readonly RawEntry[];
  readonly casework: { readonly events: string; readonly acts: string; readonly units: string };
}

export interface Deadline {
  readonly spans: readonly DeadlineSpan[];
  readonly level: Level;
  readonly rule: string;
  readonly recurrence: boolean;
}

export function deadlineModel(raw: RawDeadlines): DeadlineModel {
  const entry = ({ id, type, level, pattern }: RawEntry, flags: string, lead: string): Entry => ({
    id, type: type as DeadlineType, level: level as Level, pattern: new RegExp(`${lead}(?:${pattern})`, flags),
  });
  const entries = raw.entries.map((e) => entry(e, 'giu', '(?<![\\p{L}\\p{N}_])'));
  return {
    entries, gate: makeGate(entries.map(({ pattern }) => pattern)),
    cells: raw.cells.map((e) => entry(e, 'iu', '')),
    events: new RegExp(raw.casework.events, 'iu'),
    acts: new RegExp(raw.casework.acts, 'iu'),
    units: new RegExp(raw.casework.units, 'iu'),
  };
}

const RULES: Readonly<Record<DeadlineType, string>> = {
  date: 'deadline/date', 'period-anchored': 'deadline/anchored-period', period: 'deadline/period', event: 'deadline/external-milestone',
  vague: 'deadline/vague', recurring: 'deadline/recurrence',
};

/** Deadlines in a text or, for passages from a column of dates, in the cell. Types and levels: codebook D. */
export function findDeadlines(passage: Passage, model: DeadlineModel): Deadline {
  const from = passage.from === 'own' ? 'item' : 'context';
  const found = passage.from === 'deadline' ? cellDeadlines(passage, model) : textDeadlines(passage.text, model);
  const spans = found.map(({ start, end, entry }) => ({ ...place(passage, { start, end }), page: null, from, type: entry.type }) as const);
  const best = found.map(({ entry }) => entry).sort((a, b) => b.level - a.level)[0];
  return {
    spans,
    level: best?.level ?? 0,
    rule: best === undefined ? 'deadline/none' : best.id === 'quarter' || best.id === 'cell-quarter' ? 'deadline/quarter' : best.id.startsWith('season-no') ? 'deadline/season-without-year' : RULES[best.type],
    recurrence: found.some(({ entry }) => entry.type === 'recurring'),
  };
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly entry: Entry;
}

function textDeadlines(text: string, model: DeadlineModel): Found[] {
  const found: Found[] = [];
  for (const index of model.gate.open(text)) {
    const entry = model.entries[index];
    if (entry === undefined) continue;
    entry.pattern.lastIndex = 0;
    for (const match of text.matchAll(entry.pattern)) {
      const hit = { start: match.index, end: match.index + match[0].trimEnd().length, entry };
      if (found.some((other) => hit.start < other.end && other.start < hit.end)) continue;
      if (!isContent(text, hit, model)) found.push(hit);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * A standard of casework inside the practice asked for is content, not a deadline (codebook 7.11, 12.7):
 * "visit within 24 hours of the referral", "record it at each contact, weekly".
 */
function isContent(text: string, { start, end, entry }: Found, model: DeadlineModel): boolean {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 90), start);
  const after = text.slice(end, end + 60);
  if (entry.type === 'period' || entry.type === 'period-anchored') {
    // "in the 12 months before and after the launch": a stretch of time that is compared with another.
    if (/^\s+(?:before|prior\s+to|leading\s+up\s+to|(?:on\s+)?either\s+side)\b/iu.test(after)) return true;
    if (model.events.test(`${words}${after.slice(0, 50)}`.slice(0, words.length + 45)) && entry.type === 'period') return true;
    if (/\bhours?\b/iu.test(words)) return true;
    if (entry.id === 'month-no-year' || entry.id === 'season-no-year' || entry.id === 'this-year' || entry.id === 'over-next') return false;
    return model.units.test(words) && model.acts.test(before) && /\b(?:every|each|any|all|a|the)\s+(?:\w+\s+){0,3}(?:child|children|famil\w+|parents?|baby|infants?|referrals?|young|patients?|pupils?|mothers?|fathers?|cases?|contacts?|notifications?|home)\b/iu.test(text.slice(0, start)) && entry.type === 'period';
  }
  if (entry.type === 'recurring') {
    // The rhythm of the practice itself: "supervision monthly", "routinely ask".
    if (/\b(?:routinely|regularly)$/iu.test(words)) return !/\b(?:review|report|audit|monitor|update|meet|recirculat|circulat|publish|produc|refresh|considered?|evaluat)/iu.test(text.slice(Math.max(0, start - 40), end + 40));
    return /\b(?:supervision|visit\w*|contact|seen|weigh\w*|measured|home visits?|appointments?|core groups?|meet with|speak|call)\b[^.;]{0,40}$/iu.test(before);
  }
  if (entry.type === 'vague') return /\b(?:seen|respond\w*|share[ds]?|identified|met|act(?:ed)?|report(?:ed)?|escalated?|convened?|notified|referred|completed|records?|recorded|assessed|followed up|support(?:ed)?|information|allocated|receive|treated)\s+(?:\w+\s+){0,4}$/iu.test(before) && /^(?:promptly|swiftly|immediately|in\s+a\s+timely|without|soon|as\s+soon|urgently)/iu.test(words);
  return false;
}

function cellDeadlines(passage: Passage, model: DeadlineModel): Found[] {
  const text = passage.text.trimStart();
  const offset = passage.text.length - text.length;
  const entry = model.cells.find(({ pattern }) => pattern.test(text));
  if (entry === undefined) return textDeadlines(passage.text, model);
  // "By end of May 2033" opens like a season without a year and is a full date in running text.
  const written = entry.level === 3 ? [] : textDeadlines(passage.text, model).filter((found) => found.entry.level > entry.level);
  return written.length > 0 ? written : [{ start: offset, end: offset + text.trimEnd().length, entry: anchored(text, entry) }];
}

/** "6 months from publication" in a cell is anchored; "end of term" is not. */
function anchored(text: string, entry: Entry): Entry {
  return entry.id === 'cell-period' && /\b(?:of|from|after|following)\s+\w+/iu.test(text) ? { ...entry, type: 'period-anchored', level: 3 } : entry;
}
