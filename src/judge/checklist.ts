/**
 * The checklists as data: what is asked of a review, of which edition of the guidance, and the words that answer it.
 * Lists are in `models/checklists/`; one may extend another and change some of its entries.
 */
import type { Kind } from '../critique.ts';
import type { PatternSet } from '../language/gate.ts';
import { patternSet } from '../language/gate.ts';
import { anyCase } from '../any-case.ts';

export const CHECKLIST_IDS = [
  'family-views', 'why-explored', 'practitioner-involvement', 'ethnicity', 'agencies', 'methodology', 'national-recommendations', 'good-practice', 'statutory-text',
  'detailed-chronology', 'immediate-safeguarding', 'criteria-decision', 'dissemination-plan', 'lines-of-enquiry', 'review-period', 'child-voice', 'author-named',
  'executive-summary', 'action-plan',
] as const;

export type ChecklistId = (typeof CHECKLIST_IDS)[number];

/** How an entry is answered; most by their words alone. */
export type ChecklistJudge = 'words' | 'family' | 'why' | 'agencies' | 'national' | 'good-practice' | 'count' | 'chronology' | 'enquiry' | 'period' | 'child-voice' | 'heading' | 'plan';

interface RawPattern {
  readonly pattern: string;
  readonly example: string;
}

interface RawEntry {
  readonly id: string;
  readonly asked?: string;
  readonly edition?: string;
  readonly source?: string;
  readonly judge?: ChecklistJudge;
  readonly question?: string;
  /** Kinds of sentences in which the words are looked for. */
  readonly kinds?: readonly Kind[];
  readonly shown?: Readonly<Record<string, string>>;
  readonly found?: readonly RawPattern[];
  /** Patterns in which capitals matter (names of people). */
  readonly cased?: readonly RawPattern[];
  readonly partly?: readonly RawPattern[];
  readonly headings?: readonly RawPattern[];
  /** A sentence that matches one of these doesn't count as found. */
  readonly unless?: readonly RawPattern[];
}

/** A section of the Word template that is made from the list: the second questions that stand below its heading. */
interface RawSection {
  readonly heading: string;
  /** Entries whose question is asked here. */
  readonly entries?: readonly string[];
  readonly prompts?: readonly string[];
  /** Heads of the columns of an empty table. */
  readonly table?: readonly string[];
  readonly sections?: readonly RawSection[];
}

export interface TemplateSection {
  readonly heading: string;
  readonly prompts: readonly string[];
  readonly table: readonly string[];
  readonly sections: readonly TemplateSection[];
}

export interface RawChecklist {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly extends?: string;
  readonly note: string;
  readonly template?: readonly RawSection[];
  readonly entries: readonly RawEntry[];
}

export interface ChecklistEntry {
  readonly id: string;
  readonly asked: string;
  readonly edition: string;
  readonly source: string;
  readonly judge: ChecklistJudge;
  /** What only a person can judge, put as a question. */
  readonly question: string;
  readonly kinds: ReadonlySet<Kind>;
  /** Words for each answer. */
  readonly shown: Readonly<Record<string, string>>;
  readonly found: PatternSet;
  readonly partly: PatternSet;
  readonly headings: PatternSet;
  readonly unless: PatternSet;
}

export interface Checklist {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Editions of the guidance that its entries come from. */
  readonly editions: readonly string[];
  readonly entries: readonly ChecklistEntry[];
  readonly template: readonly TemplateSection[];
}

/** @throws RangeError where a list extends one that isn't there, or its template names an entry that it doesn't have. */
export function checklists(raw: readonly RawChecklist[]): ReadonlyMap<string, Checklist> {
  const lists = new Map(raw.map((list) => [list.id, list]));
  return new Map(raw.map((list) => {
    const entries = entriesOf(list, lists).map(compile);
    return [list.id, { id: list.id, name: list.name, note: list.note, editions: [...new Set(entries.map(({ edition }) => edition))].sort(), entries, template: (list.template ?? []).map((section) => templateOf(section, entries, list.id)) }];
  }));
}

function templateOf({ heading, entries = [], prompts = [], table = [], sections = [] }: RawSection, all: readonly ChecklistEntry[], list: string): TemplateSection {
  const asked = entries.map((id) => {
    const entry = all.find((one) => one.id === id);
    if (entry === undefined) throw new RangeError(`the template of the checklist "${list}" names "${id}", which is no entry of it.`);
    return entry.question;
  });
  return { heading, prompts: [...asked, ...prompts], table, sections: sections.map((section) => templateOf(section, all, list)) };
}

function entriesOf(list: RawChecklist, lists: ReadonlyMap<string, RawChecklist>): readonly RawEntry[] {
  if (list.extends === undefined) return list.entries;
  const base = lists.get(list.extends);
  if (base === undefined || base.extends !== undefined) throw new RangeError(`the checklist "${list.id}" extends "${list.extends}", which is no list of its own.`);
  const changed = base.entries.map((entry) => ({ ...entry, ...list.entries.find(({ id }) => id === entry.id) }));
  return [...changed, ...list.entries.filter(({ id }) => !base.entries.some((entry) => entry.id === id))];
}

function compile(entry: RawEntry): ChecklistEntry {
  const patterns = (list: readonly RawPattern[] | undefined): RegExp[] => (list ?? []).map(({ pattern }) => anyCase(pattern));
  const set = (list: readonly RawPattern[] | undefined): PatternSet => patternSet(patterns(list));
  return {
    id: entry.id, asked: entry.asked ?? entry.id, edition: entry.edition ?? '', source: entry.source ?? '', judge: entry.judge ?? 'words', question: entry.question ?? '', kinds: new Set(entry.kinds ?? ['other']), shown: entry.shown ?? {},
    found: patternSet([...patterns(entry.found), ...(entry.cased ?? []).map(({ pattern }) => new RegExp(pattern, 'u'))]), partly: set(entry.partly), headings: set(entry.headings), unless: set(entry.unless),
  };
}
