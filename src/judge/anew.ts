import type { Gazetteer } from '../language/bodies.ts';
import type { Clause } from '../language/clause.ts';
import { ownOwner } from './agency.ts';
import type { DeadlineModel } from './deadline.ts';
import { findDeadlines } from './deadline.ts';
import { mainAsks, onlyWhen } from './main-asks.ts';
import type { MeasureModel } from './measure.ts';
import { findMeasure } from './measure.ts';

export interface AnewModels {
  readonly bodies: Gazetteer;
  readonly measures: MeasureModel;
  readonly deadlines: DeadlineModel;
}

/**
 * Whether a sentence asks something new, of a body that it names or of nobody: "The ICB should amend the form. Schools should print it. A leaflet should be
 * written." are three units of one item (codebook 1: one group of actors and one main action). "The scrutineer should report the number of visits" and
 * "It is to be in use by June" say how and when the ask before them is seen and done; "Write it with parents" goes on from it.
 */
export function asksAnew(text: string, clause: Clause, models: AnewModels): boolean {
  if ((clause.asks.length === 0 && clause.mood !== 'soft') || clause.mood === 'question') return false;
  const passage = { text, start: 0, from: 'own' as const };
  const dates = findDeadlines(passage, models.deadlines).spans;
  const [first] = clause.asks;
  if (first !== undefined && onlyWhen(text, first, dates)) return false;
  const { level } = findMeasure(passage, models.measures);
  if (level >= 2) return false;
  if (ownOwner(passage, mainAsks(text, clause, [], dates), models.bodies).spans.length > 0) return true;
  if (level > 0) return false;
  const subject = first?.subject ?? null;
  return clause.mood === 'soft' || (subject !== null && !/^(?:it|this|these|they|that|those)\b/iu.test(text.slice(subject.start, subject.end)));
}
