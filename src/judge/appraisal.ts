/**
 * Goes through a checklist of the guidance: each item with its answer and the words that it rests on, or none.
 * An answer says what stands in the text; absence in the text is not absence in practice.
 */
import type { Appraisal, AppraisalItem, DocumentKind, Evidence, Kind, Scope } from '../critique.ts';
import type { Document, Span } from '../document.ts';
import { pageAt } from '../document.ts';
import type { Gazetteer } from '../language/bodies.ts';
import type { HeadingModel } from '../structure/roles.ts';
import type { Structure } from '../structure/candidates.ts';
import type { CauseModel } from './causes.ts';
import type { Checklist, ChecklistEntry } from './checklist.ts';
import { JUDGES } from './checklist-answers.ts';

export interface AppraisalUnit extends Span {
  readonly kind: Kind;
  readonly text: string;
}

export interface AppraisalInput {
  readonly document: Document;
  readonly structure: Structure;
  readonly units: readonly AppraisalUnit[];
  /** Who must act, by the recommendations' places. */
  readonly scopes: readonly (Span & { readonly scope: Scope })[];
}

export interface AppraisalModels {
  readonly checklists: ReadonlyMap<string, Checklist>;
  readonly causes: CauseModel;
  readonly bodies: Gazetteer;
  readonly headings: HeadingModel;
}

/** What one entry answers: where is enough, the words are cut out afterwards. */
export interface Answer {
  readonly answer: string;
  readonly at: readonly Span[];
}

/** Places shown with an answer. */
const SHOWN = 3;
const NO_REVIEW: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['list', 'action-plan']);

/** A list of recommendations or a plan alone has nothing of a review to go through: no items. */
export function appraise(input: AppraisalInput, kind: DocumentKind, models: AppraisalModels): Appraisal {
  const list = models.checklists.get(checklistFor(kind));
  if (list === undefined || NO_REVIEW.has(kind)) return { checklist: 'none', items: [] };
  return { checklist: list.id, items: list.entries.map((entry) => itemOf(entry, input, models)) };
}

export function checklistFor(kind: DocumentKind): string {
  return kind === 'rapid-review' ? 'rapid-review' : 'lcspr';
}

function itemOf(entry: ChecklistEntry, input: AppraisalInput, models: AppraisalModels): AppraisalItem {
  const { answer, at } = JUDGES[entry.judge](entry, input, models);
  return {
    id: entry.id, answer, evidence: at.slice(0, SHOWN).map((span) => evidence(input.document, span)),
    asked: entry.asked, says: entry.shown[answer] ?? answer, edition: entry.edition, question: entry.question,
  };
}

function evidence(document: Document, { start, end }: Span): Evidence {
  return { start, end, text: document.text.slice(start, end), page: pageAt(document, start) };
}
