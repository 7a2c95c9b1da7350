import type { Cell, Column } from '../corpus/columns.ts';

/** Excel takes a file for UTF-8 only if it begins with this mark. */
export const MARK = '\uFEFF';

/** One cell. What a spreadsheet would take for a formula gets an apostrophe, as OWASP advises ("CSV injection"). */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const clean = value.replaceAll(/[\0\v\f]/g, '').replaceAll(/\r\n?/g, '\n');
  const safe = /^[\s\uFEFF]*[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20]/u.test(clean) ? `'${clean}` : clean;
  return /[",\n;]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export function csvHead<Row>(columns: readonly Column<Row>[]): string {
  return MARK + csvLine(columns.map(({ id }) => id));
}

export function csvRow<Row>(columns: readonly Column<Row>[], row: Row): string {
  return csvLine(columns.map(({ value }) => value(row)));
}
