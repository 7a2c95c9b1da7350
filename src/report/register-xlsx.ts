/**
 * The register as a spreadsheet, and back.
 */
import { readSheets } from '../read/xlsx.ts';
import { UnreadableError } from '../result.ts';
import { GONE, ID, PLACE, READ_COLUMNS, RESPONSES } from './register.ts';
import type { Cells, EarlierRegister, Register, RegisterRow } from './register.ts';
import { xlsxBytes } from './xlsx.ts';
import type { Sheet, SheetCell } from './xlsx.ts';

const SHEET = 'Register';
const AS_READ = 'As read';
const GAP = '#fdf1d8';
const GREY = '#eeeeee';
const WIDTHS: Readonly<Record<string, number>> = { Number: 9, Recommendation: 50, Lead: 26, Action: 36, 'By when': 20, 'How we will know': 32, 'Learning it answers': 36, Response: 18, [ID]: 18 };

export async function registerXlsx(register: Register): Promise<Uint8Array> {
  const { columns, rows } = register;
  const sheet: Sheet = {
    name: SHEET, columns: columns.map((title) => ({ title, width: WIDTHS[title] ?? 22 })), rows: rows.map((row) => columns.map((title) => cellOf(row, title))),
    choices: [{ column: columns.indexOf('Response'), words: RESPONSES }],
  };
  return await xlsxBytes([sheet, asReadSheet(register), notesSheet()]);
}

/** A gap in what the review should say is tinted; it may be filled in by hand. */
function cellOf(row: RegisterRow, title: string): SheetCell {
  if (title === ID) return { value: row.id, ink: '#666666' };
  if (title === PLACE) return { value: placeOf(row), wrap: true };
  const value = row.cells[title] ?? '';
  const fill = row.gone ? GREY : value === '' && (READ_COLUMNS as readonly string[]).includes(title) ? GAP : undefined;
  return { value: value === '' ? null : value, wrap: true, ...(fill === undefined ? {} : { fill }) };
}

export function placeOf(row: RegisterRow): string {
  return row.gone ? GONE : row.id === '' ? '' : 'Yes';
}

function asReadSheet({ asRead }: Register): Sheet {
  const titles = [ID, ...READ_COLUMNS];
  return { name: AS_READ, columns: titles.map((title) => ({ title, width: 20 })), rows: [...asRead].map(([id, cells]) => titles.map((title) => ({ value: title === ID ? id : (cells[title] ?? '') }))) };
}

function notesSheet(): Sheet {
  const lines = [
    'Tinted cells are gaps: the text of the review doesn’t say it. It may stand in a plan that was not seen. Fill them in by hand.',
    'Response: accepted, accepted in part, not accepted; say why beside it.',
    'Evidence seen: what shows that it was done. Effect seen: what shows that it made a difference to children.',
    'When the review is read again with this register, what people typed is never overwritten; rows are found by their id.',
    `The sheet “${AS_READ}” holds what the review said, so that what people typed can be told from it. Leave it as it is.`,
    'Not for deciding payment, appointment, performance, inspection or ranking of anyone.',
  ];
  return { name: 'Notes', columns: null, widths: [110], rows: lines.map((value) => [{ value, wrap: true }]) };
}

/**
 * A register that people have worked in. Columns are found by their titles, in any order.
 * @throws {UnreadableError} where the file is no register of ours.
 */
export function earlierRegister(bytes: Uint8Array): EarlierRegister {
  const sheets = readSheets(bytes);
  const found = sheets.find(({ name, rows }) => name === SHEET && titlesOf(rows).includes(ID)) ?? sheets.find(({ name, rows }) => name !== AS_READ && titlesOf(rows).includes(ID));
  if (found === undefined) throw new UnreadableError('read/no-register', `The spreadsheet holds no register: no sheet has a column “${ID}” in its first row.`, 'Give the register that this tool wrote, with its first row as it was.');
  const before = sheets.find(({ name }) => name === AS_READ);
  return {
    columns: titlesOf(found.rows), rows: tableOf(found.rows),
    asRead: new Map((before === undefined ? [] : tableOf(before.rows)).map(({ id, cells }) => [id, cells])),
  };
}

function titlesOf(rows: readonly (readonly string[])[]): readonly string[] {
  return (rows[0] ?? []).map((title) => title.trim());
}

function tableOf(rows: readonly (readonly string[])[]): readonly { readonly id: string; readonly cells: Cells }[] {
  const titles = titlesOf(rows);
  return rows.slice(1).filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => {
    const cells = Object.fromEntries(titles.flatMap((title, index) => (title === '' || title === ID || title === PLACE ? [] : [[title, row[index] ?? ''] as const])));
    return { id: (row[titles.indexOf(ID)] ?? '').trim(), cells };
  });
}
