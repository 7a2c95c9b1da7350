/** One recommendation: its levels with the words that earned them, what was not found, the questions, and what can be done about it. */
import { Component } from 'preact';
import type { Span } from '../document.ts';
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
  readonly signature: string;
  readonly judged: Judged;
  readonly actions: Actions;
  readonly chosen: boolean;
}

type Find = (view: ItemView, judged: Judged) => Span | undefined;
/** Goes to words in the draft, wherever they stand by now. */
type GoTo = (find: Find) => () => void;

/** Drawn again only when what it shows has changed; where its words stand is looked up when somebody goes there. */
export class Card extends Component<CardProps> {
  override shouldComponentUpdate(next: CardProps): boolean {
    return next.signature !== this.props.signature || next.chosen !== this.props.chosen;
  }

  override render({ view, judged, actions, chosen }: CardProps): VNode {
    const goTo: GoTo = (find) => () => {
      const span = find(this.props.view, this.props.judged);
      if (span !== undefined) actions.show(span.start, span.end, view.id);
    };
    return h('article', { class: `card${chosen ? ' chosen' : ''}`, id: `card-${view.id}`, tabIndex: -1, 'aria-labelledby': `name-${view.id}` },
      h('h3', { class: 'govuk-heading-s', id: `name-${view.id}` }, h('span', { class: 'label' }, view.label), ' ', view.tier, view.page === null ? null : h('span', { class: 'page' }, ` ${pageWords(view.page)}`)),
      h('p', { class: 'said' }, view.units.map(({ text }) => text).join(' ')),
      h('p', { class: 'jump' }, h(LinkButton, { go: goTo(({ units }) => units[0]), label: `Show in the draft: ${view.label}`, children: 'Show in the draft' })),
      h('dl', { class: 'rows' }, view.rows.map((row, index) => h(RowView, { row, index, goTo })), notes(view, goTo)),
      questions(view),
      h(FrameForm, { view, latest: () => this.props.view, actions }),
      h(NotSo, { view, judged, actions }));
  }
}

interface RowProps {
  readonly row: Row;
  readonly index: number;
  readonly goTo: GoTo;
}

function RowView({ row, index, goTo }: RowProps): VNode {
  return h('div', { class: 'row' },
    h('dt', null, h(Tag, { kind: row.element, children: row.name }), row.scored ? h(Meter, { level: row.level }) : null),
    h('dd', null, rowText(row, index, goTo)));
}

function rowText(row: Row, at: number, goTo: GoTo): (VNode | string)[] | VNode {
  if (row.scored && row.level === null) return h('span', { class: 'absent' }, NOT_SCORED);
  const says = row.says.join(' ');
  if (row.words.length === 0) return h('span', row.level === 0 || says === '' ? { class: 'absent' } : {}, row.level === 0 || says === '' ? NOT_FOUND : says);
  const level = row.scored && row.level !== null ? LEVEL_WORDS[row.element as keyof typeof LEVEL_WORDS][row.level] : '';
  return [...row.words.flatMap((words, index) => [index === 0 ? '' : ', ', quoted(words, goTo(({ rows }) => rows[at]?.words[index]))]), ' ', h('span', { class: 'says' }, says === '' ? level : says)];
}

function quoted(words: Words, go: () => void): VNode {
  const short = words.text.length > 160 ? `${words.text.slice(0, 150)}…` : words.text;
  return h('span', null, h(LinkButton, { go, children: `“${short}”` }), words.context ? h('span', { class: 'says' }, ` (${CONTEXT_NOTE})`) : null);
}

function notes(view: ItemView, goTo: GoTo): readonly VNode[] {
  const row = (kind: string, name: string, children: (VNode | string)[]): VNode => h('div', { class: 'row' }, h('dt', null, h(Tag, { kind, children: name })), h('dd', null, children));
  const phrase = (text: string, index: number, find: Find): (VNode | string)[] => [index === 0 ? '' : ', ', h(LinkButton, { go: goTo(find), children: `“${text}”` })];
  return [
    ...view.cliches.map(({ hits, effect }, group) => row('cliche', 'cliché', [...hits.flatMap(({ text }, at) => phrase(text, at, ({ cliches }) => cliches[group]?.hits[at])), ` ${effect}`])),
    ...view.blame.map((hit, at) => row('blame', 'wording', [...phrase(hit.text, 0, ({ blame }) => blame[at]), ' can place blame. ', h('span', { class: 'says' }, hit.why)])),
    ...view.remarks.map((remark) => row('note', 'note', [remark])),
    ...(view.answers.length === 0 ? [] : [row('note', 'answers', view.answers.flatMap(({ words }, at) => [
      at === 0 ? '' : ', ', h(LinkButton, { go: goTo(({ answers }, { critique }) => critique.units.find(({ id }) => id === answers[at]?.unit)), children: words }),
    ]))]),
  ];
}

function questions(view: ItemView): VNode | null {
  if (view.questions.length === 0) return null;
  return h('div', { class: 'ask' }, h('h4', { class: 'govuk-heading-s' }, view.questions.length === 1 ? 'A second question' : 'Second questions'), h('ul', null, view.questions.map((question) => h('li', null, question))));
}
