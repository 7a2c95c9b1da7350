import type { Cliche, Item, Kind, Level, Levels, Recommendation, Summary, Tier, Unit } from '../critique.ts';
import { DIMENSIONS, TIERS } from '../critique.ts';

/**
 * An item takes its levels from its main ask: the unit with the highest level of action, then of the rest.
 * Owner, date and measure that another of its units gives are the item's too (codebook 12.12).
 */
export function makeItem(id: string, number: string | null, members: readonly Recommendation[]): Item {
  const main = [...members].sort((a, b) => rank(b) - rank(a))[0] as Recommendation;
  const levels = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, dimension === 'action' ? main.levels.action : highest(members, dimension)])) as unknown as Levels;
  return { id, number, units: members.map(({ unit }) => unit), levels, tier: members.length === 1 ? main.tier : tierFrom(main, levels) };
}

function rank({ levels, tier }: Recommendation): number {
  return (tier === 'not-a-recommendation' ? 0 : 1000) + (levels.action ?? 0) * 100 + DIMENSIONS.reduce((sum, dimension) => sum + (levels[dimension] ?? 0), 0);
}

function highest(members: readonly Recommendation[], dimension: keyof Levels): Level | null {
  const levels = members.map(({ levels: all }) => all[dimension]).filter((level) => level !== null);
  return levels.length === 0 ? null : (Math.max(...levels) as Level);
}

function tierFrom(main: Recommendation, levels: Levels): Tier {
  if (main.tier === 'not-a-recommendation') return main.tier;
  const [agency, action, measure, deadline] = DIMENSIONS.map((dimension) => levels[dimension] ?? 0) as [number, number, number, number];
  if (action <= 1) return 'aspiration';
  if (agency <= 1) return 'task';
  if (measure === 3 && deadline === 3) return 'testable';
  return measure >= 2 && deadline >= 2 ? 'checkable' : 'clear';
}

/** Counts of items without repeats; changes are added by their own stage. */
export function summarise(kinds: Readonly<Record<Kind, number>>, items: readonly Item[], recommendations: readonly Recommendation[], units: readonly Unit[], cliches: readonly Cliche[]): Summary {
  const repeated = new Set(units.filter(({ repeats }) => repeats !== null).map(({ item }) => item));
  const counted = new Set(items.map(({ id }) => id));
  const all = (id: string): Recommendation[] => recommendations.filter(({ item }) => item === id);
  return {
    recommendations: items.length,
    repeats: [...repeated].filter((item) => item !== null && !counted.has(item)).length,
    kinds,
    tiers: Object.fromEntries(TIERS.map((tier) => [tier, items.filter((item) => item.tier === tier).length])) as Record<Tier, number>,
    namedAgency: items.filter(({ levels }) => levels.agency === 3).length,
    measureOfEffect: items.filter(({ levels }) => levels.measure === 3).length,
    boundedDeadline: items.filter(({ levels }) => (levels.deadline ?? 0) >= 2).length,
    trainingOnly: items.filter(({ id }) => all(id).every(({ trainingOnly }) => trainingOnly)).length,
    misfiled: items.filter(({ tier }) => tier === 'not-a-recommendation').length,
    cliches: countUsed(cliches),
    changes: [],
  };
}

function countUsed(cliches: readonly Cliche[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { id, use } of cliches) if (use === 'used') counts.set(id, (counts.get(id) ?? 0) + 1);
  return Object.fromEntries([...counts.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
