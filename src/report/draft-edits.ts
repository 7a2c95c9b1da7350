/**
 * What was changed between two versions of a text whose lines are its paragraphs: as few words as possible, each change within its line where it can be.
 */
import type { TextEdit } from './docx-edit-plan.ts';
import { hunksBetween } from './hunks.ts';

/** A line with its place. */
interface Line {
  readonly text: string;
  readonly start: number;
}

/**
 * Edits of `before`, in order and without overlaps. A line that went is emptied, its line break stays; new lines come in behind the line above them.
 */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  return hunksBetween(old.map(({ text }) => text), now.map(({ text }) => text)).flatMap(({ from, to, with: [first, end] }) => {
    const gone = old.slice(from, to);
    const come = now.slice(first, end);
    return changed(gone, come, old[from - 1] ?? null, gone[0] ?? old[from] ?? null);
  });
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const one = { text: line, start };
    start += line.length + 1;
    return one;
  });
}

/** Lines that say nearly the same are paired; what is left over at one place takes the place of what went there. */
function changed(gone: readonly Line[], come: readonly Line[], above: Line | null, below: Line | null): readonly TextEdit[] {
  const pairs = paired(gone, come);
  const edits: TextEdit[] = [];
  const added: { readonly after: Line | null; readonly lines: string[] }[] = [];
  let last = above;
  let at = 0;
  for (const line of come) {
    const own = pairs.get(line);
    if (own === undefined) {
      if (line.text.trim() === '') continue;
      if (added.at(-1)?.after !== last || added.length === 0) added.push({ after: last, lines: [] });
      added.at(-1)?.lines.push(line.text);
      continue;
    }
    for (const other of gone.slice(at, own)) edits.push(...emptied(other));
    const target = gone[own];
    if (target !== undefined) edits.push(...wordEdits(target, line.text));
    last = target ?? last;
    at = own + 1;
  }
  for (const other of gone.slice(at)) edits.push(...emptied(other));
  const insertions = added.map(({ after, lines }): TextEdit => {
    const text = lines.join('\n');
    if (after !== null) return { start: after.start + after.text.length, end: after.start + after.text.length, text: `\n${text}` };
    return { start: below?.start ?? 0, end: below?.start ?? 0, text: `${text}\n` };
  });
  return [...insertions.filter(({ text }) => text.endsWith('\n')), ...edits, ...insertions.filter(({ text }) => !text.endsWith('\n'))].sort((a, b) => a.start - b.start || a.end - b.end);
}

function emptied({ start, text }: Line): readonly TextEdit[] {
  return text.trim() === '' ? [] : [{ start, end: start + text.length, text: '' }];
}

/** Share of words in common from which two lines are versions of one. */
const ALIKE = 0.35;

/** For new lines the index of the old line that each was made from, in order. */
function paired(gone: readonly Line[], come: readonly Line[]): ReadonlyMap<Line, number> {
  const pairs = new Map<Line, number>();
  let from = 0;
  come.forEach((line, index) => {
    const left = come.length - index;
    const candidates = gone.slice(from).map((other, at) => ({ at: from + at, share: shareOf(other.text, line.text) }));
    const best = candidates.reduce((top, next) => (next.share > top.share ? next : top), { at: -1, share: 0 });
    const alone = gone.length - from === left && candidates[0] !== undefined && line.text.trim() !== '' && gone[from]?.text.trim() !== '';
    const chosen = best.share >= ALIKE ? best.at : alone ? from : -1;
    if (chosen < 0) return;
    pairs.set(line, chosen);
    from = chosen + 1;
  });
  return pairs;
}

function shareOf(a: string, b: string): number {
  const [left, right] = [new Set(a.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []), new Set(b.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.max(1, left.size, right.size);
}

const TOKENS = /[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu;

function wordEdits({ start, text }: Line, wanted: string): readonly TextEdit[] {
  const [old, now] = [text.match(TOKENS) ?? [], wanted.match(TOKENS) ?? []];
  const offsets = [0];
  for (const token of old) offsets.push((offsets.at(-1) ?? 0) + token.length);
  const edits = hunksBetween(old, now).map(({ from, to, with: [first, end] }): TextEdit => ({ start: start + (offsets[from] ?? 0), end: start + (offsets[to] ?? 0), text: now.slice(first, end).join('') }));
  return together(edits, start, text);
}

/** Changes with nothing but a blank or a sign between them are one, as people read it. */
function together(edits: readonly TextEdit[], start: number, text: string): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    const between = last === undefined ? 'far' : text.slice(last.end - start, edit.start - start);
    if (last !== undefined && !/[\p{L}\p{N}]/u.test(between)) joined[joined.length - 1] = { start: last.start, end: edit.end, text: last.text + between + edit.text };
    else joined.push(edit);
  }
  return joined;
}
