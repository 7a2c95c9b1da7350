/**
 * Edits that were made outside Word come back as tracked changes at their place, for the reviewer to accept or reject;
 * where that can't be done safely, as a comment with the new wording.
 */
import { readDocx } from '../read/docx.ts';
import type { Reading } from '../read/reading.ts';
import { error, info, result, warning } from '../result.ts';
import type { Message, Result } from '../result.ts';
import { notWord } from './docx-comments.ts';
import { addComments } from './docx-comments-part.ts';
import { narrowed, planEdit } from './docx-edit-plan.ts';
import type { TextChange, TextEdit } from './docx-edit-plan.ts';
import { commentMarks, markedParts, writeMarks } from './docx-marks.ts';
import { draftOf, wordPrefix } from './docx-package.ts';
import type { DocxDraft } from './docx-package.ts';
import { anchorOf } from './docx-places.ts';
import type { MarkedPart } from './docx-places.ts';
import { KEEP } from './docx-split.ts';
import { foundComments } from './docx-threads.ts';
import { applyEdits, escapeXml, unescapeXml } from './xml-scan.ts';
import type { Edit, XmlNode } from './xml-scan.ts';

export type { TextEdit } from './docx-edit-plan.ts';

/** Not our comments' name: these are the reviewer's own words, and stay when our comments are taken out. */
export const EDITOR = 'Edited in Second Question';

/** `edits` speak of the canonical text of `reading`, which was made from `original`; where two overlap, the later is left out with a message. */
export function trackedDocx(original: Uint8Array, reading: Reading | null, edits: readonly TextEdit[]): Result<Uint8Array> {
  if (reading?.fidelity.format !== 'docx') return result(original, [error('report/not-word', notWord('The draft'))]);
  const draft = draftOf(original);
  const { parts, refused } = markedParts(draft, reading);
  if (refused !== null) return result(original, [error('report/no-marks', refused)]);
  const { text } = reading.document;
  const { apart, overlapping } = withoutOverlaps(edits.map((edit) => narrowed(text, edit)).filter(({ start, end, text: wanted }) => start < end || wanted !== ''));
  const planned = apart.map((edit) => ({ edit, changes: planEdit(parts, reading, edit) }));
  const tracked = planned.flatMap(({ edit, changes }) => (changes === null ? [] : [{ edit, changes }]));
  const unsafe = planned.flatMap(({ edit, changes }) => (changes === null ? [edit] : []));
  writeChanges(draft, parts, tracked.flatMap(({ changes }) => changes));
  const lost = commentOn(draft, reading, unsafe, tracked.map(({ edit }) => edit));
  return result(draft.bytes(), notes(tracked.length, unsafe.length - lost, overlapping + lost));
}

function withoutOverlaps(edits: readonly TextEdit[]): { readonly apart: readonly TextEdit[]; readonly overlapping: number } {
  const apart: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = apart.at(-1);
    if (last === undefined || edit.start >= last.end) apart.push(edit);
  }
  return { apart, overlapping: edits.length - apart.length };
}

function notes(tracked: number, commented: number, lost: number): Message[] {
  return [
    info('report/tracked', `Edits written as tracked changes: ${tracked}.`),
    ...(commented === 0 ? [] : [info('report/edits-as-comments', `Edits that could not be tracked safely, and stand in comments with the new wording: ${commented}.`)]),
    ...(lost === 0 ? [] : [warning('report/edits-lost', `Edits that overlapped others or found no place in the file: ${lost}. Make them again in Word.`)]),
  ];
}

function writeChanges(draft: DocxDraft, parts: readonly MarkedPart[], changes: readonly TextChange[]): void {
  let id = 1 + Math.max(0, ...parts.flatMap(({ source }) => [...source.matchAll(/:id="(\d{1,9})"/g)].map(([, found]) => Number(found))));
  parts.forEach((part, index) => {
    const own = changes.filter((change) => change.part === index);
    const runs = new Set(own.flatMap(({ item }) => item.parent ?? []));
    const next = (): number => id++;
    const edits = [...runs].map((run): Edit => ({ at: run.start, remove: run.end - run.start, insert: changedRun(part, run, own.filter(({ item }) => item.parent === run), next) }));
    if (edits.length > 0) draft.set(part.name, applyEdits(part.source, edits));
  });
}

/** A piece of a run: markup that stays, text that goes, or text that comes in. */
interface Piece {
  readonly state: 'kept' | 'gone' | 'new';
  readonly markup: string;
}

function changedRun(part: MarkedPart, run: XmlNode, changes: readonly TextChange[], next: () => number): string {
  const w = wordPrefix(part.source, part.root) ?? 'w';
  const properties = run.children.find(({ name }) => name === 'rPr');
  const look = properties === undefined ? '' : part.source.slice(properties.start, properties.end);
  const open = part.source.slice(run.start, run.openEnd) + look;
  const pieces = run.children.filter((node) => node !== properties).flatMap((node) => piecesOf(part, node, changes.filter(({ item }) => item === node), w));
  const groups: Piece[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.state === piece.state) groups[groups.length - 1] = { state: piece.state, markup: last.markup + piece.markup };
    else groups.push(piece);
  }
  return groups.map(({ state, markup }) => {
    if (state === 'kept') return `${open}${markup}</${w}:r>`;
    const tag = state === 'gone' ? 'del' : 'ins';
    return `<${w}:${tag} ${w}:id="${next()}" ${w}:author="${EDITOR}"><${w}:r>${look}${markup}</${w}:r></${w}:${tag}>`;
  }).join('');
}

function piecesOf({ source }: MarkedPart, node: XmlNode, changes: readonly TextChange[], w: string): Piece[] {
  if (changes.length === 0) return [{ state: 'kept', markup: source.slice(node.start, node.end) }];
  const text = unescapeXml(source.slice(node.openEnd, node.closeStart));
  const pieces: Piece[] = [];
  const add = (state: Piece['state'], words: string): void => {
    if (words !== '') pieces.push({ state, markup: `<${w}:${state === 'gone' ? 'delText' : 't'}${KEEP}>${escapeXml(words)}</${w}:${state === 'gone' ? 'delText' : 't'}>` });
  };
  let at = 0;
  for (const { from, to, insert } of [...changes].sort((a, b) => a.from - b.from)) {
    add('kept', text.slice(at, from));
    add('gone', text.slice(from, to));
    add('new', insert);
    at = to;
  }
  add('kept', text.slice(at));
  return pieces;
}

/** Comments with the new wording for edits that were not tracked; returns how many found no place. */
function commentOn(draft: DocxDraft, reading: Reading, unsafe: readonly TextEdit[], tracked: readonly TextEdit[]): number {
  if (unsafe.length === 0) return 0;
  const current = readDocx(draft.bytes(), { name: 'draft.docx' }).value;
  const { parts } = markedParts(draft, current);
  const first = 1 + Math.max(-1, ...foundComments(draft).map(({ id }) => Number.parseInt(id, 10)).filter(Number.isFinite));
  const placed = unsafe.flatMap((edit) => {
    const shift = tracked.filter(({ end }) => end <= edit.start).reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
    const span = { start: edit.start + shift, end: edit.end + shift };
    const around = current.document.blocks.find((block) => block.start <= span.start && span.start <= block.end);
    const anchor = anchorOf(parts, current, span) ?? (around === undefined ? null : anchorOf(parts, current, around));
    return anchor === null ? [] : [{ anchor, lines: wording(reading.document.text.slice(edit.start, edit.end), edit.text) }];
  }).sort((a, b) => a.anchor.start.at - b.anchor.start.at || b.anchor.end.at - a.anchor.end.at);
  writeMarks(draft, parts, placed.flatMap(({ anchor }, index) => commentMarks(parts, anchor, first + index)));
  addComments(draft, placed.map(({ lines }, index) => ({ id: first + index, author: EDITOR, initials: 'ESQ', lines })));
  return unsafe.length - placed.length;
}

function wording(old: string, wanted: string): readonly string[] {
  const oldLine = old.trim() === '' ? [] : [`Instead of: ${old.trim().replaceAll(/\s+/g, ' ')}`];
  return wanted.trim() === '' ? ['To be taken out', ...oldLine] : ['New wording', ...wanted.trim().split(/\n+/), ...oldLine];
}
