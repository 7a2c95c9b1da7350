/** The page as a whole: its head, the draft on the left, the critique on the right. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import type { Actions } from './actions.ts';
import { BatchTable } from './batch-table.ts';
import { Button, FileButton } from './parts.ts';
import { Review } from './review.ts';
import { Start } from './start.ts';
import type { State } from './state.ts';
import { currentDraft } from './state.ts';
import { TakeAway } from './take-away.ts';
import { DRAFT_TYPES } from './types.ts';

export const PROMISE = 'This page sends nothing. Browser add-ons and synced folders are outside its control.';

export function Head({ state, actions }: { readonly state: State; readonly actions: Actions }): VNode {
  const draft = currentDraft(state);
  return h('div', null,
    h('div', { class: 'brand' }, h('h1', { class: 'product' }, 'Second Question'), h('p', { class: 'promise' }, PROMISE)),
    h('div', { class: 'tools' },
      h(FileButton, { id: 'files', accept: DRAFT_TYPES, several: true, main: true, chosen: actions.openFiles, children: 'Open files' }),
      h(FileButton, { id: 'folder', accept: '', folder: true, chosen: actions.openFolder, children: 'Open a folder' }),
      h(Button, { go: actions.openExample, secondary: true, children: 'Open the example' }),
      draft?.judged == null ? null : h(Button, { go: actions.newDraft, secondary: true, children: 'Empty page' }),
      state.drafts.length > 1 && state.screen === 'draft' ? h(Button, { go: actions.table, secondary: true, children: `All ${state.drafts.length} files` }) : null,
      draft?.judged == null || state.screen === 'table' ? null : h(TakeAway, { judged: draft.judged, actions })),
    h('p', { class: 'status', role: 'status' }, state.busy ?? state.notice ?? ''));
}

export function Side({ state, actions }: { readonly state: State; readonly actions: Actions }): VNode {
  const draft = currentDraft(state);
  return draft === null ? h(Start, { actions }) : h(Review, { draft, state, actions });
}

export function Table({ state, actions }: { readonly state: State; readonly actions: Actions }): VNode {
  return h(BatchTable, { state, actions });
}
