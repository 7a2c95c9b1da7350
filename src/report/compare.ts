/**
 * Two batches side by side, for the terminal and as a page.
 */
import type { Change, TypeComparison } from '../corpus/compare.ts';
import { percent } from './dashboard-charts.ts';
import { numbers, TYPE_WORDS } from './dashboard-figures.ts';
import { DASHBOARD_STYLE } from './dashboard-style.ts';
import { pageHtml } from './html-page.ts';
import { MEASURE_WORDS } from './measure-words.ts';
import { FOOT } from './words.ts';

/** "+12 (−3 to +27)". */
function changeWords({ change, low, high }: Change): string {
  if (change === null) return '–';
  return low === null || high === null ? points(change) : `${points(change)} (${points(low)} to ${points(high)})`;
}

function points(share: number): string {
  const number = Math.round(share * 100);
  return number > 0 ? `+${number}` : number < 0 ? `−${-number}` : '0';
}

/** Whether the interval leaves no change out. */
function clear({ low, high }: Change): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}

const MEANING = 'Change: B less A in percentage points, with its 95% interval. * marks an interval that leaves out 0; of twenty such marks one would come by chance alone. A difference between batches is not yet a difference made by anything.';

export function compareTerminal(comparison: readonly TypeComparison[], width = 80): string {
  const lines = comparison.flatMap(({ type, reviews, changes }) => {
    const head = ['', `${TYPE_WORDS[type]}: ${reviews[0]} in A, ${reviews[1]} in B`];
    if (changes === null) return [...head, '  Fewer than ten on one side: no shares are compared.'];
    const label = Math.max(30, width - 40);
    return [...head, `  ${'share of the recommendations'.padEnd(label)}${'A'.padStart(5)}${'B'.padStart(6)}  change`, ...changes.map((one) => `${clear(one) ? '*' : ' '} ${short(MEASURE_WORDS[one.id] ?? one.id, label - 1).padEnd(label)}${percent(one.a.value).padStart(5)}${percent(one.b.value).padStart(6)}  ${changeWords(one)}`)];
  });
  return `${[...lines, '', ...wrapped(MEANING, width), ...FOOT.flatMap((line) => wrapped(line, width))].join('\n').trimStart()}\n`;
}

function short(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function wrapped(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

export function compareHtml(comparison: readonly TypeComparison[]): string {
  const sections = comparison.map(({ type, reviews, changes }) => {
    const head = `<h2>${TYPE_WORDS[type]}</h2><p>${reviews[0]} in A, ${reviews[1]} in B.</p>`;
    if (changes === null) return `${head}<p>Fewer than ten on one side: no shares are compared.</p>`;
    const rows = changes.map((one) => [`${clear(one) ? '* ' : ''}${MEASURE_WORDS[one.id] ?? one.id}`, percent(one.a.value), percent(one.b.value), changeWords(one), `${one.a.of} / ${one.b.of}`]);
    return head + numbers('Shares of the recommendations; those that begin with “reviews that” are of the reviews', ['What', 'A', 'B', 'Change', 'Of, in A / B'], rows);
  });
  return pageHtml('Two batches compared – Second Question', `<style>${DASHBOARD_STYLE}</style><h1>Two batches compared</h1><p>${MEANING}</p>${sections.join('\n')}`, `<ul>${FOOT.map((line) => `<li>${line}</li>`).join('')}</ul>`);
}
