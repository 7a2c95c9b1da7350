/** Tables of many drafts, with the columns of `second-question batch`. */
import { ITEM_COLUMNS, REVIEW_COLUMNS } from '../corpus/columns.ts';
import type { Column, ItemRow, ReviewRow } from '../corpus/columns.ts';
import { markDuplicates } from '../corpus/duplicates.ts';
import { reviewRecord, wholeItems } from '../corpus/record.ts';
import { summariseCorpus } from '../corpus/summary.ts';
import type { Critique } from '../critique.ts';
import { csvHead, csvRow } from '../report/csv.ts';
import { dashboardHtml } from '../report/dashboard.ts';
import { xlsxBytes } from '../report/xlsx.ts';
import type { Sheet } from '../report/xlsx.ts';
import type { BatchOutputId, BatchRow, Written } from './protocol.ts';

/** Columns that only a metadata file fills stay out of the page's table, not out of its files. */
const FROM_METADATA = new Set(['submission', 'year', 'incident_type', 'age_group', 'pipeline_why']);

function reviewRows(critiques: readonly Critique[]): readonly ReviewRow[] {
  const records = critiques.map((critique, index) => reviewRecord(critique, { n: index + 1, file: critique.document.source, plan: false, row: undefined }));
  return markDuplicates(records).map((counted) => ({ counted }));
}

function itemRows(critiques: readonly Critique[], reviews: readonly ReviewRow[]): readonly ItemRow[] {
  return critiques.flatMap((critique, index) => wholeItems(critique).flatMap((whole): ItemRow[] => {
    const review = reviews[index];
    const cliches = critique.cliches.filter(({ use, unit, decision }) => use === 'used' && decision === undefined && whole.units.some(({ id }) => id === unit));
    return review === undefined ? [] : [{ ...review, whole, cliches, cluster: null }];
  }));
}

/** Heads and cells for the page. */
export function batchTable(critiques: readonly Critique[]): { readonly heads: readonly string[]; readonly rows: readonly BatchRow[] } {
  const columns = REVIEW_COLUMNS.filter(({ id }) => !FROM_METADATA.has(id) && id !== 'review' && id !== 'file');
  return { heads: columns.map(({ id }) => headWords(id)), rows: reviewRows(critiques).map((row) => columns.map(({ value }) => value(row))) };
}

function headWords(id: string): string {
  const words = id.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export async function writeBatch(critiques: readonly Critique[], output: BatchOutputId): Promise<Written> {
  const reviews = reviewRows(critiques);
  const items = itemRows(critiques, reviews);
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  switch (output) {
    case 'reviews-csv': return { name: 'reviews.csv', type: 'text/csv', bytes: encode(csv(REVIEW_COLUMNS, reviews)), notes: [] };
    case 'items-csv': return { name: 'recommendations.csv', type: 'text/csv', bytes: encode(csv(ITEM_COLUMNS, items)), notes: [] };
    case 'batch-xlsx': return { name: 'results.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: new Uint8Array(await xlsxBytes([sheet('Reviews', REVIEW_COLUMNS, reviews), sheet('Recommendations', ITEM_COLUMNS, items)])), notes: [] };
    case 'dashboard': return { name: 'dashboard.html', type: 'text/html', bytes: encode(dashboard(critiques, reviews)), notes: [] };
  }
}

function csv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return csvHead(columns) + rows.map((row) => csvRow(columns, row)).join('');
}

function sheet<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  return { name, columns: columns.map(({ id, width }) => ({ title: id.replaceAll('_', ' '), width })), rows: rows.map((row) => columns.map((column) => ({ value: column.value(row), ...(column.width >= 50 ? { wrap: true } : {}) }))) };
}

function dashboard(critiques: readonly Critique[], reviews: readonly ReviewRow[]): string {
  const causes = new Map<string, number>();
  for (const { messages } of critiques) for (const rule of new Set(messages.filter(({ level }) => level === 'error').map(({ rule: id }) => id))) causes.set(rule, (causes.get(rule) ?? 0) + 1);
  return dashboardHtml({
    summary: summariseCorpus(reviews.map(({ counted }) => counted)), clusters: [], errors: {}, checks: { drawn: { right: 0, of: 0 }, unsure: { right: 0, of: 0 } },
    causes: [...causes].map(([rule, files]) => ({ rule, files })), tool: `Second Question ${critiques[0]?.tool.version ?? ''}, rubric ${critiques[0]?.tool.rubric ?? ''}`,
  });
}
