import type { Change, Cliche, Item, Recommendation } from '../critique.ts';
import { CHANGE_KINDS } from './change-kinds.ts';
import type { ChangeKind, Lacking } from './change-kinds.ts';

export interface ChangesInput {
  /** What is counted: items without repeats. */
  readonly items: readonly Item[];
  readonly recommendations: readonly Recommendation[];
  readonly cliches: readonly Pick<Cliche, 'id' | 'unit' | 'group' | 'severity' | 'use' | 'text'>[];
}

/** Changes shown. */
const SHOWN = 5;
/** Of one subject at most so many, so that the five speak of different things; of dates one. */
const OF_ONE_SUBJECT: Readonly<Record<ChangeKind['about'], number>> = { why: 2, what: 3, who: 1, know: 2, when: 1 };
/** How far a change of each subject would help (codebook, section 13: why, what and how, who, how we'd know, when). */
const WEIGHT: Readonly<Record<ChangeKind['about'], number>> = { why: 5, what: 4, who: 3, know: 3, when: 0.5 };
const ORDER: readonly ChangeKind['about'][] = ['why', 'what', 'who', 'know', 'when'];
/** Names written out in a line; the data has them all. */
const NAMED = 8;

/**
 * The five changes that would help the review most: what most items lack, the weightier subjects first. None asks for more
 * recommendations, audits or training. About causes nothing is said while they aren't judged.
 */
export function changesThatHelp(input: ChangesInput): readonly Change[] {
  const lacking = input.items.map((item) => lackingOf(item, input));
  const candidates = CHANGE_KINDS.flatMap((kind) => {
    const items = lacking.filter((item) => kind.concerns(item, lacking));
    return items.length === 0 ? [] : [{ kind, items, score: items.length * WEIGHT[kind.about] * (kind.share ?? 1) }];
  });
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  const chosen = ranked.filter((candidate) => rankAmong(candidate, ranked) < OF_ONE_SUBJECT[candidate.kind.about]).slice(0, SHOWN);
  return candidates
    .filter((candidate) => chosen.includes(candidate))
    .sort((a, b) => ORDER.indexOf(a.kind.about) - ORDER.indexOf(b.kind.about))
    .map(({ kind, items }) => toChange(kind, items));
}

function rankAmong<T extends { readonly kind: ChangeKind }>(candidate: T, ranked: readonly T[]): number {
  return ranked.filter(({ kind }) => kind.about === candidate.kind.about).indexOf(candidate);
}

function toChange(kind: ChangeKind, items: readonly Lacking[]): Change {
  const names = items.map(({ name }) => name);
  return { id: kind.id, text: `${listed(names)}: ${kind.says(items)}`, items: names, needs: kind.needs };
}

/** "R2, R5 and R7"; a long list is cut. */
function listed(names: readonly string[]): string {
  const shown = names.length > NAMED ? [...names.slice(0, NAMED - 1), `${names.length - NAMED + 1} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

function lackingOf(item: Item, { recommendations, cliches }: ChangesInput): Lacking {
  const own = recommendations.filter((recommendation) => recommendation.item === item.id && item.units.includes(recommendation.unit));
  const links = own.flatMap(({ whyLink }) => (whyLink === null ? [] : [whyLink]));
  const live = cliches.filter(({ unit, use }) => use === 'used' && unit !== null && item.units.includes(unit));
  return {
    name: itemName(item),
    levels: item.levels,
    tier: item.tier,
    misfiled: own.some(({ misfiled }) => misfiled),
    trainingOnly: own.length > 0 && own.every(({ trainingOnly }) => trainingOnly),
    national: own.length > 0 && own.every(({ scope }) => scope === 'national'),
    mirror: own.some(({ flags }) => flags.includes('mirror_of_failure')),
    whyLink: links.length === 0 ? null : Math.max(...links),
    actionType: Math.max(-1, ...own.map(({ actionType }) => actionType ?? -1)),
    hasMethod: own.some(({ elements }) => elements.method.length > 0),
    burden: Math.max(0, ...own.map(({ clicheBurden }) => clicheBurden)),
    phrases: live.filter(({ group, severity }) => group !== 'blame' && severity >= 2).map(({ text }) => text),
    blame: live.filter(({ group }) => group === 'blame').map(({ text }) => text),
  };
}

/** "R3" for an item that its author numbered 3. */
function itemName({ id, number }: Pick<Item, 'id' | 'number'>): string {
  if (number === null) return id.toUpperCase();
  return /^\d/u.test(number) ? `R${number}` : number;
}
