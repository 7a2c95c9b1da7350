/**
 * The cells of a spreadsheet (.xlsx) as text: what a person would read in them. Formulas are not worked out; their last result is read.
 */
import { UnreadableError } from '../result.ts';
import { dateText, dateStyles } from './xlsx-dates.ts';
import { attribute, child, children, related, xmlPart, type Element } from './ooxml.ts';
import { openPackage, type Package } from './ooxml-zip.ts';

export interface SheetText {
  readonly name: string;
  /** Rows of cells; an empty cell is "". */
  readonly rows: readonly (readonly string[])[];
}

const MAX_ROWS = 20_000;
const MAX_COLUMNS = 500;

export function readSheets(bytes: Uint8Array): readonly SheetText[] {
  const file = openPackage(bytes);
  const main = related(file, '', 'officeDocument');
  const book = main === null ? null : (xmlPart(file, main)?.documentElement ?? null);
  if (main === null || book?.localName !== 'workbook') throw new UnreadableError('read/spreadsheet', 'The spreadsheet holds no workbook that could be read.', 'Open it in Excel and save it as .xlsx.');
  const cells = { shared: sharedTexts(file, main), dates: dateStyles(root(file, related(file, main, 'styles'))), since1904: ['1', 'true'].includes(attribute(child(book, 'workbookPr'), 'date1904') ?? '') };
  const sheets = child(book, 'sheets');
  return (sheets === null ? [] : children(sheets)).flatMap((sheet) => {
    // A sheet that its author hid is not for reading.
    if ((attribute(sheet, 'state') ?? 'visible') !== 'visible' && attribute(sheet, 'name') !== 'As read') return [];
    const part = relatedById(file, main, relationOf(sheet));
    const data = child(root(file, part), 'sheetData');
    return data === null ? [] : [{ name: attribute(sheet, 'name') ?? '', rows: rowsOf(data, cells) }];
  });
}

interface Meanings {
  readonly shared: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly since1904: boolean;
}

function root(file: Package, name: string | null): Element | null {
  return name === null ? null : (xmlPart(file, name)?.documentElement ?? null);
}

/** `r:id`; the sheet's own `sheetId` is another thing. */
function relationOf(sheet: Element): string {
  for (const one of sheet.attributes) if (one.localName === 'id' && one.prefix !== null) return one.value;
  return '';
}

function relatedById(file: Package, main: string, id: string): string | null {
  const slash = main.lastIndexOf('/') + 1;
  const relations = root(file, `${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`);
  const found = relations === null ? undefined : children(relations).find((one) => attribute(one, 'Id') === id);
  const target = attribute(found ?? null, 'Target');
  if (target === null) return null;
  return target.startsWith('/') ? target.slice(1) : main.slice(0, slash) + target;
}

function sharedTexts(file: Package, main: string): string[] {
  const table = root(file, related(file, main, 'sharedStrings'));
  return table === null ? [] : children(table).map(runsText);
}

/** Text of a cell in one or several runs, without the phonetic guides. */
function runsText(parent: Element): string {
  return children(parent).map((one) => (one.localName === 't' ? (one.textContent ?? '') : one.localName === 'r' ? runsText(one) : '')).join('');
}

function rowsOf(data: Element, meanings: Meanings): string[][] {
  const rows: string[][] = [];
  for (const row of children(data).filter((one) => one.localName === 'row')) {
    const number = Number.parseInt(attribute(row, 'r') ?? '', 10);
    const index = Number.isFinite(number) && number > 0 ? number - 1 : rows.length;
    if (index >= MAX_ROWS) break;
    while (rows.length < index) rows.push([]);
    rows[index] = cellsOf(row, meanings);
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '') === true) rows.pop();
  return rows;
}

function cellsOf(row: Element, meanings: Meanings): string[] {
  const cells: string[] = [];
  for (const cell of children(row).filter((one) => one.localName === 'c')) {
    const column = columnIndex(attribute(cell, 'r') ?? '') ?? cells.length;
    if (column >= MAX_COLUMNS) break;
    while (cells.length < column) cells.push('');
    cells[column] = cellText(cell, meanings);
  }
  return cells;
}

/** "AB12" → 27. */
function columnIndex(place: string): number | null {
  const letters = /^[A-Z]{1,3}/i.exec(place)?.[0].toUpperCase();
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(cell: Element, { shared, dates, since1904 }: Meanings): string {
  const type = attribute(cell, 't') ?? 'n';
  const value = child(cell, 'v')?.textContent ?? '';
  if (type === 's') return shared[Number.parseInt(value, 10)] ?? '';
  if (type === 'inlineStr') return runsText(child(cell, 'is') ?? cell);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || value === '') return value;
  const style = Number.parseInt(attribute(cell, 's') ?? '0', 10);
  const number = Number(value);
  return dates.has(style) && Number.isFinite(number) ? dateText(number, since1904) : value;
}
