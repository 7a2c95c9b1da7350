/**
 * Words and patterns of details that could tell a reader who the child is. They are in `models/identifying.json`.
 */
import type { PatternSet } from '../language/gate.ts';
import { patternSet } from '../language/gate.ts';

interface RawPattern {
  readonly pattern: string;
  readonly example: string;
  readonly caseSensitive?: boolean;
}

export interface RawIdentifying {
  readonly kinds: readonly { readonly id: string; readonly name: string; readonly question: string; readonly patterns: readonly RawPattern[] }[];
  readonly life: readonly RawPattern[];
  readonly administrative: readonly RawPattern[];
  readonly authors: readonly RawPattern[];
  readonly generic: readonly string[];
  readonly organisation: readonly string[];
  readonly titles: readonly string[];
  readonly givenNames: readonly string[];
}

export interface DetailKind {
  readonly id: string;
  /** As a heading: "Addresses and small places". */
  readonly name: string;
  readonly question: string;
  readonly patterns: PatternSet;
}

export interface IdentifyingModel {
  readonly kinds: readonly DetailKind[];
  /** A date in such a clause tells of the child or the family. */
  readonly life: PatternSet;
  /** A date in such a clause is of the review, or of what agencies will do. */
  readonly administrative: PatternSet;
  /** Names in such a clause are of those who made the review. */
  readonly authors: PatternSet;
  /** Words that make no name of what follows: "the", "local". */
  readonly generic: ReadonlySet<string>;
  /** Words by which a name is that of a public body: "Council". */
  readonly organisation: ReadonlySet<string>;
  /** Words that make a title of a name beside them: "Board". */
  readonly titles: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
}

export function identifyingModel(raw: RawIdentifying): IdentifyingModel {
  const set = (list: readonly RawPattern[], global: string): PatternSet => patternSet(list.map(({ pattern, caseSensitive }) => new RegExp(pattern, `${global}${caseSensitive === true ? '' : 'i'}u`)));
  return {
    kinds: raw.kinds.map(({ id, name, question, patterns }) => ({ id, name, question, patterns: set(patterns, 'g') })),
    life: set(raw.life, ''), administrative: set(raw.administrative, ''), authors: set(raw.authors, ''),
    generic: new Set(raw.generic), organisation: new Set(raw.organisation), titles: new Set(raw.titles), givenNames: new Set(raw.givenNames),
  };
}
