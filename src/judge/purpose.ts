import type { ElementSpan } from '../critique.ts';
import type { Span } from '../document.ts';
import type { CueWords, MeasureModel } from './measure.ts';
import { hits } from './measure.ts';
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
  const spans = (cue: CueWords, within: (span: Span) => boolean): ElementSpan[] =>
    cueSpans(own.text, cue, models).filter(within).map((span) => ({ ...place(own, span), page: null, from }));
  return {
    reason: spans(models.reason, () => true).slice(0, 2),
    outcome: spans(models.outcome, () => true).slice(0, 2),
    method: spans(models.method, (span) => actions.some((action) => span.start > action.start && span.start < action.end)).slice(0, 2),
  };
}

function cueSpans(text: string, cue: CueWords, models: MeasureModel): Span[] {
  const found: Span[] = [];
  for (const { start, end } of hits(text, cue)) {
    if (found.some((span) => start < span.end)) continue;
    found.push({ start, end: endOf(text, end, models) });
  }
  return found;
}

/** A clause ends at a stop, or where another purpose or reason begins. */
function endOf(text: string, from: number, models: MeasureModel): number {
  const rest = text.slice(from);
  const stop = rest.search(/[;.](?=\s|$)/u);
  const stops = [models.outcome, models.reason].flatMap((cue) => hits(rest, cue)[0]?.start ?? []);
  return trimmedEnd(text, from + Math.min(stop === -1 ? rest.length : stop, ...stops));
}
