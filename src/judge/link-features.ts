/**
 * What speaks for a link between a recommendation and a learning point or finding, and for none: words in common, place, order, headings and numbers.
 */
import type { Recommendation } from '../critique.ts';
import type { Feature } from '../language/linear.ts';
import type { Memo } from '../memo.ts';
import { recall } from '../memo.ts';
import type { Reference } from './link-references.ts';
import { labelOf, referencesIn, refersTo } from './link-references.ts';
import type { LinkUnit } from './links.ts';
import { contentWords } from './similar.ts';

export type LinkedRecommendation = Pick<Recommendation, 'unit' | 'form' | 'levels' | 'actionType' | 'clicheBurden' | 'trainingOnly' | 'elements'>;

/** One recommendation with everything that it could answer. */
export interface Choice {
  readonly from: LinkUnit;
  readonly options: readonly { readonly to: LinkUnit; readonly stated: boolean; readonly features: readonly Feature[]; /** Words in common, from 0 to 1. */ readonly likeness: number }[];
  /** What speaks for no link at all. */
  readonly none: readonly Feature[];
}

interface Side {
  readonly unit: LinkUnit;
  readonly at: number;
  readonly words: ReadonlySet<string>;
  readonly weight: number;
  readonly title: ReadonlySet<string>;
}

/** What the words of a whole item share with one target, from 0 to 1. */
interface Near {
  readonly to: Side;
  readonly likeness: number;
  readonly shared: number;
  readonly here: boolean;
}

const OWN_CAUSE = /\b(?:because|since|given that|owing to|due to)\b|(?:^|, )as (?:the|no|it|this|there|they|its|each|a)\b/iu;
const STRONG = /\b(?:replace|write into|amend|remove|set|fund|stop|publish|build|move|give|add|put|open|appoint|commission|redesign|introduce|create|change|vary|rewrite|withdraw|join|require)\b/iu;
const WEAK = /\b(?:consider|ensure|remind|training|assurance|promote|raise awareness|embed|strengthen|explore|encourage|continue|robust)/iu;
/** Words of headings that tell nothing of the subject. */
const COMMON = new Set(contentWords('recommendation recommendations learning points point findings finding action actions analysis key practice theme themes what for summary conclusion review part section question questions answer response panel child we'));

/** Every recommendation with its choice, once an item: sub-items and further paragraphs lean on the head of their item. */
export function linkChoices(units: readonly LinkUnit[], recommendations: readonly LinkedRecommendation[] = [], memo?: Memo): readonly Choice[] {
  const items = itemsOf(units);
  const weigh = rarity(units, memo);
  const targets = units.flatMap((unit, at) => ((unit.kind === 'learning-point' || unit.kind === 'finding') && unit.repeats === null ? [side(unit, at, unit.text, weigh, memo)] : []));
  const order = places(targets);
  const judged = new Map(recommendations.map((one) => [one.unit, one]));
  const heads = items.map(({ head, at, text }) => ({ from: side(head, at, text, weigh, memo), text }));
  const near = heads.map(({ from }) => targets.map((to): Near => nearness(from, to, weigh)));
  const best = targets.map((_, index) => Math.max(0, ...near.map((row) => row[index]?.likeness ?? 0)));
  return heads.map(({ from, text }, index) => {
    const row = near[index] ?? [];
    const before = heads.filter((other) => other.from.unit.section === from.unit.section && other.from.at < from.at).map((other) => other.from.at);
    const seen = look(from, row, Math.max(-1, ...before));
    const references = referencesIn(text, from.unit.section);
    return {
      from: from.unit,
      options: row.map((one, place) => ({ to: one.to.unit, likeness: one.likeness, stated: isStated(references, one.to.unit), features: optionFeatures(from, one, seen, best[place] ?? 0, Math.abs(index / Math.max(1, heads.length - 1) - (order.get(one.to.at) ?? 0))) })),
      none: noneFeatures(text, seen, targets.length, judged.get(from.unit.id)),
    };
  });
}

function isStated(references: readonly Reference[], to: LinkUnit): boolean {
  return references.length > 0 && refersTo(references, to);
}

function itemsOf(units: readonly LinkUnit[]): readonly { readonly head: LinkUnit; readonly at: number; readonly text: string }[] {
  const items = new Map<string, { head: LinkUnit; at: number; texts: string[] }>();
  units.forEach((unit, at) => {
    if (unit.kind !== 'recommendation' || unit.repeats !== null) return;
    const known = items.get(unit.item ?? unit.id);
    if (known === undefined) items.set(unit.item ?? unit.id, { head: unit, at, texts: [unit.text] });
    else known.texts.push(unit.text);
  });
  return [...items.values()].map(({ head, at, texts }) => ({ head, at, text: texts.join(' ') }));
}

/** Rare words of the review weigh more (inverse document frequency over its sentences). */
function wordsOf(text: string, memo: Memo | undefined): ReadonlySet<string> {
  return recall(memo, 'link', () => text, () => new Set(contentWords(text)));
}

function rarity(units: readonly LinkUnit[], memo: Memo | undefined): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { text } of units) for (const word of wordsOf(text, memo)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log((units.length + 1) / ((counts.get(word) ?? 0) + 0.5));
}

function side(unit: LinkUnit, at: number, text: string, weigh: (word: string) => number, memo: Memo | undefined): Side {
  const words = wordsOf(text, memo);
  let weight = 0;
  for (const word of words) weight += weigh(word);
  return { unit, at, words, weight, title: titleOf(unit.section ?? '', memo) };
}

function titleOf(section: string, memo: Memo | undefined): ReadonlySet<string> {
  return recall(memo, 'title', () => section, () => new Set(contentWords(section).filter((word) => !COMMON.has(word) && !/^\d+$/u.test(word))));
}

function nearness(from: Side, to: Side, weigh: (word: string) => number): Near {
  let shared = 0;
  for (const word of to.words) if (from.words.has(word)) shared += weigh(word);
  return { to, shared, likeness: shared / Math.sqrt((from.weight + 8) * (to.weight + 8)), here: from.unit.section === to.unit.section };
}

/** Place of each target among those of its kind, from 0 to 1: recommendations often come in the order of the learning. */
function places(targets: readonly Side[]): ReadonlyMap<number, number> {
  return new Map((['learning-point', 'finding'] as const).flatMap((kind) => {
    const own = targets.filter(({ unit }) => unit.kind === kind);
    return own.map(({ at }, index) => [at, index / Math.max(1, own.length - 1)] as const);
  }));
}

interface Look {
  readonly top: number;
  readonly second: number;
  readonly topHere: number;
  readonly here: number;
  readonly last: number;
  readonly lastLearning: number;
  readonly previous: number;
}

function look(from: Side, row: readonly Near[], previous: number): Look {
  const sorted = row.map(({ likeness }) => likeness).sort((a, b) => b - a);
  const here = row.filter((one) => one.here);
  const before = here.filter(({ to }) => to.at < from.at);
  return {
    top: sorted[0] ?? 0, second: sorted[1] ?? 0, topHere: Math.max(0, ...here.map(({ likeness }) => likeness)), here: here.length, previous,
    last: Math.max(-1, ...before.map(({ to }) => to.at)), lastLearning: Math.max(-1, ...before.filter(({ to }) => to.unit.kind === 'learning-point').map(({ to }) => to.at)),
  };
}

function optionFeatures(from: Side, { to, likeness, shared, here }: Near, seen: Look, best: number, apart: number): readonly Feature[] {
  const flag = (name: string, holds: boolean): Feature[] => (holds ? [[name, 1]] : []);
  const gap = from.at - to.at;
  const common: Feature[] = [
    ['likeness', likeness * 5], ['shared', Math.min(shared, 30) / 10], ['share of best', seen.top === 0 ? 0 : likeness / seen.top], ...flag('best', likeness > 0 && likeness === seen.top),
    ...flag('second', likeness > 0 && likeness === seen.second && likeness < seen.top), ['margin', likeness > 0 && likeness === seen.top ? (likeness - seen.second) * 5 : 0],
    ['best of all', best === 0 ? 0 : likeness / best], ...flag('is best of all', likeness > 0 && likeness === best), ...flag('best both ways', likeness > 0 && likeness === best && likeness === seen.top), ['others are nearer', (best - likeness) * 5],
    ...flag('learning', to.unit.kind === 'learning-point'), ['length', Math.min(1, to.words.size / 25)], ...flag('numbered', to.unit.number !== null),
  ];
  if (here) {
    return [
      ...common, ['here', 1], ...flag(`here ${to.unit.kind}`, true), ['likeness here', likeness * 5], ['share of best here', seen.topHere === 0 ? 0 : likeness / seen.topHere], ...flag('best here', likeness > 0 && likeness === seen.topHere),
      ...flag(gap > 0 ? 'before' : 'after', true), ...flag('last', to.at === seen.last), ...flag('last learning', to.at === seen.lastLearning), ...flag('since the one before', gap > 0 && to.at > seen.previous),
      ['many here', Math.min(1, seen.here / 10)], ['gap', Math.min(6, Math.abs(gap)) / 6],
    ];
  }
  const own = (words: ReadonlySet<string>): number => [...to.title].filter((word) => words.has(word)).length;
  return [
    ...common, ...flag('elsewhere, some here', seen.here > 0), ['subject of its heading', Math.min(3, own(from.words))], ['heading like its heading', Math.min(2, own(from.title))],
    ['apart in order', apart], ...flag('near in order', apart < 0.12), ...flag('same number', sameNumber(from.unit, to.unit)), ...flag('same label', labelOf(to.unit.section)?.number === numberOf(from.unit.number) && numberOf(from.unit.number) !== null),
  ];
}

function numberOf(number: string | null): string | null {
  return /^\d+/u.exec(number ?? '')?.[0] ?? null;
}

function sameNumber(from: LinkUnit, to: LinkUnit): boolean {
  const own = numberOf(from.number);
  return own !== null && own === /^(?:l|lp|f|finding|learning point)? ?(\d+)$/iu.exec(to.number ?? '')?.[1];
}

function noneFeatures(text: string, seen: Look, targets: number, judged: LinkedRecommendation | undefined): readonly Feature[] {
  const flag = (name: string, holds: boolean): Feature[] => (holds ? [[name, 1]] : []);
  return [
    ['none', 1], ...flag('none: own cause', OWN_CAUSE.test(text)), ...flag('none: strong', STRONG.test(text)), ...flag('none: weak', WEAK.test(text)), ['none: length', Math.min(1, text.length / 300)],
    ['none: best', seen.top * 5], ['none: best here', seen.topHere * 5], ...flag('none: some here', seen.here > 0), ['none: targets', Math.min(60, targets) / 60], ...flag('none: few targets', targets < 8),
    ...(judged === undefined ? [] : [
      [`none: action ${judged.levels.action ?? 'none'}`, 1] as const, [`none: agency ${judged.levels.agency ?? 'none'}`, 1] as const, [`none: measure ${judged.levels.measure ?? 'none'}`, 1] as const, [`none: deadline ${judged.levels.deadline ?? 'none'}`, 1] as const,
      [`none: form ${judged.form}`, 1] as const, [`none: type ${judged.actionType ?? 'none'}`, 1] as const, [`none: burden ${judged.clicheBurden}`, 1] as const, ...flag('none: training', judged.trainingOnly), ...flag('none: method', judged.elements.method.length > 0),
    ]),
  ];
}
