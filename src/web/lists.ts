/** What stands beside the recommendations: learning, questions to the board, good practice, language, and how to read all this. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import type { Kind } from '../critique.ts';
import { clicheGroups, footWords, pageWords, unitsOf } from '../report/view.ts';
import { count, groupWords, humanised } from '../report/words.ts';
import type { Actions } from './actions.ts';
import { Details, LinkButton } from './parts.ts';
import type { Judged } from './protocol.ts';

const LISTS: readonly (readonly [kind: Kind, title: string])[] = [
  ['learning-point', 'Learning points'], ['question', 'Questions to the board'], ['good-practice', 'Good practice'], ['action-taken', 'Actions already taken'], ['finding', 'Findings'],
];

interface ListsProps {
  readonly judged: Judged;
  readonly actions: Actions;
}

export function Lists({ judged, actions }: ListsProps): VNode {
  const { critique } = judged;
  return h('section', { class: 'lists', 'aria-labelledby': 'lists-title' },
    h('h2', { class: 'govuk-heading-m', id: 'lists-title' }, 'The rest of the review'),
    LISTS.map(([kind, title]) => {
      const units = unitsOf(critique, kind);
      if (units.length === 0) return null;
      return h(Details, { key: kind, title: `${title} (${units.length})`, body: () => h('ul', { class: 'units' }, units.map((unit) => h('li', { key: unit.id },
        unit.number === null ? null : h('b', null, `${unit.number} `), unit.text, ' ', h('span', { class: 'page' }, pageWords(unit.page)), ' ',
        h(LinkButton, { go: () => actions.show(unit.start, unit.end, null), label: `Show in the draft: ${unit.text.slice(0, 60)}`, children: 'Show' })))) });
    }),
    h(Language, { judged, actions }),
    h('div', { class: 'foot' }, h('h3', { class: 'govuk-heading-s' }, 'Before you use this'), h('ul', null, footWords(critique, false).map((line) => h('li', null, line)))));
}

function Language({ judged, actions }: ListsProps): VNode | null {
  const groups = clicheGroups(judged.critique);
  if (groups.length === 0) return null;
  const total = groups.reduce((sum, { entries }) => sum + entries.reduce((all, { hits }) => all + hits.length, 0), 0);
  return h(Details, { title: `Language over the whole review (${total})`, body: () => groups.map(({ group, entries }) => h('div', null,
    h('h3', { class: 'govuk-heading-s' }, humanised(groupWords(group).many)),
    group === 'blame' ? h('p', null, 'Families read reviews. These words can be heard as blame, whoever wrote them first.') : null,
    h('ul', { class: 'units' }, entries.map(({ hits }) => {
      const [first] = hits;
      return first === undefined ? null : h('li', null, h(LinkButton, { go: () => actions.show(first.start, first.end, null), children: `“${first.text}”` }), hits.length > 1 ? ` ${count(hits.length, 'time')}` : '', ` ${first.why} `, h('i', null, first.question));
    })))) });
}
