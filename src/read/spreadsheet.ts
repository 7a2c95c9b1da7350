import { info, result, type Result } from '../result.ts';
import { assemble, draft, finish, splitLines, type Draft } from './blocks.ts';
import { from, inked } from './chars.ts';
import { nativeFidelity } from './fidelity.ts';
import type { Reading } from './reading.ts';
import { readSheets, type SheetText } from './xlsx.ts';

/** Reads a spreadsheet (an action plan, a log of recommendations) as tables: each sheet a table whose first full row holds the heads. */
export function readSpreadsheet(bytes: Uint8Array): Result<Reading> {
  const all = readSheets(bytes).filter(({ rows }) => rows.length > 0);
  // Our own register keeps what the review said on a sheet of its own, which would be the same table again.
  const sheets = all.filter(({ name }) => !(name === 'As read' && all.some((other) => other.name === 'Register')));
  const items = { count: 0 };
  const drafts = sheets.flatMap((sheet, index) => [...(sheets.length > 1 ? headed(sheet.name, items) : []), ...tableDrafts(sheet, index, items)]);
  const { document, origin } = assemble(drafts, { parts: sheets.length === 0 ? [] : ['cells'], itemParts: new Array<number>(items.count).fill(0) }, null);
  const total = sheets.flatMap(({ rows }) => rows.flat()).reduce((sum, cell) => sum + inked(cell), 0);
  const names = sheets.length > 1 ? sheets.reduce((sum, { name }) => sum + inked(name), 0) : 0;
  return result({ document, origin, fidelity: nativeFidelity('xlsx', document, total + names, total + names) }, [info('read/sheets', `The spreadsheet was read as ${sheets.length === 1 ? 'one table' : `${sheets.length} tables`}; hidden sheets were not read.`)]);
}

function headed(name: string, items: { count: number }): Draft[] {
  const finished = finish(draft('heading', from(name, items.count++, 0, 0), { level: 1 }));
  return finished === null ? [] : [finished];
}

/** Rows above the heads that hold one cell are titles and notes. */
function tableDrafts({ rows }: SheetText, table: number, items: { count: number }): Draft[] {
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const head = Math.max(0, filled.findIndex((count) => count > 1));
  return rows.flatMap((row, index) => row.flatMap((text, column): readonly Draft[] => {
    if (text.trim() === '') return [];
    const lines = splitLines(from(text.replaceAll(/\r\n?/g, '\n'), items.count++, 0, 0));
    const cell = index < head ? null : { table, row: index - head, column, rowSpan: 1, columnSpan: 1, header: index === head };
    return lines.flatMap((line) => finish(draft(cell === null ? 'paragraph' : 'table-cell', line, { cell, bold: index === head })) ?? []);
  }));
}
