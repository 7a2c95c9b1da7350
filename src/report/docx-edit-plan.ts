/**
 * Which text elements of a Word file an edit of the canonical text touches, and whether it can be written as a tracked change at its place.
 */
import type { Reading } from '../read/reading.ts';
import { aroundWhich, sourceCharacter } from './docx-places.ts';
import type { MarkedPart, SourceCharacter } from './docx-places.ts';
import { ancestors, unescapeXml } from './xml-scan.ts';
import type { XmlNode } from './xml-scan.ts';

/** The words at `start`..`end` of the canonical text give way to `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What happens to one text element: characters that go, and words that come in behind them. */
export interface TextChange {
  readonly part: number;
  readonly item: XmlNode;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Without the words that stay the same at both ends; a word that changes in part is changed whole, as people read it. */
export function narrowed(text: string, { start, end, text: wanted }: TextEdit): TextEdit {
  const old = text.slice(start, end);
  let head = 0;
  while (head < old.length && head < wanted.length && old[head] === wanted[head]) head++;
  while (head > 0 && (inWord(old, head) || inWord(wanted, head))) head--;
  let tail = 0;
  while (tail < old.length - head && tail < wanted.length - head && old.at(-1 - tail) === wanted.at(-1 - tail)) tail++;
  while (tail > 0 && (inWord(old, old.length - tail) || inWord(wanted, wanted.length - tail))) tail--;
  return { start: start + head, end: end - tail, text: wanted.slice(head, wanted.length - tail) };
}

function inWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1));
}

/** The changes that make this edit, or null where it can't be done safely: over the edge of a paragraph, a field, a note, a change of somebody else … */
export function planEdit(parts: readonly MarkedPart[], reading: Reading, edit: TextEdit): readonly TextChange[] | null {
  if (/[\n\r]/.test(edit.text) || reading.origin === null) return null;
  if (edit.start === edit.end) return planInsertion(parts, reading, edit);
  const characters: SourceCharacter[] = [];
  for (let at = edit.start; at < edit.end; at++) {
    const found = sourceCharacter(reading.origin, at);
    if (found === null) return null;
    characters.push(found);
  }
  const [first, last] = [characters[0], characters.at(-1)];
  const part = first === undefined ? undefined : parts[first.part];
  if (part === undefined || first === undefined || last === undefined || first.part !== last.part || last.item < first.item) return null;
  const items = part.items.slice(first.item, last.item + 1);
  if (!items.every((item) => isFree(part, item)) || !sideBySide(items)) return null;
  return items.map((item, index) => ({
    part: first.part, item, insert: index === items.length - 1 ? edit.text : '',
    from: index === 0 ? first.offset : 0, to: index === items.length - 1 ? last.offset + 1 : textLength(part, item),
  }));
}

function planInsertion(parts: readonly MarkedPart[], reading: Reading, { start, text }: TextEdit): readonly TextChange[] | null {
  if (text === '' || reading.origin === null) return text === '' ? [] : null;
  const before = start > 0 && reading.document.text[start - 1] !== '\n' ? sourceCharacter(reading.origin, start - 1) : null;
  const place = before ?? sourceCharacter(reading.origin, start);
  const part = place === null ? undefined : parts[place.part];
  const item = place === null ? undefined : part?.items[place.item];
  if (place === null || part === undefined || item === undefined || !isFree(part, item)) return null;
  const offset = before === null ? place.offset : place.offset + 1;
  return [{ part: place.part, item, from: offset, to: offset, insert: text }];
}

function textLength({ source }: MarkedPart, item: XmlNode): number {
  return unescapeXml(source.slice(item.openEnd, item.closeStart)).length;
}

const GUARDED = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'fldSimple', 'txbxContent']);

/** Whether the text stands in a plain run: not in a field, a box, a formula, or somebody's tracked change. */
function isFree(part: MarkedPart, item: XmlNode): boolean {
  if (item.name !== 't' || part.source.slice(item.openEnd, item.closeStart).includes('<')) return false;
  const up = ancestors(item);
  return !up.some(({ name }) => GUARDED.has(name)) && aroundWhich(part.source, item) === null && !inField(part, item, up.find(({ name }) => name === 'p'));
}

function inField({ source }: MarkedPart, item: XmlNode, paragraph: XmlNode | undefined): boolean {
  if (paragraph === undefined) return true;
  const before = source.slice(paragraph.start, item.start);
  const count = (type: string): number => before.split(`fldCharType="${type}"`).length - 1;
  // A field may end in another paragraph than it began in: any sign of one that is open here is enough.
  return count('begin') !== count('end');
}

const BETWEEN = new Set(['r', 'proofErr', 'bookmarkStart', 'bookmarkEnd', 'commentRangeStart', 'commentRangeEnd']);

/** Whether nothing but text (and marks that print nothing) stands between the first of the elements and the last. */
function sideBySide(items: readonly XmlNode[]): boolean {
  if (items.length < 2) return true;
  const runs = items.map((item) => item.parent);
  const [first, last] = [runs[0], runs.at(-1)];
  const around = first?.parent;
  if (first === null || first === undefined || last === null || last === undefined || around === null || around === undefined || runs.some((run) => run?.parent !== around)) return false;
  const between = around.children.slice(around.children.indexOf(first), around.children.indexOf(last) + 1);
  return between.every((node) => BETWEEN.has(node.name) && (node.name !== 'r' || onlyText(node) || isReference(node)));
}

function onlyText(run: XmlNode): boolean {
  return run.children.every(({ name }) => name === 'rPr' || name === 't');
}

function isReference(run: XmlNode): boolean {
  return run.children.every(({ name }) => name === 'rPr' || name === 'commentReference');
}
