import { parseInline } from './inline.ts';
import type { Head, Slip, Source, SourceBlock, SourceType } from './model.ts';

/** Parses a `.review` file. Small slips are reported with their line and mended; only a missing head stops it. */
export function parse(source: string): Source {
  const lines = source.replace(/\r\n/g, '\n').split('\n');
  const slips: Slip[] = [];
  const { head, next } = parseHead(lines);
  const state: State = { lines, at: next, blocks: [], slips, box: null, boxes: 0, tables: 0 };
  while (state.at < lines.length) step(state);
  if (state.box !== null) slips.push({ line: lines.length, level: 'error', text: 'a box is not closed' });
  checkBlocks(state.blocks, slips);
  return { head, blocks: state.blocks, slips };
}

interface State {
  readonly lines: readonly string[];
  at: number;
  readonly blocks: SourceBlock[];
  readonly slips: Slip[];
  box: number | null;
  boxes: number;
  tables: number;
}

function parseHead(lines: readonly string[]): { readonly head: Head; readonly next: number } {
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) throw new Error('the head (--- … ---) is missing');
  const values = new Map(lines.slice(1, end).flatMap((line) => {
    const match = /^(\w+):\s*(.*?)(?:\s+#.*)?$/.exec(line);
    return match === null ? [] : [[match[1] ?? '', match[2] ?? '']];
  }));
  const need = (name: string): string => {
    const found = values.get(name);
    if (found === undefined || found === '') throw new Error(`the head has no “${name}”`);
    return found;
  };
  return { head: { id: need('id'), kind: need('kind'), method: need('method'), author: need('author'), layout: need('layout'), pair: values.get('pair') ?? null, title: need('title'), checklist: checklistOf(values.get('check')), marks: words(values.get('marks')) }, next: end + 1 };
}

function words(list: string | undefined): string[] {
  return (list ?? '').split(',').map((word) => word.trim()).filter(Boolean);
}

/** "family-views=detailed, ethnicity=found" */
function checklistOf(list: string | undefined): Record<string, string> | null {
  if (list === undefined) return null;
  return Object.fromEntries(words(list).map((word) => {
    const [item = '', answer = ''] = word.split('=').map((part) => part.trim());
    if (item === '' || answer === '') throw new Error(`“check” holds “${word}”: write item=answer`);
    return [item, answer];
  }));
}

const HEADING = /^(#{1,6})\s+(.*)$/;
const FOOTNOTE = /^\[\^([^\]\s]+)\]:\s*(.*)$/;
const ITEM = /^(?<indent> *)(?:(?<bullet>[-*•])|(?<number>\d{1,3}[.)]|\([a-z]{1,4}\)|\(\d{1,3}\)|[a-z]\)|\d{1,2}(?:\.\d{1,2})+\.?|[A-Z]{1,4} ?\d{1,2}(?:\.\d{1,2})?[A-Za-z]?[:.]|[A-Z][A-Za-z-]*(?: [a-z][A-Za-z-]*){0,3} \d{1,2}(?:\.\d{1,2})?[A-Za-z]?:))\s+(?<text>.*)$/;

function step(state: State): void {
  const line = state.lines[state.at] ?? '';
  const number = state.at + 1;
  if (line.trim() === '') state.at++;
  else if (line.startsWith('|')) table(state);
  else {
    state.at++;
    single(state, line, number);
  }
}

function single(state: State, line: string, number: number): void {
  const heading = HEADING.exec(line);
  const note = FOOTNOTE.exec(line);
  const box = /^:::\s*box\s*(.*)$/.exec(line);
  const item = ITEM.exec(line);
  const special = /^===(toc|page)===\s*$/.exec(line);
  if (special !== null) add(state, special[1] === 'toc' ? 'contents' : 'page', '', number);
  else if (box !== null) openBox(state, box[1] ?? '', number);
  else if (/^:::\s*$/.test(line)) state.box = null;
  else if (heading !== null) add(state, 'heading', heading[2] ?? '', number, { level: heading[1]?.length ?? 1 });
  else if (note !== null) add(state, 'footnote', note[2] ?? '', number, { marker: note[1] ?? '' });
  else if (line.startsWith('>')) add(state, 'quote', line.slice(1).trim(), number);
  else if (item?.groups !== undefined) {
    const { indent = '', bullet, number: printed = '', text = '' } = item.groups;
    add(state, 'item', text, number, { marker: bullet === undefined ? printed : '•', level: Math.floor(indent.length / 2) });
  } else add(state, 'paragraph', line.trim(), number);
}

function openBox(state: State, title: string, number: number): void {
  if (state.box !== null) state.slips.push({ line: number, level: 'error', text: 'a box inside a box' });
  state.box = state.boxes++;
  if (title.trim() !== '') add(state, 'heading', title.trim(), number, { level: 6 });
}

function add(state: State, type: SourceType, text: string, line: number, more: Partial<SourceBlock> = {}): void {
  state.blocks.push({ line, type, level: 0, marker: '', ...parseInline(text, line, state.slips), box: state.box, cell: null, ...more });
}

function table(state: State): void {
  const number = state.tables++;
  let row = 0;
  let width: number | null = null;
  for (; (state.lines[state.at] ?? '').startsWith('|'); state.at++) {
    const line = state.at + 1;
    const source = (state.lines[state.at] ?? '').trim();
    if (/^\|[\s:|-]+\|?$/.test(source) && source.includes('---')) continue;
    const cells = source.replace(/^\|/, '').replace(/\|$/, '').split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
    width ??= cells.length;
    if (cells.length !== width) state.slips.push({ line, level: 'error', text: `the row has ${cells.length} cells, the head ${width}` });
    cells.forEach((cell, column) => {
      for (const paragraph of cell.split(/\s*<br\s*\/?>\s*/)) {
        add(state, 'cell', paragraph, line, { cell: { table: number, row, column, header: row === 0 } });
      }
    });
    row++;
  }
}

const UNLABELLED: ReadonlySet<SourceType> = new Set(['heading', 'contents', 'page']);

function checkBlocks(blocks: readonly SourceBlock[], slips: Slip[]): void {
  for (const block of blocks) {
    const { line, text, units } = block;
    if (UNLABELLED.has(block.type) || block.cell?.header === true || text === '') continue;
    const [first] = units;
    if (first === undefined) {
      const name = text.split(' ').length <= 12 && !/[.?!]$/.test(text);
      slips.push({ line, level: name || block.type === 'quote' ? 'note' : 'error', text: `no label: “${text.slice(0, 60)}”` });
    } else if (first.start > 0) slips.push({ line, level: 'error', text: `text before the first label: “${text.slice(0, first.start)}”` });
    if (block.type === 'paragraph' || block.type === 'footnote' || block.type === 'quote') checkSentences(block, slips);
  }
}

/** Running text has a label for each sentence. "Dr. Hale" and "p. 3" are no ends. */
function checkSentences(block: SourceBlock, slips: Slip[]): void {
  for (const unit of block.units) {
    const text = block.text.slice(unit.start, unit.end);
    const ends = text.match(/(?<!\b(?:Dr|Mr|Mrs|Ms|No|St|al|pp|p|s|ss|v|paras?|e\.g|i\.e|cf|vol|ch|ed|eds|[A-Z]))[.?!][”"’')]*\s+(?=["“‘']?\p{Lu})/gu)?.length ?? 0;
    if (ends > 0 && unit.attributes.of === null) slips.push({ line: block.line, level: 'note', text: `${ends + 1} sentences under one label: “${text.slice(0, 70)}…”` });
  }
}
