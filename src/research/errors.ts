import type { Kind } from '../critique.ts';
import type { Gold } from './gold.ts';
import type { Matched, Matches } from './match.ts';
import { SCALES, STEPS } from './scales.ts';
import type { Steps } from './scales.ts';
import type { SpanSet } from './span-sets.ts';
import { pairSpans } from './spans.ts';

/** One disagreement between gold and judge, with the judge's reasons. */
export interface ReviewError {
  readonly about: 'kind' | 'level' | 'span';
  /** What it is about: "kind", or the name of a scale or element. */
  readonly name: string;
  readonly section: string | null;
  readonly text: string;
  readonly gold: string;
  readonly judge: string;
  readonly why: readonly string[];
  /** How much it is worth reading: the heaviest come first. */
  readonly weight: number;
}

/** Wrong kinds weigh by how sure the judge was, and double where a recommendation is concerned. */
export function kindErrors({ units, spurious }: Matches, gold: Gold): ReviewError[] {
  const wrong = units.filter((unit) => unit.found?.kind !== unit.gold.kind).map((unit): ReviewError => ({
    about: 'kind', name: 'kind', section: unit.gold.section, text: gold.text.slice(unit.gold.start, unit.gold.end), gold: unit.gold.kind, judge: judged(unit),
    why: unit.found?.why ?? [], weight: kindWeight(unit.gold.kind, unit.found?.kind ?? 'other', unit.found?.confidence ?? 0.5),
  }));
  const extra = spurious.filter(({ kind }) => kind !== 'other').map((unit): ReviewError => ({
    about: 'kind', name: 'kind', section: unit.section, text: unit.text, gold: 'not running text', judge: unit.kind, why: unit.why, weight: kindWeight('other', unit.kind, unit.confidence),
  }));
  return [...wrong, ...extra];
}

function judged({ at, found }: Matched): string {
  if (at === null) return 'not read';
  return found === null ? 'in no unit' : `${found.kind} (${found.confidence.toFixed(2)})`;
}

function kindWeight(gold: Kind, given: Kind, confidence: number): number {
  return confidence + (gold === 'recommendation' || given === 'recommendation' ? 1 : 0);
}

/** Levels that are one step apart are common between coders too: they weigh little. */
export function levelErrors({ units }: Matches, steps: ReadonlyMap<string, Steps>, gold: Gold): ReviewError[] {
  return units.flatMap(({ gold: unit, found }) => {
    const levels = unit.kind === 'recommendation' ? (found?.levels ?? null) : null;
    if (levels === null) return [];
    return SCALES.filter((scale) => scale !== 'tier').flatMap((scale): ReviewError[] => {
      const [own, given] = [steps.get(unit.id)?.[scale] ?? null, levels.steps[scale]];
      if (own === null || given === null || own === given) return [];
      return [{
        about: 'level', name: scale, section: unit.section, text: gold.text.slice(unit.start, unit.end), gold: STEPS[scale][own] ?? '', judge: STEPS[scale][given] ?? '',
        why: [levels.reasons[scale] ?? ''].filter((reason) => reason !== ''), weight: 0.2 + 0.4 * Math.abs(own - given),
      }];
    });
  });
}

/** Spans of matched recommendations that have no counterpart with at least half of the characters in common. */
export function spanErrors(sets: readonly SpanSet[], { units }: Matches, gold: Gold): ReviewError[] {
  const byId = new Map(units.map((unit) => [unit.gold.id, unit]));
  return sets.filter(({ scope }) => scope === 'matched').flatMap(({ element, gold: all, found }) => {
    const places = all.flatMap((place) => (place.at === null ? [] : [{ ...place, at: place.at }]));
    const pairs = pairSpans(places.map(({ at }) => at), found, 'overlap');
    return places.filter((_, index) => pairs[index] === null).flatMap(({ span, at }): ReviewError[] => {
      const unit = byId.get(span.unit)?.gold;
      if (unit === undefined) return [];
      const near = found.find((other) => other.start < at.end && at.start < other.end);
      return [{
        about: 'span', name: element, section: unit.section, text: gold.text.slice(unit.start, unit.end), gold: `“${gold.text.slice(span.start, span.end)}”`,
        judge: near === undefined ? 'not found' : `other bounds (${near.end - near.start} for ${at.end - at.start} characters)`, why: [], weight: near === undefined ? 0.5 : 0.3,
      }];
    });
  });
}
