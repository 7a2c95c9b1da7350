import type { Lexicon } from './lexicon.ts';

/** One rule in words, as `explain` and the reports show it. */
export interface RuleEntry {
  readonly id: string;
  readonly dimension: string;
  /** The level that it gives; null where it gives none. */
  readonly level: number | null;
  /** Short; stands beside a level. */
  readonly says: string;
  readonly means: string;
  /** Section of the codebook, or a study. */
  readonly source: string;
  readonly example: string;
  readonly counterExample: string;
}

/** `models/rules.json`. */
export interface RuleList {
  readonly version: string;
  readonly source: string;
  readonly rules: readonly RuleEntry[];
}

const CLICHE = 'cliche/';
const FLAG = 'flag/';

/** The rule of that id, or null. A phrase is `cliche/robust`, a flag `flag/audit_only`; both are found without the prefix too. */
export function ruleEntry(id: string, rules: RuleList, cliches: Lexicon): RuleEntry | null {
  const known = rules.rules.find((rule) => rule.id === id || rule.id === FLAG + id);
  return known ?? clicheRule(id.startsWith(CLICHE) ? id.slice(CLICHE.length) : id, cliches);
}

/** All rules, the phrases of the lexicon among them, in the order of the files. */
export function allRules(rules: RuleList, cliches: Lexicon): readonly RuleEntry[] {
  return [...rules.rules, ...cliches.entries.flatMap(({ id }) => clicheRule(id, cliches) ?? [])];
}

/** The words shown beside a level; the id itself where there is no such rule, so that a report never stands empty. */
export function ruleSays(id: string, rules: RuleList): string {
  return rules.rules.find((rule) => rule.id === id)?.says ?? id;
}

/** Phrases are not told twice: their rules are made from the lexicon. */
function clicheRule(id: string, { entries }: Lexicon): RuleEntry | null {
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry === undefined) return null;
  const { why, question, okWhen, source, example, counterExample } = entry;
  const inPlace = okWhen === '' ? '' : ` In its place: ${lowerFirst(okWhen)}.`;
  return { id: CLICHE + id, dimension: 'cliche', level: null, says: why, means: `${question}${inPlace}`, source, example, counterExample };
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
