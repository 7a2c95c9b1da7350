/** What the reviewer can do, as the views call it. */
import type { Decision } from '../judge/decisions.ts';
import type { BatchOutputId, OutputId } from './protocol.ts';
import type { Filter, Order } from './state.ts';

export interface Actions {
  readonly openFiles: (files: readonly File[]) => void;
  readonly openFolder: (files: readonly File[]) => void;
  readonly openExample: () => void;
  readonly openEarlier: (file: File) => void;
  readonly closeEarlier: () => void;
  readonly newDraft: () => void;
  readonly choose: (file: number) => void;
  readonly table: () => void;
  readonly order: (order: Order) => void;
  readonly filter: (filter: Filter) => void;
  readonly labels: (shown: boolean) => void;
  /** Shows words of the critique in the draft; offsets are the critique's. */
  readonly show: (start: number, end: number, item: string | null) => void;
  /** Goes to the card of an item. */
  readonly card: (item: string) => void;
  /** Replaces the words at `start`..`end` by a filled-in frame. */
  readonly rewrite: (start: number, end: number, words: string) => void;
  readonly decide: (decision: Decision) => void;
  readonly takeBack: (decision: Decision) => void;
  readonly loadDecisions: (file: File) => void;
  readonly write: (output: OutputId) => void;
  /** Brings an earlier action plan up to date with the draft; what people typed into it stays. */
  readonly updatePlan: (file: File) => void;
  readonly writeBatch: (output: BatchOutputId) => void;
  readonly print: () => void;
}
