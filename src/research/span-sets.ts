import type { ElementName } from '../critique.ts';
import { ELEMENT_NAMES } from '../critique.ts';
import type { Span } from '../document.ts';
import { overlaps } from '../document.ts';
import type { Answer } from './answer.ts';
import type { GoldSpan } from './gold.ts';
import type { Matches } from './match.ts';
import type { Placed } from './place.ts';
import { wordBounds } from './words.ts';

/** `all`: end to end, so that recommendations that were missed or made up count. `matched`: only those that both have. */
export type Scope = 'all' | 'matched';

export const SCOPES: readonly Scope[] = ['all', 'matched'];

export interface GoldPlace {
  readonly span: GoldSpan;
  readonly at: Span | null;
}

export interface SpanSet {
  readonly element: ElementName;
  readonly scope: Scope;
  readonly gold: readonly GoldPlace[];
  readonly found: readonly Span[];
}

interface Found extends Span {
  readonly units: readonly string[];
  readonly from: 'item' | 'context';
}

/**
 * Gold and found spans of each element over the whole review, each place once: a stem's owner belongs to all its sub-items and is one span.
 * The gold marks no words of headings; what the judge takes from there is left out. Ends are those of the first and last word.
 */
export function spanSets(placed: Placed, { units }: Matches, answer: Answer): SpanSet[] {
  const asks = units.filter(({ gold }) => gold.kind === 'recommendation');
  const met = new Set(asks.filter(({ found }) => found?.kind === 'recommendation').map(({ gold }) => gold.id));
  const serving = new Set(asks.flatMap(({ found }) => found?.id ?? []));
  const coded = units.flatMap(({ at }) => at ?? []);
  return ELEMENT_NAMES.flatMap((element) => {
    const gold = distinctGold(placed.spans.filter(({ span }) => span.element === element));
    const found = distinctFound(answer, element).filter((span) => span.from === 'item' || coded.some((unit) => overlaps(unit, span)));
    return [
      { element, scope: 'all' as const, gold, found },
      { element, scope: 'matched' as const, gold: gold.filter(({ span }) => met.has(span.unit)), found: found.filter((span) => span.units.some((unit) => serving.has(unit))) },
    ];
  });
}

function distinctGold(spans: readonly GoldPlace[]): GoldPlace[] {
  const places = new Map<string, GoldPlace>();
  for (const place of spans) {
    const key = `${place.span.start} ${place.span.end}`;
    if (!places.has(key)) places.set(key, place);
  }
  return [...places.values()];
}

function distinctFound(answer: Answer, element: ElementName): Found[] {
  const places = new Map<string, Found>();
  for (const { unit, from, element: own, ...span } of answer.spans) {
    const bounds = own === element ? wordBounds(answer.text, span) : null;
    if (bounds === null) continue;
    const key = `${bounds.start} ${bounds.end}`;
    const known = places.get(key);
    places.set(key, { ...bounds, units: [...(known?.units ?? []), unit], from: known?.from === 'item' ? 'item' : from });
  }
  return [...places.values()];
}
