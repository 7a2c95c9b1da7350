/**
 * What every report for people shows of a critique, before it is put into lines or tags.
 */
import { DIMENSIONS } from '../critique.ts';
import type { Cliche, Critique, Dimension, ElementName, ElementSpan, Item, Kind, Level, Recommendation, Tier, Unit } from '../critique.ts';
import { contains } from '../document.ts';
import type { Span } from '../document.ts';
import type { ReportContext, RuleBook } from './rule-book.ts';
import { BURDEN_WORDS, CAUSES_NOTE, count, ELEMENT_WORDS, FOOT, FRAME_TIERS, itemLabel, KIND_OF_DOCUMENT, PLAN_NOTE, thousands, TIER_WORDS } from './words.ts';

/** Words from the text, and whether they stand outside the recommendation itself. */
export interface Words extends Span {
  readonly text: string;
  readonly context: boolean;
}

/** One line of the profile: the level, the words that earned it, and what the rule says. */
export interface Row {
  readonly element: ElementName;
  readonly name: string;
  readonly level: Level | null;
  /** False for how, why, aim and target, which have no level of their own. */
  readonly scored: boolean;
  readonly words: readonly Words[];
  readonly says: readonly string[];
}

export interface ClicheView {
  readonly hits: readonly Cliche[];
  readonly effect: string;
}

export interface ItemView {
  readonly id: string;
  readonly label: string;
  readonly page: number | null;
  readonly tier: string;
  readonly levels: readonly { readonly dimension: Dimension; readonly name: string; readonly level: Level | null }[];
  readonly units: readonly Unit[];
  readonly spans: readonly { readonly element: ElementName; readonly start: number; readonly end: number }[];
  readonly rows: readonly Row[];
  /** Clichés by what they do, and language that can place blame apart. */
  readonly cliches: readonly ClicheView[];
  readonly blame: readonly Cliche[];
  readonly remarks: readonly string[];
  /** What a person marked as not so, with the reason. */
  readonly aside: readonly string[];
  /** Units of learning that it answers: id and words. */
  readonly answers: readonly { readonly unit: string; readonly kind: Kind; readonly words: string }[];
  readonly questions: readonly string[];
  readonly frames: readonly string[];
  readonly frameOpen: boolean;
}

const EXTRA: readonly ElementName[] = ['method', 'reason', 'outcome', 'target'];

/** The items in the order of the review, each with all its units together. */
export function itemViews(critique: Critique, context: ReportContext): readonly ItemView[] {
  const units = new Map(critique.units.map((unit) => [unit.id, unit]));
  const judged = new Map(critique.recommendations.map((one) => [one.unit, one]));
  return critique.items.map((item) => {
    const own = item.units.flatMap((id) => units.get(id) ?? []);
    const recommendations = item.units.flatMap((id) => judged.get(id) ?? []);
    return itemView(critique, context, item, own, recommendations);
  });
}

function itemView(critique: Critique, { text, rules }: ReportContext, item: Item, units: readonly Unit[], judged: readonly Recommendation[]): ItemView {
  const all = critique.cliches.filter((hit) => hit.use === 'used' && units.some((unit) => unit.id === hit.unit));
  const hits = all.filter(({ decision }) => decision === undefined);
  return {
    id: item.id,
    label: itemLabel(item),
    page: units[0]?.page ?? null,
    tier: TIER_WORDS[item.tier],
    levels: DIMENSIONS.map((dimension) => ({ dimension, name: ELEMENT_WORDS[dimension], level: item.levels[dimension] })),
    units,
    spans: judged.flatMap(elementSpans),
    rows: [...DIMENSIONS.map((dimension) => scoredRow(critique, text, item, judged, dimension)), ...EXTRA.flatMap((element) => extraRow(judged, element))],
    cliches: clicheViews(hits.filter((hit) => hit.group !== 'blame'), judged),
    blame: hits.filter((hit) => hit.group === 'blame'),
    remarks: remarks(judged, rules),
    aside: asideWords(units, judged, all),
    answers: distinct(judged.flatMap((one) => one.answers)).flatMap((id) => answered(critique, id, judged.some((one) => (one.links ?? []).some((link) => link.unit === id && link.by === 'inferred')))),
    questions: questionsOf(judged).filter((question) => !all.some(({ text: phrase, decision }) => decision !== undefined && question.startsWith(`“${phrase}”: `))),
    frames: distinct(asking(judged).map((one) => one.frame).filter((frame) => frame !== '')),
    frameOpen: FRAME_TIERS.includes(item.tier),
  };
}

function elementSpans(one: Recommendation): readonly { element: ElementName; start: number; end: number }[] {
  return (Object.keys(one.elements) as ElementName[]).flatMap((element) => one.elements[element].map(({ start, end }) => ({ element, start, end })));
}

function scoredRow(critique: Critique, text: string, item: Item, judged: readonly Recommendation[], dimension: Dimension): Row {
  const level = item.levels[dimension];
  const same = judged.filter((one) => one.levels[dimension] === level);
  const earning = same.length > 0 ? same : judged;
  const rules = earning.flatMap((one) => one.rules).filter((rule) => rule.dimension === dimension && rule.level === level);
  const found = earning.flatMap((one): readonly ElementSpan[] => one.elements[dimension]);
  const evidence = rules.flatMap((rule) => rule.evidence).map((span) => ({ ...span, text: wordsAt(critique, text, span), from: 'item' as const }));
  return { element: dimension, name: ELEMENT_WORDS[dimension], level, scored: true, words: joined(found.length > 0 ? found : evidence), says: distinct(rules.map((rule) => rule.says)) };
}

function extraRow(judged: readonly Recommendation[], element: ElementName): readonly Row[] {
  const words = joined(judged.flatMap((one): readonly ElementSpan[] => one.elements[element]));
  return words.length === 0 ? [] : [{ element, name: ELEMENT_WORDS[element], level: null, scored: false, words, says: [] }];
}

/** Each place once; a place that is an item's own words somewhere is not called context. */
function joined(spans: readonly Pick<ElementSpan, 'start' | 'end' | 'text' | 'from'>[]): readonly Words[] {
  const places = new Map<string, Words>();
  for (const { start, end, text, from } of spans) {
    const key = `${start}-${end}`;
    const context = from === 'context' && (places.get(key)?.context ?? true);
    if (text !== '') places.set(key, { start, end, text, context });
  }
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The words at `span`, from the text or, where that isn't given, from the unit that holds them. */
export function wordsAt(critique: Critique, text: string, span: Span): string {
  if (text !== '') return text.slice(span.start, span.end);
  const unit = critique.units.find((one) => contains(one, span));
  return unit ? unit.text.slice(span.start - unit.start, span.end - unit.start) : '';
}

function clicheViews(hits: readonly Cliche[], judged: readonly Recommendation[]): readonly ClicheView[] {
  const burdens = distinct(judged.map((one) => one.clicheBurden)).sort((a, b) => b - a);
  const views = burdens.map((burden) => {
    const of = judged.filter((one) => one.clicheBurden === burden).map((one) => one.unit);
    const own = hits.filter((hit) => hit.unit !== null && of.includes(hit.unit));
    return { hits: own, effect: BURDEN_WORDS[burden]?.[own.length === 1 ? 0 : 1] ?? '' };
  });
  return views.filter((view) => view.hits.length > 0);
}

/** The units that ask for something; a lead-in alone asks for nothing. */
function asking(judged: readonly Recommendation[]): readonly Recommendation[] {
  const asks = judged.filter((one) => one.elements.action.length > 0);
  return asks.length > 0 ? asks : judged;
}

/** Questions about a worn phrase, and those that no unit of the item answers: an owner or a date of one part is the item's. */
function questionsOf(judged: readonly Recommendation[]): readonly string[] {
  const asks = asking(judged);
  const all = distinct(judged.flatMap((one) => one.questions));
  const open = all.filter((question) => question.startsWith('“') || asks.every((one) => one.questions.includes(question)));
  return open.length > 0 ? open : distinct(asks.flatMap((one) => one.questions)).slice(0, 1);
}

/** What the rule book says of each flag, and what stands in fields of its own. */
function remarks(judged: readonly Recommendation[], { rules }: RuleBook): readonly string[] {
  const flags = distinct(judged.flatMap((one) => [...one.flags, ...(one.misfiled ? ['misfiled'] : []), ...(one.trainingOnly ? ['training-only'] : [])]));
  const says = flags.flatMap((flag) => rules.find((rule) => rule.id === `flag/${flag}`)?.says ?? []);
  return [...says, ...(judged.some((one) => one.scope === 'national') ? ['This is asked of a national body.'] : [])];
}

function asideWords(units: readonly Unit[], judged: readonly Recommendation[], hits: readonly Cliche[]): readonly string[] {
  return distinct([
    ...units.flatMap(({ decision }) => (decision === undefined ? [] : [`a recommendation – ${decision.reason}`])),
    ...judged.flatMap(({ rules }) => rules.flatMap(({ dimension, says, decision }) => (decision === undefined ? [] : [`${(ELEMENT_WORDS as Readonly<Record<string, string>>)[dimension] ?? dimension}: ${says} – ${decision.reason}`]))),
    ...hits.flatMap(({ text, decision }) => (decision === undefined ? [] : [`“${text}” – ${decision.reason}`])),
  ]);
}

/** What is inferred from words and place says so. */
function answered(critique: Critique, id: string, inferred: boolean): ItemView['answers'] {
  const unit = critique.units.find((one) => one.id === id);
  if (!unit) return [];
  const name = unit.kind === 'learning-point' ? 'learning point' : unit.kind;
  return [{ unit: id, kind: unit.kind, words: `${name}${unit.number === null ? '' : ` ${unit.number}`}${pageWords(unit.page, ' (', ')')}${inferred ? ', perhaps (inferred from words and place)' : ''}` }];
}

/** "p. 19", with something before and after it, or nothing where there are no pages. */
export function pageWords(page: number | null, before = '', after = ''): string {
  return page === null ? '' : `${before}p. ${page}${after}`;
}

/** Units of a kind, repeats left out. */
export function unitsOf(critique: Critique, kind: Kind): readonly Unit[] {
  return critique.units.filter((unit) => unit.kind === kind && unit.repeats === null);
}

/** "LCSPR · 24 pages, read whole (2 notes)". */
export function readingWords(critique: Critique): string {
  const { document, messages } = critique;
  const size = document.pages === null ? `${thousands(document.words)} words` : count(document.pages, 'page');
  const notes = messages.length === 0 ? '' : ` (${count(messages.length, 'note')})`;
  return `${KIND_OF_DOCUMENT[document.kind]} · ${size}, ${wholeness(critique)}${notes}`;
}

function wholeness(critique: Critique): string {
  const { fidelity } = critique.document;
  if (fidelity === null) return 'not read';
  const unread = distinct([...fidelity.imageOnlyPages, ...fidelity.garbledPages]).filter((page) => !fidelity.ocrPages.includes(page));
  if (unread.length > 0) return `${count(unread.length, 'page')} not read`;
  return fidelity.charactersKept < 0.98 ? 'read in part' : 'read whole';
}

/** Whether nothing of the file could be read. */
export function unreadable(critique: Critique): boolean {
  return critique.units.length === 0 && critique.messages.some((message) => message.level === 'error');
}

/** "12 recommendations (3 repeats left out) · 31 learning points · 4 questions to the board". */
export function countWords(critique: Critique): readonly string[] {
  const { summary } = critique;
  const repeats = summary.repeats === 0 ? '' : ` (${count(summary.repeats, 'repeat')} left out)`;
  const asks = `${count(summary.recommendations, 'recommendation')}${repeats}`;
  const others = [
    [summary.kinds['learning-point'], 'learning point'],
    [summary.kinds.finding, 'finding'],
    [summary.kinds['good-practice'], 'note of good practice', 'notes of good practice'],
    [summary.kinds.question, 'question to the board', 'questions to the board'],
    [summary.kinds['action-taken'], 'action already taken', 'actions already taken'],
  ] as const;
  const rest = others.filter(([number]) => number > 0).map(([number, one, many]) => count(number, one, many));
  // A review that makes no recommendations is shown by what it offers.
  return summary.recommendations === 0 && rest.length > 0 ? rest : [asks, ...rest];
}

/** What a review that makes no recommendations gives instead. */
export function offerWords(critique: Critique): string {
  const { kinds } = critique.summary;
  if (kinds.question > 0) return 'This review puts questions to the board and makes no recommendations. What it offers:';
  if (kinds['learning-point'] > 0) return 'This review offers learning and makes no recommendations. What it offers:';
  return 'No recommendations, learning points or questions were found in the text.';
}

/** "named agency 9 of 12" and the other counts over the items. */
export function profileWords(critique: Critique): readonly string[] {
  const { summary } = critique;
  return [
    `named agency ${summary.namedAgency} of ${summary.recommendations}`, `measure of effect ${summary.measureOfEffect}`,
    `bounded deadline ${summary.boundedDeadline}`, `training and nothing else ${summary.trainingOnly}`,
  ];
}

/** Counts of the tiers that occur, best known effect first. */
export function tierCounts(critique: Critique): readonly { readonly tier: Tier; readonly words: string; readonly number: number }[] {
  const order: readonly Tier[] = ['testable', 'checkable', 'clear', 'task', 'aspiration', 'not-a-recommendation'];
  return order.map((tier) => ({ tier, words: TIER_WORDS[tier], number: critique.summary.tiers[tier] })).filter((entry) => entry.number > 0);
}

/** What a reader must know before drawing conclusions. */
export function footWords(critique: Critique, plan: boolean): readonly string[] {
  const unseen = critique.items.length > 0 && !plan ? [PLAN_NOTE] : [];
  return [...unseen, ...(causesUnjudged(critique) ? [CAUSES_NOTE] : []), ...FOOT];
}

/** True while no recommendation has been judged for the causes behind it. */
function causesUnjudged(critique: Critique): boolean {
  return critique.recommendations.length > 0 && critique.recommendations.every((one) => one.whyLink === null);
}

/** Used clichés of the whole review by group and phrase, blame last. */
export function clicheGroups(critique: Critique): readonly { readonly group: string; readonly entries: readonly { readonly id: string; readonly hits: readonly Cliche[] }[] }[] {
  const used = critique.cliches.filter((hit) => hit.use === 'used' && hit.decision === undefined);
  const groups = distinct(used.map((hit) => hit.group)).sort((a, b) => Number(a === 'blame') - Number(b === 'blame') || (a < b ? -1 : 1));
  return groups.map((group) => {
    const own = used.filter((hit) => hit.group === group);
    const entries = distinct(own.map((hit) => hit.id)).map((id) => ({ id, hits: own.filter((hit) => hit.id === id) }));
    return { group, entries: entries.sort((a, b) => b.hits.length - a.hits.length || (a.id < b.id ? -1 : 1)) };
  });
}

export function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
