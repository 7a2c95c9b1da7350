/**
 * The reviewer's own Word file with our comments at the words they speak of, and without them.
 * Only the parts that the marks and comments stand in are changed; all else in the file keeps its bytes.
 */
import type { Critique } from '../critique.ts';
import { readDocx } from '../read/docx.ts';
import type { Reading } from '../read/reading.ts';
import { error, info, result, warning } from '../result.ts';
import type { Message, Result } from '../result.ts';
import { kindOfComment, remarksOn } from './docx-comment-words.ts';
import type { Remark } from './docx-comment-words.ts';
import { addComments } from './docx-comments-part.ts';
import { commentMarks } from './docx-marks.ts';
import { draftOf } from './docx-package.ts';
import type { DocxDraft } from './docx-package.ts';
import { anchorOf } from './docx-places.ts';
import type { Anchor, MarkedPart } from './docx-places.ts';
import { writeMarks, markedParts } from './docx-marks.ts';
import { removeComments } from './docx-strip.ts';
import { AUTHOR, foundComments } from './docx-threads.ts';
import type { FoundComment } from './docx-threads.ts';
import type { ReportContext } from './rule-book.ts';
import { attributeOf, walkXml } from './xml-scan.ts';

interface Placed {
  readonly remark: Remark;
  readonly anchor: Anchor;
}

/**
 * `reading` is what was made of `original` and judged in `critique`. Comments of ours from an earlier time are replaced,
 * but for those that somebody answered or resolved.
 */
export function commentedDocx(original: Uint8Array, critique: Critique, reading: Reading | null, context: ReportContext): Result<Uint8Array> {
  if (reading?.fidelity.format !== 'docx') return result(original, [error('report/not-word', notWord(critique.document.source))]);
  const draft = draftOf(original);
  const ours = foundComments(draft).filter((comment) => comment.ours);
  const kept = ours.filter((comment) => comment.answered || comment.resolved);
  removeComments(draft, ours.filter((comment) => !kept.includes(comment)));
  const current = ours.length === kept.length ? reading : readDocx(draft.bytes(), { name: critique.document.source }).value;
  if (current.document.text !== reading.document.text) return result(original, [error('report/other-text', 'The Word file and the critique of it don’t hold the same text, so that no comment could be placed. Read the file again.')]);
  const { parts, refused } = markedParts(draft, current);
  if (refused !== null) return result(original, [error('report/no-marks', refused)]);
  const remarks = remarksOn(critique, current.document, context);
  const placed = remarks.flatMap((remark): readonly Placed[] => {
    const anchor = anchorOf(parts, current, remark.span);
    return anchor === null ? [] : [{ remark, anchor }];
  });
  const wanted = placed.filter((one) => !kept.some((comment) => speaksOf(parts, comment, one)));
  write(draft, parts, wanted);
  return result(draft.bytes(), notes(draft, remarks.length - placed.length, placed.length - wanted.length));
}

/** Says what can't be done with a file that is no Word file. */
export function notWord(name: string): string {
  return `${name} is no Word file (.docx), so that no comments can be written into it. Use html for a report of its own, or give the Word file that it was made from.`;
}

/** Without our comments; answers that people gave to them stay as comments of their own. */
export function strippedDocx(original: Uint8Array): Result<Uint8Array> {
  const draft = draftOf(original);
  const ours = foundComments(draft).filter((comment) => comment.ours);
  removeComments(draft, ours);
  const answered = ours.filter((comment) => comment.answered).length;
  return result(draft.bytes(), [
    info('report/comments-removed', ours.length === 0 ? 'The file held no comments of Second Question.' : `Comments of Second Question that were taken out: ${ours.length}.`),
    ...(answered === 0 ? [] : [warning('report/answers-kept', `Answers that people wrote to ${answered} of them were kept as comments of their own. Read them, and delete them in Word if they are not to be sent on.`)]),
  ]);
}

function write(draft: DocxDraft, parts: readonly MarkedPart[], placed: readonly Placed[]): void {
  const first = 1 + Math.max(-1, ...foundComments(draft).map(({ id }) => Number.parseInt(id, 10)).filter(Number.isFinite));
  const ordered = [...placed].sort((a, b) => a.anchor.part - b.anchor.part || a.anchor.start.at - b.anchor.start.at || b.anchor.end.at - a.anchor.end.at);
  writeMarks(draft, parts, ordered.flatMap(({ anchor }, index) => commentMarks(parts, anchor, first + index)));
  addComments(draft, ordered.map(({ remark }, index) => ({ id: first + index, author: AUTHOR, initials: 'SQ', lines: remark.lines })));
}

/** Whether a comment that stays is of the same kind and about some of the same words. */
function speaksOf(parts: readonly MarkedPart[], comment: FoundComment, { remark, anchor }: Placed): boolean {
  const part = parts[anchor.part];
  if (part === undefined || kindOfComment(comment.firstLine) !== remark.kind) return false;
  const [start, end] = markedBy(part, comment.id);
  return start !== undefined && end !== undefined && start < anchor.end.at && anchor.start.at < end;
}

function markedBy({ source, root }: MarkedPart, id: string): readonly (number | undefined)[] {
  const marks = [...walkXml(root)].filter((node) => node.name.startsWith('commentRange') && attributeOf(source, node, 'id') === id);
  return ['commentRangeStart', 'commentRangeEnd'].map((name) => marks.find((node) => node.name === name)?.start);
}

function notes(draft: DocxDraft, unplaced: number, kept: number): Message[] {
  const signed = draft.text('_rels/.rels')?.includes('digital-signature') === true;
  return [
    ...(unplaced === 0 ? [] : [warning('report/no-place', `Comments that found no place in the file: ${unplaced}. The html report has them.`)]),
    ...(kept === 0 ? [] : [info('report/comments-kept', `Comments that somebody answered or resolved, and that were left as they are: ${kept}.`)]),
    ...(signed ? [warning('report/signature', 'The file bears a digital signature, which holds for it without comments only.')] : []),
  ];
}
