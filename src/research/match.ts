import type { Span } from '../document.ts';
import type { Answer, AnswerUnit } from './answer.ts';
import type { GoldUnit } from './gold.ts';
import type { Placed } from './place.ts';

export interface Matched {
  readonly gold: GoldUnit;
  /** Null where the passage is not in the text that was read. */
  readonly at: Span | null;
  /** The unit with which it shares most characters; null where there is none. */
  readonly found: AnswerUnit | null;
}

export interface Matches {
  readonly units: readonly Matched[];
  /** Units of the answer with less than half of their characters on gold units. */
  readonly spurious: readonly AnswerUnit[];
}

/** Gives each gold unit the unit of the answer that it shares most characters with; one of the answer may serve several. */
export function matchUnits({ units }: Placed, answer: Answer): Matches {
  const sorted = [...answer.units].sort((a, b) => a.start - b.start);
  const covered = new Map<AnswerUnit, number>();
  const matched = units.map(({ unit, at }): Matched => {
    if (at === null) return { gold: unit, at, found: null };
    const meeting = overlapping(sorted, at);
    for (const [other, shared] of meeting) covered.set(other, (covered.get(other) ?? 0) + shared);
    const best = meeting.reduce<readonly [AnswerUnit, number] | null>((top, next) => (top === null || next[1] > top[1] ? next : top), null);
    return { gold: unit, at, found: best?.[0] ?? null };
  });
  return { units: matched, spurious: sorted.filter((unit) => (covered.get(unit) ?? 0) * 2 < unit.end - unit.start) };
}

function overlapping(sorted: readonly AnswerUnit[], span: Span): (readonly [AnswerUnit, number])[] {
  const found: (readonly [AnswerUnit, number])[] = [];
  for (const unit of sorted) {
    if (unit.start >= span.end) break;
    const shared = Math.min(unit.end, span.end) - Math.max(unit.start, span.start);
    if (shared > 0) found.push([unit, shared]);
  }
  return found;
}
