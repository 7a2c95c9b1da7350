import { describe, expect, it } from 'vitest';
import type { Cliche, Kind, Level, Recommendation, Tier, Unit } from '../../src/critique.ts';
import { KINDS } from '../../src/critique.ts';
import { makeItem, summarise } from '../../src/judge/summary.ts';

const NONE = Object.fromEntries(KINDS.map((name) => [name, 0])) as Record<Kind, number>;

function recommendation(unit: string, item: string, [agency, action, measure, deadline]: readonly [Level, Level, Level, Level], tier: Tier, trainingOnly = false): Recommendation {
  const levels = { agency, action, measure, deadline };
  return {
    unit, item, form: 'directive', misfiled: false, scope: 'local', elements: { agency: [], action: [], measure: [], deadline: [], method: [], reason: [], outcome: [], target: [] },
    parts: [], levels, levelsOwn: levels, specificity: null, tier, actionType: 1, trainingOnly, clicheBurden: 0, whyLink: null, answers: [], flags: [], rules: [], frame: '', questions: [],
  };
}

describe('makeItem', () => {
  it('takes the action of its main ask', () => {
    const item = makeItem('r1', '1', [recommendation('u1', 'r1', [3, 1, 0, 0], 'aspiration'), recommendation('u2', 'r1', [3, 2, 0, 0], 'clear')]);
    expect([item.levels.action, item.tier]).toEqual([2, 'clear']);
  });
  it('takes owner, date and measure from any of its units', () => {
    const item = makeItem('r1', '1', [recommendation('u1', 'r1', [3, 1, 0, 3], 'aspiration'), recommendation('u2', 'r1', [0, 2, 3, 0], 'task')]);
    expect([item.levels, item.tier]).toEqual([{ agency: 3, action: 2, measure: 3, deadline: 3 }, 'testable']);
  });
  it('stays what its only unit is', () => {
    expect(makeItem('r1', null, [recommendation('u1', 'r1', [3, 0, 0, 0], 'not-a-recommendation')]).tier).toBe('not-a-recommendation');
  });
  it('lets no misfiled unit stand for the item', () => {
    expect(makeItem('r1', null, [recommendation('u1', 'r1', [3, 3, 3, 3], 'not-a-recommendation'), recommendation('u2', 'r1', [1, 1, 0, 0], 'aspiration')]).tier).toBe('aspiration');
  });
});

describe('summarise', () => {
  const recommendations = [recommendation('u1', 'r1', [3, 2, 3, 3], 'testable'), recommendation('u2', 'r2', [1, 1, 0, 2], 'aspiration', true), recommendation('u3', 'r3', [3, 2, 0, 0], 'clear')];
  const units = [['u1', 'r1', null], ['u2', 'r2', null], ['u3', 'r3', 'u1']].map(([id, item, repeats]) => ({ id, item, repeats }) as Unit);
  const items = [makeItem('r1', '1', recommendations.slice(0, 1)), makeItem('r2', '2', recommendations.slice(1, 2))];
  const cliches = [['robust', 'used'], ['robust', 'used'], ['holistic', 'used'], ['embed', 'mentioned']].map(([id, use]) => ({ id, use }) as Cliche);
  const summary = summarise(NONE, items, recommendations, units, cliches);

  it('counts items without repeats', () => {
    expect([summary.recommendations, summary.repeats]).toEqual([2, 1]);
  });
  it('counts tiers', () => {
    expect([summary.tiers.testable, summary.tiers.aspiration, summary.tiers.clear]).toEqual([1, 1, 0]);
  });
  it('counts named owners, measures of effect, bounded deadlines and training alone', () => {
    expect([summary.namedAgency, summary.measureOfEffect, summary.boundedDeadline, summary.trainingOnly]).toEqual([1, 1, 2, 1]);
  });
  it('counts clichés that are used, the most frequent first', () => {
    expect(Object.entries(summary.cliches)).toEqual([['robust', 2], ['holistic', 1]]);
  });
});
