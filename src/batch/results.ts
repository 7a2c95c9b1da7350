/**
 * Everything that a batch gives: tables, spreadsheet, dictionary, pages and the record of the run, in the order in which they are made.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { tallyChecks } from '../corpus/checks.ts';
import type { Column, ItemRow } from '../corpus/columns.ts';
import type { Joined } from '../corpus/metadata.ts';
import { reviewId } from '../corpus/record.ts';
import type { CorpusSummary } from '../corpus/summary.ts';
import { summariseCorpus } from '../corpus/summary.ts';
import { csvHead, csvLine } from '../report/csv.ts';
import { dashboardHtml } from '../report/dashboard.ts';
import { textSections } from '../report/dashboard-table.ts';
import { xlsxBytes } from '../report/xlsx.ts';
import { VERSION } from '../version.ts';
import type { BatchEngine } from './engine.ts';
import { writeWhole } from './disk.ts';
import { loadErrors } from './errors.ts';
import { keepVerdicts, readVerdicts } from './readback.ts';
import { MOST_ROWS, sheetsOf } from './sheets.ts';
import type { LinkTo, SheetInput } from './sheets.ts';
import type { Corpus } from './tables.ts';
import { columnsFor, readCorpus, writeTables } from './tables.ts';
import { clusterTexts, tableRow, unreadFiles } from './text-rows.ts';
import type { TableRow } from '../report/dashboard-table.ts';

export interface ResultInput {
  readonly results: string;
  /** Absolute, for links from the spreadsheet; nothing of it is written but the way from one folder to the other. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly ignored: readonly { readonly file: string; readonly why: string }[];
  readonly joined: Joined;
  readonly headings: readonly string[];
  readonly pipeline: string | null;
  readonly engine: BatchEngine;
  readonly withoutText: boolean;
}

/** Folder of the form without text, and the key that stays behind. */
export const HIDDEN = 'without-text';
const KEY = 'key.csv';

export async function writeResults(input: ResultInput): Promise<CorpusSummary> {
  const { results, files, joined, pipeline, engine, headings } = input;
  const verdicts = readVerdicts(results);
  const corpus = readCorpus(results, files, joined, pipeline, engine.models.kinds.vectors);
  const summary = summariseCorpus(corpus.counted);
  rmSync(join(results, HIDDEN), { recursive: true, force: true });
  const hiddenForm = input.withoutText ? [{ folder: join(results, HIDDEN), hidden: true }] : [];
  const itemRows: ItemRow[] = [];
  const textRows: TableRow[] = [];
  const left = { rows: 0 };
  const { checks, unsureLeftOut } = writeTables(results, corpus, [{ folder: results, hidden: false }, ...hiddenForm], headings, {
    item: (row) => {
      if (itemRows.length >= MOST_ROWS) left.rows += 1;
      else {
        itemRows.push(row);
        if (row.counted.left === null) textRows.push(tableRow(row));
      }
    },
  });
  keepVerdicts(results, verdicts);
  const sheet = { summary, counted: corpus.counted, itemRows, checks, verdicts, joined, ignored: input.ignored, leftOut: { rows: left.rows, unsure: unsureLeftOut } };
  await writeSheets(input, sheet);
  writePages(input, corpus, summary, textRows, left.rows, tallyChecks(checks, verdicts));
  if (input.withoutText) writeKey(input, corpus);
  else rmSync(join(results, KEY), { force: true });
  return summary;
}

async function writeSheets(input: ResultInput, sheet: Omit<SheetInput, 'columns' | 'linkTo' | 'hidden'>): Promise<void> {
  for (const hidden of input.withoutText ? [false, true] : [false]) {
    const folder = hidden ? join(input.results, HIDDEN) : input.results;
    const columns = columnsFor(input.headings, hidden);
    const linkTo = hidden ? (): null => null : linker(input.results, input.folder);
    writeWhole(join(folder, 'results.xlsx'), await xlsxBytes(sheetsOf({ ...sheet, columns, linkTo, hidden })));
    writeWhole(join(folder, 'data-dictionary.csv'), dictionary(columnsFor(input.headings, hidden)));
  }
}

/** Links hold only the way from the results to the reviews: moved together, they go on working. */
function linker(results: string, folder: string): LinkTo {
  const way = relative(results, folder);
  if (isAbsolute(way)) return () => null;
  const start = way.split(sep).map(encodeURIComponent).join('/');
  return (file, page) => `${start}/${file.split('/').map(encodeURIComponent).join('/')}${page !== null && /\.pdf$/i.test(file) ? `#page=${page}` : ''}`;
}

function dictionary(columns: ReturnType<typeof columnsFor>): string {
  const rows = <Row>(table: string, own: readonly Column<Row>[]): string => own.map(({ id, says, text }) => csvLine([table, id, says, text ? 'yes' : 'no'])).join('');
  const units = [
    ['review', 'Number of the file.'], ['id', 'Number of the unit in the result of its file.'], ['kind', 'recommendation, learning-point, finding, good-practice, question, action-taken or other.'],
    ['confidence', 'How sure the tool is of the kind, 0 to 1.'], ['alternative', 'Second most likely kind, where it is unsure.'], ['start, end', 'Place in the canonical text (UTF-16).'], ['page', 'Page on which it begins.'],
    ['item', 'Recommendation that it is part of.'], ['repeats', 'Unit that it repeats.'],
  ] as const;
  const head = csvHead([{ id: 'table' }, { id: 'column' }, { id: 'meaning' }, { id: 'holds_text' }].map(({ id }) => ({ id, says: '', text: false, width: 0, value: () => null })));
  return head + rows('recommendations.csv', columns.item) + rows('reviews.csv', columns.review) + rows('messages.csv', columns.message) + units.map(([id, says]) => csvLine(['units.ndjson', id, says, 'no'])).join('');
}

function writePages(input: ResultInput, corpus: Corpus, summary: CorpusSummary, rows: readonly TableRow[], leftOut: number, checks: ReturnType<typeof tallyChecks>): void {
  const page = { summary, clusters: corpus.clusters, errors: loadErrors(input.engine.models.hashes), checks, causes: causesOf(corpus), tool: `Second Question ${VERSION}, rubric ${input.engine.pipelineFor('lcspr').rubric.version}` };
  const plain = dashboardHtml(page);
  writeWhole(join(input.results, 'dashboard.html'), plain);
  if (input.withoutText) writeWhole(join(input.results, HIDDEN, 'dashboard.html'), plain);
  const withText = textSections({ rows, leftOut, clusters: clusterTexts(corpus), unread: unreadFiles(corpus) });
  writeWhole(join(input.results, 'dashboard-with-text.html'), dashboardHtml({ ...page, withText }));
}

function causesOf({ counted }: Corpus): readonly { readonly rule: string; readonly files: number }[] {
  const causes = new Map<string, number>();
  for (const { record, left } of counted) {
    if (left !== 'not read') continue;
    const rule = record.messages.find(({ level }) => level === 'error')?.rule ?? 'unknown';
    causes.set(rule, (causes.get(rule) ?? 0) + 1);
  }
  return [...causes.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rule, files]) => ({ rule, files }));
}

/** Which number stands for which file: kept apart from the folder that is given away. */
function writeKey({ results }: ResultInput, { counted }: Corpus): void {
  const head = csvHead(['review', 'file', 'sha256', 'submission'].map((id) => ({ id, says: '', text: false, width: 0, value: () => null })));
  writeWhole(join(results, KEY), head + counted.map(({ record }) => csvLine([reviewId(record.n), record.file, record.sha256, record.submission])).join(''));
}

/** Critiques of files that were there once and are gone: the same folder must give the same results, whatever was in it before. */
export function removeLeftOver(results: string, files: readonly string[]): void {
  const root = join(results, 'critiques');
  if (!existsSync(root)) return;
  const wanted = new Set(files.map((file) => `${file}.json`));
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isFile() && file.endsWith('.json') && !wanted.has(file)) rmSync(join(root, file), { force: true });
  }
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isDirectory()).reverse()) {
    const folder = join(entry.parentPath, entry.name);
    if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
  }
}

