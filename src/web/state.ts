/** What the page knows. It lives in memory only: no storage of the browser is used. */
import type { Critique } from '../critique.ts';
import type { BatchRow, Judged } from './protocol.ts';

export type Order = 'text' | 'tier' | 'measure' | 'agency' | 'deadline';
export type Filter = 'all' | 'aspiration' | 'no-owner' | 'no-measure' | 'no-deadline' | 'cliche' | 'training';

export interface Draft {
  readonly file: number;
  readonly name: string;
  readonly judged: Judged | null;
  /** What went wrong with it, if nothing could be shown. */
  readonly trouble: string | null;
}

export interface State {
  readonly drafts: readonly Draft[];
  readonly current: number | null;
  readonly screen: 'draft' | 'table';
  readonly order: Order;
  readonly filter: Filter;
  readonly labels: boolean;
  readonly busy: string | null;
  readonly notice: string | null;
  /** An earlier draft to compare with. */
  readonly earlier: { readonly name: string; readonly critique: Critique } | null;
  /** Table of all drafts in the order of their names, once they are read. */
  readonly batch: { readonly heads: readonly string[]; readonly rows: readonly BatchRow[] } | null;
  /** Item whose card was asked for last. */
  readonly chosen: string | null;
}

export const EMPTY: State = { drafts: [], current: null, screen: 'draft', order: 'text', filter: 'all', labels: true, busy: null, notice: null, earlier: null, batch: null, chosen: null };

export function currentDraft(state: State): Draft | null {
  return state.drafts.find(({ file }) => file === state.current) ?? null;
}

export function withDraft(state: State, draft: Draft): State {
  const known = state.drafts.some(({ file }) => file === draft.file);
  return { ...state, drafts: known ? state.drafts.map((one) => (one.file === draft.file ? draft : one)) : [...state.drafts, draft] };
}

export function byName(drafts: readonly Draft[]): readonly Draft[] {
  return [...drafts].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.file - b.file));
}
