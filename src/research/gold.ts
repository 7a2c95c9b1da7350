import type { ElementName, Form, Kind, Level, Levels } from '../critique.ts';
import type { Span } from '../document.ts';

/** A gold file (`samples/corpus/README.md`): a review's plain text with stand-off annotation. Offsets are positions in `text`. */
export interface Gold {
  readonly format: 'second-question-gold/1';
  readonly id: string;
  readonly kind: string;
  readonly method: string;
  readonly author: string;
  readonly layout: string;
  readonly pair: string | null;
  readonly split: 'train' | 'dev' | 'sealed';
  /** Files that hold the review, beside the gold file. */
  readonly source: readonly string[];
  readonly coders: readonly string[];
  readonly note: string;
  readonly text: string;
  readonly units: readonly GoldUnit[];
  readonly spans: readonly GoldSpan[];
  readonly cliches: readonly (Span & { readonly id: string; readonly use: string })[];
  /** Details that could identify; undefined where nobody looked for them. */
  readonly identifying?: readonly Span[];
  /** Answers to the checklist by item; undefined where nobody went through it. */
  readonly checklist?: Readonly<Record<string, string>>;
}

export interface GoldUnit extends Span {
  readonly id: string;
  readonly kind: Kind;
  readonly section: string | null;
  readonly number: string | null;
  readonly item: string | null;
  readonly repeats: string | null;
  readonly levels: Levels | null;
  readonly form: Form | null;
  readonly actionType: Level | null;
  readonly whyLink: Level | null;
  readonly trainingOnly: boolean | null;
  readonly answers: readonly string[];
}

export interface GoldSpan extends Span {
  readonly unit: string;
  readonly element: ElementName;
  readonly from: 'item' | 'context';
}
