import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import type { Actions } from './actions.ts';
import { LinkButton } from './parts.ts';

/** What stands beside an empty draft. */
export function Start({ actions }: { readonly actions: Actions }): VNode {
  return h('div', { class: 'review start' },
    h('h2', { class: 'govuk-heading-m' }, 'Ask the second question of a draft'),
    h('p', { class: 'govuk-body' }, 'Drop a PDF or Word file anywhere on this page, choose one above, or paste or type into the draft. The critique appears here and follows your typing.'),
    h('p', { class: 'govuk-body' }, 'To see it at work first, ', h(LinkButton, { go: actions.openExample, children: 'open the example' }), '. It is fictional: no real child, and no sentence of a real review.'),
    h('h3', { class: 'govuk-heading-s' }, 'What you will see'),
    h('ul', { class: 'govuk-list govuk-list--bullet' },
      h('li', null, 'each recommendation, kept apart from learning points and findings'),
      h('li', null, 'who would act, what they would do and how, how anyone would know, and by when – with the very words, or “not found in the text”'),
      h('li', null, 'worn phrases, and the second questions that the text leaves open'),
      h('li', null, 'the few changes that would help the draft most')),
    h('p', { class: 'govuk-body' }, 'It asks questions of a text. It does not judge the people who wrote it, or the people it is about.'),
    h('h3', { class: 'govuk-heading-s' }, 'Where your words go'),
    h('p', { class: 'govuk-body' }, 'Nowhere. All work is done in this window and is gone when you close it, unless you save it. The browser’s spelling check, translation and writing assistants are switched off in the draft, because some of them send what is typed to their makers.'));
}
