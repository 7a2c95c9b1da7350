/**
 * Everything that a batch gives: tables, spreadsheet, dictionary, pages and the record of the run, in the order in which they are made.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { tallyChecks } from '../corpus/checks.ts';
import type { ItemRow } from '../corpus/columns.ts';
import { hideRare } from '../corpus/hide.ts';
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
import { dictionary } from './dictionary.ts';
import { loadErrors } from './errors.ts';
import { keepVerdicts, readVerdicts } from './readback.ts';
import type { RunRecord } from './record.ts';
import { hideRecord } from './record.ts';
import { MOST_ROWS, sheetsOf } from './sheets.ts';
import type { LinkTo, SheetInput } from './sheets.ts';
import type { Corpus } from './tables.ts';
import { columnsFor, readCorpus, writeTables } from './tables.ts';
import { clusterTexts, tableRow, unreadFiles } from './text-rows.ts';
import type { TableRow } from '../report/dashboard-table.ts';

export interface ResultInput {
  readonly results: string;
  readonly record: RunRecord;
  readonly files: readonly string[];
  readonly ignored: readonly { readonly file: string; readonly why: string }[];
  readonly joined: Joined;
  readonly headings: readonly string[];
  readonly engine: BatchEngine;
}

/** Written last: where it stands, all else is whole and of one run. */
export const RECORD = 'run.json';
/** Folder of the form without text, and the key that stays behind. */
export const HIDDEN = 'without-text';
const KEY = 'key.csv';

export async function writeResults(input: ResultInput): Promise<CorpusSummary> {
  const { results, files, joined, engine, headings } = input;
  const verdicts = readVerdicts(results);
  const corpus = readCorpus(results, files, joined, engine.models.kinds.vectors);
  const summary = summariseCorpus(corpus.counted);
  rmSync(join(results, HIDDEN), { recursive: true, force: true });
  const hiddenForm = input.record.withoutText ? [{ folder: join(results, HIDDEN), hidden: true }] : [];
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
  if (input.record.withoutText) writeKey(input, corpus);
  else rmSync(join(results, KEY), { force: true });
  const { record } = input;
  if (record.withoutText) writeWhole(join(results, HIDDEN, RECORD), recordText(hideRecord(record)));
  writeWhole(join(results, RECORD), recordText(record));
  return summary;
}

async function writeSheets(input: ResultInput, sheet: Omit<SheetInput, 'columns' | 'linkTo' | 'hidden'>): Promise<void> {
  for (const hidden of input.record.withoutText ? [false, true] : [false]) {
    const folder = hidden ? join(input.results, HIDDEN) : input.results;
    const columns = columnsFor(input.headings, hidden);
    const linkTo = hidden ? (): null => null : linker(input.record.source);
    writeWhole(join(folder, 'results.xlsx'), await xlsxBytes(sheetsOf({ ...sheet, ...(hidden ? rareHidden(sheet) : {}), columns, linkTo, hidden })));
    writeWhole(join(folder, 'data-dictionary.csv'), dictionary(columns, hidden));
  }
}

function recordText(record: object): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

function rareHidden({ counted, itemRows }: Pick<SheetInput, 'counted' | 'itemRows'>): Pick<SheetInput, 'counted' | 'itemRows'> {
  const hidden = hideRare(counted);
  return { counted: hidden, itemRows: itemRows.map((row) => ({ ...row, counted: hidden[row.counted.record.n - 1] ?? row.counted })) };
}

/** Links hold only the way from the results to the reviews: moved together, they go on working. */
function linker(source: string | null): LinkTo {
  if (source === null) return () => null;
  const start = source.split('/').map(encodeURIComponent).join('/');
  return (file, page) => `${start}/${file.split('/').map(encodeURIComponent).join('/')}${page !== null && /\.pdf$/i.test(file) ? `#page=${page}` : ''}`;
}

function writePages(input: ResultInput, corpus: Corpus, summary: CorpusSummary, rows: readonly TableRow[], leftOut: number, checks: ReturnType<typeof tallyChecks>): void {
  const page = { summary, clusters: corpus.clusters, errors: loadErrors(input.engine.models.hashes), checks, causes: causesOf(corpus), tool: `Second Question ${VERSION}, rubric ${input.engine.pipelineFor('lcspr').rubric.version}` };
  const plain = dashboardHtml(page);
  writeWhole(join(input.results, 'dashboard.html'), plain);
  if (input.record.withoutText) writeWhole(join(input.results, HIDDEN, 'dashboard.html'), plain);
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

