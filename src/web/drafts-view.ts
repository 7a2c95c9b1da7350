/** Before and after: what became of each recommendation since an earlier draft. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import { compareDrafts } from '../corpus/drafts.ts';
import type { DraftChange, DraftPair } from '../corpus/drafts.ts';
import type { Critique } from '../critique.ts';
import { ELEMENT_WORDS, count, itemLabel } from '../report/words.ts';
import type { Actions } from './actions.ts';
import { FileButton, LinkButton } from './parts.ts';
import type { Judged } from './protocol.ts';
import type { State } from './state.ts';
import { DRAFT_TYPES } from './types.ts';

const TITLES: readonly (readonly [DraftChange, string])[] = [
  ['more-specific', 'More specific'], ['mixed', 'More specific in one way, less in another'], ['less-specific', 'Less specific'], ['longer', 'Only longer'],
  ['reworded', 'Put in other words'], ['new', 'New'], ['gone', 'Gone'], ['same', 'As before'],
];

interface DraftsProps {
  readonly judged: Judged;
  readonly earlier: State['earlier'];
  readonly actions: Actions;
}

export function DraftsView({ judged, earlier, actions }: DraftsProps): VNode {
  const [first] = earlier === null ? [undefined] : [earlier];
  return h('section', { class: 'drafts', 'aria-labelledby': 'drafts-title' },
    h('h2', { class: 'govuk-heading-m', id: 'drafts-title' }, 'Before and after'),
    first === undefined
      ? h('p', { class: 'hint' }, 'Choose an earlier draft to see which recommendations got more specific, which only got longer, and which went. ')
      : h('p', { class: 'hint' }, `Compared with ${first.name}. `, h(LinkButton, { go: actions.closeEarlier, children: 'Stop comparing' })),
    h('p', null, h(FileButton, { id: 'earlier', accept: DRAFT_TYPES, chosen: ([file]) => file !== undefined && actions.openEarlier(file), children: first === undefined ? 'Choose an earlier draft' : 'Choose another earlier draft' })),
    first === undefined ? null : table(first.critique, judged, actions));
}

function table(earlier: Critique, judged: Judged, actions: Actions): VNode {
  const pairs = compareDrafts(earlier, judged.critique);
  const groups = TITLES.map(([change, title]) => ({ title, change, own: pairs.filter((pair) => pair.change === change) })).filter(({ own }) => own.length > 0);
  return h('div', { class: 'compared' },
    h('p', { class: 'counts' }, groups.map(({ title, own }) => `${title.toLowerCase()} ${own.length}`).join(' · ')),
    groups.map(({ title, change, own }) => h('div', { class: `change change-${change}` }, h('h3', { class: 'govuk-heading-s' }, `${title} (${own.length})`), h('ul', null, own.map((pair) => h('li', null, line(pair, earlier, judged, actions)))))));
}

function line(pair: DraftPair, earlier: Critique, { critique }: Judged, actions: Actions): (VNode | string | null)[] {
  const later = critique.items.find(({ id }) => id === pair.later);
  const old = earlier.items.find(({ id }) => id === pair.earlier);
  const named = (dimensions: DraftPair['raised']): string => dimensions.map((dimension) => ELEMENT_WORDS[dimension]).join(', ');
  const parts = [
    ...(pair.raised.length > 0 ? [`more exact on ${named(pair.raised)}`] : []), ...(pair.lowered.length > 0 ? [`less exact on ${named(pair.lowered)}`] : []),
    ...(old !== undefined && later !== undefined && pair.wordsBefore !== pair.wordsAfter ? [`${pair.wordsBefore} → ${count(pair.wordsAfter, 'word')}`] : []),
    ...(old !== undefined && later !== undefined && itemLabel(old) !== itemLabel(later) ? [`was ${itemLabel(old)}`] : []),
  ];
  const words = later === undefined ? wordsOf(earlier, old?.units ?? []) : wordsOf(critique, later.units);
  return [
    later === undefined ? h('b', null, `${old === undefined ? '' : itemLabel(old)} `) : h(LinkButton, { go: () => actions.card(later.id), children: itemLabel(later) }),
    parts.length === 0 ? ' ' : ` ${parts.join('; ')} `, h('span', { class: 'says' }, `“${words.length > 110 ? `${words.slice(0, 105)}…` : words}”`),
  ];
}

function wordsOf(critique: Critique, ids: readonly string[]): string {
  return ids.flatMap((id) => critique.units.find((unit) => unit.id === id)?.text ?? []).join(' ');
}
