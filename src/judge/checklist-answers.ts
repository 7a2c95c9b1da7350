/**
 * How each kind of checklist entry is answered. Pure: sentences and headings in, an answer with its places out.
 */
import type { Kind } from '../critique.ts';
import type { Span } from '../document.ts';
import { findBodies } from '../language/bodies.ts';
import { matchesAny, patternSet } from '../language/gate.ts';
import type { Candidate } from '../structure/candidates.ts';
import { causeIn, tellsFailure } from './causes.ts';
import type { Answer, AppraisalInput, AppraisalModels } from './appraisal.ts';
import type { ChecklistEntry, ChecklistJudge } from './checklist.ts';

type Judge = (entry: ChecklistEntry, input: AppraisalInput, models: AppraisalModels) => Answer;

const NOT_FOUND: Answer = { answer: 'not-found', at: [] };

export const JUDGES: Readonly<Record<ChecklistJudge, Judge>> = {
  words: (entry, input) => byWords(entry, input),
  family: familyViews,
  why: whyExplored,
  agencies,
  national,
  'good-practice': goodPractice,
  count: counted,
  chronology,
  enquiry,
  period,
  'child-voice': childVoice,
  heading: (entry, input) => found('found', headingsOf(entry, input)),
  plan: actionPlan,
};

/** Found by a sentence or by a heading with something below it; else in part; else not. */
function byWords(entry: ChecklistEntry, input: AppraisalInput, sentences: readonly Candidate[] = describing(entry, input)): Answer {
  const own = sentences.filter(({ text }) => matchesAny(text, entry.found) && !matchesAny(text, entry.unless));
  const headed = headingsOf(entry, input);
  if (own.length + headed.length > 0) return found('found', [...own, ...headed]);
  return found('partly', sentences.filter(({ text }) => matchesAny(text, entry.partly)));
}

function found(answer: string, at: readonly Span[]): Answer {
  return at.length === 0 ? NOT_FOUND : { answer, at };
}

/** Sentences of the kinds in which the entry's words are looked for: what is asked of others doesn't tell how the review was done. */
function describing({ kinds }: Pick<ChecklistEntry, 'kinds'>, { structure, units }: AppraisalInput): readonly Candidate[] {
  let at = 0;
  return structure.candidates.filter((candidate) => {
    while (at + 1 < units.length && (units[at + 1]?.start ?? 0) <= candidate.start) at += 1;
    return kinds.has(units[at]?.kind ?? 'other') && candidate.filing.role !== 'previous';
  });
}

function headingsOf({ headings }: ChecklistEntry, { document }: AppraisalInput): readonly Span[] {
  if (headings.patterns.length === 0) return [];
  const labels = document.blocks.filter((block, index) => (block.type === 'heading' || (block.cell !== null && (block.cell.header || block.cell.column === 0)) || block.bold) && document.blocks[index + 1] !== undefined);
  return labels.filter(({ start, end }) => end - start < 100 && matchesAny(document.text.slice(start, end), headings));
}

/** Views told in three sentences or more are detailed; a reason for their absence counts only where there are none. */
function familyViews(entry: ChecklistEntry, input: AppraisalInput): Answer {
  const sentences = describing(entry, input);
  const told = sentences.filter(({ text }) => matchesAny(text, entry.found) && !matchesAny(text, entry.partly));
  const labelled = labelOf(input);
  const below = sentences.filter(({ section, text, start }) => (matchesAny(section.title, entry.headings) || FAMILY_ROW.test(labelled(start))) && !matchesAny(text, entry.partly) && !text.endsWith('?'));
  const name = nameOfChild(input);
  const child = name === null ? [] : sentences.filter(({ text }) => text.includes(name) && SAYING.test(text.slice(text.indexOf(name) + name.length)));
  const views = [...new Set([...told.filter(({ text }) => !text.endsWith('?')), ...below, ...child])].sort((a, b) => a.start - b.start);
  if (views.length >= 3) return { answer: 'detailed', at: views };
  if (views.length > 0) return { answer: 'limited', at: views };
  const reasons = sentences.filter(({ text }) => matchesAny(text, entry.partly));
  return reasons.length > 0 ? { answer: 'absent-with-reason', at: reasons } : { answer: 'absent', at: [] };
}

/** Row of a table that asks for the family's account. */
const FAMILY_ROW = /\bfamil(?:y|ies)['’]?s?\b[^?]{1,40}\b(?:say|said|views?|account|involve)|\bparents?\b[^?]{1,40}\b(?:views?|say|said|informed)|\bhave the (?:parents|family)\b/iu;

/** Words of the first cell of the row in which a place stands; empty outside of tables. */
function labelOf({ document }: AppraisalInput): (at: number) => string {
  const first = new Map(document.blocks.flatMap(({ cell, start, end }) => (cell?.column === 0 ? [[`${cell.table} ${cell.row}`, document.text.slice(start, end)] as const] : [])));
  const cells = document.blocks.filter(({ cell }) => cell !== null && cell.column > 0);
  return (at) => { const block = cells.find(({ start, end }) => start <= at && at < end); return block?.cell === undefined || block.cell === null ? '' : (first.get(`${block.cell.table} ${block.cell.row}`) ?? ''); };
}

/** Causes beside failures: enough of them, some, or none. */
function whyExplored(_entry: ChecklistEntry, input: AppraisalInput, { causes }: AppraisalModels): Answer {
  const analysed = describing({ kinds: ANALYSED }, input).filter(({ section }) => section.role !== 'statutory' && section.role !== 'method');
  const explained = analysed.filter(({ text }) => causeIn(text, causes) !== null);
  const failures = analysed.filter(({ text }) => tellsFailure(text, causes));
  if (explained.length >= MANY && explained.length >= failures.length * ENOUGH) return { answer: 'yes', at: explained };
  return explained.length === 0 ? { answer: 'no', at: [] } : { answer: 'partly', at: explained };
}

const ANALYSED: ReadonlySet<Kind> = new Set<Kind>(['finding', 'learning-point', 'other']);
/** Causes from which a review explores why; a first look after fifteen days seldom gives so many. */
const MANY = 10;

/** Causes for each failure above which a review explores why; below it, it does so in part. */
const ENOUGH = 0.3;

/** Places after which no more are looked for: no more are shown. */
const ENOUGH_PLACES = 3;

/** A heading, or one place that names three bodies at least. */
function agencies(entry: ChecklistEntry, input: AppraisalInput, { bodies }: AppraisalModels): Answer {
  const direct = byWords(entry, input);
  if (direct.answer === 'found') return direct;
  const several: Candidate[] = [];
  const some: Candidate[] = [];
  for (const sentence of describing(entry, input)) {
    const named = new Set(findBodies(sentence.text, bodies).map(({ start, end }) => sentence.text.slice(start, end).toLowerCase())).size;
    if (named >= 3) several.push(sentence);
    else if (named > 0) some.push(sentence);
    if (several.length === ENOUGH_PLACES) break;
  }
  return several.length > 0 ? { answer: 'found', at: several } : found('partly', some);
}

function national(entry: ChecklistEntry, input: AppraisalInput): Answer {
  const asked = input.scopes.filter(({ scope }) => scope === 'national');
  const headed = headingsOf(entry, input);
  if (asked.length + headed.length > 0) return { answer: 'found', at: [...asked, ...headed] };
  return found('partly', describing(entry, input).filter(({ text }) => matchesAny(text, entry.partly)));
}

/** Praise of ordinary duty alone is shown as found in part, with the question what went beyond it. */
function goodPractice(entry: ChecklistEntry, { units }: AppraisalInput): Answer {
  const praised = units.filter(({ kind }) => kind === 'good-practice');
  const beyond = praised.filter(({ text }) => !matchesAny(text, entry.partly));
  return beyond.length > 0 ? { answer: 'found', at: beyond } : found('partly', praised);
}

/** Passages of law or guidance in the author's own recital: two or more are found, one is found in part. */
function counted(entry: ChecklistEntry, input: AppraisalInput): Answer {
  const passages = describing(entry, input).filter(({ text }) => matchesAny(text, entry.found) && !matchesAny(text, entry.unless));
  return found(passages.length >= 2 ? 'found' : 'partly', passages);
}

const MONTHS = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const DATED = patternSet([new RegExp(`\\b(?:\\d{1,2} ${MONTHS}|${MONTHS} \\d{4})\\b|^in ${MONTHS}\\b`, 'iu'), /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/u]);
const YEAR = /\b(?:19|20)\d{2}\b/u;

/** Share of dated sentences in the narrative. */
function chronology(entry: ChecklistEntry, input: AppraisalInput): Answer {
  const told = describing(entry, input);
  const dated = told.filter(({ text }) => matchesAny(text, DATED));
  const share = told.length === 0 ? 0 : dated.length / told.length;
  if (dated.length >= 16 && share >= 0.25) return { answer: 'found', at: dated };
  return dated.length >= 10 && share >= 0.15 ? { answer: 'partly', at: dated } : NOT_FOUND;
}

/** Lines of enquiry as headed, or as sentences; a review that puts questions to itself has them in part. */
function enquiry(entry: ChecklistEntry, input: AppraisalInput): Answer {
  const filed = input.structure.candidates.filter(({ filing, section }) => filing.role === 'lines-of-enquiry' || section.role === 'lines-of-enquiry' || section.role === 'terms-of-reference');
  const headed = headingsOf(entry, input);
  if (filed.length + headed.length > 0) return { answer: 'found', at: [...filed, ...headed] };
  // That there were some is not what they were.
  const told = describing(entry, input).filter(({ text }) => matchesAny(text, entry.found));
  return found(told.some(({ text }) => LISTING.test(text)) ? 'found' : 'partly', told);
}

const LISTING = /:|\bnamely\b|\b(?:asked|asks|posed|to consider|to establish|for the reviewer)\b/iu;

/** Stated; or only to be seen from the first and the last date in the text. */
function period(entry: ChecklistEntry, input: AppraisalInput): Answer {
  const told = describing(entry, input);
  const stated = told.filter(({ text, section }) => matchesAny(text, entry.found) && (/\bperiod\b|\bscope\b/iu.test(text) || YEAR.test(text) || section.role === 'method' || section.role === 'terms-of-reference' || /\breview\b/iu.test(text)));
  if (stated.length > 0) return { answer: 'found', at: stated };
  const dated = told.filter(({ text }) => YEAR.test(text));
  const [first, last] = [dated[0], dated.at(-1)];
  return first === undefined || last === undefined || dated.length < 2 ? NOT_FOUND : { answer: 'partly', at: [first, last] };
}

/** Words of the child, also under the name that the review gives the child in its title. */
function childVoice(entry: ChecklistEntry, input: AppraisalInput): Answer {
  const told = describing(entry, input);
  const name = nameOfChild(input);
  const own = name === null ? [] : told.filter(({ text }) => text.includes(name) && !new RegExp(`\\b(?:Mr|Mrs|Ms) ${name}\\b`, 'u').test(text) && SAYING.test(text.slice(text.indexOf(name) + name.length)));
  const general = told.filter(({ text }) => matchesAny(text, entry.found));
  const headed = headingsOf(entry, input);
  if (own.length + general.length > 0) return { answer: 'found', at: [...own, ...general] };
  return found('partly', [...told.filter(({ text }) => matchesAny(text, entry.partly)), ...headed]);
}

const SAYING = /^(?:['’]s)? (?:also |had |has |himself |herself |then |once )?(?:said|says|told|wrote|wants|wanted|wishe[sd]|asked|describe[sd]|believe[sd]|met (?:me|us|the)|spoke|contributed|would like|chose|felt|feels|words|view|letter|account)\b/iu;

const NAMED = /(?:: |\bChild |– |known as )([A-Z][\p{L}'’-]{1,20})(?: and (?:(?:his|her|their|the) )?(?:siblings?|brothers?|sisters?|family))?$|\(([A-Z][\p{Ll}'’-]{2,20})\)$|^([A-Z][\p{L}'’-]{1,20})(?:: a\b.*)?$/u;

/** "Fern" in "… Practice Review: Fern" or "Child Fern", if the text uses it. */
export function nameOfChild({ document }: Pick<AppraisalInput, 'document'>): string | null {
  const titles = [document.title ?? '', ...document.text.slice(0, 300).split('\n').slice(0, 2)];
  const name = titles.flatMap((title) => NAMED.exec(title.trim())?.slice(1).find((part) => part !== undefined) ?? [])[0] ?? null;
  return name !== null && document.text.split(name).length > 3 ? name : null;
}

/** One column for both. */
const OWNER_AND_DATE = /\b(?:lead|who|owner|responsible)\b[^.]{1,12}\b(?:date|when|deadline)\b/iu;

/** A table with owner and date; else a heading or a mention is found in part. */
function actionPlan(entry: ChecklistEntry, input: AppraisalInput, { headings }: AppraisalModels): Answer {
  const { document } = input;
  const heads = document.blocks.filter(({ cell }) => cell?.row === 0);
  const roles = heads.map((block) => ({ block, role: headings.columns.find(({ pattern }) => pattern.test(document.text.slice(block.start, block.end)))?.role }));
  const owners = roles.filter(({ role }) => role === 'owner');
  const both = heads.filter(({ start, end }) => OWNER_AND_DATE.test(document.text.slice(start, end)));
  if (both.length > 0) return { answer: 'found', at: both };
  const planned = owners.filter(({ block }) => roles.some(({ block: other, role }) => role === 'deadline' && other.cell?.table === block.cell?.table));
  if (planned.length > 0) return { answer: 'found', at: planned.map(({ block }) => block) };
  const headed = headingsOf(entry, input);
  return found('partly', [...owners.map(({ block }) => block), ...headed, ...describing(entry, input).filter(({ text }) => matchesAny(text, entry.partly))]);
}
