import type { ClicheGroup, DocumentKind } from '../critique.ts';

/**
 * A lexicon of phrases as data (`models/cliches.json`; its schema is beside it), and its compiled form.
 */
export interface Lexicon {
  readonly version: string;
  readonly source: string;
  readonly licence: string;
  readonly groups?: Readonly<Record<string, string>>;
  readonly exempt?: { readonly titles?: readonly string[]; readonly statutory?: readonly string[]; readonly clinical?: readonly string[] };
  readonly entries: readonly LexiconEntry[];
}

export interface LexiconEntry {
  readonly id: string;
  readonly code?: string;
  readonly group: ClicheGroup;
  readonly severity: 1 | 2 | 3;
  readonly regex: string;
  readonly caseSensitive?: boolean;
  /** The phrase holds a word that begins with one of these: first four letters, or the whole of a shorter word. */
  readonly stems?: readonly string[];
  readonly why: string;
  readonly question: string;
  readonly okWhen: string;
  readonly exceptions?: readonly LexiconException[];
  readonly source: string;
  readonly example: string;
  readonly counterExample: string;
}

/** Exactly one condition, and the reason in words. */
export interface LexiconException {
  readonly followedBy?: string;
  readonly precededBy?: string;
  readonly within?: string;
  readonly documentKind?: readonly string[];
  readonly why: string;
}

export interface CompiledEntry {
  readonly entry: LexiconEntry;
  readonly regex: RegExp;
  readonly exceptions: readonly CompiledException[];
}

export interface CompiledException {
  readonly followedBy: RegExp | null;
  readonly precededBy: RegExp | null;
  readonly within: RegExp | null;
  readonly documentKind: readonly string[];
  readonly why: string;
}

export interface CompiledLexicon {
  readonly entries: readonly CompiledEntry[];
  /** Index of `entries` by stem. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Entries that name no stem and are always tried. */
  readonly always: readonly number[];
  readonly exempt: readonly ExemptPattern[];
}

export interface ExemptPattern {
  readonly kind: 'title' | 'statutory' | 'clinical';
  readonly regex: RegExp;
}

/** Makes one lexicon, or several of the same shape, ready for `findCliches`. Of two entries with one id the later counts. */
export function compileLexicon(...lexicons: readonly Lexicon[]): CompiledLexicon {
  const byId = new Map<string, LexiconEntry>();
  for (const lexicon of lexicons) for (const entry of lexicon.entries) byId.set(entry.id, entry);
  const entries = [...byId.values()].map(compileEntry);
  const byStem = new Map<string, number[]>();
  const always: number[] = [];
  for (const [index, { entry }] of entries.entries()) {
    if (entry.stems === undefined) always.push(index);
    for (const stem of entry.stems ?? []) {
      const known = byStem.get(stem);
      if (known === undefined) byStem.set(stem, [index]);
      else known.push(index);
    }
  }
  return { entries, byStem, always, exempt: lexicons.flatMap(compileExempt) };
}

function compileEntry(entry: LexiconEntry): CompiledEntry {
  return {
    entry,
    regex: new RegExp(loosen(entry.regex), entry.caseSensitive === true ? 'g' : 'gi'),
    exceptions: (entry.exceptions ?? []).map(compileException),
  };
}

function compileException(exception: LexiconException): CompiledException {
  return {
    followedBy: exception.followedBy === undefined ? null : new RegExp(`^(?:${loosen(exception.followedBy)})`, 'i'),
    precededBy: exception.precededBy === undefined ? null : new RegExp(`(?:${loosen(exception.precededBy)})$`, 'i'),
    within: exception.within === undefined ? null : new RegExp(loosen(exception.within), 'i'),
    documentKind: exception.documentKind ?? [],
    why: exception.why,
  };
}

function compileExempt({ exempt }: Lexicon): readonly ExemptPattern[] {
  return [
    ...(exempt?.titles ?? []).map((source) => ({ kind: 'title' as const, regex: new RegExp(loosen(source), 'g') })),
    ...(exempt?.statutory ?? []).map((source) => ({ kind: 'statutory' as const, regex: new RegExp(loosen(source), 'gi') })),
    ...(exempt?.clinical ?? []).map((source) => ({ kind: 'clinical' as const, regex: new RegExp(loosen(source), 'gi') })),
  ];
}

/** Lets a blank stand for a hard blank, and the keyboard's hyphen and apostrophe for the printer's. */
function loosen(source: string): string {
  return source
    .replaceAll('[\\s-]', '[\\s\\u2010\\u2011\\u2013-]')
    .replaceAll(' ', '\\s')
    .replace(/'(?![^[\]]{0,40}\])/gu, "['\\u2019]");
}

/** Whether `kind` is among those in which an exception holds. */
export function holdsForKind(exception: CompiledException, kind: DocumentKind | undefined): boolean {
  return kind !== undefined && exception.documentKind.includes(kind);
}
