/**
 * The worker's part of the page: it holds the drafts, judges them after each edit, and writes what is taken away. No DOM.
 */
import type { Critique } from '../critique.ts';
import { sha256Hex } from '../hash.ts';
import { applyDecisions } from '../judge/decisions.ts';
import { makeMemo } from '../memo.ts';
import type { Models } from '../models.ts';
import { critique as critiqueBytes, critiqueDocument } from '../pipeline.ts';
import type { CritiqueOptions } from '../pipeline.ts';
import { read } from '../read/read.ts';
import type { Reading } from '../read/reading.ts';
import { itemViews } from '../report/view.ts';
import type { RuleBook } from '../report/rule-book.ts';
import { UnreadableError, info } from '../result.ts';
import { editDocument } from './edited.ts';
import type { Edit } from './edited.ts';
import type { Answer, Judged, LineLook, Order, Places } from './protocol.ts';
import { batchTable, writeBatch } from './batch-out.ts';
import { toEditor } from './places.ts';
import type { Held } from './work-file.ts';
import { isWorkFile, openWork } from './work-file.ts';
import { write } from './writers.ts';

export interface Tools {
  readonly models: Models;
  readonly pipeline: CritiqueOptions['pipeline'];
  readonly rules: RuleBook;
}

/** A file that could not be read: its place in a batch. */
interface Unread {
  readonly unread: Critique;
}

/** A worker's memory: drafts by number. */
export type Session = Map<number, Held | Unread>;

export async function follow(session: Session, order: Order, tools: Tools): Promise<Answer> {
  switch (order.kind) {
    case 'open': return opened(session, order.file, order.name, order.bytes, tools);
    case 'type': return typed(session, order.file, order.name, order.text, order.html, tools);
    case 'edit': return judged(keep(session, order.file, await edited(held(session, order.file), order.edits)), tools);
    case 'decide': return judged(keep(session, order.file, { ...held(session, order.file), decisions: order.decisions }), tools);
    case 'write': return { kind: 'written', written: await write(held(session, order.file), judgedOf(held(session, order.file), tools), order.output, order.register, { rules: tools.rules, asItCame: () => asItCame(held(session, order.file), tools) }) };
    case 'batch': return { kind: 'table', ...batchTable(critiquesOf(session, order.files, tools)) };
    case 'write-batch': return { kind: 'written', written: await writeBatch(critiquesOf(session, order.files, tools), order.output) };
    case 'close': session.delete(order.file); return { kind: 'closed' };
  }
}

function held(session: Session, file: number): Held {
  const found = session.get(file);
  if (found === undefined || 'unread' in found) throw new Error(`draft ${file} is not open`);
  return found;
}

function keep(session: Session, file: number, next: Held): Held {
  session.set(file, next);
  return next;
}

async function opened(session: Session, file: number, name: string, bytes: Uint8Array, tools: Tools): Promise<Answer> {
  try {
    if (isWorkFile(bytes)) return judged(keep(session, file, openWork(bytes, name)), tools);
    const reading = await read(new Uint8Array(bytes), { name });
    const word = reading.value.fidelity.format === 'docx';
    return judged(keep(session, file, { name, sha256: sha256Hex(bytes), reading, first: reading.value.document, original: word ? bytes : null, typed: null, decisions: [], memo: makeMemo() }), tools);
  } catch (problem) {
    if (!(problem instanceof UnreadableError)) throw problem;
    // The same words as the command line: an empty critique that says why.
    const unread = problem.rule === 'web/work' ? null : await critiqueBytes(bytes, { name, models: tools.models, pipeline: tools.pipeline });
    if (unread === null) throw problem;
    session.set(file, { unread });
    return { kind: 'judged', judged: { critique: unread, views: [], text: '', places: null, decisions: [], looks: [] } };
  }
}

async function typed(session: Session, file: number, name: string, text: string, html: boolean, tools: Tools): Promise<Answer> {
  if (!html) return judged(keep(session, file, await retyped({ name, decisions: [], memo: makeMemo() }, text)), tools);
  const reading = await read(`<!doctype html>${text}`, { name });
  return judged(keep(session, file, { name, sha256: sha256Hex(text), reading, first: reading.value.document, original: null, typed: null, decisions: [], memo: makeMemo() }), tools);
}

/** A typed draft is read as a text file of the same words would be. */
async function retyped(before: Pick<Held, 'name' | 'decisions' | 'memo'>, text: string): Promise<Held> {
  const reading = await readTyped(text, before.name);
  return { name: before.name, decisions: before.decisions, memo: before.memo, sha256: sha256Hex(text), reading, first: reading.value.document, original: null, typed: text };
}

async function readTyped(text: string, name: string): Promise<Held['reading']> {
  if (text.trim() !== '') return read(text, { name });
  const { value, messages } = await read('.', { name });
  return { value: { ...value, document: { ...value.document, text: '', blocks: [], pages: [] } }, messages };
}

async function edited(before: Held, edits: readonly Edit[]): Promise<Held> {
  if (before.typed !== null) return retyped(before, applied(before.typed, edits));
  const { value, messages } = before.reading;
  return { ...before, reading: { value: { ...value, document: editDocument(value.document, edits), origin: null }, messages } };
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits].reverse().reduce((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), text);
}

function judged(draft: Held, tools: Tools): Answer {
  return { kind: 'judged', judged: judgedOf(draft, tools) };
}

function critiquesOf(session: Session, files: readonly number[], tools: Tools): readonly Critique[] {
  return files.flatMap((file) => {
    const one = session.get(file);
    return one === undefined ? [] : ['unread' in one ? one.unread : critiqueOf(one, tools)];
  });
}

/** Everything that is shown of a draft. */
export function judgedOf(draft: Held, tools: Tools): Judged {
  const critique = critiqueOf(draft, tools);
  const { document } = draft.reading.value;
  return { critique, views: itemViews(critique, { text: document.text, rules: tools.rules }), text: draft.typed ?? document.text.replace(/\n$/u, ''), places: placesOf(draft), decisions: draft.decisions, looks: looksOf(draft) };
}

/** The Word file read again: the page keeps no way back to its runs once the text was edited. */
async function asItCame(draft: Held, tools: Tools): Promise<{ readonly critique: Critique; readonly reading: Reading }> {
  const reading = await read(draft.original ?? '', { name: draft.name });
  return { critique: critiqueOf({ ...draft, reading, first: reading.value.document, memo: makeMemo() }, tools), reading: reading.value };
}

function critiqueOf(draft: Held, { models, pipeline }: Tools): Critique {
  const { value, messages } = draft.reading;
  const changed = value.document !== draft.first ? [info('web/edited', 'The text was changed in the page after the file was read.')] : [];
  return applyDecisions(critiqueDocument({ value, messages: [...messages, ...changed] }, draft.sha256, null, { name: draft.name, models, pipeline, text: true, memo: draft.memo }), draft.decisions);
}

function placesOf({ typed: text, reading: { value: { origin } } }: Held): Places | null {
  return text === null || origin === null ? null : { starts: origin.starts, lengths: origin.lengths, offsets: origin.offsets };
}

function looksOf(draft: Held): readonly LineLook[] {
  const { document } = draft.reading.value;
  const places = placesOf(draft);
  return document.blocks.flatMap((block): LineLook[] => {
    const at = toEditor(places, block.marker?.start ?? block.start);
    if (block.type === 'heading') return [{ at, look: block.level === 1 ? 'title' : 'heading' }];
    return block.type === 'contents' || block.type === 'reference' ? [{ at, look: 'quiet' }] : [];
  });
}
