import type { Clause } from '../language/clause.ts';
import type { Gazetteer } from '../language/bodies.ts';
import { ownOwner } from './agency.ts';
import type { MeasureModel } from './measure.ts';
import { findMeasure } from './measure.ts';

/**
 * Whether a sentence asks something new of a body that it names: "The ICB should amend the form. Schools should print it." are two units of one item
 * (codebook 1: one group of actors and one main action). "The scrutineer should report the number of visits" says how the ask before it is measured.
 */
export function asksAnew(text: string, clause: Clause, bodies: Gazetteer, measures: MeasureModel): boolean {
  if ((clause.asks.length === 0 && clause.mood !== 'soft') || clause.mood === 'question') return false;
  const passage = { text, start: 0, from: 'own' as const };
  return ownOwner(passage, clause, bodies).spans.length > 0 && findMeasure(passage, measures).level < 2;
}
