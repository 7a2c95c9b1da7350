import { parse } from 'csv-parse/sync';
import { decodeText } from '../read/encoding.ts';

/** One row of a table that people made, by the heading of its columns; `line` is the row as a spreadsheet counts it. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Rows {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Reads a table separated by commas, semicolons or tabs, in any encoding that spreadsheets write. Blank rows are left out.
 * Throws an `Error` that names the row, what is wrong there, and what to do.
 */
export function readRows(bytes: Uint8Array): Rows {
  const text = decodeText(bytes).text.replace(/^\uFEFF/, '');
  if (text.includes('\0')) throw new Error('it is no text table. Save it from the spreadsheet as "CSV UTF-8".');
  const [head = [], ...body] = cellsOf(text);
  return rowsOf(head, body.map((cells, index) => ({ line: index + 2, cells })));
}

/** A table of cells by the heading of its columns. Blank rows are left out. Throws an `Error` that names the row and the remedy. */
export function rowsOf(head: readonly string[], body: readonly { readonly line: number; readonly cells: readonly string[] }[]): Rows {
  const headings = head.map((heading) => heading.trim());
  const twice = headings.find((heading, index) => heading !== '' && headings.indexOf(heading) !== index);
  if (twice !== undefined) throw new Error(`two columns are headed "${twice}". Give each its own heading.`);
  const rows = body.flatMap(({ line, cells }): Row[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (cells.length > headings.length && cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
      throw new Error(`row ${line} has ${cells.length} cells, but there are ${headings.length} headings. Put text that holds the separator in quotation marks.`);
    }
    return [{ line, cells: Object.fromEntries(headings.map((heading, column) => [heading, (cells[column] ?? '').trim()])) }];
  });
  return { headings, rows };
}

function cellsOf(text: string): readonly (readonly string[])[] {
  const head = text.slice(0, text.search(/\r|\n|$/));
  const delimiter = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length })).sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, relax_quotes: true });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : 'it could not be parsed';
    throw new Error(`it could not be read as a table (${detail}). Save it from the spreadsheet as "CSV UTF-8".`, { cause });
  }
}
