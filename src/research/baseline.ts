import type { Critique, Kind, Unit } from '../critique.ts';
import type { Answer, AnswerUnit } from './answer.ts';
import { keywordLevels, keywordSpans } from './baseline-levels.ts';

/**
 * What an afternoon with a list of keywords would give, to be held beside the judge (Fox 2026 did the same). It reads the same text, in the same
 * units, with the headings that stand over them; it knows nothing of grammar, lists, tables or context. Its levels are given where the judge gives
 * levels, so that both are compared on the same recommendations.
 */
export function baselineAnswer(critique: Critique): Answer {
  const kinds = critique.units.map((unit) => keywordKind(unit));
  const asks: Unit[] = [];
  const repeated = critique.units.map((unit, index) => {
    if (kinds[index] !== 'recommendation') return null;
    const before = asks.find((other) => alike(other.text, unit.text));
    asks.push(unit);
    return before?.id ?? null;
  });
  const units = critique.units.map((unit, index): AnswerUnit => {
    const kind = kinds[index] ?? 'other';
    const { id, start, end, text, section } = unit;
    return { id, kind, start, end, text, section, confidence: 0.5, why: ['keyword'], repeats: repeated[index] ?? null, levels: unit.kind === 'recommendation' ? keywordLevels(text) : null };
  });
  return {
    text: critique.document.text ?? '', documentKind: 'lcspr', units, cliches: [],
    spans: units.filter(({ kind }) => kind === 'recommendation').flatMap((unit) => keywordSpans(unit.text).map((span) => ({ ...span, start: span.start + unit.start, end: span.end + unit.start, unit: unit.id, from: 'item' as const }))),
    items: units.filter(({ kind, repeats }) => kind === 'recommendation' && repeats === null).length,
  };
}

const ASKS = /\b(?:should|must|needs? to|recommends?|is recommended|are asked to)\b/i;
const HEADINGS: readonly (readonly [RegExp, Kind])[] = [
  [/\brecommend|\bactions?\b|\bneeds? to improve\b|\bareas? for (?:improvement|priority)/i, 'recommendation'],
  [/\blearning\b|\blessons?\b/i, 'learning-point'],
  [/\bgood practice\b|\bstrengths?\b|\bworked well\b/i, 'good-practice'],
  [/\bfindings?\b|\banalysis\b/i, 'finding'],
];

/** The first rule that fits. Under a heading that asks, short cells such as owners and dates are left out. */
export function keywordKind({ text, section }: Pick<Unit, 'text' | 'section'>): Kind {
  const words = text.split(/\s+/).length;
  if (/\?\s*$/.test(text)) return 'question';
  const heading = HEADINGS.find(([pattern]) => pattern.test(section ?? ''))?.[1] ?? null;
  if (heading === 'recommendation' && words >= 6) return 'recommendation';
  if (/\bgood practice\b|\bworked well\b/i.test(text)) return 'good-practice';
  if (/\b(?:has|have) (?:since|now|already|been (?:introduced|revised|updated))\b|\bis now\b|\bnow in place\b/i.test(text)) return 'action-taken';
  if (/\blearning\b|\blessons?\b|\bit is (?:important|essential|vital)\b/i.test(text)) return 'learning-point';
  if (ASKS.test(text)) return heading === 'learning-point' ? 'learning-point' : 'recommendation';
  if (heading !== null && heading !== 'recommendation' && words >= 6) return heading;
  return /\b(?:not|no|never|failed|missed|lack(?:ed)?|without)\b/i.test(text) && words >= 6 ? 'finding' : 'other';
}

/** Two recommendations with at least half of their words in common. */
function alike(a: string, b: string): boolean {
  const [first, second] = [bag(a), bag(b)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared * 2 >= new Set([...first, ...second]).size;
}

function bag(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
}
