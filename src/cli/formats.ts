import type { Critique } from '../critique.ts';
import type { Reading } from '../read/reading.ts';
import type { Register } from '../report/register.ts';
import type { ReportContext } from '../report/rule-book.ts';
import { unreadable } from '../report/view.ts';
import type { Message } from '../result.ts';

/** One file's critique with what its report needs. */
export interface Run {
  readonly critique: Critique;
  readonly context: ReportContext;
  /** The file itself and what was read of it, for reports that write into it. */
  readonly original?: { readonly bytes: Uint8Array; readonly reading: Reading | null };
  /** A register that people have worked in, to be carried on. */
  readonly register?: Uint8Array;
}

export interface Format {
  readonly extension: string;
  /** Whether several critiques make one output; otherwise each is a file of its own. */
  readonly joins: boolean;
  /** What it has to say about its work goes to `say`. Null where nothing can be written. */
  readonly render: (runs: readonly Run[], say: (message: Message) => void) => Promise<string | Uint8Array | null>;
  /** Written as a new file beside the review if no `--out` is given; the words that its name gets. */
  readonly suffix?: string;
}

/** Every format of `critique`. A new one is one line here; its report is loaded only when it is used. */
export const FORMATS: Readonly<Record<string, Format>> = {
  terminal: { extension: 'txt', joins: true, render: terminal },
  json: { extension: 'json', joins: true, render: json },
  html: { extension: 'html', joins: false, render: html },
  docx: { extension: 'docx', joins: false, render: docx, suffix: ' with comments' },
  xlsx: { extension: 'xlsx', joins: false, render: xlsx, suffix: ' register' },
  plan: { extension: 'docx', joins: false, render: plan, suffix: ' action plan' },
  csv: { extension: 'csv', joins: true, render: csv },
};

async function terminal(runs: readonly Run[]): Promise<string> {
  const { terminalReport } = await import('../report/terminal.ts');
  return runs.map((run) => terminalReport(run.critique, run.context)).join(`\n${'─'.repeat(40)}\n\n`);
}

async function json(runs: readonly Run[]): Promise<string> {
  const { jsonReport } = await import('../report/json.ts');
  return jsonReport(runs.map((run) => run.critique));
}

async function html(runs: readonly Run[]): Promise<string> {
  const { htmlReport } = await import('../report/html.ts');
  return runs.map((run) => htmlReport(run.critique, run.context)).join('');
}

type Say = (message: Message) => void;

async function docx([run]: readonly Run[], say: Say): Promise<Uint8Array | null> {
  if (run?.original === undefined || unreadable(run.critique)) return null;
  const { commentedDocx } = await import('../report/docx-comments.ts');
  const { value, messages } = commentedDocx(run.original.bytes, run.critique, run.original.reading, run.context);
  messages.forEach(say);
  return messages.some(({ level }) => level === 'error') ? null : value;
}

async function xlsx([run]: readonly Run[], say: Say): Promise<Uint8Array | null> {
  const { registerXlsx } = await import('../report/register-xlsx.ts');
  return run === undefined || unreadable(run.critique) ? null : await registerXlsx(await register(run, say));
}

async function plan([run]: readonly Run[], say: Say): Promise<Uint8Array | null> {
  const { registerDocx } = await import('../report/register-docx.ts');
  return run === undefined || unreadable(run.critique) ? null : registerDocx(await register(run, say));
}

async function register(run: Run, say: Say): Promise<Register> {
  const { mergedRegister, registerOf } = await import('../report/register.ts');
  const now = registerOf(run.critique, run.context);
  if (run.register === undefined) return now;
  const { earlierRegister } = await import('../report/register-xlsx.ts');
  const merged = mergedRegister(now, earlierRegister(run.register));
  merged.messages.forEach(say);
  return merged.register;
}

async function csv(runs: readonly Run[]): Promise<string> {
  const { recommendationsCsv } = await import('../report/recommendations-csv.ts');
  return recommendationsCsv(runs);
}
