/** The review in words: counts, what can be acted on, and the five changes that would help most. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import { setAside } from '../judge/decisions.ts';
import { countWords, offerWords, profileWords, readingWords, tierCounts } from '../report/view.ts';
import { count, itemLabel, NEEDS_WORDS } from '../report/words.ts';
import type { Actions } from './actions.ts';
import { Details, LinkButton } from './parts.ts';
import type { Judged } from './protocol.ts';

export function Summary({ judged, actions }: { readonly judged: Judged; readonly actions: Actions }): VNode {
  const { critique } = judged;
  const { changes } = critique.summary;
  return h('section', { class: 'summary', 'aria-labelledby': 'summary-title' },
    h('h2', { class: 'govuk-heading-m', id: 'summary-title' }, critique.document.title ?? critique.document.source),
    h('p', { class: 'hint' }, readingWords(critique)),
    h('p', { class: 'counts', id: 'counts' }, countWords(critique).join(' · ')),
    critique.items.length === 0 ? h('p', { class: 'govuk-body' }, offerWords(critique)) : [
      h('ul', { class: 'tiers' }, tierCounts(critique).map(({ words, number }) => h('li', null, h('b', null, number), ` ${words}`))),
      h('p', { class: 'profile' }, capital(profileWords(critique).join(' · '))),
    ],
    changes.length === 0 ? null : h('div', { class: 'changes' },
      h('h3', { class: 'govuk-heading-s' }, 'What would help this draft most'),
      h('ol', null, changes.slice(0, 5).map((change) => h('li', null, h(Items, { judged, names: change.items, actions }), change.text.slice(change.text.indexOf(': ') + 1), ' ', h('span', { class: 'needs' }, `(${NEEDS_WORDS[change.needs]})`))))),
    h(Decided, { judged, actions }),
    critique.messages.length === 0 ? null : h(Details, { title: `How it was read: ${count(critique.messages.length, 'note')}`, body: () => h('ul', null, critique.messages.map(({ text, page }) => h('li', null, page === null ? text : `${text} (p. ${page})`))) }));
}

/** The names of the items that a change concerns, each leading to its card; a long list is cut as in the text of the change. */
function Items({ judged, names, actions }: { readonly judged: Judged; readonly names: readonly string[]; readonly actions: Actions }): VNode {
  const shown = names.length > SHOWN ? names.slice(0, SHOWN - 1) : names;
  const rest = names.length - shown.length;
  return h('span', { class: 'items' }, shown.flatMap((name, index) => {
    const item = judged.critique.items.find((one) => itemLabel(one) === name);
    return [index === 0 ? '' : index === shown.length - 1 && rest === 0 ? ' and ' : ', ', item === undefined ? name : h(LinkButton, { go: () => actions.card(item.id), label: `Go to ${name}`, children: name })];
  }), rest === 0 ? ':' : ` and ${rest} more:`);
}

const SHOWN = 8;

function Decided({ judged, actions }: { readonly judged: Judged; readonly actions: Actions }): VNode | null {
  const { decisions, critique } = judged;
  if (decisions.length === 0) return null;
  const out = critique.items.filter((item) => setAside(critique, item)).length;
  return h(Details, { title: `${count(decisions.length, 'finding')} marked as not so, left out of this summary`, body: () => [
    out === 0 ? null : h('p', null, `${count(out, 'item')} not counted as ${out === 1 ? 'a recommendation' : 'recommendations'}.`),
    h('ul', null, decisions.map((one) => h('li', null, `${one.rule}: ${one.reason} `, h(LinkButton, { go: () => actions.takeBack(one), children: 'Take back' })))),
  ] });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
