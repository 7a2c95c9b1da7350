/**
 * Writes docs/rules.md from the rules and the lexicon: `npm run docs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ruleBook } from '../src/report/rule-book.ts';
import type { ClicheEntry, RuleBook, RuleEntry } from '../src/report/rule-book.ts';
import { groupWords, humanised } from '../src/report/words.ts';

const ROOT = new URL('../', import.meta.url);

/** The page as it should be. */
export function rulesPage(book: RuleBook): string {
  const dimensions = [...new Set(book.rules.map((rule) => rule.dimension))];
  const groups = [...new Set(book.cliches.map((cliche) => cliche.group))];
  return [
    '# Rules and phrases',
    'Made from `models/rules.json` and `models/cliches.json` by `npm run docs`; change those and not this page. `second-question explain ID` prints any one of these.',
    'All examples are invented. Specific is not the same as good: forms and audits are easily put in exact words, and changes in relationships or supervision are not.',
    ...dimensions.flatMap((dimension) => [`## ${humanised(dimension)}`, ...book.rules.filter((rule) => rule.dimension === dimension).map(ruleText)]),
    ...groups.flatMap((group) => [`## ${humanised(groupWords(group).many)}`, ...book.cliches.filter((cliche) => cliche.group === group).map(clicheText)]),
  ].join('\n\n').concat('\n');
}

function ruleText(rule: RuleEntry): string {
  const level = rule.level === null ? '' : ` (level ${rule.level})`;
  return [`### ${rule.id}`, `${bold(rule.says)}${level} ${plain(rule.means)}`, listed([['Example', rule.example], ['Not', rule.counterExample], ['Source', rule.source]])].join('\n\n');
}

function clicheText(cliche: ClicheEntry): string {
  return [`### ${cliche.id}`, `${plain(cliche.why)} ${bold(cliche.question)}`, listed([['Let off', cliche.okWhen], ['Example', cliche.example], ['Not', cliche.counterExample], ['Source', cliche.source]])].join('\n\n');
}

function listed(fields: readonly (readonly [name: string, text: string])[]): string {
  return fields.filter(([, text]) => text !== '').map(([name, text]) => `- ${name}: ${plain(text)}`).join('\n');
}

function bold(text: string): string {
  return `**${plain(text)}**`;
}

/** Characters that Markdown would take for its own. */
function plain(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, '\\$&');
}

/** The book and the page as they stand in the tree. */
export function currentPage(): { readonly made: string; readonly path: string } {
  const model = (name: string): unknown => JSON.parse(readFileSync(new URL(`models/${name}.json`, ROOT), 'utf8'));
  return { made: rulesPage(ruleBook(model('rules'), model('cliches'))), path: fileURLToPath(new URL('docs/rules.md', ROOT)) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { made, path } = currentPage();
  writeFileSync(path, made);
}
