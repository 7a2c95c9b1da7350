/**
 * Writes marks into a part: runs are split where a mark stands inside them, and both halves keep the look of the whole.
 */
import type { MarkedPart, Place } from './docx-places.ts';
import { applyEdits, attributeOf, unescapeXml } from './xml-scan.ts';
import type { Edit, XmlNode } from './xml-scan.ts';

export interface Mark {
  readonly place: Place;
  /** Ends come before starts at one place; within each, in this order. */
  readonly order: number;
  /** The mark's markup. `split` says that a run was cut for it. */
  readonly xml: (split: boolean) => string;
}

export function withMarks(part: MarkedPart, marks: readonly Mark[]): string {
  const groups = new Map<number, Mark[]>();
  for (const mark of marks) groups.set(mark.place.at, [...(groups.get(mark.place.at) ?? []), mark]);
  const places = [...groups.keys()].sort((a, b) => a - b);
  const edits = places.map((at): Edit => {
    const group = [...(groups.get(at) ?? [])].sort((a, b) => a.order - b.order);
    const cut = group.find(({ place }) => place.cut !== null)?.place.cut ?? null;
    const xml = group.map((mark) => mark.xml(cut !== null)).join('');
    return { at, remove: 0, insert: cut === null ? xml : `${closing(part, cut)}${xml}${opening(part, cut, at, places)}` };
  });
  return applyEdits(part.source, [...edits, ...kept(part, marks, places)]);
}

type Cut = NonNullable<Place['cut']>;

function tagName(node: XmlNode): string {
  return node.prefix === '' ? node.name : `${node.prefix}:${node.name}`;
}

function closing(_part: MarkedPart, { run, text }: Cut): string {
  return `${text === null ? '' : `</${tagName(text)}>`}</${tagName(run)}>`;
}

function opening({ source }: MarkedPart, { run, text }: Cut, at: number, places: readonly number[]): string {
  const properties = run.children.find((node) => node.name === 'rPr');
  const start = source.slice(run.start, run.openEnd) + (properties === undefined ? '' : source.slice(properties.start, properties.end));
  if (text === null) return start;
  const next = places.find((place) => place > at && place < text.closeStart) ?? text.closeStart;
  return start + openTag(source, text, blankEdge(source, text, at, next));
}

/** Blanks at the edges of a text are dropped unless it says that they are to be kept. */
function openTag(source: string, text: XmlNode, blank: boolean): string {
  const tag = source.slice(text.start, text.openEnd);
  return blank && attributeOf(source, text, 'space') === null ? `${tag.slice(0, 1 + tagName(text).length)}${KEEP}${tag.slice(1 + tagName(text).length)}` : tag;
}

export const KEEP = ' xml:space="preserve"';

/** Whether the piece has a blank at an edge that a cut made. */
function blankEdge(source: string, text: XmlNode, start: number, end: number): boolean {
  const piece = unescapeXml(source.slice(start, end));
  return (start > text.openEnd && /^\s/.test(piece)) || (end < text.closeStart && /\s$/.test(piece));
}

/** Lets the first piece of each cut text keep its blank edge. */
function kept({ source }: MarkedPart, marks: readonly Mark[], places: readonly number[]): Edit[] {
  const texts = new Set(marks.flatMap(({ place }) => place.cut?.text ?? []));
  return [...texts].flatMap((text) => {
    const first = places.find((place) => place >= text.openEnd && place < text.closeStart) ?? text.closeStart;
    const needed = blankEdge(source, text, text.openEnd, first) && attributeOf(source, text, 'space') === null;
    return needed ? [{ at: text.start + 1 + tagName(text).length, remove: 0, insert: KEEP }] : [];
  });
}
