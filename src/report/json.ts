import type { Critique } from '../critique.ts';

/**
 * The wire format as text: two spaces, one newline at the end, keys in the order of the format whatever order they were made in.
 * One critique gives an object, several an array.
 */
export function jsonReport(critiques: readonly Critique[], several: boolean = critiques.length !== 1): string {
  const value = several ? critiques.map(ordered) : ordered(critiques[0]);
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Keys that readers look for first, in the order in which they are printed; all others follow by name. */
const FIRST = [
  'version', 'tool', 'document', 'name', 'source', 'pipeline', 'rubric', 'config', 'models', 'sha256', 'textSha256',
  'level', 'rule', 'unit', 'id', 'key', 'number', 'item', 'form', 'misfiled', 'scope', 'group', 'kind', 'confidence', 'alternative',
  'elements', 'agency', 'action', 'measure', 'deadline', 'method', 'reason', 'outcome', 'target',
  'title', 'pages', 'words', 'fidelity', 'text', 'start', 'end', 'page', 'section', 'repeats', 'why',
  'units', 'items', 'parts', 'levels', 'levelsOwn', 'specificity', 'tier', 'recommendations', 'cliches', 'appraisal', 'summary', 'messages',
];
const PLACE = new Map(FIRST.map((key, index) => [key, index]));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

function rank(key: string): number {
  return PLACE.get(key) ?? FIRST.length;
}
