import type { ItemRow } from '../corpus/columns.ts';
import { reviewId } from '../corpus/record.ts';
import type { TableRow, TextInput, Unread } from '../report/dashboard-table.ts';
import { MARKED } from '../report/dashboard-table.ts';
import { itemLabel, KIND_OF_DOCUMENT } from '../report/words.ts';
import type { Corpus } from './tables.ts';

const LONGEST = 1_500;

/** A recommendation for the page with text: its words, and where in them the evidence stands. */
export function tableRow({ counted, whole, cliches }: ItemRow): TableRow {
  const { record } = counted;
  const text = whole.units.map((unit) => unit.text).join('\n');
  const marks: { start: number; end: number; kind: number }[] = [];
  let offset = 0;
  for (const unit of whole.units) {
    const judged = whole.judged.find((one) => one.unit === unit.id);
    const spans = MARKED.flatMap((name, kind) => (name === 'cliche' ? cliches.filter((hit) => hit.unit === unit.id) : judged?.elements[name] ?? []).map((span) => ({ start: span.start, end: span.end, kind, outside: 'source' in span })));
    for (const { start, end, kind, outside } of spans) {
      if (!outside && start >= unit.start && end <= unit.end) marks.push({ start: start - unit.start + offset, end: end - unit.start + offset, kind });
    }
    offset += unit.text.length + 1;
  }
  const shown = marks.sort((a, b) => a.start - b.start || a.end - b.end).filter(({ end }) => end <= LONGEST);
  return {
    review: reviewId(record.n), file: record.file, type: KIND_OF_DOCUMENT[record.type], year: record.year ?? '', label: itemLabel(whole.item), page: whole.units[0]?.page ?? null,
    tier: whole.item.tier, levels: whole.item.levels, training: whole.judged.length > 0 && whole.judged.every(({ trainingOnly }) => trainingOnly),
    national: whole.judged.some(({ scope }) => scope === 'national'), text: text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text, marks: shown.flatMap(({ start, end, kind }) => [start, end, kind]),
  };
}

export function clusterTexts({ clusters, places, counted }: Corpus): TextInput['clusters'] {
  return clusters.map((cluster) => ({
    cluster, text: places[cluster.members[0] ?? 0]?.text ?? '',
    places: cluster.members.map((member) => {
      const place = places[member];
      const record = counted[(place?.review ?? 1) - 1]?.record;
      const item = record?.items.find(({ id }) => id === place?.item);
      return `${reviewId(place?.review ?? 0)} ${record?.file ?? ''} ${item === undefined ? '' : itemLabel(item)}`.trim();
    }),
  }));
}

export function unreadFiles({ counted }: Corpus): readonly Unread[] {
  return counted.filter(({ left }) => left === 'not read').map(({ record }) => ({ file: record.file, text: record.messages.filter(({ level }) => level === 'error').map(({ text }) => text).join(' ') }));
}
