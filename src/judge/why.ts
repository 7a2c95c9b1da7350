/**
 * Whether a recommendation meets a cause that the review gives (codebook, section 3W): the level, the finding and the words it rests on.
 */
import type { AppliedRule, ElementSpan, Level, Recommendation } from '../critique.ts';
import type { Document, Span } from '../document.ts';
import { pageAt } from '../document.ts';
import type { Feature } from '../language/linear.ts';
import { scores, valuedFeatures } from '../language/linear.ts';
import type { Memo } from '../memo.ts';
import type { CauseModel } from './causes.ts';
import { causeIn, causeTags, tellsFailure } from './causes.ts';
import type { Link, LinkLook, LinkModel, LinkUnit } from './links.ts';
import { linkLooks } from './links.ts';
import type { QuestionCliche } from './questions.ts';
import { questionsFor } from './questions.ts';
import type { Rubric } from './rubric.ts';
import type { RuleList } from './rules.ts';
import { ruleSays } from './rules.ts';
import { contentWords, similarity } from './similar.ts';

export interface WhyUnit extends LinkUnit, Span {}

export interface WhyModels {
  readonly causes: CauseModel;
  readonly links: LinkModel;
  readonly rubric: Rubric;
  readonly rules: RuleList;
}

/** What the level is judged from. */
export interface WhyCase {
  readonly recommendation: Recommendation;
  readonly unit: WhyUnit;
  readonly links: readonly Link[];
  /** Cause in its own words, or in those of its item. */
  readonly own: Span | null;
  readonly ownText: string;
  /** Cause in the learning or finding that it answers, or else near by in its section. */
  readonly linked: Span | null;
  readonly linkedText: string;
  readonly near: Span | null;
  readonly mirror: boolean;
  /** How its item stands to all learning and findings; null where it has no place among them. */
  readonly look: LinkLook | null;
  /** The finding or learning with a cause that is most like it, of all the review: how like (0 to 1), and its words. */
  readonly cause: { readonly likeness: number; readonly text: string };
}

/** The recommendations with links, level of the why-link, its rule, reason and questions. Pure. */
export function judgeWhy(document: Document, units: readonly WhyUnit[], recommendations: readonly Recommendation[], cliches: ReadonlyMap<string, readonly QuestionCliche[]>, models: WhyModels, off: ReadonlySet<string>, memo?: Memo): readonly Recommendation[] {
  // Where only recommendations are given, nothing can be said of causes (codebook, section 3W).
  if (!units.some(({ kind }) => kind === 'finding' || kind === 'learning-point')) return recommendations;
  return whyCases(units, recommendations, models, memo).map((one) => applied(document, one, cliches.get(one.unit.id) ?? [], models, off));
}

export function whyCases(units: readonly WhyUnit[], recommendations: readonly Recommendation[], models: Pick<WhyModels, 'causes' | 'links'>, memo?: Memo): readonly WhyCase[] {
  const looks = new Map(linkLooks(units, models.links, recommendations, memo).map((look) => [look.from, look]));
  const caused = new Set(units.filter(({ kind, text }) => (kind === 'finding' || kind === 'learning-point') && causeIn(text, models.causes) !== null).map(({ id }) => id));
  const place = new Map(units.map((unit, at) => [unit.id, { unit, at }]));
  const heads = new Map<string, string>();
  for (const { unit, item } of recommendations) if (!heads.has(item)) heads.set(item, unit);
  return recommendations.flatMap((recommendation) => {
    const found = place.get(recommendation.unit);
    if (found === undefined) return [];
    const look = looks.get(heads.get(recommendation.item) ?? '') ?? null;
    const nearest = (look?.options ?? []).filter(({ unit }) => caused.has(unit)).reduce<{ readonly unit: string; readonly likeness: number }>((best, next) => (next.likeness > best.likeness ? next : best), { unit: '', likeness: 0 });
    const cause = { likeness: nearest.likeness, text: place.get(nearest.unit)?.unit.text ?? '' };
    const links = looks.get(recommendation.unit)?.links ?? [];
    return [{ ...caseOf(recommendation, found.unit, links, (look?.links ?? []).flatMap(({ unit }) => place.get(unit)?.unit ?? []), nearby(units, found.at), models.causes), look, cause }];
  });
}

/** Sentences before it that are looked at for a cause. */
const NEAR = 20;

/** Sentences just before it in its own section. */
function nearby(units: readonly WhyUnit[], at: number): readonly WhyUnit[] {
  const section = units[at]?.section;
  return units.slice(Math.max(0, at - NEAR), at).filter((unit) => unit.section === section && unit.kind !== 'recommendation').reverse();
}

function caseOf(recommendation: Recommendation, unit: WhyUnit, links: readonly Link[], answered: readonly WhyUnit[], around: readonly WhyUnit[], causes: CauseModel): Omit<WhyCase, 'look' | 'cause'> {
  const stated = recommendation.elements.reason.find(({ from }) => from === 'item');
  const own = stated ?? shifted(causeIn(unit.text, causes), unit);
  const [linked, near] = [firstCause(answered, causes), firstCause(around, causes)];
  const words = new Set(contentWords(unit.text));
  const mirror = own === null && linked === null && [...answered, ...around].some((other) => other.kind === 'finding' && tellsFailure(other.text, causes) && causeIn(other.text, causes) === null && similarity(words, new Set(contentWords(other.text))).containment >= MIRROR);
  return { recommendation, unit, links, own: own === null ? null : { start: own.start, end: own.end }, ownText: own === null ? '' : unit.text.slice(own.start - unit.start, own.end - unit.start), linked: linked?.span ?? null, linkedText: linked?.text ?? '', near: near?.span ?? null, mirror };
}

/** Share of words that a recommendation has in common with the lapse that it turns round. */
const MIRROR = 0.4;

function shifted(span: Span | null, { start }: Span): Span | null {
  return span === null ? null : { start: span.start + start, end: span.end + start };
}

function firstCause(units: readonly WhyUnit[], causes: CauseModel): { readonly span: Span; readonly text: string } | null {
  for (const unit of units) {
    const span = causeIn(unit.text, causes);
    if (span !== null) return { span: { start: unit.start + span.start, end: unit.start + span.end }, text: unit.text };
  }
  return null;
}

export function whyFeatures({ recommendation: one, unit, links, own, ownText, linked, linkedText, near, mirror, look, cause }: WhyCase, causes: CauseModel): readonly Feature[] {
  const tags = causeTags(unit.text, causes).map(({ id }) => id);
  const shared = causeTags(linked === null ? cause.text : linkedText, causes).filter(({ id }) => tags.includes(id)).length;
  const top = Math.max(0, ...(look?.options ?? []).map(({ share }) => share));
  const system = (text: string): boolean => causeTags(text, causes).some(({ level }) => level === 3);
  const flag = (name: string, holds: boolean): Feature[] => (holds ? [[name, 1]] : []);
  return [
    ['bias', 1], ...flag('own', own !== null), ...flag('own system', own !== null && system(ownText)), ...flag('own proximate', own !== null && !system(ownText)),
    ...flag('linked', links.length > 0), ['links', Math.min(2, links.length)], ...flag('stated', links.some(({ by }) => by === 'stated')),
    ['sure', Math.max(0, ...links.map(({ confidence }) => confidence))], ...flag('linked cause', linked !== null), ...flag('linked system', linked !== null && system(linkedText)), ...flag('near cause', near !== null), ...flag('mirror', mirror),
    [`type ${one.actionType ?? 'none'}`, 1], [`action ${one.levels.action ?? 'none'}`, 1], [`form ${one.form}`, 1], [`agency ${one.levels.agency ?? 'none'}`, 1], [`measure ${one.levels.measure ?? 'none'}`, 1], [`deadline ${one.levels.deadline ?? 'none'}`, 1],
    ...flag('training', one.trainingOnly), ...flag('method', one.elements.method.length > 0), [`burden ${one.clicheBurden}`, 1], ...flag('names a system', system(unit.text)),
    ...flag('own and type', own !== null && (one.actionType ?? 0) >= 2), ...flag('linked and type', links.length > 0 && (one.actionType ?? 0) >= 2), ['length', Math.min(1, unit.text.length / 300)],
    ['any', look?.any ?? 0], ['top', top], ['cause near in words', cause.likeness * 3], ...flag('cause near in words, strong', cause.likeness > 0.15 && (one.actionType ?? 0) >= 2), ['kinds of cause shared', Math.min(2, shared)], ...tags.map((id): Feature => [`tag ${id}`, 1]),
    ['any and action', (look?.any ?? 0) * (one.levels.action ?? 0)], ['any and type', (look?.any ?? 0) * (one.actionType ?? 0)],
  ];
}

/** A level above 0 needs words to rest on; 1 is a cause given in what it answers, and a kind of action that doesn't touch it; 3 needs the link in words, or a cross-reference. */
export function whyLevel(one: WhyCase, models: Pick<WhyModels, 'causes' | 'links'>): Level {
  if (one.recommendation.misfiled || ((one.own ?? one.linked ?? one.near) === null && one.links.length === 0)) return 0;
  const level = expectedLevel(one, models);
  const [some, high] = models.links.cuts;
  if (level < some) return one.own === null && (one.linked !== null || (one.near !== null && (one.look?.any ?? 0) >= 0.5)) && !one.mirror && isWeak(one.recommendation) && level >= some * ELSEWHERE ? 1 : 0;
  return level >= high && (one.own !== null || one.links.some(({ by }) => by === 'stated')) ? 3 : 2;
}

/** Share of the first cut from which a weak action beside a stated cause aims elsewhere, and doesn't stand alone. */
const ELSEWHERE = 0.45;

/** Reminders, assurance, training, review: what changes nothing in the work itself (codebook, S0 and S1). */
function isWeak({ actionType, levels }: Recommendation): boolean {
  return (actionType ?? 0) <= 1 && (levels.action ?? 0) <= 2;
}

/** Mean of the levels by their probability: a near miss costs less than a far one. */
export function expectedLevel(one: WhyCase, { causes, links }: Pick<WhyModels, 'causes' | 'links'>): number {
  const sums = scores(links.why, valuedFeatures(whyFeatures(one, causes)));
  const top = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp(sum - top));
  return parts.reduce((total, part, level) => total + part * level, 0) / parts.reduce((total, part) => total + part, 0);
}

const RULES: readonly string[] = ['why-link/none', 'why-link/elsewhere', 'why-link/proximate', 'why-link/system'];

function applied(document: Document, one: WhyCase, cliches: readonly QuestionCliche[], models: WhyModels, off: ReadonlySet<string>): Recommendation {
  const { recommendation, unit, links } = one;
  const level = whyLevel(one, models);
  const mirrored = level === 0 && one.mirror;
  const id = mirrored ? 'why-link/mirror-of-failure' : (RULES[level] ?? 'why-link/none');
  const grounds = one.own ?? one.linked ?? (level > 0 ? one.near : null);
  const evidence = grounds === null ? [] : [grounds];
  const rule: AppliedRule = { id, dimension: 'why-link', level, says: ruleSays(id, models.rules), evidence };
  const whyLink = off.has(id) ? null : level;
  const flags = mirrored && whyLink !== null ? [...new Set([...recommendation.flags, 'mirror_of_failure'])] : recommendation.flags;
  const elements = { ...recommendation.elements, reason: reasonOf(document, one) };
  const answers = links.map(({ unit: answered }) => answered);
  const { form, levels, scope, trainingOnly, actionType, clicheBurden } = recommendation;
  const cause = level === 1 && grounds !== null ? document.text.slice(grounds.start, grounds.end) : null;
  return {
    ...recommendation, elements, whyLink, answers, links, flags, rules: whyLink === null ? recommendation.rules : [...recommendation.rules, rule],
    questions: questionsFor({ form, levels, flags, scope, trainingOnly, actionType, clicheBurden, whyLink, cause, hasMethod: elements.method.length > 0, cliches }, models.rubric),
  };

  function reasonOf(text: Document, { own }: WhyCase): readonly ElementSpan[] {
    const known = recommendation.elements.reason;
    if (own === null || level < 2 || known.length > 0) return known;
    return [{ start: own.start, end: own.end, text: text.text.slice(own.start, own.end), page: pageAt(text, unit.start), from: 'item' }];
  }
}
