/**
 * From words of the canonical text to places in the markup of a Word file.
 */
import type { Span } from '../document.ts';
import { TEXT_ELEMENTS } from '../read/ooxml.ts';
import type { Reading } from '../read/reading.ts';
import { ancestors, attributeOf, escapedPlace, unescapeXml, walkXml } from './xml-scan.ts';
import type { XmlNode } from './xml-scan.ts';

/** One part with its text elements in the order in which the reader counts them. */
export interface MarkedPart {
  readonly name: string;
  readonly source: string;
  readonly root: XmlNode;
  readonly items: readonly XmlNode[];
}

/** Where a mark goes in: a position in the source and, if a run has to be split for it, what it cuts. */
export interface Place {
  readonly at: number;
  readonly cut: { readonly run: XmlNode; /** The text element that is cut; null between two. */ readonly text: XmlNode | null } | null;
}

/** The two ends of some words, and which part they are in. */
export interface Anchor {
  readonly part: number;
  readonly start: Place;
  readonly end: Place;
}

export function textItems(root: XmlNode): XmlNode[] {
  return [...walkXml(root)].filter((node) => TEXT_ELEMENTS.has(node.name) && node.parent?.name === 'r');
}

/** A character of the source: text element of a part, and place in its text. */
export interface SourceCharacter {
  readonly part: number;
  readonly item: number;
  readonly offset: number;
}

/** First and last character of a span that came from the file, blanks at its ends left out; null where none did. */
export function edgesOf({ document, origin }: Reading, span: Span): readonly [SourceCharacter, SourceCharacter] | null {
  if (origin === null) return null;
  const first = characterFrom(document.text, origin, span, 1);
  const last = characterFrom(document.text, origin, span, -1);
  return first === null || last === null ? null : [first, last];
}

type OriginMap = NonNullable<Reading['origin']>;

function characterFrom(text: string, origin: OriginMap, { start, end }: Span, step: 1 | -1): SourceCharacter | null {
  for (let at = step === 1 ? start : end - 1; at >= start && at < end; at += step) {
    const found = /\s/.test(text[at] ?? ' ') ? null : sourceCharacter(origin, at);
    if (found !== null) return found;
  }
  return null;
}

/** Where the character at an offset of the canonical text comes from; null for what the reader made itself. */
export function sourceCharacter(origin: OriginMap, offset: number): SourceCharacter | null {
  let low = 0;
  let high = origin.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origin.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = origin.starts[low];
  if (start === undefined || offset < start || offset >= start + (origin.lengths[low] ?? 0)) return null;
  const item = origin.items[low] ?? 0;
  const part = origin.itemParts[item] ?? 0;
  // Items are counted through all parts; the first of a part is where its number begins.
  return { part, item: item - origin.itemParts.indexOf(part), offset: (origin.offsets[low] ?? 0) + offset - start };
}

/**
 * The place of a span, or null where none of its words stands in the file. Words in two parts are marked in the first;
 * words in a note at its number in the text, since some programs can't open a file with comments in a note.
 */
export function anchorOf(parts: readonly MarkedPart[], reading: Reading, span: Span): Anchor | null {
  const edges = edgesOf(reading, span);
  if (edges === null) return null;
  const [first, last] = edges;
  const part = parts[first.part];
  const from = part?.items[first.item];
  const until = last.part === first.part ? part?.items[last.item] : from;
  if (part === undefined || from === undefined || until === undefined) return null;
  if (first.part > 0) return anchorOfNote(parts, part, from);
  const start = placeBefore(part, from, first.offset);
  const end = placeBehind(part, until, last.part === first.part ? last.offset : Number.POSITIVE_INFINITY);
  return end.at < start.at ? null : { part: 0, start, end };
}

function anchorOfNote([main]: readonly MarkedPart[], part: MarkedPart, item: XmlNode): Anchor | null {
  const note = ancestors(item).find(({ name }) => name === 'footnote' || name === 'endnote');
  if (main === undefined || note === undefined) return null;
  const id = attributeOf(part.source, note, 'id');
  const reference = [...walkXml(main.root)].find((node) => node.name === `${note.name}Reference` && attributeOf(main.source, node, 'id') === id);
  const run = reference === undefined ? null : (aroundWhich(main.source, reference) ?? reference.parent);
  return run === null ? null : { part: 0, start: { at: run.start, cut: null }, end: { at: run.end, cut: null } };
}

/** Place before the character `offset` of a text element. */
export function placeBefore(part: MarkedPart, item: XmlNode, offset: number): Place {
  const whole = aroundWhich(part.source, item);
  if (whole !== null) return { at: whole.start, cut: null };
  return offset === 0 ? edgeBefore(item) : (within(part, item, offset) ?? edgeBefore(item));
}

/** Place behind the character `offset` of a text element. */
export function placeBehind(part: MarkedPart, item: XmlNode, offset: number): Place {
  const whole = aroundWhich(part.source, item);
  if (whole !== null) return { at: whole.end, cut: null };
  const length = item.name === 't' ? unescapeXml(part.source.slice(item.openEnd, item.closeStart)).length : 1;
  return offset + 1 >= length ? edgeBehind(item) : (within(part, item, offset + 1) ?? edgeBehind(item));
}

function edgeBefore(item: XmlNode): Place {
  const run = item.parent ?? item;
  const [first] = run.children.filter((node) => node.name !== 'rPr');
  return first === item ? { at: run.start, cut: null } : { at: item.start, cut: { run, text: null } };
}

function edgeBehind(item: XmlNode): Place {
  const run = item.parent ?? item;
  return run.children.at(-1) === item ? { at: run.end, cut: null } : { at: item.end, cut: { run, text: null } };
}

/** Inside a text; null where the text is written in a way that gives no place (then all of it is marked). */
function within({ source }: MarkedPart, item: XmlNode, offset: number): Place | null {
  const run = item.parent;
  const inside = item.name === 't' && run !== null ? escapedPlace(source.slice(item.openEnd, item.closeStart), offset) : null;
  return inside === null || run === null ? null : { at: item.openEnd + inside, cut: { run, text: item } };
}

/**
 * What has to be marked as a whole: words in a text box are marked at its anchor, and formulas, phonetic guides and plain fields of a form
 * hold nothing but their own content. Null where a mark may go beside the words.
 */
export function aroundWhich(source: string, item: XmlNode): XmlNode | null {
  const up = ancestors(item);
  const paragraph = up.findLastIndex((node) => node.name === 'p');
  const inLine = up.slice(0, Math.max(paragraph, 0));
  const closed = inLine.findLastIndex((node) => isClosed(source, node));
  if (closed === -1) return null;
  const run = inLine.findLastIndex((node, index) => index >= closed && node.name === 'r');
  const alternate = inLine.findLastIndex((node) => node.name === 'AlternateContent');
  return inLine[Math.max(closed, run, alternate)] ?? null;
}

const CLOSED = new Set(['txbxContent', 'oMath', 'oMathPara', 'ruby', 'AlternateContent']);

function isClosed(source: string, node: XmlNode): boolean {
  if (CLOSED.has(node.name)) return true;
  if (node.name !== 'sdt') return false;
  const properties = node.children.find((one) => one.name === 'sdtPr')?.children ?? [];
  return properties.some((one) => ['text', 'dataBinding', 'dropDownList', 'comboBox', 'date'].includes(one.name) || (one.name === 'lock' && /content/i.test(attributeOf(source, one, 'val') ?? '')));
}
