import type { ClicheUse, Critique, ElementName, Kind } from '../critique.ts';
import type { Span } from '../document.ts';
import { ELEMENT_NAMES } from '../critique.ts';
import type { UnitLevels } from './scales.ts';
import { levelsOf } from './scales.ts';

/** What is held against the gold: a critique, or the keyword baseline, in one form. Offsets are positions in `text`. */
export interface Answer {
  readonly text: string;
  readonly documentKind: string;
  readonly units: readonly AnswerUnit[];
  readonly spans: readonly AnswerSpan[];
  readonly cliches: readonly (Span & { readonly id: string; readonly use: ClicheUse })[];
  /** Recommendations as counted: items, repeats left out. */
  readonly items: number;
  /** What speaks of the review as a whole; absent for the keyword baseline. */
  readonly appraisal?: {
    readonly checklist: Readonly<Record<string, string>>;
    /** Places of each detail that could identify. */
    readonly details: readonly (readonly Span[])[];
    /** Units of each item, and what it answers. */
    readonly links: readonly { readonly units: readonly string[]; readonly answers: readonly string[] }[];
  };
}

export interface AnswerUnit extends Span {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
  readonly section: string | null;
  readonly confidence: number;
  /** Why it was taken for this kind. */
  readonly why: readonly string[];
  readonly repeats: string | null;
  /** Null for all that is no recommendation. */
  readonly levels: UnitLevels | null;
}

export interface AnswerSpan extends Span {
  readonly unit: string;
  readonly element: ElementName;
  readonly from: 'item' | 'context';
}

export function answerOf(critique: Critique): Answer {
  const judged = new Map(critique.recommendations.map((recommendation) => [recommendation.unit, recommendation]));
  return {
    text: critique.document.text ?? '', documentKind: critique.document.kind, items: critique.items.length,
    units: critique.units.map((unit) => {
      const recommendation = judged.get(unit.id);
      const { id, kind, start, end, text, section, confidence, why, repeats } = unit;
      return { id, kind, start, end, text, section, confidence, why, repeats, levels: recommendation === undefined ? null : levelsOf(recommendation) };
    }),
    spans: critique.recommendations.flatMap(({ unit, elements }) => ELEMENT_NAMES.flatMap((element) => elements[element]
      // Spans of a separate plan are positions in another text.
      .filter(({ source }) => source === undefined)
      .map(({ start, end, from }) => ({ unit, element, start, end, from })))),
    cliches: critique.cliches.map(({ id, start, end, use }) => ({ id, start, end, use })),
    appraisal: {
      checklist: Object.fromEntries(critique.appraisal.items.map(({ id, answer }) => [id, answer])),
      details: (critique.identifying?.details ?? []).map(({ places }) => places.map(({ start, end }) => ({ start, end }))),
      links: critique.items.map(({ units }) => ({ units, answers: [...new Set(units.flatMap((unit) => judged.get(unit)?.answers ?? []))] })),
    },
  };
}
