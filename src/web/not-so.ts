/** "Not so": a reviewer sets a finding aside with a reason, and can take that back. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import type { Decision } from '../judge/decisions.ts';
import { decisionWords } from '../judge/decisions.ts';
import type { ItemView } from '../report/view.ts';
import { ELEMENT_WORDS } from '../report/words.ts';
import type { Actions } from './actions.ts';
import { Details, LinkButton } from './parts.ts';
import type { Judged } from './protocol.ts';

interface Finding {
  readonly rule: string;
  readonly words: string;
  readonly says: string;
  readonly unit: string;
}

interface NotSoProps {
  readonly view: ItemView;
  readonly judged: Judged;
  readonly actions: Actions;
}

export function NotSo({ view, judged, actions }: NotSoProps): VNode {
  const found = findings(view, judged);
  const made = judged.decisions.filter((one) => found.some(({ rule, words }) => rule === one.rule && words === one.words));
  const open = found.filter(({ rule, words }) => !made.some((one) => one.rule === rule && one.words === words));
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const chosen = open[Number(form.querySelector('select')?.value ?? -1)];
    const reason = form.querySelector('input')?.value.trim() ?? '';
    if (chosen === undefined || reason === '') return;
    form.reset();
    actions.decide({ rule: chosen.rule, words: chosen.words, reason });
  };
  const id = `not-so-${view.id}`;
  return h('div', { class: 'not-so' },
    made.map((one) => h('p', { class: 'set-aside' }, h('strong', null, 'Not so: '), `${says(one, found)} – ${one.reason} `, h(LinkButton, { go: () => actions.takeBack(one), label: `Take back: ${says(one, found)}`, children: 'Take back' }))),
    h(Details, { title: 'Not so …', body: () => h('form', { onSubmit: submit },
      h('p', { class: 'hint' }, 'What you mark is left out of the summary, kept in the files that you save, and can be taken back.'),
      h('label', { class: 'govuk-label', for: `${id}-what` }, 'What is not so'),
      h('select', { class: 'govuk-select', id: `${id}-what` }, open.map((one, index) => h('option', { value: index }, one.says))),
      h('label', { class: 'govuk-label', for: `${id}-why` }, 'Why'),
      h('input', { class: 'govuk-input', id: `${id}-why`, type: 'text', required: true, autocomplete: 'off', spellcheck: false, 'data-gramm': 'false', translate: false }),
      h('button', { type: 'submit', class: 'govuk-button govuk-button--secondary' }, `Mark as not so in ${view.label}`)) }));
}

function says(decision: Decision, found: readonly Finding[]): string {
  return found.find(({ rule, words }) => rule === decision.rule && words === decision.words)?.says ?? decision.rule;
}

function findings(view: ItemView, { critique }: Judged): readonly Finding[] {
  const several = view.units.length > 1;
  return view.units.flatMap((unit, index): Finding[] => {
    const words = decisionWords(unit.text);
    const where = several ? ` (part ${index + 1})` : '';
    const own = critique.recommendations.find((one) => one.unit === unit.id);
    const rules = (own?.rules ?? []).flatMap((rule) => {
      const dimension = rule.dimension;
      if (dimension !== 'agency' && dimension !== 'action' && dimension !== 'measure' && dimension !== 'deadline') return [];
      return rule.level === own?.levels[dimension] ? [{ rule: rule.id, words, unit: unit.id, says: `${ELEMENT_WORDS[dimension]}${where}: ${rule.says}` }] : [];
    });
    const phrases = critique.cliches.filter((hit) => hit.unit === unit.id && hit.use === 'used').map((hit) => ({ rule: `cliche/${hit.id}`, words, unit: unit.id, says: `${hit.group === 'blame' ? 'wording' : 'cliché'}${where}: “${hit.text}”` }));
    const unique = phrases.filter((one, at) => phrases.findIndex((other) => other.rule === one.rule) === at);
    return [...rules, ...unique, { rule: `kind/${unit.kind}`, words, unit: unit.id, says: `This is a recommendation${where}` }];
  });
}
