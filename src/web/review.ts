/** The critique beside the draft: the summary in words, the cards, and what else the review holds. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import type { ItemView } from '../report/view.ts';
import { unreadable } from '../report/view.ts';
import { count } from '../report/words.ts';
import type { Actions } from './actions.ts';
import { Card } from './card.ts';
import { DraftsView } from './drafts-view.ts';
import { Lists } from './lists.ts';
import { Choice } from './parts.ts';
import type { Judged } from './protocol.ts';
import type { Draft, Filter, Order, State } from './state.ts';
import { Summary } from './summary.ts';

const ORDERS: readonly (readonly [Order, string])[] = [['text', 'as in the draft'], ['tier', 'least can be acted on first'], ['agency', 'who: least exact first'], ['measure', 'know: least exact first'], ['deadline', 'when: least exact first']];
const FILTERS: readonly (readonly [Filter, string])[] = [
  ['all', 'all recommendations'], ['aspiration', 'no action named yet'], ['no-owner', 'no owner one could write to'], ['no-measure', 'no way to see a difference'],
  ['no-deadline', 'no date or period'], ['cliche', 'leans on worn phrases'], ['training', 'training and nothing else'],
];

export function Review({ draft, state, actions }: { readonly draft: Draft; readonly state: State; readonly actions: Actions }): VNode {
  const { judged } = draft;
  if (judged === null) return h('div', { class: 'review' }, draft.trouble === null ? h('p', { class: 'govuk-body' }, 'Reading the file …') : Trouble({ name: draft.name, said: [draft.trouble] }));
  if (unreadable(judged.critique)) return h('div', { class: 'review' }, Trouble({ name: draft.name, said: judged.critique.messages.filter(({ level }) => level === 'error').map(({ text }) => text) }));
  // A scan is read without an error and without a word: what to do about it must not hide among the notes.
  if (judged.critique.document.words === 0 && judged.critique.document.fidelity?.format !== 'text') return h('div', { class: 'review' }, Trouble({ name: draft.name, said: judged.critique.messages.filter(({ level }) => level !== 'info').map(({ text }) => text) }));
  const shown = sorted(judged.views.filter((view) => passes(view, judged, state.filter)), judged, state.order);
  const signature = new Map(judged.views.map(({ id }, index) => [id, judged.signatures[index] ?? '']));
  return h('div', { class: 'review' },
    h(Summary, { judged, actions }),
    state.earlier === null ? null : h(DraftsView, { judged, earlier: state.earlier, actions }),
    judged.views.length === 0 ? null : h('section', { 'aria-labelledby': 'cards-title' },
      h('h2', { class: 'govuk-heading-m', id: 'cards-title' }, `Recommendations (${judged.views.length})`),
      h('div', { class: 'choices' },
        Choice({ id: 'filter', label: 'Show', value: state.filter, options: FILTERS, chosen: actions.filter }),
        Choice({ id: 'order', label: 'Order', value: state.order, options: ORDERS, chosen: actions.order })),
      shown.length === judged.views.length ? null : h('p', { class: 'hint' }, `${count(shown.length, 'recommendation')} of ${judged.views.length} shown`),
      shown.map((view) => h(Card, { key: view.id, view, signature: signature.get(view.id) ?? '', judged, actions, chosen: state.chosen === view.id }))),
    state.earlier === null ? h(DraftsView, { judged, earlier: null, actions }) : null,
    h(Lists, { judged, actions }));
}

/** The same words as the command line's. */
function Trouble({ name, said }: { readonly name: string; readonly said: readonly string[] }): VNode {
  return h('div', { class: 'govuk-error-summary', role: 'alert' },
    h('h2', { class: 'govuk-error-summary__title' }, `${name} could not be read`),
    h('div', { class: 'govuk-error-summary__body' }, said.map((text) => h('p', null, text))));
}

function passes(view: ItemView, { critique }: Judged, filter: Filter): boolean {
  const item = critique.items.find(({ id }) => id === view.id);
  const own = critique.recommendations.filter(({ unit }) => item?.units.includes(unit) === true);
  switch (filter) {
    case 'all': return true;
    case 'aspiration': return item?.tier === 'aspiration' || item?.tier === 'not-a-recommendation';
    case 'no-owner': return (item?.levels.agency ?? 0) < 3;
    case 'no-measure': return (item?.levels.measure ?? 0) < 2;
    case 'no-deadline': return (item?.levels.deadline ?? 0) < 2;
    case 'cliche': return view.cliches.length + view.blame.length > 0;
    case 'training': return own.length > 0 && own.every(({ trainingOnly }) => trainingOnly);
  }
}

const TIER_PLACE = ['not-a-recommendation', 'aspiration', 'task', 'clear', 'checkable', 'testable'];

function sorted(views: readonly ItemView[], { critique }: Judged, order: Order): readonly ItemView[] {
  if (order === 'text') return views;
  const place = (view: ItemView): number => {
    const item = critique.items.find(({ id }) => id === view.id);
    return order === 'tier' ? TIER_PLACE.indexOf(item?.tier ?? '') : (item?.levels[order] ?? -1);
  };
  return views.map((view, index) => ({ view, index })).sort((a, b) => place(a.view) - place(b.view) || a.index - b.index).map(({ view }) => view);
}
