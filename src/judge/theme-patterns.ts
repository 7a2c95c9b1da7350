/**
 * How a codebook writes down the words of a code: regular expressions for whole words; `«name»` for a list of words that many codes share;
 * `a ~ b` for two of them near each other in one sentence, in either order.
 */
import { makeGate } from '../language/gate.ts';
import { withParts } from '../language/parts.ts';

export interface Found {
  readonly from: number;
  readonly to: number;
}

/** Finds all places of one pattern in a text. Each of `needs` must match somewhere for there to be any. */
export interface Finder {
  readonly needs: readonly RegExp[];
  readonly find: (text: string) => readonly Found[];
}

/** Letters between two words that stand near each other: some ten words. */
const NEAR = 60;
const STOP = /[.!?;\n]/u;

/** @throws Error that names the code and the pattern, where it is none or names a list that is not there. */
export function finders(id: string, patterns: readonly string[], parts: Readonly<Record<string, string>> = {}): readonly Finder[] {
  return patterns.map((pattern) => {
    const needs = pattern.split(' ~ ').map((part) => compiled(id, part, parts));
    const [first, second] = needs;
    if (first === undefined || needs.length > 2) throw new Error(`code ${id}: "${pattern}" joins more than two with " ~ ". Write two.`);
    return { needs, find: second === undefined ? (text) => matches(text, first) : (text) => near(text, first, second) };
  });
}

function compiled(id: string, pattern: string, parts: Readonly<Record<string, string>>): RegExp {
  try {
    const whole = withParts(pattern, parts);
    // Abbreviations are found in capitals only: "ABE" is no name, "dna" no missed appointment.
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${whole})(?![\\p{L}\\p{N}])`, /^[A-Z]+$/u.test(whole) ? 'gu' : 'giu');
  } catch (cause) {
    throw new Error(cause instanceof RangeError ? `code ${id}: "${pattern}" names a list that the codebook does not have. Add it to "parts".` : `code ${id}: "${pattern}" is no pattern. Write words, or a regular expression.`, { cause });
  }
}

function matches(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length })).filter(({ from, to }) => to > from);
}

/** From the one word to the other: "No interpreter was ever booked" for `interpreters? ~ no`. */
function near(text: string, a: RegExp, b: RegExp): Found[] {
  const first = matches(text, a);
  if (first.length === 0) return [];
  const second = matches(text, b);
  return first.flatMap((one) => {
    const [other] = second.map((two) => (two.from >= one.to ? { from: one.from, to: two.to, gap: [one.to, two.from] as const } : { from: two.from, to: one.to, gap: [two.to, one.from] as const }))
      .filter(({ gap: [end, start] }) => start >= end && start - end <= NEAR && !STOP.test(text.slice(end, start)))
      .sort((x, y) => x.to - x.from - (y.to - y.from));
    return other === undefined ? [] : [{ from: other.from, to: other.to }];
  });
}

/** From first to last, the longest of those that start together, none inside another; those that touch one of `left` are no evidence. */
export function placesOf(all: readonly Found[], left: readonly Found[]): Found[] {
  const kept = all.filter(({ from, to }) => !left.some((one) => one.from < to && from < one.to)).sort((a, b) => a.from - b.from || b.to - a.to);
  let reached = 0;
  return kept.filter(({ from, to }) => {
    if (from < reached) return false;
    reached = to;
    return true;
  });
}

/** Runs only those finders whose letters stand in the text: a sentence holds the words of few codes. `ask(n)` gives the places of the n-th finder. */
export function gated(all: readonly Finder[]): (text: string) => (index: number) => readonly Found[] {
  const needs = all.flatMap(({ needs: own }, index) => own.map((pattern) => ({ pattern, index })));
  const gate = makeGate(needs.map(({ pattern }) => pattern));
  const wanted = all.map(({ needs: own }) => own.length);
  return (text) => {
    const met = new Map<number, number>();
    for (const at of gate.open(text)) {
      const index = needs[at]?.index ?? -1;
      met.set(index, (met.get(index) ?? 0) + 1);
    }
    return (index) => (met.get(index) === wanted[index] ? (all[index]?.find(text) ?? []) : []);
  };
}
