/** Many files: one line a review, for those who cannot install the command line. Counts, no ranking: files stand in the order of their names. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import { unreadable } from '../report/view.ts';
import { KIND_OF_DOCUMENT } from '../report/words.ts';
import type { Actions } from './actions.ts';
import { LinkButton } from './parts.ts';
import type { Draft } from './state.ts';

const HEADS = ['File', 'Kind', 'Pages', 'Words', 'Recommendations', 'Learning points', 'Questions', 'Named agency', 'Measure of effect', 'Bounded deadline', 'Training only', 'Worn phrases', 'Notes'] as const;

export function BatchTable({ drafts, actions }: { readonly drafts: readonly Draft[]; readonly actions: Actions }): VNode {
  const rows = [...drafts].sort((a, b) => (a.name < b.name ? -1 : 1));
  const done = rows.filter(({ judged, trouble }) => judged !== null || trouble !== null).length;
  return h('section', { class: 'batch', 'aria-labelledby': 'batch-title' },
    h('h2', { class: 'govuk-heading-l', id: 'batch-title' }, `${rows.length} files`),
    h('p', { class: 'hint', 'aria-live': 'polite' }, done < rows.length ? `${done} of ${rows.length} read …` : 'Choose a file to open it. Counts are of recommendations as their authors filed them, repeats left out. Not a ranking.'),
    h('div', { class: 'wide', tabIndex: 0, role: 'region', 'aria-label': 'Table of the files; it scrolls sideways' },
      h('table', { class: 'govuk-table' },
        h('thead', null, h('tr', null, HEADS.map((head) => h('th', { scope: 'col' }, head)))),
        h('tbody', null, rows.map((draft) => h('tr', { key: String(draft.file) }, h('th', { scope: 'row' }, h(LinkButton, { go: () => actions.choose(draft.file), children: draft.name })), cells(draft)))))));
}

function cells({ judged, trouble }: Draft): readonly VNode[] {
  const wide = HEADS.length - 1;
  if (judged === null) return [h('td', { colSpan: wide }, trouble ?? 'waiting …')];
  const { document, summary, messages } = judged.critique;
  if (unreadable(judged.critique)) return [h('td', { colSpan: wide }, messages.filter(({ level }) => level === 'error').map(({ text }) => text).join(' '))];
  const phrases = Object.values(summary.cliches).reduce((sum, number) => sum + number, 0);
  const numbers = [document.pages ?? '–', document.words, summary.recommendations, summary.kinds['learning-point'], summary.kinds.question, summary.namedAgency, summary.measureOfEffect, summary.boundedDeadline, summary.trainingOnly, phrases, messages.length];
  return [h('td', null, KIND_OF_DOCUMENT[document.kind]), ...numbers.map((number) => h('td', { class: 'number' }, String(number)))];
}
