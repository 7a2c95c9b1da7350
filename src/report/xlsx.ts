/**
 * Spreadsheets: frozen heads, filters, links and lists to choose from. The same input gives the same bytes.
 */
import { unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import writeExcelFile from 'write-excel-file/universal';
import type { CellObject, Feature, Sheet as LibrarySheet } from 'write-excel-file/universal';
import { escapeHtml } from './escape.ts';

export interface SheetCell {
  readonly value: string | number | null;
  readonly fill?: string;
  readonly ink?: string;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center';
  readonly wrap?: boolean;
  /** Relative address of a file, with a page where it has some. */
  readonly link?: string;
}

export interface SheetColumn {
  readonly title: string;
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  /** Null where the rows are no table. */
  readonly columns: readonly SheetColumn[] | null;
  readonly widths?: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Heights of the rows in points, where the program that opens the file is not left to find them: LibreOffice keeps rows of one line. */
  readonly heights?: readonly number[];
  /** Columns whose cells are chosen from a list. */
  readonly choices?: readonly Choice[];
}

/** Words to choose from; a list of more than 255 characters must stand in cells, as in "Codebook!$A$2:$A$57". */
export type Choice = { readonly column: number } & ({ readonly words: readonly string[] } | { readonly range: string });

/** Longest text that a cell may hold. */
const LONGEST = 32_000;
const HEAD: Pick<CellObject, 'fontWeight' | 'backgroundColor' | 'wrap' | 'alignVertical'> = { fontWeight: 'bold', backgroundColor: '#dbe8f3', wrap: true, alignVertical: 'top' };

export async function xlsxBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const blob = await writeExcelFile(sheets.map(toLibrary), { fontFamily: 'Arial', fontSize: 10, features: [addition(sheets)] }).toBlob();
  return withoutTimes(new Uint8Array(await blob.arrayBuffer()));
}

function toLibrary({ name, columns, widths, rows, heights }: Sheet): LibrarySheet<Blob> {
  const head = columns === null ? [] : [columns.map(({ title }) => ({ value: title, type: String, ...HEAD }))];
  return {
    sheet: name, data: [...head, ...rows.map((row, at) => tall(row.map(cell), heights?.[at]))],
    columns: (widths ?? columns?.map(({ width }) => width) ?? []).map((width) => ({ width })),
    ...(columns === null ? {} : { stickyRowsCount: 1 }),
  };
}

/** The height of a row is that of its first cell. */
function tall(cells: readonly (CellObject | null)[], height: number | undefined): (CellObject | null)[] {
  return cells.map((one, index) => (index === 0 && height !== undefined ? { ...one, height } : one));
}

/** Height that wrapped text needs, by the width of its columns: some 13 points a line, and at most 400 (Excel takes 409). */
export function heightsOf(rows: readonly (readonly SheetCell[])[], widths: readonly number[]): number[] {
  return rows.map((row) => Math.min(400, 4 + 13 * Math.max(1, ...row.map(({ value }, index) => (typeof value === 'string' ? value.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / Math.max(4, widths[index] ?? 10))), 0) : 1)))));
}

/** Text is written as text: what begins with "=" is shown and never worked out. */
function cell({ value, fill, ink, bold, align, wrap, link }: SheetCell): CellObject | null {
  const style = {
    alignVertical: 'top' as const, ...(fill === undefined ? {} : { backgroundColor: fill }), ...(align === undefined ? {} : { align }), ...(wrap === true ? { wrap } : {}), ...(bold === true ? { fontWeight: 'bold' as const } : {}),
    ...(link === undefined ? {} : { textDecoration: { underline: true as const } }), ...(ink === undefined && link === undefined ? {} : { textColor: ink ?? '#1d5a94' }),
  };
  if (value === null || value === '') return fill === undefined ? null : style;
  if (typeof value === 'number') return { value, type: Number, ...style };
  return { value: shorten(value.replaceAll(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')), type: String, ...style };
}

function shorten(text: string): string {
  // Half of a pair of surrogates would make the file unreadable.
  const whole = text.replaceAll(/\p{Cs}/gu, '\uFFFD');
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST)} … (cut here; the CSV has all of it)`;
}

/** What the library has no option for. The order of the elements is the one that the format prescribes (ECMA-376, 18.3.1.99). */
function addition(sheets: readonly Sheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) => insertAfterRows(content, sheets[sheetIndex] as Sheet),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) => linksOf(sheets[sheetIndex] as Sheet).map(({ link }, index) => `<Relationship Id="link${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeHtml(link)}" TargetMode="External"/>`).join(''),
        },
      },
    },
  };
}

function insertAfterRows(content: string, sheet: Sheet): string {
  const filter = sheet.columns === null || sheet.rows.length === 0 ? '' : `<autoFilter ref="A1:${columnName(sheet.columns.length - 1)}${sheet.rows.length + 1}"/>`;
  const choice = sheet.choices === undefined || sheet.rows.length === 0 ? '' : choicesXml(sheet.choices, sheet.rows.length);
  const links = linksOf(sheet).map(({ place }, index) => `<hyperlink ref="${place}" r:id="link${index + 1}"/>`).join('');
  const inserted = content.replace('</sheetData>', () => `</sheetData>${filter}${choice}${links === '' ? '' : `<hyperlinks>${links}</hyperlinks>`}`);
  return inserted.includes('xmlns:r=') ? inserted : inserted.replace('<worksheet ', '<worksheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ');
}

function choicesXml(choices: NonNullable<Sheet['choices']>, rows: number): string {
  const lists = choices.map((choice) => {
    const name = columnName(choice.column);
    const list = 'range' in choice ? choice.range : `"${choice.words.join(',')}"`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${name}2:${name}${rows + 1}"><formula1>${list}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

function linksOf({ rows, columns }: Sheet): readonly { readonly place: string; readonly link: string }[] {
  const first = columns === null ? 1 : 2;
  return rows.flatMap((row, at) => row.flatMap(({ link }, column) => (link === undefined ? [] : [{ place: `${columnName(column)}${at + first}`, link }])));
}

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Zip entries carry local times. The fields of one fixed local time are the same in every time zone. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const fixed = new Date(1980, 0, 1, 12, 0, 0);
  const entries = Object.keys(files).sort().map((name) => [name, [files[name] as Uint8Array, { mtime: fixed, level: 6 }]] as const);
  return zipSync(Object.fromEntries(entries) as Zippable);
}
