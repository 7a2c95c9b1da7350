import type { Critique, Tier } from '../critique.ts';
import { TIERS } from '../critique.ts';
import { keywordLevels } from './baseline-levels.ts';
import type { BootstrapOptions } from './bootstrap.ts';
import { bootstrap } from './bootstrap.ts';
import type { ComparedFigure } from './evaluation.ts';
import type { Estimate } from './figures.ts';
import { estimate } from './figures.ts';

/** A recommendation or learning point on which experts gave a verdict, from a file of one JSON object a line. */
export interface ChallengeItem {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly verdict: string;
}

export interface Placing {
  /** Index of the tier. */
  readonly tier: number;
  readonly index: number;
}

export interface ChallengeScore extends ChallengeItem, Placing {
  readonly levels: string;
  readonly clicheBurden: number | null;
  /** Null where the item alone gives no cause to hold it against: most of a list of single items. */
  readonly whyLink?: number | null;
  readonly reasons: readonly string[];
  readonly baseline: Placing;
}

export interface VerdictRow {
  readonly verdict: string;
  readonly n: number;
  readonly meanTier: number;
  readonly meanIndex: number;
  readonly meanBurden: number;
  /** Items whose why-link could be judged, and their mean. */
  readonly whyLinks: number;
  readonly meanWhyLink: number | null;
  /** How many stand on each tier, from low to high. */
  readonly tiers: readonly number[];
}

export interface ChallengeReport {
  readonly name: string;
  readonly items: number;
  readonly figures: readonly ComparedFigure[];
  readonly verdicts: readonly VerdictRow[];
  readonly scores: readonly ChallengeScore[];
}

/** Only what is written to be acted on or learned from is ranked. */
const RANKED = ['recommendation', 'learning_point', 'learning-point'];

export function challengeItem(record: Readonly<Record<string, unknown>>): ChallengeItem {
  const text = (name: string): string => (typeof record[name] === 'string' ? record[name] : '');
  return { id: text('id'), text: text('text'), kind: text('kind'), verdict: text('authors_verdict') };
}

export function isRanked({ kind }: ChallengeItem): boolean {
  return RANKED.includes(kind);
}

/** The item as the only one of a list, judged on its own text. */
export function challengeDocument({ text }: ChallengeItem): string {
  return `Recommendations\n\n1. ${text.replace(/\s+/g, ' ').trim()}\n`;
}

/** Takes the highest placed recommendation that was found in the item; none at all is the lowest place. */
export function scoreChallenge(item: ChallengeItem, critique: Critique): ChallengeScore {
  const best = [...critique.recommendations].sort((a, b) => TIERS.indexOf(b.tier) - TIERS.indexOf(a.tier) || (b.specificity ?? 0) - (a.specificity ?? 0))[0];
  const { steps } = keywordLevels(item.text);
  const baseline = { tier: steps.tier ?? 0, index: Math.round((((steps.agency ?? 0) + (steps.action ?? 0) + (steps.measure ?? 0) + (steps.deadline ?? 0)) / 12) * 100) };
  if (best === undefined) {
    const kinds = critique.units.map(({ kind, why }) => `taken for ${kind}: ${why.join('; ')}`);
    return { ...item, tier: 0, index: 0, levels: '–', clicheBurden: null, reasons: kinds, baseline };
  }
  const { levels, tier, specificity, form, clicheBurden, whyLink, rules } = best;
  return {
    ...item, tier: TIERS.indexOf(tier), index: specificity ?? 0, clicheBurden, whyLink, baseline,
    levels: `A${levels.agency ?? '?'} B${levels.action ?? '?'} M${levels.measure ?? '?'} D${levels.deadline ?? '?'} ${form}`,
    reasons: rules.map(({ says, id }) => `${says} (${id})`),
  };
}

/**
 * How often a strong item is placed above a weak one, by tier and then by index; ties count half. This is the probability of superiority
 * (Mann & Whitney 1947, U divided by the number of pairs). Null without pairs.
 */
export function orderShare(strong: readonly Placing[], weak: readonly Placing[], byIndex: boolean): number | null {
  if (strong.length === 0 || weak.length === 0) return null;
  let above = 0;
  for (const a of strong) for (const b of weak) above += place(a, b, byIndex);
  return above / (strong.length * weak.length);
}

function place(a: Placing, b: Placing, byIndex: boolean): number {
  const apart = a.tier - b.tier || (byIndex ? a.index - b.index : 0);
  return apart > 0 ? 1 : apart < 0 ? 0 : 0.5;
}

interface Question {
  readonly id: string;
  readonly value: (scores: readonly ChallengeScore[]) => number | null;
  readonly baseline: (scores: readonly ChallengeScore[]) => number | null;
  readonly n: (scores: readonly ChallengeScore[]) => number;
}

const QUESTIONS: readonly Question[] = [
  question('strong above weak (tier, then index)', () => true, true),
  question('strong above weak (tier alone)', () => true, false),
  question('strong above weak, recommendations only', ({ kind }) => kind === 'recommendation', true),
  byOne('strong less burdened by worn phrases than weak', ({ clicheBurden }) => (clicheBurden === null ? null : -clicheBurden)),
  byOne('strong better linked to a cause than weak', ({ whyLink = null }) => whyLink),
];

/** By one value alone, over the items that have it; the keywords know neither. */
function byOne(id: string, value: (score: ChallengeScore) => number | null): Question {
  const of = (scores: readonly ChallengeScore[], verdict: string): Placing[] => scores.filter((score) => score.verdict === verdict).flatMap((score) => { const own = value(score); return own === null ? [] : [{ tier: own, index: 0 }]; });
  return { id, value: (scores) => orderShare(of(scores, 'strong'), of(scores, 'weak'), false), baseline: () => null, n: (scores) => of(scores, 'strong').length * of(scores, 'weak').length };
}

function question(id: string, wanted: (item: ChallengeItem) => boolean, byIndex: boolean): Question {
  const of = (scores: readonly ChallengeScore[], verdict: string): ChallengeScore[] => scores.filter((score) => score.verdict === verdict && wanted(score));
  return {
    id,
    value: (scores) => orderShare(of(scores, 'strong'), of(scores, 'weak'), byIndex),
    baseline: (scores) => orderShare(of(scores, 'strong').map((score) => score.baseline), of(scores, 'weak').map((score) => score.baseline), byIndex),
    n: (scores) => of(scores, 'strong').length * of(scores, 'weak').length,
  };
}

/** Items are the clusters of the intervals. */
export function challengeReport(name: string, scores: readonly ChallengeScore[], options: BootstrapOptions = {}): ChallengeReport {
  const values = (drawn: readonly ChallengeScore[]): (number | null)[] => QUESTIONS.flatMap((one) => [one.value(drawn), one.baseline(drawn)]);
  const intervals = bootstrap(scores.length, QUESTIONS.length * 2, (drawn) => values(drawn.flatMap((index) => scores[index] ?? [])), options);
  const whole = values(scores);
  const at = (index: number): Estimate => estimate(whole[index] ?? null, intervals[index] ?? null);
  return {
    name, items: scores.length,
    figures: QUESTIONS.map((one, index) => ({ id: one.id, n: one.n(scores), ...at(index * 2), baseline: at(index * 2 + 1) })),
    verdicts: [...new Set(scores.map(({ verdict }) => verdict))].sort().map((verdict) => verdictRow(verdict, scores.filter((score) => score.verdict === verdict))),
    scores: [...scores].sort((a, b) => b.tier - a.tier || b.index - a.index || (a.id < b.id ? -1 : 1)),
  };
}

function verdictRow(verdict: string, scores: readonly ChallengeScore[]): VerdictRow {
  const mean = (value: (score: ChallengeScore) => number): number => Math.round((scores.reduce((sum, score) => sum + value(score), 0) / scores.length) * 100) / 100;
  const linked = scores.flatMap(({ whyLink = null }) => whyLink ?? []);
  return {
    verdict, n: scores.length, meanTier: mean(({ tier }) => tier), meanIndex: mean(({ index }) => index), meanBurden: mean(({ clicheBurden }) => clicheBurden ?? 0), whyLinks: linked.length, meanWhyLink: linked.length === 0 ? null : Math.round((linked.reduce((sum, one) => sum + one, 0) / linked.length) * 100) / 100,
    tiers: TIERS.map((_: Tier, tier) => scores.filter((score) => score.tier === tier).length),
  };
}
