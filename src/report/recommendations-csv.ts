/**
 * The recommendations of one review as a table for other programs.
 */
import type { Critique } from '../critique.ts';
import { DIMENSIONS } from '../critique.ts';
import { csvLine, MARK } from './csv.ts';
import type { ReportContext } from './rule-book.ts';
import { itemViews } from './view.ts';
import { LEVEL_WORDS } from './words.ts';

/** One row a recommendation as it was filed. Several reviews make one table; `source` tells them apart. */
export function recommendationsCsv(runs: readonly { readonly critique: Critique; readonly context: ReportContext }[]): string {
  const head = ['source', 'id', 'number', 'page', 'section', 'tier', ...DIMENSIONS.flatMap((name) => [`${name}_level`, `${name}_words`]), 'worn_phrases', 'questions', 'text'];
  return MARK + csvLine(head) + runs.flatMap(({ critique, context }) => rowsOf(critique, context)).join('');
}

function rowsOf(critique: Critique, context: ReportContext): string[] {
  return itemViews(critique, context).map((view) => {
    const [first] = view.units;
    const levels = DIMENSIONS.flatMap((name) => {
      const row = view.rows.find(({ element }) => element === name);
      const level = row?.level ?? null;
      return [level === null ? '' : `${level} ${LEVEL_WORDS[name][level]}`, (row?.words ?? []).map(({ text }) => text).join('; ')];
    });
    return csvLine([
      critique.document.source, first?.key ?? view.id, view.label, view.page, first?.section ?? '', view.tier, ...levels,
      view.cliches.flatMap(({ hits }) => hits.map(({ text }) => text)).join('; '), view.questions.join('\n'), view.units.map(({ text }) => text).join('\n'),
    ]);
  });
}
