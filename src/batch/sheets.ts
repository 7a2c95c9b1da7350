/**
 * The sheets of results.xlsx.
 */
import type { Check, Verdict } from '../corpus/checks.ts';
import { idOf } from '../corpus/checks.ts';
import type { Column, ItemRow, ReviewRow } from '../corpus/columns.ts';
import type { Counted } from '../corpus/duplicates.ts';
import type { Joined } from '../corpus/metadata.ts';
import { reviewId } from '../corpus/record.ts';
import type { CorpusSummary } from '../corpus/summary.ts';
import { percent, rangeWords } from '../report/dashboard-charts.ts';
import { TYPE_WORDS } from '../report/dashboard-figures.ts';
import { MEASURE_WORDS } from '../report/measure-words.ts';
import { FOOT, humanised } from '../report/words.ts';
import type { Sheet, SheetCell } from '../report/xlsx.ts';

/** One hue, by darkness: never red, amber and green. */
const LEVEL_FILLS = ['', '#dbe8f3', '#8fb4d6', '#173f66'] as const;
/** What a spreadsheet program still opens with ease; the CSV has all. */
export const MOST_ROWS = 20_000;
export const VERDICT_WORDS = ['right', 'wrong'] as const;
export const CHECK_TITLES = ['Review', 'File', 'Page', 'Why', 'Kind', 'Second most likely', 'Sure', 'Text', 'Verdict', 'Key'] as const;
export const CHECK_SHEET = 'Check these';

/** Relative address of a file from the folder of results; null where there is no way from one to the other. */
export type LinkTo = (file: string, page: number | null) => string | null;

export interface SheetInput {
  readonly summary: CorpusSummary;
  readonly counted: readonly Counted[];
  readonly itemRows: readonly ItemRow[];
  readonly checks: readonly Check[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly columns: { readonly item: readonly Column<ItemRow>[]; readonly review: readonly Column<ReviewRow>[] };
  readonly joined: Joined;
  readonly ignored: readonly { readonly file: string; readonly why: string }[];
  readonly linkTo: LinkTo;
  readonly hidden: boolean;
  readonly leftOut: { readonly rows: number; readonly unsure: number };
}

export function sheetsOf(input: SheetInput): readonly Sheet[] {
  const { columns, counted, itemRows } = input;
  return [
    summarySheet(input),
    tableSheet('Reviews', columns.review, counted.map((one) => ({ counted: one })), input.linkTo),
    tableSheet('Recommendations', columns.item, itemRows, input.linkTo),
    clicheSheet(input),
    checkSheet(input),
    tableSheet('Asked of national bodies', columns.item, itemRows.filter(({ counted: one, whole }) => one.left === null && whole.judged.some(({ scope }) => scope === 'national')), input.linkTo),
    notReadSheet(input),
  ];
}

function text(value: string | number | null, bold = false): SheetCell {
  return { value, ...(bold ? { bold } : {}) };
}

function summarySheet({ summary, leftOut, hidden }: SheetInput): Sheet {
  const rows: SheetCell[][] = [
    [text('Second Question: results of a batch', true)],
    [text(hidden ? 'Without text: numbered ids stand for files.' : 'Holds the words of reviews and names of files: keep it where the reviews are kept.')],
    [], [text('Files'), text(summary.files)], [text('Could not be read'), text(summary.unread)], [text('Copies, counted once'), text(summary.duplicates)], [text('Plans read beside a review'), text(summary.plans)], [],
  ];
  for (const { type, reviews, figures } of summary.types) {
    rows.push([text(TYPE_WORDS[type], true), text(reviews)]);
    if (figures === null) {
      rows.push([text('Fewer than ten reviews: no shares are shown.')], []);
      continue;
    }
    rows.push([text('Recommendations'), text(figures.items)], [text('Recommendations a review, median'), text(figures.recommendationsEach.median)], [text('Learning points a review, median'), text(figures.learningEach.median)]);
    rows.push([text('Share of recommendations', true), text('Share', true), text('95% interval', true), text('Number', true), text('Of', true)]);
    for (const [id, share] of Object.entries(figures.ofItems)) rows.push([text(MEASURE_WORDS[id] ?? id), text(percent(share.value)), text(rangeWords(share)), text(share.hits), text(share.of)]);
    rows.push([]);
  }
  if (leftOut.rows > 0) rows.push([text(`${leftOut.rows} recommendations are more than this file holds: recommendations.csv has all.`)]);
  if (leftOut.unsure > 0) rows.push([text(`${leftOut.unsure} unsure units are more than the sheet “${CHECK_SHEET}” holds: units.ndjson has all.`)]);
  return { name: 'Summary', columns: null, widths: [64, 12, 18, 12, 12], rows: [...rows, ...FOOT.map((line) => [text(line)])] };
}

function tableSheet<Row extends ReviewRow>(name: string, columns: readonly Column<Row>[], rows: readonly Row[], linkTo: LinkTo): Sheet {
  return {
    name, columns: columns.map(({ id, width }) => ({ title: id.replaceAll('_', ' '), width })),
    rows: rows.slice(0, MOST_ROWS).map((row) => {
      const file = row.counted.record.file;
      const page = columns.find(({ id }) => id === 'page')?.value(row);
      const link = linkTo(file, typeof page === 'number' ? page : null);
      return columns.map((column) => shaded(column, column.value(row), link));
    }),
  };
}

function shaded<Row>({ id, width }: Column<Row>, value: SheetCell['value'], link: string | null): SheetCell {
  if (id === 'file' && link !== null) return { value, link };
  if (id.endsWith('_level') && typeof value === 'number' && value > 0) return { value, align: 'center', fill: LEVEL_FILLS[value] ?? '', ...(value === 3 ? { ink: '#ffffff' } : {}) };
  return { value, ...(id.endsWith('_level') ? { align: 'center' as const } : {}), ...(width >= 50 ? { wrap: true } : {}) };
}

function clicheSheet({ summary }: SheetInput): Sheet {
  const rows = summary.types.flatMap(({ type, figures }) => (figures?.cliches ?? []).map(({ id, share, uses }) => [
    text(TYPE_WORDS[type]), text(humanised(id)), text(share.hits), text(share.of), text(percent(share.value)), text(rangeWords(share)), text(uses),
  ]));
  return { name: 'Clichés', columns: [['Kind of document', 38], ['Worn phrase', 34], ['Reviews that use it', 12], ['Reviews', 10], ['Share', 10], ['95% interval', 16], ['Uses', 8]].map(([title, width]) => ({ title: String(title), width: Number(width) })), rows };
}

function checkSheet({ checks, verdicts, linkTo, hidden }: SheetInput): Sheet {
  const widths = [9, hidden ? 4 : 34, 7, 9, 16, 16, 7, hidden ? 4 : 80, 12, 20];
  return {
    name: CHECK_SHEET, columns: CHECK_TITLES.map((title, index) => ({ title, width: widths[index] ?? 12 })), choices: [{ column: CHECK_TITLES.indexOf('Verdict'), words: VERDICT_WORDS }],
    rows: checks.map((check): readonly SheetCell[] => {
      const link = linkTo(check.file, check.page);
      const file: SheetCell = hidden ? text(null) : link === null ? text(check.file) : { value: check.file, link };
      const verdict = verdicts.get(idOf(check));
      return [
        text(check.review), file, text(check.page), text(check.why), text(check.kind), text(check.alternative), text(check.confidence), { value: hidden ? null : check.text, wrap: true },
        { value: verdict === undefined || verdict.kind !== check.kind ? null : verdict.verdict, fill: '#f4f6f7' }, text(hidden ? null : check.key),
      ];
    }),
  };
}

function notReadSheet({ counted, joined, ignored, hidden }: SheetInput): Sheet {
  const name = (record: Counted['record']): string => (hidden ? reviewId(record.n) : record.file);
  const unread = counted.filter(({ left }) => left === 'not read').map(({ record }) => {
    const said = record.messages.filter(({ level }) => level === 'error');
    return [text(name(record)), text(said.map(({ rule }) => rule).join(', ')), { value: hidden ? null : said.map((one) => one.text).join(' '), wrap: true }];
  });
  const others = hidden ? [] : [
    ...ignored.map(({ file, why }) => [text(file), text('left out'), text(why)]),
    ...joined.unmatchedFiles.map((file) => [text(file), text('metadata'), text('The metadata have no row for this file.')]),
    ...joined.unmatchedRows.map(({ row, why }) => [text(row.file), text('metadata'), text(`Line ${row.line} of the metadata: ${why}.`)]),
  ];
  return { name: 'Not read', columns: [{ title: 'File', width: 44 }, { title: 'Cause', width: 22 }, { title: 'What happened and what to do', width: 90 }], rows: [...unread, ...others] };
}
