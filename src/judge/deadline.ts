import type { DeadlineSpan, DeadlineType, Level } from '../critique.ts';
import type { Gate } from '../language/gate.ts';
import { makeGate } from '../language/gate.ts';
import type { Passage } from './passage.ts';
import type { Casework } from './deadline-content.ts';
import { isContent } from './deadline-content.ts';
import { place } from './passage.ts';
import { withParts } from '../language/parts.ts';
import { NO_WORD_BEFORE, anyCase } from '../any-case.ts';

interface Entry {
  readonly id: string;
  readonly type: DeadlineType;
  readonly level: Level;
  readonly pattern: RegExp;
}

export interface DeadlineModel extends Casework {
  readonly entries: readonly Entry[];
  readonly gate: Gate;
  readonly cells: readonly Entry[];
}

interface RawEntry {
  readonly id: string;
  readonly type: string;
  readonly level: number;
  readonly pattern: string;
}

export interface RawDeadlines {
  /** Pieces that patterns name: "«month»\\s+«year»". */
  readonly parts: Readonly<Record<string, string>>;
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
  const entry = ({ id, type, level, pattern }: RawEntry, lead: string, flags: string): Entry => ({
    id, type: type as DeadlineType, level: level as Level, pattern: anyCase(`${lead}(?:${withParts(pattern, raw.parts)})`, flags),
  });
  const entries = raw.entries.map((e) => entry(e, NO_WORD_BEFORE, 'g'));
  return {
    entries, gate: makeGate(entries.map(({ pattern }) => pattern)),
    cells: raw.cells.map((e) => entry(e, '', '')),
    events: anyCase(raw.casework.events),
    acts: anyCase(raw.casework.acts),
    units: anyCase(raw.casework.units),
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
  // A frequency is no deadline where there is one: "first by 1 May 2031, then annually" (codebook D).
  const dated = found.some(({ entry }) => entry.level >= 2);
  const spans = found.filter(({ entry }) => !dated || entry.type !== 'recurring').map(({ start, end, entry }) => ({ ...place(passage, { start, end }), page: null, from, type: entry.type }) as const);
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
  const all: (Found & { readonly rank: number })[] = [];
  for (const rank of model.gate.open(text)) {
    const entry = model.entries[rank];
    if (entry === undefined) continue;
    entry.pattern.lastIndex = 0;
    for (const match of text.matchAll(entry.pattern)) all.push({ start: match.index, end: match.index + match[0].trimEnd().length, entry, rank });
  }
  // "when it is renewed in April 2032" is one deadline: the longer match wins, then the earlier entry.
  all.sort((x, y) => y.end - y.start - (x.end - x.start) || x.rank - y.rank);
  const kept: Found[] = [];
  for (const hit of all) if (!kept.some((other) => hit.start < other.end && other.start < hit.end)) kept.push(hit);
  return kept.filter(({ start, end, entry }) => !isContent(text, { start, end, type: entry.type, id: entry.id }, model)).sort((x, y) => x.start - y.start);
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
