/**
 * A rule or a worn phrase in full, for `explain`.
 */
import type { ClicheEntry, RuleBook, RuleEntry } from './rule-book.ts';
import { groupWords, humanised } from './words.ts';
import { wrap } from './wrap.ts';

const WIDTH = 80;

/** All that is known of the rule or phrase with this id, or null. */
export function explainText(book: RuleBook, id: string): string | null {
  const rule = book.rules.find((entry) => entry.id === id);
  if (rule) return lines(rule.id, ruleFields(rule));
  const cliche = book.cliches.find((entry) => entry.id === id);
  return cliche ? lines(cliche.id, clicheFields(cliche)) : null;
}

/** Every id with what it says, rules by dimension and phrases by group. */
export function explainIds(book: RuleBook): string {
  const rules = sections(book.rules, (rule) => humanised(rule.dimension), (rule) => rule.says);
  const cliches = sections(book.cliches, (cliche) => humanised(groupWords(cliche.group).many), (cliche) => cliche.why);
  return `${[...rules, ...cliches].join('\n\n')}\n`;
}

type Field = readonly [name: string, text: string];

function ruleFields(rule: RuleEntry): readonly Field[] {
  const level: readonly Field[] = rule.level === null ? [] : [['level', `${rule.level} of 3 (${humanised(rule.dimension).toLowerCase()})`]];
  return [...level, ['says', rule.says], ['means', rule.means], ['example', rule.example], ['not', rule.counterExample], ['source', rule.source]];
}

function clicheFields(cliche: ClicheEntry): readonly Field[] {
  return [
    ['group', groupWords(cliche.group).one], ['why', cliche.why], ['question', cliche.question], ['let off', cliche.okWhen],
    ['example', cliche.example], ['not', cliche.counterExample], ['source', cliche.source],
  ];
}

function lines(id: string, fields: readonly Field[]): string {
  const rows = fields.filter(([, text]) => text !== '').flatMap(([name, text]) => wrap(text, WIDTH, `  ${name.padEnd(10)}`));
  return `${[id, ...rows].join('\n')}\n`;
}

function sections<T extends { readonly id: string }>(entries: readonly T[], title: (entry: T) => string, says: (entry: T) => string): readonly string[] {
  const titles = [...new Set(entries.map(title))];
  return titles.map((one) => {
    const own = entries.filter((entry) => title(entry) === one);
    const column = Math.min(34, Math.max(...own.map((entry) => entry.id.length)) + 4);
    return [one, ...own.flatMap((entry) => wrap(says(entry), WIDTH, `  ${entry.id}`.padEnd(column - 1).concat(' '), ' '.repeat(column)))].join('\n');
  });
}
