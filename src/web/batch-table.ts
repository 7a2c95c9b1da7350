/** Many files: one line a review, for those who cannot install the command line. Counts, no ranking: files stand in the order of their names. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import { unreadable } from '../report/view.ts';
import type { Actions } from './actions.ts';
import { BATCH_OUTPUTS } from './outputs.ts';
import { Button, LinkButton } from './parts.ts';
import type { Draft, State } from './state.ts';
import { byName } from './state.ts';

export function BatchTable({ state, actions }: { readonly state: State; readonly actions: Actions }): VNode {
  const drafts = byName(state.drafts);
  const done = drafts.filter(({ judged, trouble }) => judged !== null || trouble !== null).length;
  const whole = state.batch !== null && state.batch.rows.length === drafts.length ? state.batch : null;
  return h('section', { class: 'batch', 'aria-labelledby': 'batch-title' },
    h('h2', { class: 'govuk-heading-l', id: 'batch-title' }, `${drafts.length} files`),
    h('p', { class: 'hint', role: 'status' }, done < drafts.length ? `${done} of ${drafts.length} read …` : 'Choose a file to open it. Counts are of recommendations as their authors filed them, repeats left out. Not a ranking.'),
    whole === null ? null : h('p', { class: 'outputs' }, BATCH_OUTPUTS.map(({ id, label }) => [h(Button, { go: () => actions.writeBatch(id), secondary: true, children: label }), ' '])),
    h('div', { class: 'wide', tabIndex: 0, role: 'region', 'aria-label': 'Table of the files; it scrolls sideways' },
      h('table', { class: 'govuk-table' },
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'File'), (whole?.heads ?? ['Recommendations']).map((head) => h('th', { scope: 'col' }, head)))),
        h('tbody', null, drafts.map((draft, index) => h('tr', { key: String(draft.file) }, h('th', { scope: 'row' }, h(LinkButton, { go: () => actions.choose(draft.file), children: draft.name })), cells(draft, whole?.rows[index] ?? null)))))));
}

function cells({ judged, trouble }: Draft, row: readonly (string | number | null)[] | null): readonly VNode[] {
  if (judged === null) return [h('td', { colSpan: row?.length ?? 1 }, trouble ?? 'waiting …')];
  if (unreadable(judged.critique)) return [h('td', { colSpan: row?.length ?? 1 }, judged.critique.messages.filter(({ level }) => level === 'error').map(({ text }) => text).join(' '))];
  return (row ?? [judged.critique.summary.recommendations]).map((value) => h('td', typeof value === 'number' ? { class: 'number' } : null, value === null ? '' : String(value)));
}
