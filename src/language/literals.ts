import type { AST } from '@eslint-community/regexpp';
import { RegExpParser } from '@eslint-community/regexpp';

/** Lower-case texts of which every match of a pattern holds at least one, or null where nothing can be said. */
export type Literals = readonly string[] | null;

/** More alternatives than this are not multiplied out: "(?:a|b)(?:c|d)" gives ac, ad, bc, bd. */
const MOST = 48;
/** Texts shorter than this stand nearly everywhere, and spare nothing. */
const SHORTEST = 2;

/**
 * The literal texts without which a pattern can't match: "\b(?:did|was) not (?:see|ask)\b" needs "did not " or "was not ". Letters are in lower case
 * whatever the flags, so that one look at a text in lower case serves all patterns; that may let a pattern through, and never keeps one out.
 */
export function requiredLiterals({ source, flags }: RegExp): Literals {
  const { alternatives } = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  return long(ofAlternatives(alternatives).needed);
}

/** All that an expression can match where that is few, and what it needs at least. */
interface Known {
  readonly exact: readonly string[] | null;
  readonly needed: Literals;
}

const NOTHING: Known = { exact: null, needed: null };
const EMPTY: Known = { exact: [''], needed: null };

function ofAlternatives(alternatives: readonly AST.Alternative[]): Known {
  const all = alternatives.map(ofSequence);
  const exact = all.every((one) => one.exact !== null) ? distinct(all.flatMap((one) => one.exact ?? [])) : null;
  const needed = all.map((one) => long(one.needed) ?? long(one.exact));
  return { exact: exact !== null && exact.length <= MOST ? exact : null, needed: needed.every((one) => one !== null) ? distinct(needed.flatMap((one) => one ?? [])) : null };
}

/** Neighbours whose texts are known are put together; the best of what is then needed counts. */
function ofSequence({ elements }: AST.Alternative): Known {
  let run: readonly string[] = [''];
  let best: Literals = null;
  let whole = true;
  for (const element of elements) {
    const known = ofElement(element);
    const joined = known.exact === null || run.length * known.exact.length > MOST ? null : run.flatMap((head) => (known.exact ?? []).map((tail) => head + tail));
    if (joined === null) {
      best = better(best, run);
      whole = false;
      run = known.exact ?? [''];
    } else run = distinct(joined);
    best = better(best, known.needed);
  }
  return { exact: whole ? run : null, needed: better(best, run) };
}

function ofElement(element: AST.Element): Known {
  switch (element.type) {
    case 'Character': return { exact: [String.fromCodePoint(element.value).toLowerCase()], needed: null };
    case 'Group': case 'CapturingGroup': return ofAlternatives(element.alternatives);
    case 'CharacterClass': return ofClass(element);
    case 'Quantifier': return ofQuantifier(element);
    case 'Assertion': return EMPTY;
    default: return NOTHING;
  }
}

function ofClass({ negate, elements }: AST.CharacterClass | AST.ExpressionCharacterClass & { readonly elements?: never }): Known {
  if (negate || elements === undefined || elements.length > 6) return NOTHING;
  const characters = elements.map((one) => (one.type === 'Character' ? String.fromCodePoint(one.value).toLowerCase() : null));
  return characters.includes(null) ? NOTHING : { exact: distinct(characters.flatMap((one) => one ?? [])), needed: null };
}

function ofQuantifier({ min, max, element }: AST.Quantifier): Known {
  const known = ofElement(element);
  if (min === 1 && max === 1) return known;
  if (min === 0 && max === 1 && known.exact !== null) return { exact: distinct(['', ...known.exact]), needed: null };
  return { exact: null, needed: min === 0 ? null : (long(known.needed) ?? long(known.exact)) };
}

/** Texts that are all long enough to tell something; null otherwise. */
function long(texts: Literals): Literals {
  return texts === null || texts.length === 0 || texts.some((text) => text.length < SHORTEST) ? null : texts;
}

/** The set whose shortest text is longer; of equals the one with fewer texts. */
function better(a: Literals, b: Literals): Literals {
  const [one, other] = [long(a), long(b)];
  if (one === null || other === null) return one ?? other;
  const [shortest, others] = [shortestOf(one), shortestOf(other)];
  return others > shortest || (others === shortest && other.length < one.length) ? other : one;
}

function shortestOf(texts: readonly string[]): number {
  return Math.min(6, ...texts.map((text) => text.length));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
