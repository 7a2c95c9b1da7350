/**
 * Verdicts that a reader wrote into the sheet "Check these": read back, kept in verdicts.csv, and set in again. Nothing that a person wrote is lost.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Verdict } from '../corpus/checks.ts';
import { idOf } from '../corpus/checks.ts';
import { csvLine, MARK } from '../report/csv.ts';
import { openPackage } from '../read/ooxml-zip.ts';
import type { Element } from '../read/ooxml.ts';
import { attribute, child, children, xmlPart } from '../read/ooxml.ts';
import { BatchError } from './batch-error.ts';
import type { CHECK_TITLES } from './sheets.ts';
import { CHECK_SHEET } from './sheets.ts';
import { writeWhole } from './disk.ts';

const STORE = 'verdicts.csv';

/** Those kept before, and over them those in the spreadsheet as it lies there. */
export function readVerdicts(results: string): ReadonlyMap<string, Verdict> {
  const kept = new Map<string, Verdict>();
  for (const verdict of [...fromStore(join(results, STORE)), ...fromSheet(join(results, 'results.xlsx'))]) {
    if (verdict.verdict === '') kept.delete(idOf(verdict));
    else kept.set(idOf(verdict), verdict);
  }
  return kept;
}

export function keepVerdicts(results: string, verdicts: ReadonlyMap<string, Verdict>): void {
  if (verdicts.size === 0 && !existsSync(join(results, STORE))) return;
  const sorted = [...verdicts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  writeWhole(join(results, STORE), MARK + csvLine(['file', 'key', 'kind', 'why', 'verdict']) + sorted.map(({ file, key, kind, why, verdict }) => csvLine([file, key, kind, why, verdict])).join(''));
}

function fromStore(path: string): readonly Verdict[] {
  if (!existsSync(path)) return [];
  const rows: readonly Readonly<Record<string, string>>[] = parse(readFileSync(path), { columns: true, bom: true, relax_column_count: true });
  return rows.map((row) => ({ file: unguarded(row['file'] ?? ''), key: row['key'] ?? '', kind: row['kind'] ?? '', why: row['why'] ?? '', verdict: unguarded(row['verdict'] ?? '') }));
}

function unguarded(text: string): string {
  return text.replace(/^'(?=[\s\uFEFF]*[=+\-@])/u, '');
}

function fromSheet(path: string): readonly Verdict[] {
  if (!existsSync(path)) return [];
  try {
    const rows = sheetRows(new Uint8Array(readFileSync(path)), CHECK_SHEET);
    const [head = [], ...body] = rows;
    const place = (title: (typeof CHECK_TITLES)[number]): number => head.findIndex((cell) => cell.trim().toLowerCase() === title.toLowerCase());
    const [file, key, kind, why, verdict] = [place('File'), place('Key'), place('Kind'), place('Why'), place('Verdict')] as const;
    if ([file, key, kind, verdict].some((at) => at === -1)) return [];
    return body.map((row) => ({ file: row[file] ?? '', key: row[key] ?? '', kind: row[kind] ?? '', why: row[why] ?? '', verdict: (row[verdict] ?? '').trim() })).filter((one) => one.key !== '');
  } catch {
    throw new BatchError('results.xlsx could not be read back, and may hold verdicts: it would be lost. Open it in Excel and save it again as .xlsx, or move it away, and give the same command again.');
  }
}

/** Cells of one sheet as text, as Excel, LibreOffice and our own writer store them. */
export function sheetRows(bytes: Uint8Array, name: string): readonly (readonly string[])[] {
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
  return named(child(part, 'sheetData'), 'row').map((row) => rowCells(row, strings));
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
