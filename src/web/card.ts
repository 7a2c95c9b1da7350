/** One recommendation: its levels with the words that earned them, what was not found, the questions, and what can be done about it. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import type { ItemView, Row, Words } from '../report/view.ts';
import { pageWords } from '../report/view.ts';
import { CONTEXT_NOTE, LEVEL_WORDS, NOT_FOUND, NOT_SCORED } from '../report/words.ts';
import type { Actions } from './actions.ts';
import { FrameForm } from './frame-form.ts';
import { NotSo } from './not-so.ts';
import { LinkButton, Meter, Tag } from './parts.ts';
import type { Judged } from './protocol.ts';

interface CardProps {
  readonly view: ItemView;
  readonly judged: Judged;
  readonly actions: Actions;
  readonly chosen: boolean;
}

export function Card({ view, judged, actions, chosen }: CardProps): VNode {
  const [first] = view.units;
  const last = view.units.at(-1);
  const show = (): void => actions.show(first?.start ?? 0, view.units.length === 1 ? (last?.end ?? 0) : (first?.end ?? 0), view.id);
  return h('article', { class: `card${chosen ? ' chosen' : ''}`, id: `card-${view.id}`, tabIndex: -1, 'aria-labelledby': `name-${view.id}` },
    h('h3', { class: 'govuk-heading-s', id: `name-${view.id}` }, h('span', { class: 'label' }, view.label), ' ', view.tier, view.page === null ? null : h('span', { class: 'page' }, ` ${pageWords(view.page)}`)),
    h('p', { class: 'said' }, view.units.map(({ text }) => text).join(' ')),
    h('p', { class: 'jump' }, h(LinkButton, { go: show, label: `Show in the draft: ${view.label}`, children: 'Show in the draft' })),
    h('dl', { class: 'rows' }, view.rows.map((row) => h(RowView, { row, view, actions })), notes(view, judged, actions)),
    questions(view),
    h(FrameForm, { view, actions }),
    h(NotSo, { view, judged, actions }));
}

function RowView({ row, view, actions }: { readonly row: Row; readonly view: ItemView; readonly actions: Actions }): VNode {
  return h('div', { class: 'row' },
    h('dt', null, h(Tag, { kind: row.element, children: row.name }), row.scored ? h(Meter, { level: row.level }) : null),
    h('dd', null, rowText(row, view, actions)));
}

function rowText(row: Row, view: ItemView, actions: Actions): (VNode | string)[] | VNode {
  if (row.scored && row.level === null) return h('span', { class: 'absent' }, NOT_SCORED);
  const says = row.says.join(' ');
  if (row.words.length === 0) return h('span', row.level === 0 || says === '' ? { class: 'absent' } : {}, row.level === 0 || says === '' ? NOT_FOUND : says);
  const level = row.scored && row.level !== null ? LEVEL_WORDS[row.element as keyof typeof LEVEL_WORDS][row.level] : '';
  return [...row.words.flatMap((words, index) => [index === 0 ? '' : ', ', quoted(words, view, actions)]), ' ', h('span', { class: 'says' }, says === '' ? level : says)];
}

function quoted(words: Words, view: ItemView, actions: Actions): VNode {
  const short = words.text.length > 160 ? `${words.text.slice(0, 150)}…` : words.text;
  return h('span', null, h(LinkButton, { go: () => actions.show(words.start, words.end, view.id), children: `“${short}”` }), words.context ? h('span', { class: 'says' }, ` (${CONTEXT_NOTE})`) : null);
}

function notes(view: ItemView, judged: Judged, actions: Actions): readonly VNode[] {
  const row = (kind: string, name: string, children: (VNode | string)[]): VNode => h('div', { class: 'row' }, h('dt', null, h(Tag, { kind, children: name })), h('dd', null, children));
  const phrase = ({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }, index: number): (VNode | string)[] => [index === 0 ? '' : ', ', h(LinkButton, { go: () => actions.show(start, end, view.id), children: `“${text}”` })];
  const cliches = view.cliches.map(({ hits, effect }) => ({ live: hits.filter(({ decision }) => decision === undefined), effect })).filter(({ live }) => live.length > 0);
  return [
    ...cliches.map(({ live, effect }) => row('cliche', 'cliché', [...live.flatMap(phrase), ` ${effect}`])),
    ...view.blame.filter(({ decision }) => decision === undefined).map((hit) => row('blame', 'wording', [...phrase(hit, 0), ' can place blame. ', h('span', { class: 'says' }, hit.why)])),
    ...view.remarks.map((remark) => row('note', 'note', [remark])),
    ...(view.answers.length === 0 ? [] : [row('note', 'answers', view.answers.flatMap((one, index) => {
      const unit = judged.critique.units.find(({ id }) => id === one.unit);
      return [index === 0 ? '' : ', ', unit === undefined ? one.words : h(LinkButton, { go: () => actions.show(unit.start, unit.end, view.id), children: one.words })];
    }))]),
  ];
}

function questions(view: ItemView): VNode | null {
  if (view.questions.length === 0) return null;
  return h('div', { class: 'ask' }, h('h4', { class: 'govuk-heading-s' }, view.questions.length === 1 ? 'A second question' : 'Second questions'), h('ul', null, view.questions.map((question) => h('li', null, question))));
}

