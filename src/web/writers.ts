/**
 * What a reviewer takes away. Each output is one line here; those of Word and of the register come from `src/report/`.
 */
import { decisionFile } from '../judge/decisions.ts';
import { htmlReport } from '../report/html.ts';
import { jsonReport } from '../report/json.ts';
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
  html: { ending: ' critique.html', type: 'text/html', write: ({ judged, rules }) => htmlReport(withoutText(judged), { text: judged.critique.document.text ?? '', rules }) },
  json: { ending: ' critique.json', type: 'application/json', write: ({ judged }) => jsonReport([withoutText(judged)]) },
  work: { ending: ' my work.json', type: 'application/json', write: ({ held }) => workFile(held) },
  decisions: { ending: ' decisions.json', type: 'application/json', write: ({ held }) => decisionFile(held.decisions) },
};

export { XLSX, DOCX };

function withoutText({ critique }: Judged): Judged['critique'] {
  const { text: _text, ...document } = critique.document;
  return { ...critique, document };
}

export async function write(held: Held, judged: Judged, output: OutputId, register: Uint8Array | null, { rules }: { readonly rules: RuleBook }): Promise<Written> {
  const chosen = OUTPUTS[output];
  if (chosen === undefined) throw new Error('This output is not in this version of the page.');
  const content = await chosen.write({ held, judged, rules, register });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name: `${held.name.replace(/\.[a-z]{2,5}$/iu, '')}${chosen.ending}`, type: chosen.type, bytes };
}
