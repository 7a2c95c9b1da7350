/**
 * The wire format, version 1. Within version 1 fields may be added; none is renamed, removed or changed in meaning.
 * All offsets are UTF-16 positions in the canonical text.
 */
import type { Message } from './result.ts';
import type { Span } from './document.ts';
import type { Fidelity } from './read/reading.ts';

export type Kind = 'recommendation' | 'learning-point' | 'finding' | 'good-practice' | 'question' | 'action-taken' | 'other';

export const KINDS: readonly Kind[] = ['recommendation', 'learning-point', 'finding', 'good-practice', 'question', 'action-taken', 'other'];

export type Dimension = 'agency' | 'action' | 'measure' | 'deadline';

export const DIMENSIONS: readonly Dimension[] = ['agency', 'action', 'measure', 'deadline'];

/** 0 to 3 on each dimension (codebook, section 3); null where it can't be scored. */
export type Level = 0 | 1 | 2 | 3;
export type Levels = Readonly<Record<Dimension, Level | null>>;

/** Codebook, section 4.2; shown words in section 13. */
export type Tier = 'not-a-recommendation' | 'aspiration' | 'task' | 'clear' | 'checkable' | 'testable';

export const TIERS: readonly Tier[] = ['not-a-recommendation', 'aspiration', 'task', 'clear', 'checkable', 'testable'];

/** Codebook, section 2: F0 `fact`, F1 `learning` (or question), F2 `soft`, F3 `directive`. */
export type Form = 'fact' | 'learning' | 'soft' | 'directive';

export type Scope = 'local' | 'regional' | 'national';

export type Body = 'named' | 'post' | 'partnership' | 'sector' | 'generic';

export interface Evidence extends Span {
  readonly text: string;
  readonly page: number | null;
}

export interface ElementSpan extends Evidence {
  /** `item`: in the recommendation's own words; `context`: inherited from stem, heading, row or plan. */
  readonly from: 'item' | 'context';
  /** Name of the separate plan in which it stands; `start` and `end` are then offsets in that plan's own canonical text. */
  readonly source?: string;
}

export interface AgencyBody extends Span {
  readonly text: string;
  readonly body: Body;
}

/** One co-ordinated phrase as written, the bodies inside. `body` is the most precise of them. */
export interface AgencySpan extends ElementSpan {
  readonly body: Body;
  readonly bodies: readonly AgencyBody[];
}

export type DeadlineType = 'date' | 'period-anchored' | 'period' | 'event' | 'vague' | 'recurring';

export interface DeadlineSpan extends ElementSpan {
  readonly type: DeadlineType;
}

export interface Elements {
  readonly agency: readonly AgencySpan[];
  /** One span an ask. */
  readonly action: readonly ElementSpan[];
  readonly measure: readonly ElementSpan[];
  readonly deadline: readonly DeadlineSpan[];
  readonly method: readonly ElementSpan[];
  readonly reason: readonly ElementSpan[];
  readonly outcome: readonly ElementSpan[];
  /** Body that the owner is to ask or assure itself of; not the owner. */
  readonly target: readonly ElementSpan[];
}

export type ElementName = keyof Elements;

export const ELEMENT_NAMES: readonly ElementName[] = ['agency', 'action', 'measure', 'deadline', 'method', 'reason', 'outcome', 'target'];

/** A reviewer's decision that a finding doesn't hold, with the reason; the finding is then left out of the summary. */
export interface SetAside {
  readonly status: 'not-so';
  readonly reason: string;
}

/** The rule that gave a level, in words a reviewer understands, with the words that earned it. */
export interface AppliedRule {
  readonly id: string;
  readonly dimension: Dimension | 'form' | 'action-type' | 'cliche-burden' | 'why-link';
  readonly level: number | null;
  readonly says: string;
  readonly evidence: readonly Span[];
  readonly decision?: SetAside;
}

/** One ask inside a unit: an action with its own level. */
export interface Part extends Span {
  readonly text: string;
  readonly level: Level;
}

export interface Unit extends Span {
  /** Holds inside one result. */
  readonly id: string;
  /** Normalised words, section and occurrence; survives edits elsewhere. */
  readonly key: string;
  readonly kind: Kind;
  /** 0 to 1, rounded to two places. */
  readonly confidence: number;
  /** The second most likely kind where confidence is below the stated threshold, else null. */
  readonly alternative: Kind | null;
  readonly why: readonly string[];
  readonly text: string;
  readonly page: number | null;
  /** Heading of the section it stands in, with its printed number. */
  readonly section: string | null;
  readonly number: string | null;
  /** Id of the item it belongs to, for recommendations. */
  readonly item: string | null;
  /** Id of the unit that this one repeats, or null. */
  readonly repeats: string | null;
  readonly decision?: SetAside;
}

export interface Item {
  readonly id: string;
  readonly number: string | null;
  readonly units: readonly string[];
  readonly levels: Levels;
  readonly tier: Tier;
}

export interface Recommendation {
  readonly unit: string;
  readonly item: string;
  readonly form: Form;
  readonly misfiled: boolean;
  readonly scope: Scope;
  readonly elements: Elements;
  readonly parts: readonly Part[];
  /** With context (stem, heading, row, plan). */
  readonly levels: Levels;
  readonly levelsOwn: Levels;
  /** 0 to 100; null where a level is. For data files: not shown to reviewers or boards. */
  readonly specificity: number | null;
  readonly tier: Tier;
  /** 0 telling, 1 weaker, 2 intermediate, 3 stronger (codebook, S). A type, not an effect. */
  readonly actionType: Level | null;
  readonly trainingOnly: boolean;
  /** 0 to 3 (codebook, L). */
  readonly clicheBurden: Level;
  /** 0 to 3 (codebook, W); null until causes are judged. */
  readonly whyLink: Level | null;
  /** Units of learning or findings that it answers. */
  readonly answers: readonly string[];
  /** How each of them was found: `stated` by the text itself, or `inferred` with a confidence of 0 to 1. */
  readonly links?: readonly { readonly unit: string; readonly by: 'stated' | 'inferred'; readonly confidence: number }[];
  readonly flags: readonly string[];
  readonly rules: readonly AppliedRule[];
  /** Its own words set into the order who, what, how, when, outcome, measure; "____" where nothing was found. */
  readonly frame: string;
  readonly questions: readonly string[];
}

export type ClicheGroup = 'worn-phrase' | 'vague-verb' | 'jargon' | 'training-reflex' | 'blame';
export type ClicheUse = 'used' | 'mentioned' | 'exempt';

export interface Cliche extends Span {
  readonly id: string;
  readonly group: string;
  readonly unit: string | null;
  readonly text: string;
  readonly page: number | null;
  readonly severity: 1 | 2 | 3;
  readonly use: ClicheUse;
  /** Why it was flagged or why it was let off. */
  readonly why: string;
  readonly question: string;
  readonly decision?: SetAside;
}

export interface AppraisalItem {
  readonly id: string;
  readonly answer: string;
  readonly evidence: readonly Evidence[];
  /** What is asked, what the answer says in words, and the edition of the guidance that it comes from. */
  readonly asked?: string;
  readonly says?: string;
  readonly edition?: string;
  /** What only a person can judge. */
  readonly question?: string;
}

export interface Appraisal {
  readonly checklist: string;
  readonly items: readonly AppraisalItem[];
}

/** A detail that could tell a reader who the child is: a prompt, not a finding. */
export interface IdentifyingDetail {
  /** Holds inside one result. */
  readonly id: string;
  /** Id of its kind (`models/identifying.json`): `exact-date`, `setting` … */
  readonly kind: string;
  /** The kind in words, as a heading. */
  readonly name: string;
  /** As it stands at its first place. */
  readonly text: string;
  readonly question: string;
  readonly places: readonly Evidence[];
  readonly decision?: SetAside;
}

/** Never complete; an empty list is no clearance to publish, and `says` tells so. */
export interface Identifying {
  /** `publication`: the review will be read by anybody; `confidential`: a rapid review, which holds such details for those who need them. */
  readonly use: 'publication' | 'confidential';
  readonly says: string;
  readonly details: readonly IdentifyingDetail[];
}

/** A change that would help the review most (codebook, section 13). */
export interface Change {
  readonly id: string;
  readonly text: string;
  /** Numbers or ids of the items that it concerns, as shown ("R2"). */
  readonly items: readonly string[];
  /** `wording`: the author can do it; `agreement`: it needs the partners' agreement. */
  readonly needs: 'wording' | 'agreement';
}

/** Counts are of items, repeats left out. */
export interface Summary {
  readonly recommendations: number;
  readonly repeats: number;
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly tiers: Readonly<Record<Tier, number>>;
  readonly namedAgency: number;
  readonly measureOfEffect: number;
  readonly boundedDeadline: number;
  readonly trainingOnly: number;
  readonly misfiled: number;
  readonly cliches: Readonly<Record<string, number>>;
  readonly changes: readonly Change[];
}

export type DocumentKind = 'lcspr' | 'rapid-review' | 'thematic-review' | 'serious-case-review' | 'briefing' | 'inspection' | 'action-plan' | 'list' | 'other';
export type Method = 'recommendations' | 'questions' | 'actions';

export interface Critique {
  readonly version: '1';
  readonly tool: {
    readonly name: 'second-question';
    readonly version: string;
    readonly pipeline: string;
    /** Why that pipeline was taken; only batches say it. */
    readonly pipelineWhy?: string;
    readonly rubric: string;
    readonly config: string;
    readonly models: Readonly<Record<string, string>>;
  };
  readonly document: {
    readonly source: string;
    readonly sha256: string;
    readonly textSha256: string | null;
    readonly kind: DocumentKind;
    readonly method: Method;
    readonly title: string | null;
    readonly pages: number | null;
    readonly words: number;
    readonly fidelity: Fidelity | null;
    /** How many details that could identify a child are covered: the result is reduced, never anonymous. Absent where none were asked to be. */
    readonly reduced?: number;
    /** The canonical text, only where it was asked for. */
    readonly text?: string;
  };
  readonly units: readonly Unit[];
  readonly items: readonly Item[];
  readonly recommendations: readonly Recommendation[];
  readonly cliches: readonly Cliche[];
  readonly appraisal: Appraisal;
  /** Null where the document tells of no child; absent in results of earlier versions. */
  readonly identifying?: Identifying | null;
  readonly summary: Summary;
  readonly messages: readonly Message[];
}
