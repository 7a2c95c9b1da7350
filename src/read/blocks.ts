import type { Block, BlockType, Cell, Document, Marker, PageRun } from '../document.ts';
import type { Origin } from './reading.ts';
import { cut, tidy, type Chars } from './chars.ts';
import { splitMarker } from './marker.ts';

/** A block before it has a place in the text. */
export interface Draft {
  readonly type: BlockType;
  readonly level: number;
  /** An automatic number or a marker already split off; null lets a typed one be looked for. */
  readonly marker: Chars | null;
  readonly content: Chars;
  readonly cell: Cell | null;
  readonly box: number | null;
  readonly size: number | null;
  readonly bold: boolean;
}

export interface Source {
  /** Name of each part of the file; one for plain text. */
  readonly parts: readonly string[];
  /** Part of each item. */
  readonly itemParts: readonly number[];
}

export interface Assembled {
  readonly document: Document;
  readonly origin: Origin;
}

export function draft(type: BlockType, content: Chars, more: Partial<Draft> = {}): Draft {
  return { type, content, level: 0, marker: null, cell: null, box: null, size: null, bold: false, ...more };
}

/** Tidies the content of a draft and splits a typed marker from it ("3. Text" → marker "3.", a list item). */
export function finish(raw: Draft): Draft | null {
  const content = tidy(raw.content);
  const marker = raw.marker === null ? null : tidy(raw.marker);
  const tidied = { ...raw, content, marker: marker?.text === '' ? null : marker };
  if (content.text === '') return null;
  if (tidied.marker !== null || raw.type === 'contents') return tidied;
  const found = splitMarker(content.text, raw.type === 'heading');
  if (found === null) return tidied;
  const type = raw.type === 'paragraph' || raw.type === 'table-cell' ? 'list-item' : raw.type;
  return { ...tidied, type, marker: cut(content, 0, found.marker.length), content: cut(content, found.contentStart) };
}

/** A line break begins a new block where a typed list item follows it ("…:\n• one\n• two") or an empty line does. */
export function splitLines(content: Chars): Chars[] {
  const lines: Chars[] = [];
  let start = 0;
  for (let at = content.text.indexOf('\n'); at !== -1; at = content.text.indexOf('\n', at + 1)) {
    const rest = content.text.slice(at + 1, at + 200);
    if (!/^\s*\n/.test(rest) && splitMarker(rest.trimStart()) === null) continue;
    lines.push(cut(content, start, at));
    start = at + 1;
  }
  return [...lines, cut(content, start)];
}

/** Lays finished drafts out as one text. */
export function assemble(drafts: readonly Draft[], source: Source, title: string | null): Assembled {
  const layout = new Layout();
  const blocks = drafts.map((one) => layout.add(one));
  const pages = layout.pageRuns();
  return {
    document: { text: layout.text(), blocks, pages, pageCount: pages.length === 0 ? null : Math.max(...pages.map((run) => run.page)), title },
    origin: layout.origin(source),
  };
}

/** The growing text with its segments and page runs. */
class Layout {
  readonly #pieces: string[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  readonly #items: number[] = [];
  readonly #offsets: number[] = [];
  readonly #runs: { start: number; end: number; page: number }[] = [];
  #at = 0;

  add(one: Draft): Block {
    const page = one.content.pages.find((candidate) => candidate > 0) ?? null;
    const marker = one.marker === null ? null : this.#put(one.marker);
    if (marker !== null) this.#write(' ');
    const { start, end } = this.#put(one.content);
    this.#write('\n');
    const { type, level, cell, box, size, bold } = one;
    return { start, end, type, page, level, marker: marker, cell, box, size, bold };
  }

  #write(text: string): void {
    this.#pieces.push(text);
    this.#at += text.length;
  }

  #put(chars: Chars): Marker {
    const start = this.#at;
    for (let index = 0; index < chars.text.length; index++) this.#trace(start + index, chars, index);
    this.#write(chars.text);
    return { start, end: this.#at, text: chars.text };
  }

  #trace(position: number, chars: Chars, index: number): void {
    const page = chars.pages[index] ?? 0;
    const run = this.#runs.at(-1);
    if (page > 0 && run?.page !== page) this.#runs.push({ start: position, end: position + 1, page });
    else if (run !== undefined) run.end = position + 1;
    const item = chars.items[index] ?? -1;
    if (item < 0) return;
    const offset = chars.offsets[index] ?? 0;
    const last = this.#starts.length - 1;
    const length = this.#lengths[last] ?? 0;
    const follows = this.#items[last] === item && (this.#starts[last] ?? 0) + length === position && (this.#offsets[last] ?? 0) + length === offset;
    if (follows) {
      this.#lengths[last] = length + 1;
      return;
    }
    this.#starts.push(position);
    this.#lengths.push(1);
    this.#items.push(item);
    this.#offsets.push(offset);
  }

  text(): string {
    return this.#pieces.join('');
  }

  /** Runs touch each other, so that every offset has a page. */
  pageRuns(): PageRun[] {
    return this.#runs.map((run, index) => ({
      start: index === 0 ? 0 : run.start,
      end: this.#runs[index + 1]?.start ?? this.#at,
      page: run.page,
    }));
  }

  origin(source: Source): Origin {
    return {
      starts: Uint32Array.from(this.#starts),
      lengths: Uint32Array.from(this.#lengths),
      items: Uint32Array.from(this.#items),
      offsets: Uint32Array.from(this.#offsets),
      boxes: new Float32Array(0),
      parts: source.parts,
      itemParts: Uint8Array.from(source.itemParts),
    };
  }
}
