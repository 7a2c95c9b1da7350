import type { Span } from '../document.ts';
import { contains } from '../document.ts';
import { align } from './align.ts';
import type { Gold, GoldSpan, GoldUnit } from './gold.ts';
import type { Word } from './words.ts';
import { pairWords, wordsIn } from './words.ts';

/** A gold file laid over what a reader made of the review: where each unit and span stands in that text, null where it is not found. */
export interface Placed {
  readonly units: readonly { readonly unit: GoldUnit; readonly at: Span | null }[];
  readonly spans: readonly { readonly span: GoldSpan; readonly at: Span | null }[];
  readonly cliches: readonly { readonly id: string; readonly use: string; readonly at: Span | null }[];
  /** Details that could identify; null where nobody looked for them. */
  readonly identifying: readonly (Span | null)[] | null;
}

/** Units are lined up over the whole text; spans then word by word within the unit that holds them. */
export function placeGold(gold: Gold, text: string): Placed {
  const { locate } = align(gold.text, text);
  const units = gold.units.map((unit) => ({ unit, at: locate(unit) }));
  const known = new Map<string, (span: Span) => Span | null>();
  const within = (span: Span): Span | null => {
    const holder = units.find(({ unit }) => contains(unit, span));
    if (holder === undefined || holder.at === null) return null;
    const inner = known.get(holder.unit.id) ?? mapWithin(gold.text, holder.unit, text, holder.at);
    known.set(holder.unit.id, inner);
    return inner(span);
  };
  return {
    units,
    spans: gold.spans.map((span) => ({ span, at: within(span) })),
    cliches: gold.cliches.map(({ id, use, start, end }) => ({ id, use, at: within({ start, end }) })),
    identifying: gold.identifying?.map((span) => within(span) ?? locate(span)) ?? null,
  };
}

/** Leads a span of one passage to the same words of the other; null where less than half of them are there. */
function mapWithin(from: string, source: Span, to: string, target: Span): (span: Span) => Span | null {
  const words = wordsIn(from, source);
  const others = wordsIn(to, target);
  const pairs = pairWords(words, others);
  return (span) => {
    const own = words.flatMap((word, index) => (word.start < span.end && word.end > span.start ? [pairs[index] ?? null] : []));
    const found = own.filter((index) => index !== null);
    const [first, last] = [others[found[0] ?? -1], others[found.at(-1) ?? -1]] as [Word | undefined, Word | undefined];
    return first === undefined || last === undefined || found.length * 2 < own.length ? null : { start: first.start, end: last.end };
  };
}
