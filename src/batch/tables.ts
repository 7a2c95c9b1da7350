/**
 * Many critiques on the disk → the tables of a batch. Each critique is read, its rows written, and let go.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Critique } from '../critique.ts';
import type { Candidate } from '../corpus/checks.ts';
import { checkDraw } from '../corpus/checks.ts';
import type { Cluster } from '../corpus/clusters.ts';
import { clusterSayings } from '../corpus/clusters.ts';
import type { Column, ItemRow, MessageRow, ReviewRow } from '../corpus/columns.ts';
import { ITEM_COLUMNS, MESSAGE_COLUMNS, metadataColumns, REVIEW_COLUMNS, withoutText } from '../corpus/columns.ts';
import type { Counted } from '../corpus/duplicates.ts';
import { markDuplicates } from '../corpus/duplicates.ts';
import { hideRare, hideText, hideUnit } from '../corpus/hide.ts';
import type { Joined } from '../corpus/metadata.ts';
import { isPlan } from '../corpus/metadata.ts';
import { reviewId, reviewRecord, wholeItems } from '../corpus/record.ts';
import type { WholeItem } from '../corpus/record.ts';
import type { Vectors } from '../language/vectors.ts';
import { csvHead, csvRow } from '../report/csv.ts';
import { jsonReport } from '../report/json.ts';
import { openWhole } from './disk.ts';
import type { WholeFile } from './disk.ts';
import { critiquePath } from './run.ts';

export interface Corpus {
  readonly files: readonly string[];
  readonly counted: readonly Counted[];
  readonly clusters: readonly Cluster[];
  /** "R0003 r2" → the cluster. */
  readonly clusterOf: ReadonlyMap<string, { readonly id: string; readonly reviews: number }>;
  readonly places: readonly { readonly review: number; readonly item: string; readonly text: string }[];
}

export function readCritique(results: string, file: string): Critique {
  return JSON.parse(readFileSync(critiquePath(results, file), 'utf8')) as Critique;
}

/** First way through: what is counted. */
export function readCorpus(results: string, files: readonly string[], joined: Joined, vectors: Vectors): Corpus {
  const records = files.map((file, index) => {
    const row = joined.byFile.get(file);
    const plan = row?.known.submission !== undefined && isPlan(file, row);
    return reviewRecord(readCritique(results, file), { n: index + 1, file, plan, row });
  });
  const counted = markDuplicates(records);
  const places = counted.filter(({ left }) => left === null).flatMap(({ record }) => record.items.map(({ id, text }) => ({ review: record.n, item: id, text })));
  const clusters = clusterSayings(places, vectors);
  const clusterOf = new Map(clusters.flatMap((cluster, index) => cluster.members.map((member) => {
    const place = places[member];
    return [`${reviewId(place?.review ?? 0)} ${place?.item ?? ''}`, { id: `C${String(index + 1).padStart(4, '0')}`, reviews: cluster.reviews }] as const;
  })));
  return { files, counted, clusters, clusterOf, places };
}

export interface Listener {
  readonly item: (row: ItemRow, critique: Critique) => void;
}

interface Form {
  readonly folder: string;
  readonly hidden: boolean;
}

interface Tables {
  readonly form: Form;
  readonly counted: readonly Counted[];
  readonly recommendations: WholeFile;
  readonly reviews: WholeFile;
  readonly messages: WholeFile;
  readonly units: WholeFile;
  readonly columns: Columns;
}

export interface Columns {
  readonly item: readonly Column<ItemRow>[];
  readonly review: readonly Column<ReviewRow>[];
  readonly message: readonly Column<MessageRow>[];
}

/** All columns of a batch with these headings of metadata. */
export function columnsFor(headings: readonly string[], hidden: boolean): Columns {
  const all: Columns = { item: [...ITEM_COLUMNS, ...metadataColumns<ItemRow>(headings)], review: [...REVIEW_COLUMNS, ...metadataColumns<ReviewRow>(headings)], message: [...MESSAGE_COLUMNS, ...metadataColumns<MessageRow>(headings)] };
  return hidden ? { item: withoutText(all.item), review: withoutText(all.review), message: withoutText(all.message) } : all;
}

/** Second way through: every row of every table. `hear` gets each recommendation, for the spreadsheet and the page. */
export function writeTables(results: string, corpus: Corpus, forms: readonly Form[], headings: readonly string[], hear: Listener): ReturnType<ReturnType<typeof checkDraw>['result']> {
  const open = forms.map((form): Tables => openTables(form, headings, corpus));
  const draw = checkDraw();
  corpus.files.forEach((file, index) => {
    const counted = corpus.counted[index] as Counted;
    const critique = readCritique(results, file);
    const rows = wholeItems(critique).map((whole) => itemRow(counted, whole, critique, corpus));
    for (const tables of open) writeReview(tables, index, critique, rows);
    for (const row of rows) hear.item(row, critique);
    if (counted.left === null) for (const candidate of candidates(counted, critique)) draw.offer(candidate);
  });
  for (const { recommendations, reviews, messages, units } of open) for (const file of [recommendations, reviews, messages, units]) file.finish();
  return draw.result();
}

function openTables(form: Form, headings: readonly string[], corpus: Corpus): Tables {
  const columns = columnsFor(headings, form.hidden);
  const file = (name: string, head: string): WholeFile => {
    const opened = openWhole(join(form.folder, name));
    opened.write(head);
    return opened;
  };
  return {
    form, columns, counted: form.hidden ? hideRare(corpus.counted) : corpus.counted,
    recommendations: file('recommendations.csv', csvHead(columns.item)), reviews: file('reviews.csv', csvHead(columns.review)), messages: file('messages.csv', csvHead(columns.message)), units: file('units.ndjson', ''),
  };
}

function itemRow(counted: Counted, whole: WholeItem, critique: Critique, corpus: Corpus): ItemRow {
  const units = new Set(whole.item.units);
  return {
    counted, whole, cliches: critique.cliches.filter(({ use, unit, decision }) => use === 'used' && decision === undefined && unit !== null && units.has(unit)),
    cluster: counted.left === null ? corpus.clusterOf.get(`${reviewId(counted.record.n)} ${whole.item.id}`) ?? null : null,
  };
}

function writeReview({ form, recommendations, reviews, messages, units, columns, counted: all }: Tables, index: number, critique: Critique, rows: readonly ItemRow[]): void {
  const counted = all[index] as Counted;
  const { n, file, metadata } = counted.record;
  const meta = Object.keys(metadata).length === 0 ? {} : { metadata };
  reviews.write(csvRow(columns.review, { counted }));
  recommendations.write(rows.map((row) => csvRow(columns.item, { ...row, counted })).join(''));
  messages.write(critique.messages.map((message) => csvRow(columns.message, { counted, message })).join(''));
  units.write(critique.units.map((unit) => `${JSON.stringify(form.hidden ? hideUnit(unit, n) : { review: reviewId(n), file, ...meta, ...unit })}\n`).join(''));
  if (!form.hidden) return;
  const own = openWhole(join(form.folder, 'critiques', `${reviewId(n)}.json`));
  own.write(jsonReport([hideText(critique, n) as Critique]));
  own.finish();
}

function candidates({ record }: Counted, critique: Critique): readonly Candidate[] {
  return critique.units.filter(({ repeats }) => repeats === null).map(({ id, key, kind, alternative, confidence, page, text }) => ({ review: reviewId(record.n), file: record.file, unit: id, key, kind, alternative, confidence, page, text }));
}
