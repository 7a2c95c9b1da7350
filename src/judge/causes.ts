/**
 * Words that give a cause, words that tell of a failure, and what kind of cause it is. The words are in `models/causes.json`.
 */
import type { Span } from '../document.ts';
import type { PatternSet } from '../language/gate.ts';
import { matchesAny, patternSet, worthTrying } from '../language/gate.ts';
import { anyCase } from '../any-case.ts';

/** Of whom or what a cause speaks (codebook, section 5): the family, the practitioner and agency, the wider system. */
export type CauseScope = 'family' | 'practice' | 'system';

interface RawPattern {
  readonly pattern: string;
  readonly example: string;
}

export interface RawCauses {
  readonly cues: readonly RawPattern[];
  readonly failures: readonly RawPattern[];
  readonly qualities: readonly RawPattern[];
  readonly unused: readonly RawPattern[];
  readonly tags: readonly (RawPattern & { readonly id: string; readonly scope: CauseScope; readonly level: 2 | 3 })[];
}

export interface CauseTag {
  readonly id: string;
  readonly scope: CauseScope;
  /** Level of the why-link that an action which meets such a cause can reach. */
  readonly level: 2 | 3;
  readonly pattern: RegExp;
}

export interface CauseModel {
  readonly cues: PatternSet;
  readonly failures: PatternSet;
  readonly qualities: PatternSet;
  readonly unused: PatternSet;
  readonly tags: readonly CauseTag[];
  readonly tagged: PatternSet;
}

export function causeModel(raw: RawCauses): CauseModel {
  const all = (list: readonly RawPattern[]): PatternSet => patternSet(list.map(({ pattern }) => anyCase(pattern)));
  const tags = raw.tags.map((tag) => ({ id: tag.id, scope: tag.scope, level: tag.level, pattern: anyCase(tag.pattern) }));
  return { cues: all(raw.cues), failures: all(raw.failures), qualities: all(raw.qualities), unused: all(raw.unused), tags, tagged: patternSet(tags.map(({ pattern }) => pattern)) };
}

/** The first words in a text that give a cause, from the cue to the end of its clause; null where none does or where a missing quality is all that is given. */
export function causeIn(text: string, model: CauseModel): Span | null {
  const starts = worthTrying(model.cues, text).flatMap((cue) => { const match = cue.exec(text); return match === null ? [] : [match.index]; });
  if (starts.length === 0) return null;
  const start = Math.min(...starts);
  const stop = text.slice(start + 3).search(/[;.](?=\s|$)/u);
  const end = stop === -1 ? text.length : start + 3 + stop;
  const given = text.slice(start, end);
  return matchesAny(given, model.qualities) && !causeTags(given, model).some(({ level }) => level === 3) ? null : { start, end };
}

/** Whether a text says that something was not done or not good enough. */
export function tellsFailure(text: string, model: CauseModel): boolean {
  return matchesAny(text, model.failures);
}

/** Kinds of cause that a text names. */
export function causeTags(text: string, { tags, tagged }: CauseModel): readonly CauseTag[] {
  return tagged.gate.open(text).flatMap((index) => { const tag = tags[index]; return tag?.pattern.test(text) === true ? [tag] : []; });
}
