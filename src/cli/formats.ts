import type { Critique } from '../critique.ts';
import type { ReportContext } from '../report/rule-book.ts';

/** One file's critique with what its report needs. */
export interface Run {
  readonly critique: Critique;
  readonly context: ReportContext;
}

export interface Format {
  readonly extension: string;
  /** Whether several critiques make one output; otherwise each is a file of its own. */
  readonly joins: boolean;
  readonly render: (runs: readonly Run[]) => Promise<string | Uint8Array>;
}

/** Every format of `critique`. A new one is one line here; its report is loaded only when it is used. */
export const FORMATS: Readonly<Record<string, Format>> = {
  terminal: { extension: 'txt', joins: true, render: terminal },
  json: { extension: 'json', joins: true, render: json },
  html: { extension: 'html', joins: false, render: html },
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
