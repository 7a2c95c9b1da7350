import type { ElementSpan } from '../critique.ts';
import type { Span } from '../document.ts';
import type { MeasureModel } from './measure.ts';
import type { Passage } from './passage.ts';
import { place } from './passage.ts';
import { trimmedEnd } from '../language/trim.ts';

export interface Purpose {
  readonly reason: readonly ElementSpan[];
  readonly outcome: readonly ElementSpan[];
  readonly method: readonly ElementSpan[];
}

/** Reasons ("because …"), intended outcomes ("so that children …") and methods ("by adding …"), each to the end of its clause. */
export function reasonSpans(own: Passage, models: MeasureModel, actions: readonly Span[]): Purpose {
  const from = own.from === 'own' ? ('item' as const) : ('context' as const);
  const spans = (pattern: RegExp, within: (span: Span) => boolean): ElementSpan[] =>
    cueSpans(own.text, pattern, models).filter(within).map((span) => ({ ...place(own, span), page: null, from }));
  return {
    reason: spans(models.reason, () => true).slice(0, 2),
    outcome: spans(models.outcome, () => true).slice(0, 2),
    method: spans(models.method, (span) => actions.some((action) => span.start > action.start && span.start < action.end)).slice(0, 2),
  };
}

function cueSpans(text: string, pattern: RegExp, models: MeasureModel): Span[] {
  pattern.lastIndex = 0;
  const found: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    if (found.some((span) => match.index < span.end)) continue;
    found.push({ start: match.index, end: endOf(text, match.index, match[0].length, models) });
  }
  return found;
}

/** A clause ends at a stop, or where another purpose or reason begins. */
function endOf(text: string, start: number, length: number, models: MeasureModel): number {
  const rest = text.slice(start + length);
  const stops = [/[;.](?=\s|$)/u, models.outcome, models.reason].map((pattern) => {
    const at = rest.search(new RegExp(pattern.source, pattern.flags.replace('g', '')));
    return at === -1 ? rest.length : at;
  });
  return trimmedEnd(text, start + length + Math.min(...stops));
}
