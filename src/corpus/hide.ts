/**
 * The form of a critique that may leave the room: numbers and ids, no word of the review and no name that a person chose.
 */
import type { Critique } from '../critique.ts';
import { ELEMENT_NAMES } from '../critique.ts';
import type { Counted } from './duplicates.ts';
import { reviewId } from './record.ts';
import { FEWEST } from './summary.ts';

/** Only what is listed here goes through: a field that is added to the format later stays behind until somebody has thought about it. */
export function hideText(critique: Critique, n: number): object {
  const { version, tool, document, units, items, recommendations, cliches, appraisal, identifying, summary, messages } = critique;
  const { changes: _changes, ...counts } = summary;
  return {
    version, tool,
    document: { source: reviewId(n), kind: document.kind, method: document.method, pages: document.pages, words: document.words },
    units: units.map(({ id, kind, confidence, alternative, start, end, page, item, repeats }) => ({ id, kind, confidence, alternative, start, end, page, item, repeats })),
    items: items.map(({ id, units: own, levels, tier }) => ({ id, units: own, levels, tier })),
    recommendations: recommendations.map((one) => ({
      unit: one.unit, item: one.item, form: one.form, misfiled: one.misfiled, scope: one.scope, levels: one.levels, levelsOwn: one.levelsOwn, specificity: one.specificity,
      tier: one.tier, actionType: one.actionType, trainingOnly: one.trainingOnly, clicheBurden: one.clicheBurden, whyLink: one.whyLink, answers: one.answers, flags: one.flags,
      elements: Object.fromEntries(ELEMENT_NAMES.map((name) => [name, one.elements[name].map(({ start, end, page, from }) => ({ start, end, page, from }))])),
      rules: one.rules.map(({ id, dimension, level, evidence }) => ({ id, dimension, level, evidence })),
    })),
    cliches: cliches.map(({ id, group, unit, start, end, page, severity, use }) => ({ id, group, unit, start, end, page, severity, use })),
    appraisal: { checklist: appraisal.checklist, items: appraisal.items.map(({ id, answer }) => ({ id, answer })) },
    ...(identifying === undefined || identifying === null ? {} : { identifying: { use: identifying.use, details: identifying.details.map(({ id, kind, places }) => ({ id, kind, places: places.length })) } }),
    summary: counts,
    messages: messages.map(({ level, rule, page }) => ({ level, rule, page })),
  };
}

/** A unit as a line of units.ndjson without its words. */
export function hideUnit(unit: Critique['units'][number], n: number): object {
  const { id, kind, confidence, alternative, start, end, page, item, repeats } = unit;
  return { review: reviewId(n), id, kind, confidence, alternative, start, end, page, item, repeats };
}

/**
 * What the metadata say of a review stands in the form without text only where ten reviews or more have the same: "Neglect" does,
 * and a cell that a person filled with a story, or the one death of its kind in a year, does not.
 */
export function hideRare(counted: readonly Counted[]): readonly Counted[] {
  const [year, incident, age] = (['year', 'incident', 'age'] as const).map((field) => {
    const reviews = new Map<string | null, number>();
    for (const { record, left } of counted) if (left === null) reviews.set(record[field], (reviews.get(record[field]) ?? 0) + 1);
    return ({ record }: Counted): string | null => ((reviews.get(record[field]) ?? 0) >= FEWEST ? record[field] : null);
  });
  return counted.map((one) => ({ ...one, record: { ...one.record, year: year?.(one) ?? null, incident: incident?.(one) ?? null, age: age?.(one) ?? null } }));
}
