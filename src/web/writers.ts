/**
 * What a reviewer takes away. Each output is one line here; those of Word and of the register come from `src/report/`.
 */
import { decisionFile } from '../judge/decisions.ts';
import { commentedDocx, strippedDocx } from '../report/docx-comments.ts';
import { registerDocx } from '../report/register-docx.ts';
import { earlierRegister, registerXlsx } from '../report/register-xlsx.ts';
import { mergedRegister, registerOf } from '../report/register.ts';
import type { Register } from '../report/register.ts';
import { htmlReport } from '../report/html.ts';
import { jsonReport } from '../report/json.ts';
import type { Critique } from '../critique.ts';
import type { Reading } from '../read/reading.ts';
import type { RuleBook } from '../report/rule-book.ts';
import type { Judged, OutputId, Written } from './protocol.ts';
import type { Held } from './work-file.ts';
import { workFile } from './work-file.ts';

/** What every writer gets. `register` is an earlier register to merge with, if one was loaded. */
export interface WriterInput {
  readonly held: Held;
  readonly judged: Judged;
  readonly rules: RuleBook;
  readonly register: Uint8Array | null;
  /** The file as it came, judged with the decisions: comments stand at the words of the file, not of the page. */
  readonly asItCame: () => Promise<{ readonly critique: Critique; readonly reading: Reading }>;
}

type Writer = (input: WriterInput) => string | Uint8Array | Promise<string | Uint8Array>;

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
  'word-clean': { ending: ' without comments.docx', type: DOCX, write: ({ held }) => strippedDocx(word(held)).value },
  'register-xlsx': { ending: ' action plan.xlsx', type: XLSX, write: async (input) => registerXlsx(register(input)) },
  'register-docx': { ending: ' action plan.docx', type: DOCX, write: (input) => registerDocx(register(input)) },
  decisions: { ending: ' decisions.json', type: 'application/json', write: ({ held }) => decisionFile(held.decisions) },
};

/** The action plan of the draft as it stands; what people typed into an earlier one is kept. */
function register({ held, judged, rules, register: earlier }: WriterInput): Register {
  const now = registerOf(judged.critique, { text: held.reading.value.document.text, rules });
  return earlier === null ? now : mergedRegister(now, earlierRegister(earlier)).register;
}

async function withComments({ held, rules, asItCame }: WriterInput): Promise<Uint8Array> {
  const { critique, reading } = await asItCame();
  const { value, messages } = commentedDocx(word(held), critique, reading, { text: reading.document.text, rules });
  const wrong = messages.find(({ level }) => level === 'error');
  if (wrong !== undefined) throw new Error(wrong.text);
  return value;
}

function word(held: Held): Uint8Array {
  if (held.original === null) throw new Error(`${held.name} did not come as a Word file.`);
  return held.original;
}

export async function write(held: Held, judged: Judged, output: OutputId, register: Uint8Array | null, { rules, asItCame }: Pick<WriterInput, 'rules' | 'asItCame'>): Promise<Written> {
  const chosen = OUTPUTS[output];
  if (chosen === undefined) throw new Error('This output is not in this version of the page.');
  const content = await chosen.write({ held, judged, rules, register, asItCame });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name: `${held.name.replace(/\.[a-z]{2,5}$/iu, '')}${chosen.ending}`, type: chosen.type, bytes };
}
