import { result, type Result } from '../result.ts';
import { assemble, draft, finish, type Draft } from './blocks.ts';
import { from, inked, type Chars } from './chars.ts';
import { nativeFidelity } from './fidelity.ts';
import { headerRow } from './header-cells.ts';
import { splitMarker } from './marker.ts';
import type { Reading } from './reading.ts';
import { isBlank, isRule, linesOf, paragraphs, type Line } from './text-lines.ts';
import { typeByText } from './type-by-text.ts';

/** Reads plain text: mail, pasted pages, the output of other programs. */
export function readText(text: string): Result<Reading> {
  const lines = linesOf(text);
  const drafts = typeByText(draftsOf(text, lines));
  const title = drafts.find((one) => one.type === 'heading')?.content.text ?? null;
  const { document, origin } = assemble(drafts, { parts: ['text'], itemParts: [0] }, title);
  const rules = lines.filter(isRule).reduce((sum, line) => sum + inked(line.text), 0);
  return result({ document, origin, fidelity: nativeFidelity('text', document, inked(document.text) + rules, inked(text)) });
}

function draftsOf(text: string, lines: readonly Line[]): Draft[] {
  const drafts: Draft[] = [];
  const tables = tabTables(lines);
  const groups = paragraphs(lines).filter(([first]) => !tables.some(([start, end]) => first >= start && first < end));
  const pieces = [...groups.map((range) => ({ range, table: false })), ...tables.map((range) => ({ range, table: true }))].sort((a, b) => a.range[0] - b.range[0]);
  let tableNumber = 0;
  for (const { range: [first, end], table } of pieces) {
    if (table) drafts.push(...tableDrafts(lines.slice(first, end), tableNumber++));
    else if (!isRule(lines[first])) drafts.push(...paragraphDraft(text, lines, first, end));
  }
  return drafts;
}

function paragraphDraft(text: string, lines: readonly Line[], first: number, end: number): Draft[] {
  const content = sourceChars(text, lines[first]?.start ?? 0, lines[end - 1]?.end ?? 0);
  const heading = end - first === 1 && isHeading(lines, first);
  const finished = finish(draft(heading ? 'heading' : 'paragraph', content));
  if (finished === null) return [];
  const number = /^\d{1,2}(?:\.\d{1,2})*(?=\.?$)/.exec(finished.marker?.text ?? '')?.[0];
  const level = finished.type === 'list-item' ? Math.floor((/^\s*/.exec(content.text.replaceAll('\t', '    '))?.[0].length ?? 0) / 2) : 0;
  return [{ ...finished, level: finished.type === 'heading' ? (number?.split('.').length ?? 0) : Math.min(level, 8) }];
}

function sourceChars(text: string, start: number, end: number): Chars {
  return from(text.slice(start, end), 0, start, 0);
}

/** Underlined, in capitals, or a short line without a full stop that stands alone above longer text. */
function isHeading(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text.trim() ?? '';
  if (isRule(lines[index + 1]) && text.length <= 120) return true;
  const marker = splitMarker(text, true);
  const content = text.slice(marker?.contentStart ?? 0);
  if (marker?.kind === 'bullet' || content.split(/\s+/).length > 12 || content.length > 90 || /[.;,:?!]$/.test(content) || !/^["“‘']?[\p{Lu}\d]/u.test(content)) return false;
  if (/\p{Lu}{2}/u.test(content) && content === content.toUpperCase()) return true;
  const after = lines.slice(index + 1).find((line) => !isBlank(line));
  if (after === undefined) return false;
  const alone = isBlank(lines[index - 1]) && isBlank(lines[index + 1]);
  // "4.2 Escalation" in a run of lines; "1. Training" may be an item of a list and needs its own place
  if (marker !== null) return (alone || /^\d{1,2}(?:\.\d{1,2})*$/.test(marker.marker)) && !sameList(marker.marker, after.text.trim());
  if (!alone && !isBlank(lines[index - 1]) && opensSection(lines, index, text, after.text.trim())) return true;
  return alone || (isBlank(lines[index - 1]) && after.text.trim().length > 3 * text.length && after.text.length > 80);
}

/** In a paste from Word no line is blank: a short line after the end of a sentence and above a long paragraph is a heading. */
function opensSection(lines: readonly Line[], index: number, text: string, after: string): boolean {
  const before = lines[index - 1]?.text.trim() ?? '';
  const longest = lines.slice(Math.max(0, index - 20), index + 20).reduce((most, line) => Math.max(most, line.text.length), 0);
  if (longest < 160 || text.split(/\s+/).length > 10) return false;
  return /[.?!:;”"’')]$/.test(before) && (after.length >= 120 || splitMarker(after) !== null);
}

/** "1. Training" above "2. Supervision" are two items of a list. */
function sameList(marker: string, after: string): boolean {
  const next = splitMarker(after)?.marker ?? null;
  return next !== null && next.replace(/\d+/g, '#') === marker.replace(/\d+/g, '#');
}

/** Two lines or more with the same number of tabs are rows of a table that was copied from Word or Excel; "1.⇥Text" is a list. */
function tabTables(lines: readonly Line[]): [number, number][] {
  const tabs = lines.map((line) => cellTexts(line).length - 1);
  const tables: [number, number][] = [];
  for (let first = 0; first < lines.length; first++) {
    const count = tabs[first] ?? 0;
    if (count < 1) continue;
    let end = first + 1;
    while (end < lines.length && tabs[end] === count) end++;
    const contents = count === 1 && end - first >= 3 && lines.slice(first, end).every((line) => /^\d{1,3}$/.test(line.text.split('\t')[1]?.trim() ?? ''));
    if (end - first >= 2 && !contents) tables.push([first, end]);
    first = end - 1;
  }
  return tables;
}

interface CellText {
  readonly start: number;
  readonly text: string;
}

function cellTexts(line: Line): CellText[] {
  const marker = splitMarker(line.text.trimStart());
  const list = marker !== null && !line.text.trimStart().slice(marker.contentStart).includes('\t');
  if (list || line.text.startsWith('\t')) return [{ start: line.start, text: line.text }];
  let start = line.start;
  return line.text.split('\t').map((text) => {
    const cell = { start, text };
    start += text.length + 1;
    return cell;
  });
}

function tableDrafts(lines: readonly Line[], table: number): Draft[] {
  const rows = lines.map(cellTexts);
  const header = headerRow(rows.flatMap((cells, row) => cells.map((cell, column) => ({ row, column, text: cell.text.trim(), bold: false }))));
  return rows.flatMap((cells, row) => cells.flatMap(({ start, text }, column) => {
    const cell = { table, row, column, rowSpan: 1, columnSpan: 1, header: header && row === 0 };
    const finished = finish(draft('table-cell', from(text, 0, start, 0), { cell }));
    return finished === null ? [] : [finished];
  }));
}
