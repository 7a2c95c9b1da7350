import type { Gold, GoldSpan, GoldUnit } from './gold.ts';

/** A gold file with what it may leave out filled in. */
export interface CodedGold extends Gold {
  /** Whether worn phrases were coded at all: none found is not the same as none looked for. */
  readonly clichesCoded: boolean;
}

type Loose = Omit<Partial<Gold>, 'units' | 'spans'> & { readonly units: readonly Partial<GoldUnit>[]; readonly spans: readonly GoldSpan[] };

/** Fills in what the schema lets a gold file leave out. The value must fit `models/gold.schema.json`. */
export function completeGold(value: unknown): CodedGold {
  const loose = value as Loose;
  return {
    format: 'second-question-gold/1', id: loose.id ?? '', kind: loose.kind ?? 'other', method: loose.method ?? 'recommendations',
    author: loose.author ?? 'unknown', layout: loose.layout ?? 'unknown', pair: loose.pair ?? null, split: loose.split ?? 'none' as Gold['split'],
    source: loose.source ?? [], coders: loose.coders ?? [], note: loose.note ?? '', text: loose.text ?? '',
    units: loose.units.map(completeUnit), spans: loose.spans, cliches: loose.cliches ?? [], clichesCoded: loose.cliches !== undefined,
    ...(loose.identifying === undefined ? {} : { identifying: loose.identifying }), ...(loose.checklist === undefined ? {} : { checklist: loose.checklist }),
  };
}

function completeUnit(unit: Partial<GoldUnit>): GoldUnit {
  return {
    id: unit.id ?? '', start: unit.start ?? 0, end: unit.end ?? 0, kind: unit.kind ?? 'other', section: unit.section ?? null, number: unit.number ?? null,
    item: unit.item ?? null, repeats: unit.repeats ?? null, levels: unit.levels ?? null, form: unit.form ?? null, actionType: unit.actionType ?? null,
    whyLink: unit.whyLink ?? null, trainingOnly: unit.trainingOnly ?? null, answers: unit.answers ?? [],
  };
}
