/**
 * Verdicts that a reader wrote into the sheet "Check these": read back, kept in verdicts.csv, and set in again. Nothing that a person wrote is lost.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Verdict } from '../corpus/checks.ts';
import { idOf } from '../corpus/checks.ts';
import { csvLine, MARK } from '../report/csv.ts';
import { sheetRows } from '../read/sheet-rows.ts';
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
