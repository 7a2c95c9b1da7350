/**
 * What the page and its worker say to each other. The worker holds the reviews and the models; the page shows what it is told.
 */
import type { Critique } from '../critique.ts';
import type { Decision } from '../judge/decisions.ts';
import type { ItemView } from '../report/view.ts';
import type { Edit } from './edited.ts';
import type { Marks } from './marks.ts';

/** What is shown of one review. */
export interface Judged {
  readonly critique: Critique;
  readonly views: readonly ItemView[];
  /** What each view shows, in one string. */
  readonly signatures: readonly string[];
  /** Text of the editor at this version; null after an edit, since the editor has it. */
  readonly text: string | null;
  /** Leads offsets of the critique to the editor's text where the two differ (a draft typed into the page); null where they are the same. */
  readonly places: Places | null;
  readonly decisions: readonly Decision[];
  readonly marks: Marks;
}

export interface Places {
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Outputs of one review. */
export type OutputId = 'html' | 'json' | 'work' | 'decisions' | 'register-xlsx' | 'register-docx' | 'word-comments' | 'word-clean';

/** Outputs of several reviews together. */
export type BatchOutputId = 'reviews-csv' | 'items-csv' | 'batch-xlsx' | 'dashboard';

export type BatchRow = readonly (string | number | null)[];

export interface Written {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What there is to say about it. */
  readonly notes: readonly string[];
}

export type Order =
  | { readonly kind: 'open'; readonly file: number; readonly name: string; readonly bytes: Uint8Array }
  /** A draft that was typed or pasted; `html` where Word gave its own. */
  | { readonly kind: 'type'; readonly file: number; readonly name: string; readonly text: string; readonly html: boolean }
  /** Somebody typed: only the marks come back, so that they follow the typing at once. */
  | { readonly kind: 'edit'; readonly file: number; readonly edits: readonly Edit[] }
  /** The rest of the judgement of what was typed, once there is a pause. */
  | { readonly kind: 'settle'; readonly file: number }
  | { readonly kind: 'decide'; readonly file: number; readonly decisions: readonly Decision[] }
  | { readonly kind: 'write'; readonly file: number; readonly output: OutputId; readonly register: Uint8Array | null }
  | { readonly kind: 'batch'; readonly files: readonly number[] }
  | { readonly kind: 'write-batch'; readonly files: readonly number[]; readonly output: BatchOutputId }
  | { readonly kind: 'close'; readonly file: number };

export interface Request {
  readonly id: number;
  readonly order: Order;
}

export type Answer =
  | { readonly kind: 'judged'; readonly judged: Judged }
  | { readonly kind: 'marked'; readonly marks: Marks }
  /** The draft was changed again before it could be judged to the end. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'written'; readonly written: Written }
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly BatchRow[] }
  | { readonly kind: 'closed' };

export type Reply =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly trouble: string };
