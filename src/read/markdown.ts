import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { BlockType, Cell } from '../document.ts';
import { result, type Result } from '../result.ts';
import { assemble, draft, finish, splitLines, type Draft } from './blocks.ts';
import { concat, from, inked, made, type Chars } from './chars.ts';
import { judgeLook } from './docx-look.ts';
import { nativeFidelity } from './fidelity.ts';
import type { Reading } from './reading.ts';
import { readText } from './text.ts';
import { typeByText } from './type-by-text.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root['children'][number];
type Inline = Extract<Node, { type: 'paragraph' }>['children'][number];

interface Walk {
  readonly source: string;
  readonly drafts: Draft[];
  tables: number;
  total: number;
  kept: number;
}

interface Place {
  readonly type: BlockType;
  readonly level: number;
  readonly cell: Cell | null;
  marker: Chars | null;
}

/** Reads Markdown; the origin map leads to places in its source. */
export function readMarkdown(source: string): Result<Reading> {
  const walk: Walk = { source, drafts: [], tables: 0, total: 0, kept: 0 };
  try {
    const root = fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
    for (const node of root.children) block(walk, node, { type: 'paragraph', level: 0, cell: null, marker: null });
  } catch (cause) {
    // quotations nested thousands deep: there is no such Markdown, so it is text
    if (cause instanceof RangeError) return readText(source);
    throw cause;
  }
  const drafts = typeByText(judgeLook(walk.drafts));
  const title = drafts.find((one) => one.type === 'heading')?.content.text ?? null;
  const { document, origin } = assemble(drafts, { parts: ['markdown'], itemParts: [0] }, title);
  return result({ document, origin, fidelity: nativeFidelity('markdown', document, walk.kept, walk.total) });
}

function block(walk: Walk, node: Node, place: Place): void {
  switch (node.type) {
    case 'heading': put(walk, node.children, { ...place, type: place.cell === null ? 'heading' : place.type, level: node.depth }); return;
    case 'paragraph':
      put(walk, node.children, place);
      // further paragraphs of a list item have no number
      place.marker = null;
      return;
    case 'blockquote': for (const one of node.children) block(walk, one, { ...place, type: place.type === 'paragraph' ? 'quote' : place.type }); return;
    case 'list': list(walk, node, place); return;
    case 'table': table(walk, node); return;
    case 'code': code(walk, node); return;
    case 'html': html(walk, node); return;
    default:
  }
}

function list(walk: Walk, node: Extract<Node, { type: 'list' }>, place: Place): void {
  node.children.forEach((item, index) => {
    const inner: Place = { type: 'list-item', level: place.type === 'list-item' ? place.level + 1 : 0, cell: null, marker: listMarker(walk, node, item, index) };
    for (const child of item.children) block(walk, child, inner);
  });
}

/** The number as Markdown prints it (1. 1. 1. becomes 1. 2. 3.), with the stop that was typed: "1)" stays so. */
function listMarker(walk: Walk, node: Extract<Node, { type: 'list' }>, item: { readonly position?: { readonly start: { readonly offset?: number | undefined } } | undefined }, index: number): Chars {
  if (node.ordered !== true) return made('•');
  const stop = /^\d+([.)])/.exec(walk.source.slice(item.position?.start.offset ?? 0))?.[1] ?? '.';
  return made(`${(node.start ?? 1) + index}${stop}`);
}

function table(walk: Walk, node: Extract<Node, { type: 'table' }>): void {
  const number = walk.tables++;
  node.children.forEach((tableRow, row) => {
    tableRow.children.forEach((cell, column) => {
      put(walk, cell.children, { type: 'table-cell', level: 0, marker: null, cell: { table: number, row, column, rowSpan: 1, columnSpan: 1, header: row === 0 } });
    });
  });
}

function code(walk: Walk, node: Extract<Node, { type: 'code' }>): void {
  walk.total += inked(node.value);
  walk.kept += inked(node.value);
  const start = Math.max(walk.source.indexOf(node.value, node.position?.start.offset ?? 0), 0);
  let at = start;
  for (const line of node.value.split('\n')) {
    const finished = finish(draft('paragraph', from(line, 0, at, 0)));
    if (finished !== null) walk.drafts.push(finished);
    at += line.length + 1;
  }
}

/** Words between tags are kept, tags and comments are not. */
function html(walk: Walk, node: Extract<Node, { type: 'html' }>): void {
  const blanked = node.value.replace(/<[^<>]*>/g, (tag) => ' '.repeat(tag.length));
  walk.total += inked(blanked);
  walk.kept += inked(blanked);
  const finished = finish(draft('paragraph', from(blanked, 0, node.position?.start.offset ?? 0, 0)));
  if (finished !== null) walk.drafts.push(finished);
}

function put(walk: Walk, children: readonly Inline[], place: Place): void {
  const note = /^\[\^[^\]\s]{1,20}\]:/.exec(walk.source.slice(children[0]?.position?.start.offset ?? 0));
  const runs = children.flatMap((child) => inline(walk, child, false));
  const content = concat(runs.map((run) => run.chars));
  const bold = runs.some((run) => inked(run.chars.text) > 0) && runs.every((run) => run.bold || inked(run.chars.text) === 0);
  const type = note !== null && place.type === 'paragraph' ? 'footnote' : place.type;
  splitLines(content).forEach((line, index) => {
    const finished = finish(draft(type, line, { level: place.level, cell: place.cell, bold, marker: index === 0 ? place.marker : null }));
    if (finished !== null) walk.drafts.push(finished);
  });
}

interface Run {
  readonly chars: Chars;
  readonly bold: boolean;
}

function inline(walk: Walk, node: Inline, bold: boolean): Run[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [{ chars: located(walk, node.value, node.position?.start.offset ?? 0), bold }];
  if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) return [{ chars: made('\n'), bold }];
  return 'children' in node ? node.children.flatMap((child) => inline(walk, child, bold || node.type === 'strong')) : [];
}

/** Finds each character again in the source, where "\*" stands for "*" and "&amp;" for "&". */
function located(walk: Walk, value: string, start: number): Chars {
  walk.total += inked(value);
  walk.kept += inked(value);
  let at = start;
  const offsets = Array.from({ length: value.length }, (_, index) => {
    const near = walk.source.slice(at, at + 12).indexOf(value[index] ?? '');
    if (near > 0) at += near;
    return at++;
  });
  return { ...from(value, 0, 0, 0), offsets };
}
