/**
 * Takes comments out of a Word file again. Runs that were split for their marks are joined, so that the text has the bytes it had before.
 */
import { removeAddedPart } from './docx-package.ts';
import type { DocxDraft } from './docx-package.ts';
import { isEmptyComments } from './docx-comments-part.ts';
import { KEEP } from './docx-split.ts';
import { threadsOf } from './docx-threads.ts';
import type { FoundComment } from './docx-threads.ts';
import { applyEdits, attributeOf, scanXml, unescapeXml, walkXml } from './xml-scan.ts';
import type { Edit, XmlNode } from './xml-scan.ts';

/** Takes these comments out: marks, words and threads. Answers to them stay, as comments of their own. */
export function removeComments(draft: DocxDraft, comments: readonly FoundComment[]): void {
  if (comments.length === 0) return;
  const ids = new Set(comments.map(({ id }) => id));
  for (const name of [draft.main, draft.relatedPart('footnotes'), draft.relatedPart('endnotes')]) {
    const source = name === null ? null : draft.text(name);
    if (name !== null && source !== null) draft.set(name, withoutMarks(source, ids));
  }
  const part = draft.relatedPart('comments');
  const source = part === null ? null : draft.text(part);
  if (part === null || source === null) return;
  const left = applyEdits(source, comments.map(({ node }) => removal(node)));
  draft.set(part, left);
  removeThreads(draft, new Set(comments.flatMap(({ paragraph }) => paragraph ?? [])));
  if (isEmptyComments(left)) removeAddedPart(draft, part);
}

function removal(node: XmlNode): Edit {
  return { at: node.start, remove: node.end - node.start, insert: '' };
}

/** The lists beside the comments that refer to them by paragraph, and one that refers to that list. */
function removeThreads(draft: DocxDraft, paragraphs: ReadonlySet<string>): void {
  if (paragraphs.size === 0) return;
  const extended = draft.relatedPart('commentsExtended');
  const source = extended === null ? null : draft.text(extended);
  if (extended !== null && source !== null) draft.set(extended, applyEdits(source, threadsOf(draft).flatMap((thread) => (paragraphs.has(thread.paragraph) ? removal(thread.node) : paragraphs.has(thread.parent ?? '') ? orphaned(source, thread.node) : []))));
  const lasting = removeFrom(draft, 'commentsIds', 'paraId', paragraphs);
  removeFrom(draft, 'commentsExtensible', 'durableId', lasting);
}

function orphaned(source: string, node: XmlNode): Edit | [] {
  const found = /\s(?:\w+:)?paraIdParent\s*=\s*(?:"[^"]*"|'[^']*')/.exec(source.slice(node.start, node.openEnd));
  return found === null ? [] : { at: node.start + found.index, remove: found[0].length, insert: '' };
}

/** Takes the entries with one of these values out of a list; returns their lasting ids. */
function removeFrom(draft: DocxDraft, type: string, attribute: string, values: ReadonlySet<string>): ReadonlySet<string> {
  const name = draft.relatedPart(type);
  const source = name === null ? null : draft.text(name);
  if (name === null || source === null) return new Set();
  const gone = scanXml(source).children.filter((node) => values.has(attributeOf(source, node, attribute) ?? ''));
  draft.set(name, applyEdits(source, gone.map(removal)));
  return new Set(gone.flatMap((node) => attributeOf(source, node, 'durableId') ?? []));
}

function withoutMarks(source: string, ids: ReadonlySet<string>): string {
  const root = scanXml(source);
  const nodes = [...walkXml(root)];
  const marks = nodes.flatMap((node) => markNode(source, node, ids) ?? []);
  if (marks.length === 0) return source;
  return applyEdits(source, [...marks.map(removal), ...joins(source, nodes, marks)]);
}

/** The element to take out: the mark itself or, where its run holds nothing else, the run. */
function markNode(source: string, node: XmlNode, ids: ReadonlySet<string>): XmlNode | null {
  if (!['commentRangeStart', 'commentRangeEnd', 'commentReference'].includes(node.name) || !ids.has(attributeOf(source, node, 'id') ?? '')) return null;
  const run = node.name === 'commentReference' && node.parent?.name === 'r' ? node.parent : null;
  return run !== null && run.children.every((one) => one === node || one.name === 'rPr') ? run : node;
}

/** A mark for which a run was cut says so by a blank before its slash; a program that saves the file drops it, and the halves stay as they are. */
export const CUT = ' ';

interface Join {
  readonly left: XmlNode;
  readonly right: XmlNode;
}

function joins(source: string, nodes: readonly XmlNode[], marks: readonly XmlNode[]): Edit[] {
  const runsByEnd = new Map<number, XmlNode>();
  const runsByStart = new Map<number, XmlNode>();
  for (const node of nodes) {
    if (node.name !== 'r') continue;
    runsByEnd.set(node.end, node);
    runsByStart.set(node.start, node);
  }
  const found = neighbours(marks).flatMap((group): readonly Join[] => {
    const left = runsByEnd.get(group[0]?.start ?? -1);
    const right = runsByStart.get(group.at(-1)?.end ?? -1);
    const cut = group.some((mark) => source.slice(mark.start, mark.end).endsWith(`${CUT}/>`));
    return cut && left !== undefined && right !== undefined && opening(source, left) === opening(source, right) ? [{ left, right }] : [];
  });
  return chains(found).flatMap((chain) => joinEdits(source, chain));
}

/** Marks that stand side by side. */
function neighbours(marks: readonly XmlNode[]): XmlNode[][] {
  const groups: XmlNode[][] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last?.at(-1)?.end === mark.start) last.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

/** Runs that become one, in order. */
function chains(found: readonly Join[]): XmlNode[][] {
  const runs: XmlNode[][] = [];
  for (const { left, right } of found) {
    const last = runs.at(-1);
    if (last?.at(-1) === left) last.push(right);
    else runs.push([left, right]);
  }
  return runs;
}

function opening(source: string, run: XmlNode): string {
  const properties = run.children.find((node) => node.name === 'rPr');
  return source.slice(run.start, run.openEnd) + (properties === undefined ? '' : source.slice(properties.start, properties.end));
}

function joinEdits(source: string, runs: readonly XmlNode[]): Edit[] {
  const edits: Edit[] = [];
  const texts: XmlNode[][] = [];
  runs.slice(1).forEach((right, index) => {
    const left = runs[index];
    const tail = left?.children.at(-1);
    const [head] = right.children.filter((node) => node.name !== 'rPr');
    if (left === undefined) return;
    const whole = tail?.name === 't' && head?.name === 't' && tail.closeStart < tail.end && head.closeStart < head.end;
    const from = whole ? tail.closeStart : left.closeStart;
    const until = whole ? head.openEnd : (right.children.find((node) => node.name === 'rPr')?.end ?? right.openEnd);
    // The marks between the two are taken out on their own.
    edits.push({ at: from, remove: left.end - from, insert: '' }, { at: right.start, remove: until - right.start, insert: '' });
    if (!whole) return;
    if (texts.at(-1)?.at(-1) === tail) texts.at(-1)?.push(head);
    else texts.push([tail, head]);
  });
  return [...edits, ...texts.flatMap((pieces) => blanks(source, pieces))];
}

/** The first piece may have been told to keep blanks only because of the cut; a piece that wasn't told shows that the whole wasn't. */
function blanks(source: string, texts: readonly XmlNode[]): Edit[] {
  const [first] = texts;
  if (first === undefined || texts.every((text) => attributeOf(source, text, 'space') !== null)) return [];
  const tag = source.slice(first.start, first.openEnd);
  const whole = unescapeXml(texts.map((text) => source.slice(text.openEnd, text.closeStart)).join(''));
  const keeps = tag.includes(KEEP);
  const last = texts.at(-1);
  const needed = (/^\s/.test(whole) && keeps) || (/\s$/.test(whole) && last !== undefined && attributeOf(source, last, 'space') !== null);
  if (keeps === needed) return [];
  if (keeps) return [{ at: first.start + tag.indexOf(KEEP), remove: KEEP.length, insert: '' }];
  const name = 1 + (first.prefix === '' ? 0 : first.prefix.length + 1) + first.name.length;
  return [{ at: first.start + name, remove: 0, insert: KEEP }];
}
