import { openPackage } from './ooxml-zip.ts';
import type { Element } from './ooxml.ts';
import { attribute, child, children, xmlPart } from './ooxml.ts';

/** A row of a sheet as a spreadsheet numbers it: rows that hold nothing may be missing. */
export interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Cells of one sheet as text, as Excel, LibreOffice and our own writer store them. */
export function sheetRows(bytes: Uint8Array, name: string): readonly (readonly string[])[] {
  return sheetLines(bytes, name).map(({ cells }) => cells);
}

/** The same with the number of each row. Empty where there is no sheet of that name. */
export function sheetLines(bytes: Uint8Array, name: string): readonly SheetLine[] {
  const files = openPackage(bytes);
  const book = xmlPart(files, 'xl/workbook.xml')?.documentElement ?? null;
  const relations = xmlPart(files, 'xl/_rels/workbook.xml.rels')?.documentElement ?? null;
  if (book === null || relations === null) throw new Error('no workbook');
  const sheet = named(child(book, 'sheets'), 'sheet').find((one) => attribute(one, 'name') === name);
  if (sheet === undefined) return [];
  const id = [...sheet.attributes].find((one) => one.localName === 'id')?.value ?? '';
  const target = attribute(named(relations, 'Relationship').find((one) => attribute(one, 'Id') === id) ?? null, 'Target') ?? '';
  const part = xmlPart(files, target.startsWith('/') ? target : `xl/${target}`)?.documentElement ?? null;
  const shared = xmlPart(files, 'xl/sharedStrings.xml')?.documentElement ?? null;
  const strings = shared === null ? [] : named(shared, 'si').map(words);
  return named(child(part, 'sheetData'), 'row').map((row, index) => ({ line: Number(attribute(row, 'r') ?? index + 1), cells: rowCells(row, strings) }));
}

function rowCells(row: Element, strings: readonly string[]): readonly string[] {
  const cells: string[] = [];
  for (const cell of named(row, 'c')) {
    const value = child(cell, 'v')?.textContent ?? '';
    const type = attribute(cell, 't');
    cells[columnOf(attribute(cell, 'r') ?? '', cells.length)] = type === 's' ? strings[Number(value)] ?? '' : type === 'inlineStr' ? named(cell, 'is').map(words).join('') : value;
  }
  return Array.from(cells, (cell: string | undefined) => cell ?? '');
}

function named(parent: Element | null, name: string): readonly Element[] {
  return parent === null ? [] : children(parent).filter((one) => one.localName === name);
}

/** Text of a string, in runs or not; phonetic notes are no part of it. */
function words(string: Element): string {
  return [...named(string, 't'), ...named(string, 'r').flatMap((run) => named(run, 't'))].map((one) => one.textContent ?? '').join('');
}

/** "AB12" → 27. */
function columnOf(place: string, next: number): number {
  const letters = /^[A-Z]+/.exec(place)?.[0];
  return letters === undefined ? next : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
