/**
 * A critique with the details that could identify a child covered, each by as many blocks as it has characters, so that every offset still holds.
 * What comes out is *reduced*, never anonymous: details that were not found are still in it, and what is left may tell enough.
 */
import type { Critique, IdentifyingDetail } from '../critique.ts';
import type { Span } from '../document.ts';
import { sha256Hex } from '../hash.ts';
import { info } from '../result.ts';
import { unitKeys } from '../structure/keys.ts';

export const COVER = '█';

/** Details that somebody set aside ("not so") stay. The critique's own text is covered too, where it holds it. */
export function reduceCritique(critique: Critique): Critique {
  const details = (critique.identifying?.details ?? []).filter(({ decision }) => decision === undefined);
  const covered = details.length === 0 ? critique : coverAll(critique, details);
  const words = `${details.length === 1 ? 'A detail' : `${details.length} details`} that could identify the child or the family ${details.length === 1 ? 'is' : 'are'} covered. This result is reduced; it is not anonymous: others may have been missed, and what is left may still tell who it is.`;
  return { ...covered, document: { ...covered.document, reduced: details.length }, messages: [...covered.messages, info('reduce/reduced', words)] };
}

function coverAll(critique: Critique, details: readonly IdentifyingDetail[]): Critique {
  const spans = [...details.flatMap(({ places }) => places)].sort((a, b) => a.start - b.start);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...new Set(details.flatMap(({ text, places }) => [text, ...places.map((place) => place.text)]))].sort((a, b) => b.length - a.length).map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const inWords = (text: string): string => text.replace(pattern, (whole) => COVER.repeat(whole.length));
  const covered = walk(critique, spans, inWords) as Critique;
  const { text } = critique.document;
  const whole = text === undefined ? undefined : at(text, 0, spans);
  const keys = unitKeys(covered.units.map((unit) => ({ text: unit.text, section: unit.section ?? '' })));
  return {
    ...covered, units: covered.units.map((unit, index) => ({ ...unit, key: keys[index] ?? unit.key })),
    // The hash of the whole text would let somebody try out what is covered.
    document: { ...covered.document, ...(whole === undefined ? { textSha256: null } : { text: whole, textSha256: sha256Hex(whole) }) },
  };
}

/** Words with a place are covered by their place; all others by what they say. Ids, hashes and levels stay. */
function walk(value: unknown, spans: readonly Span[], inWords: (text: string) => string): unknown {
  if (typeof value === 'string') return inWords(value);
  if (Array.isArray(value)) return value.map((one) => walk(one, spans, inWords));
  if (typeof value !== 'object' || value === null) return value;
  const { text, start, end, source } = value as { readonly text?: unknown; readonly start?: unknown; readonly end?: unknown; readonly source?: unknown };
  const placed = typeof text === 'string' && typeof start === 'number' && typeof end === 'number' && end - start === text.length && source === undefined;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    if (SAME.has(key)) return [key, inner];
    return [key, placed && key === 'text' ? inWords(at(text, start, spans)) : walk(inner, spans, inWords)];
  }));
}

/** Fields that hold no words of the review. */
const SAME: ReadonlySet<string> = new Set(['version', 'tool', 'id', 'key', 'sha256', 'kind', 'rule', 'unit', 'item', 'fidelity', 'checklist', 'edition', 'tier', 'levels', 'levelsOwn']);

function at(text: string, offset: number, spans: readonly Span[]): string {
  let covered = text;
  for (const { start, end } of spans) {
    const [from, to] = [Math.max(0, start - offset), Math.min(text.length, end - offset)];
    if (from < to) covered = covered.slice(0, from) + COVER.repeat(to - from) + covered.slice(to);
  }
  return covered;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
}
