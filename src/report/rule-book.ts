/**
 * The rules and the worn phrases as people read them: in the reports, in `explain`, and in docs/rules.md.
 */
import type { RuleEntry } from '../judge/rules.ts';

export type { RuleEntry };

export interface ClicheEntry {
  readonly id: string;
  readonly group: string;
  readonly severity: number;
  readonly why: string;
  readonly question: string;
  readonly okWhen: string;
  readonly source: string;
  readonly example: string;
  readonly counterExample: string;
}

export interface RuleBook {
  readonly rules: readonly RuleEntry[];
  readonly cliches: readonly ClicheEntry[];
}

/** What a report needs beside the critique. */
export interface ReportContext {
  /** The canonical text of the document; may be empty, then units give the words. */
  readonly text: string;
  readonly rules: RuleBook;
  readonly colour?: boolean;
  /** Columns of the terminal; 80 if not given. */
  readonly width?: number;
  /** Whether an action plan was read as context. */
  readonly plan?: boolean;
}

/** From the parsed contents of models/rules.json and models/cliches.json. */
export function ruleBook(rules: unknown, cliches: unknown): RuleBook {
  return { rules: entries(rules) as readonly RuleEntry[], cliches: entries(cliches) as readonly ClicheEntry[] };
}

/** A model file is a list, or an object that holds the list beside its licence. */
function entries(file: unknown): readonly unknown[] {
  if (Array.isArray(file)) return file;
  if (typeof file !== 'object' || file === null) return [];
  const { entries: list, rules } = file as { readonly entries?: unknown; readonly rules?: unknown };
  return entries(list ?? rules ?? []);
}
