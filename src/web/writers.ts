/**
 * What a reviewer takes away. Each output is one line here; those of Word and of the register come from `src/report/`.
 */
import { decisionFile } from '../judge/decisions.ts';
import { commentedDocx, strippedDocx } from '../report/docx-comments.ts';
import { trackedDocx } from '../report/docx-tracked.ts';
import { editsBetween } from '../report/draft-edits.ts';
import { registerDocx } from '../report/register-docx.ts';
import { earlierRegister, registerXlsx } from '../report/register-xlsx.ts';
import { mergedRegister, registerOf } from '../report/register.ts';
import type { Register } from '../report/register.ts';
import { htmlReport } from '../report/html.ts';
import { jsonReport } from '../report/json.ts';
import type { Critique } from '../critique.ts';
import { read } from '../read/read.ts';
import type { Reading } from '../read/reading.ts';
import type { RuleBook } from '../report/rule-book.ts';
import { result, warning } from '../result.ts';
import type { Message, Result } from '../result.ts';
import type { Judged, OutputId, Written } from './protocol.ts';
import type { Held } from './work-file.ts';
import { workFile } from './work-file.ts';

/** What every writer gets. `register` is an earlier register to merge with, if one was loaded. */
export interface WriterInput {
  readonly held: Held;
  readonly judged: Judged;
  readonly rules: RuleBook;
  readonly register: Uint8Array | null;
  /** A Word file judged with the decisions: comments stand at the words of the file, not of the page. */
  readonly judgeWord: (bytes: Uint8Array) => Promise<{ readonly critique: Critique; readonly reading: Reading }>;
}

/** What is written, with what there is to say about it. */
type Content = string | Uint8Array | { readonly bytes: Uint8Array; readonly notes: readonly string[] };
type Writer = (input: WriterInput) => Content | Promise<Content>;

export interface Output {
  readonly ending: string;
  readonly type: string;
  readonly write: Writer;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const OUTPUTS: Readonly<Partial<Record<OutputId, Output>>> = {
  html: { ending: ' critique.html', type: 'text/html', write: ({ held, judged, rules }) => htmlReport(judged.critique, { text: held.reading.value.document.text, rules }) },
  json: { ending: ' critique.json', type: 'application/json', write: ({ judged }) => jsonReport([judged.critique]) },
  work: { ending: ' my work.json', type: 'application/json', write: ({ held }) => workFile(held) },
  'word-comments': { ending: ' with comments.docx', type: DOCX, write: withComments },
  'word-clean': { ending: ' without comments.docx', type: DOCX, write: ({ held }) => withoutComments(word(held)) },
  'register-xlsx': { ending: ' action plan.xlsx', type: XLSX, write: registerSheet },
  'register-docx': { ending: ' action plan.docx', type: DOCX, write: (input) => registerDocx(register(input).register) },
  decisions: { ending: ' decisions.json', type: 'application/json', write: ({ held }) => decisionFile(held.decisions) },
};

/** The action plan of the draft as it stands; what people typed into an earlier one is kept. */
function register({ held, judged, rules, register: earlier }: WriterInput): { readonly register: Register; readonly messages: readonly Message[] } {
  const now = registerOf(judged.critique, { text: held.reading.value.document.text, rules });
  return earlier === null ? { register: now, messages: [] } : mergedRegister(now, earlierRegister(earlier));
}

async function registerSheet(input: WriterInput): Promise<{ readonly bytes: Uint8Array; readonly notes: readonly string[] }> {
  const { register: sheet, messages } = register(input);
  return { bytes: await registerXlsx(sheet), notes: messages.map(({ text }) => text) };
}

function withoutComments(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly notes: readonly string[] } {
  const { value, messages } = strippedDocx(bytes);
  return { bytes: value, notes: messages.map(({ text }) => text) };
}

/** The Word file with what was changed in the page as tracked changes, and with our comments on it as it stands then. */
async function withComments({ held, rules, judgeWord }: WriterInput): Promise<{ readonly bytes: Uint8Array; readonly notes: readonly string[] }> {
  const tracked = await withEdits(held);
  const { critique, reading } = await judgeWord(tracked.value);
  const { value, messages } = commentedDocx(tracked.value, critique, reading, { text: reading.document.text, rules });
  const all = [...tracked.messages, ...messages];
  const wrong = all.find(({ level }) => level === 'error');
  if (wrong !== undefined) throw new Error(wrong.text);
  return { bytes: value, notes: all.map(({ text }) => text) };
}

async function withEdits(held: Held): Promise<Result<Uint8Array>> {
  const [original, edits] = [word(held), editsBetween(held.first.text, held.reading.value.document.text)];
  if (edits.length === 0) return result(original);
  const { value: reading } = await read(original, { name: held.name });
  if (reading.document.text !== held.first.text) return result(original, [warning('report/edits-lost', 'This work was saved by another version of this page, which read the file otherwise: what you changed is not in the file. Make the changes in Word.')]);
  return trackedDocx(original, reading, edits);
}

function word(held: Held): Uint8Array {
  if (held.original === null) throw new Error(`${held.name} did not come as a Word file.`);
  return held.original;
}

export async function write(held: Held, judged: Judged, output: OutputId, register: Uint8Array | null, { rules, judgeWord }: Pick<WriterInput, 'rules' | 'judgeWord'>): Promise<Written> {
  const chosen = OUTPUTS[output];
  if (chosen === undefined) throw new Error('This output is not in this version of the page.');
  const content = await chosen.write({ held, judged, rules, register, judgeWord });
  const { bytes, notes } = typeof content === 'string' ? { bytes: new TextEncoder().encode(content), notes: [] } : content instanceof Uint8Array ? { bytes: content, notes: [] } : content;
  return { name: `${held.name.replace(/\.[a-z]{2,5}$/iu, '')}${chosen.ending}`, type: chosen.type, bytes: new Uint8Array(bytes), notes };
}
