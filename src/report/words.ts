/**
 * The words that people see. Ids stay in the data; plus-signs, marks and the index are never shown.
 */
import type { ClicheUse, Dimension, DocumentKind, ElementName, Item, Level, Tier } from '../critique.ts';

export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  'not-a-recommendation': 'Not written as a recommendation',
  aspiration: 'Aspiration: no action named yet',
  task: 'Action, no owner',
  clear: 'Owner and action',
  checkable: 'Progress can be checked',
  testable: 'Effect can be seen',
};

/** Tiers whose frame is shown unfolded: here it shows an author what could still be said. */
export const FRAME_TIERS: readonly Tier[] = ['aspiration', 'task'];

export const ELEMENT_WORDS: Readonly<Record<ElementName, string>> = {
  agency: 'who', action: 'what', measure: 'know', deadline: 'when', method: 'how', reason: 'why', outcome: 'aim', target: 'asked of',
};

/** What each level of each dimension means, in a few words. */
export const LEVEL_WORDS: Readonly<Record<Dimension, readonly [string, string, string, string]>> = {
  agency: ['not found', 'a general phrase', 'a role or sector', 'a named body or post'],
  action: ['not found', 'an intention', 'a task', 'a task and how'],
  measure: ['not found', 'checking mentioned', 'something to count', 'an effect, compared'],
  deadline: ['not found', 'no fixed time', 'a period or event', 'a date or anchored period'],
};

export const DIMENSION_TITLES: Readonly<Record<Dimension, string>> = {
  agency: 'Who would act', action: 'What they would do', measure: 'How anyone would know', deadline: 'By when',
};

export const KIND_OF_DOCUMENT: Readonly<Record<DocumentKind, string>> = {
  lcspr: 'LCSPR', 'rapid-review': 'Rapid review', 'thematic-review': 'Thematic review', 'serious-case-review': 'Serious case review', briefing: 'Briefing',
  inspection: 'Inspection report', 'action-plan': 'Action plan', list: 'List of recommendations', other: 'Document of another kind',
};

/** Groups of lexicon hits. A bereaved family may read this: the last is never called a cliché. */
export const GROUP_WORDS: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  'worn-phrase': { one: 'worn phrase', many: 'worn phrases' },
  'vague-verb': { one: 'vague verb', many: 'vague verbs' },
  jargon: { one: 'jargon', many: 'jargon' },
  'training-reflex': { one: 'training reflex', many: 'training reflex' },
  blame: { one: 'language that can place blame', many: 'language that can place blame' },
};

export const USE_WORDS: Readonly<Record<ClicheUse, string>> = { used: 'used', mentioned: 'quoted or discussed', exempt: 'let off' };

/** What the worn phrases of a recommendation do to it (rubric, L), of one phrase and of several. */
export const BURDEN_WORDS: readonly (readonly [one: string, several: string])[] = [
  ['', ''],
  ['decorates: without it the task still stands', 'decorate: without them the task still stands'],
  ['carries part of the weight: without it the purpose or the way of doing it is lost', 'carry part of the weight: without them the purpose or the way of doing it is lost'],
  ['carries the weight: without it nothing is left that could be checked', 'together carry the weight: without them nothing is left that could be checked'],
];

export const NOT_FOUND = 'not found in the text';
export const NOT_SCORED = 'could not be made out';
export const CONTEXT_NOTE = 'from the lead-in, heading or table row';
export const CAUSES_NOTE = 'Why the events happened is judged only with the whole review at hand.';
export const PLAN_NOTE = 'Owner, date and measure may stand in a plan not seen here.';
export const FOOT = [
  'Absence in the text is not absence in practice.',
  'Specific is not the same as good: forms and audits are easily put in exact words, and changes in relationships or supervision are not.',
  'Not for deciding payment, appointment, performance, inspection or ranking of anyone.',
] as const;

export const NEEDS_WORDS = { wording: 'a matter of wording', agreement: 'needs the partners’ agreement' } as const;

/** "R3" for an item that its author numbered 3; where there is no number, its place in the result. */
export function itemLabel(item: Pick<Item, 'id' | 'number'>): string {
  if (item.number === null) return item.id.toUpperCase();
  return /^\d/.test(item.number) ? `R${item.number}` : item.number;
}

/** "who ███": three blocks, filled up to the level. */
export function meter(level: Level | null): string {
  return level === null ? ' ? ' : '█'.repeat(level) + '·'.repeat(3 - level);
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : many}`;
}

/** 9120 → "9,120", in every locale. */
export function thousands(number: number): string {
  const digits = String(number);
  const first = digits.length % 3;
  const groups = digits.slice(first).match(/\d{3}/g) ?? [];
  return [...(first === 0 ? [] : [digits.slice(0, first)]), ...groups].join(',');
}

export function groupWords(group: string): { readonly one: string; readonly many: string } {
  return GROUP_WORDS[group] ?? { one: group.replaceAll('-', ' '), many: group.replaceAll('-', ' ') };
}

/** "family-views" → "Family views". */
export function humanised(id: string): string {
  const words = id.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
