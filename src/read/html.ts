import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { BlockType, Cell } from '../document.ts';
import { result, type Result } from '../result.ts';
import { assemble, draft, finish, splitLines, type Draft } from './blocks.ts';
import { concat, from, inked, made, type Chars } from './chars.ts';
import { formatNumber } from './counters.ts';
import { judgeLook } from './docx-look.ts';
import { nativeFidelity } from './fidelity.ts';
import { attr, isBold, isElement, isFrame, isHidden, listFormat, style, wordListLevel, type HtmlElement, type HtmlNode } from './html-look.ts';
import { readHtmlTable } from './html-tables.ts';
import type { Reading } from './reading.ts';
import { typeByText } from './type-by-text.ts';

/** Where a piece of a page stands; children inherit it. */
export interface HtmlPlace {
  readonly type: BlockType;
  readonly level: number;
  readonly cell: Cell | null;
  readonly box: number | null;
  readonly bold: boolean;
  readonly depth: number;
}

export interface HtmlContext {
  readonly drafts: Draft[];
  /** The paragraph being filled. */
  pieces: { readonly chars: Chars; readonly bold: boolean }[];
  marker: Chars | null;
  place: HtmlPlace;
  texts: number;
  tables: number;
  boxes: number;
  total: number;
  kept: number;
}

const PLACE: HtmlPlace = { type: 'paragraph', level: 0, cell: null, box: null, bold: false, depth: 0 };
const MAX_DEPTH = 400;

/** Reads a web page, or what Word puts on the clipboard. Items of the origin map are text nodes, counted in order. */
export function readHtml(html: string): Result<Reading> {
  const root = parse(html);
  const context: HtmlContext = { drafts: [], pieces: [], marker: null, place: PLACE, texts: 0, tables: 0, boxes: 0, total: 0, kept: 0 };
  walkAll(context, root.childNodes, PLACE);
  flush(context);
  const drafts = typeByText(judgeLook(context.drafts));
  const title = drafts.find((one) => one.type === 'heading' && one.level === 1)?.content.text ?? titleOf(root) ?? drafts.find((one) => one.type === 'heading')?.content.text ?? null;
  const { document, origin } = assemble(drafts, { parts: ['html'], itemParts: Array.from({ length: context.texts }, () => 0) }, title);
  return result({ document, origin, fidelity: nativeFidelity('html', document, context.kept, context.total) });
}

function titleOf(root: DefaultTreeAdapterTypes.Document): string | null {
  const html = (root.childNodes).find((node): node is HtmlElement => isElement(node) && node.tagName === 'html');
  const head = html?.childNodes.find((node): node is HtmlElement => isElement(node) && node.tagName === 'head');
  const title = head?.childNodes.find((node): node is HtmlElement => isElement(node) && node.tagName === 'title');
  const text = title === undefined ? '' : title.childNodes.map((node) => ('value' in node ? node.value : '')).join('').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

export function walkAll(context: HtmlContext, nodes: readonly HtmlNode[], place: HtmlPlace): void {
  for (const node of nodes) {
    if (isElement(node)) walk(context, node, { ...place, depth: place.depth + 1 });
    else if (node.nodeName === '#text' && 'value' in node) text(context, node.value, place);
  }
}

function text(context: HtmlContext, value: string, place: HtmlPlace): void {
  const item = context.texts++;
  const size = inked(value);
  context.total += size;
  context.kept += size;
  if (context.pieces.length === 0) context.place = place;
  // in a page a line end is a blank; "\n" is kept for <br>
  context.pieces.push({ chars: from(value.replace(/[\n\r]/g, ' '), item, 0, 0), bold: place.bold || size === 0 });
}

/** Ends the paragraph being filled. */
export function flush(context: HtmlContext): void {
  const { pieces, marker, place } = context;
  context.pieces = [];
  const bold = pieces.some((piece) => inked(piece.chars.text) > 0) && pieces.every((piece) => piece.bold);
  const lines = splitLines(concat(pieces.map((piece) => piece.chars)));
  lines.forEach((line, index) => {
    const finished = finish(draft(place.type, line, { level: place.level, cell: place.cell, box: place.box, bold, marker: index === 0 ? marker : null }));
    if (finished === null) return;
    context.marker = null;
    context.drafts.push(finished);
  });
}

const BLOCKS = new Set('address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table caption ul'.split(' '));

function walk(context: HtmlContext, element: HtmlElement, place: HtmlPlace): void {
  // Word writes the number of a list paragraph as text that lists ignore: <span style="mso-list:Ignore">1.</span>
  if (/mso-list:ignore/.test(style(element))) return wordMarker(context, element, place);
  if (isHidden(element) || isNoteLink(element) || place.depth > MAX_DEPTH) return skip(context, element);
  if (element.tagName === 'br') {
    context.pieces.push({ chars: made('\n'), bold: true });
    return;
  }
  const inner = { ...place, bold: isBold(element) ?? place.bold };
  if (!BLOCKS.has(element.tagName)) return walkAll(context, element.childNodes, inner);
  flush(context);
  if (element.tagName === 'table') readHtmlTable(context, element, inner);
  else if (element.tagName === 'ol' || element.tagName === 'ul') list(context, element, inner);
  else walkAll(context, element.childNodes, blockPlace(context, element, inner));
  flush(context);
}

/** The mark of a footnote: <sup><a href="#fn1">1</a></sup>, or Word's anchor. */
function isNoteLink(element: HtmlElement): boolean {
  if (element.tagName === 'a') return /mso-footnote-id/.test(style(element)) && !/mso-element:footnote/.test(style(element)) && /^#_(?:ftn|edn)\d/.test(attr(element, 'href') ?? '');
  return element.tagName === 'sup' && element.childNodes.some((node) => isElement(node) && node.tagName === 'a' && attr(node, 'href')?.startsWith('#') === true);
}

/** Text left out on purpose still counts its nodes, so that origins stay right. */
function skip(context: HtmlContext, element: HtmlElement): void {
  const stack: HtmlNode[] = [...element.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node)) stack.push(...[...node.childNodes].reverse());
    else if (node.nodeName === '#text') context.texts++;
  }
}

function wordMarker(context: HtmlContext, element: HtmlElement, place: HtmlPlace): void {
  const { pieces } = context;
  context.pieces = [];
  walkAll(context, element.childNodes.filter((node) => !isElement(node) || !/mso-list:ignore/.test(style(node))), place);
  const chars = concat(context.pieces.map((piece) => piece.chars));
  context.marker = { ...chars, text: chars.text.replace(/[·\uF0B7\u00A7]/g, '•') };
  context.pieces = pieces;
  if (pieces.length === 0) context.place = place;
}

function blockPlace(context: HtmlContext, element: HtmlElement, place: HtmlPlace): HtmlPlace {
  const { tagName } = element;
  const box = place.box ?? (isFrame(element) ? context.boxes++ : null);
  const type = typeOf(element, place);
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  const level = type === 'heading' ? Number(heading ?? 1) : (wordListLevel(element) ?? place.level);
  return { ...place, box, type, level };
}

function typeOf(element: HtmlElement, place: HtmlPlace): BlockType {
  const { tagName } = element;
  const name = attr(element, 'class') ?? '';
  const css = style(element);
  if (/mso-element:(?:foot|end)note(?!-)/.test(css) || place.type === 'footnote') return 'footnote';
  if (wordListLevel(element) !== null) return 'list-item';
  if (place.cell !== null) return place.type;
  if (/^h[1-6]$/.test(tagName) || name === 'MsoTitle') return 'heading';
  if (/^MsoToc\d/.test(name)) return 'contents';
  if (tagName === 'blockquote' || /Quote/.test(name)) return 'quote';
  return tagName === 'figcaption' || tagName === 'caption' || name === 'MsoCaption' ? 'caption' : place.type;
}

function list(context: HtmlContext, element: HtmlElement, place: HtmlPlace): void {
  const format = listFormat(element);
  const items = element.childNodes.filter((node): node is HtmlElement => isElement(node) && node.tagName === 'li');
  const step = attr(element, 'reversed') === null ? 1 : -1;
  let number = integer(attr(element, 'start')) ?? (step === 1 ? 1 : items.length);
  const level = place.type === 'list-item' ? place.level + 1 : 0;
  for (const node of element.childNodes) {
    if (!isElement(node)) {
      if (node.nodeName === '#text') context.texts++;
      continue;
    }
    if (node.tagName !== 'li') {
      walk(context, node, { ...place, depth: place.depth + 1 });
      continue;
    }
    number = integer(attr(node, 'value')) ?? number;
    flush(context);
    context.marker = format === 'none' ? null : made(format === 'bullet' ? '•' : `${formatNumber(number, format)}.`);
    walkAll(context, node.childNodes, { ...place, type: 'list-item', level, bold: isBold(node) ?? place.bold, depth: place.depth + 1 });
    flush(context);
    context.marker = null;
    number += step;
  }
}

function integer(text: string | null): number | null {
  const parsed = Number.parseInt(text ?? '', 10);
  return Number.isFinite(parsed) ? parsed : null;
}
