/** What can be taken away, and what can be brought back in. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import type { Actions } from './actions.ts';
import { Button, Details, FileButton } from './parts.ts';
import { OUTPUTS } from './outputs.ts';
import type { Judged } from './protocol.ts';

export function TakeAway({ judged, actions }: { readonly judged: Judged; readonly actions: Actions }): VNode {
  const word = judged.critique.document.fidelity?.format === 'docx';
  const shown = OUTPUTS.filter(({ needs }) => needs === null || (needs === 'word' && word) || (needs === 'decisions' && judged.decisions.length > 0));
  return h('div', { class: 'take' }, h(Button, { go: () => actions.write('work'), secondary: true, children: 'Save my work' }),
    h(Details, { title: 'Take away …', id: 'take-away', body: () => h('div', { class: 'take-list' },
      shown.map(({ id, label, hint }) => h('p', null, h(Button, { go: () => actions.write(id), secondary: true, children: label }), h('span', { class: 'hint' }, hint))),
      h('p', null, h(Button, { go: actions.print, secondary: true, children: 'Print the critique' }), h('span', { class: 'hint' }, 'or keep it as PDF from the print window')),
      h('p', null, h(FileButton, { id: 'plan', accept: '.xlsx', chosen: ([file]) => file !== undefined && actions.updatePlan(file), children: 'Update an action plan' }), h('span', { class: 'hint' }, 'choose an earlier one (XLSX): what people typed stays, and you get a new file')),
      h('p', null, h(FileButton, { id: 'decisions', accept: '.json', chosen: ([file]) => file !== undefined && actions.loadDecisions(file), children: 'Bring in decisions' }), h('span', { class: 'hint' }, 'a file of “not so” decisions saved here or used with the command line'))) }));
}
