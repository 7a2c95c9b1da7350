/**
 * The worker's part of the page: it holds the drafts, judges them after each edit, and writes what is taken away. No DOM.
 */
import type { Critique } from '../critique.ts';
import { sha256Hex } from '../hash.ts';
import { applyDecisions, markDecisions } from '../judge/decisions.ts';
import { makeMemo } from '../memo.ts';
import type { Models } from '../models.ts';
import { critique as critiqueBytes, critiqueSteps } from '../pipeline.ts';
import type { CritiqueOptions, Marked } from '../pipeline.ts';
import { read } from '../read/read.ts';
import type { Reading } from '../read/reading.ts';
import { itemViews } from '../report/view.ts';
import type { RuleBook } from '../report/rule-book.ts';
import { UnreadableError, info } from '../result.ts';
import { editDocument } from './edited.ts';
import type { Edit } from './edited.ts';
import { marksOf } from './marks.ts';
import type { Marks } from './marks.ts';
import type { Answer, Judged, Order, Places } from './protocol.ts';
import { batchTable, writeBatch } from './batch-out.ts';
import { signatures } from './signature.ts';
import type { Held } from './work-file.ts';
import { hashOf, isWorkFile, openWork } from './work-file.ts';
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

type Steps = ReturnType<typeof critiqueSteps>;

/** A worker's memory: drafts by number, and the judgement of each that was begun with its marks and can be taken to its end. */
export interface Session {
  readonly drafts: Map<number, Held | Unread>;
  readonly begun: Map<number, { readonly held: Held; readonly steps: Steps }>;
}

export function startSession(): Session {
  return { drafts: new Map(), begun: new Map() };
}

/** One order after the other, but for `settle`, which gives way to whatever comes. */
export async function follow(session: Session, order: Exclude<Order, { readonly kind: 'settle' }>, tools: Tools): Promise<Answer> {
  switch (order.kind) {
    case 'open': return opened(session, order.file, order.name, order.bytes, tools);
    case 'type': return typed(session, order.file, order.name, order.text, order.html, tools);
    case 'edit': return { kind: 'marked', marks: begin(session, order.file, keep(session, order.file, await edited(held(session, order.file), order.edits)), tools) };
    case 'decide': return judged(keep(session, order.file, { ...held(session, order.file), decisions: order.decisions }), tools);
    case 'write': return { kind: 'written', written: await write(held(session, order.file), judgedOf(held(session, order.file), tools), order.output, order.register, { rules: tools.rules, judgeWord: (bytes) => judgeWord(held(session, order.file), bytes, tools) }) };
    case 'batch': return { kind: 'table', ...batchTable(critiquesOf(session, order.files, tools)) };
    case 'write-batch': return { kind: 'written', written: await writeBatch(critiquesOf(session, order.files, tools), order.output) };
    case 'close': session.drafts.delete(order.file); session.begun.delete(order.file); return { kind: 'closed' };
  }
}

/** Takes the judgement of a draft to its end, stage by stage; `pause` lets what was typed meanwhile go first, and then this one is given up. */
export async function settle(session: Session, file: number, tools: Tools, pause: () => Promise<void>): Promise<Answer> {
  const draft = held(session, file);
  const steps = stepsFrom(session, file, draft, tools);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      session.begun.delete(file);
      return { kind: 'judged', judged: { ...shown(draft, finished(step.value, draft), tools), text: null } };
    }
    await pause();
    if (session.drafts.get(file) !== draft) return { kind: 'overtaken' };
  }
}

function stepsFrom(session: Session, file: number, draft: Held, tools: Tools): Steps {
  const begun = session.begun.get(file);
  return begun?.held === draft ? begun.steps : stepsOf(draft, tools);
}

/** The marks of a draft; the rest of its judgement waits for `settle`. */
function begin(session: Session, file: number, draft: Held, tools: Tools): Marks {
  const steps = stepsOf(draft, tools);
  session.begun.set(file, { held: draft, steps });
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) throw new Error('a judgement has marks before its end');
    if (value !== null) return marks(draft, value, false);
  }
}

function marks(draft: Held, judged: Marked, whole: boolean): Marks {
  return marksOf(markDecisions(judged, draft.decisions).marked, draft.reading.value.document, placesOf(draft), whole);
}

function held(session: Session, file: number): Held {
  const found = session.drafts.get(file);
  if (found === undefined || 'unread' in found) throw new Error(`draft ${file} is not open`);
  return found;
}

function keep(session: Session, file: number, next: Held): Held {
  session.drafts.set(file, next);
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
    session.drafts.set(file, { unread });
    return { kind: 'judged', judged: { critique: unread, views: [], signatures: [], text: '', places: null, decisions: [], marks: { text: [], lines: [], looks: [], whole: true } } };
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
  return { name: before.name, decisions: before.decisions, memo: before.memo, sha256: null, reading, first: reading.value.document, original: null, typed: text };
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
    const one = session.drafts.get(file);
    return one === undefined ? [] : ['unread' in one ? one.unread : critiqueOf(one, tools)];
  });
}

/** Everything that is shown of a draft. */
export function judgedOf(draft: Held, tools: Tools): Judged {
  return shown(draft, critiqueOf(draft, tools), tools);
}

function shown(draft: Held, critique: Critique, { rules }: Tools): Judged {
  const { document } = draft.reading.value;
  const { text: _text, ...described } = critique.document;
  const views = itemViews(critique, { text: document.text, rules });
  return {
    critique: { ...critique, document: described }, views, signatures: signatures(views, critique, draft.decisions), text: draft.typed ?? document.text.replace(/\n$/u, ''),
    places: placesOf(draft), decisions: draft.decisions, marks: marksOf(critique, document, placesOf(draft), true),
  };
}

/** A Word file of this draft read again: the page keeps no way back to its runs once the text was edited. */
async function judgeWord(draft: Held, bytes: Uint8Array, tools: Tools): Promise<{ readonly critique: Critique; readonly reading: Reading }> {
  const reading = await read(bytes, { name: draft.name });
  return { critique: critiqueOf({ ...draft, reading, first: reading.value.document, memo: makeMemo() }, tools), reading: reading.value };
}

export function critiqueOf(draft: Held, tools: Tools): Critique {
  const steps = stepsOf(draft, tools);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return finished(step.value, draft);
  }
}

/** A typed draft has no file: its words are hashed once they are judged to the end, and not at each letter. */
function finished(critique: Critique, draft: Held): Critique {
  return applyDecisions({ ...critique, document: { ...critique.document, sha256: hashOf(draft) } }, draft.decisions);
}

function stepsOf(draft: Held, { models, pipeline }: Tools): Steps {
  const { value, messages } = draft.reading;
  const changed = value.document !== draft.first ? [info('web/edited', 'The text was changed in the page after the file was read.')] : [];
  return critiqueSteps({ value, messages: [...messages, ...changed] }, draft.sha256 ?? '', null, { name: draft.name, models, pipeline, text: true, memo: draft.memo });
}

function placesOf({ typed: text, reading: { value: { origin } } }: Held): Places | null {
  return text === null || origin === null ? null : { starts: origin.starts, lengths: origin.lengths, offsets: origin.offsets };
}
