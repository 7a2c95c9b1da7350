import { describe, expect, it } from 'vitest';
import rubricData from '../../models/rubric.json' with { type: 'json' };
import { DIMENSIONS, TIERS } from '../../src/critique.ts';
import type { Form, Level, Levels, Tier } from '../../src/critique.ts';
import type { Rubric } from '../../src/judge/rubric.ts';
import { tierWords } from '../../src/judge/rubric.ts';
import { sensitivity, specificity, tierOf } from '../../src/judge/tier.ts';

const rubric: Rubric = rubricData;

function levels(...[agency, action, measure, deadline]: readonly (number | null)[]): Levels {
  return { agency: agency as Level, action: action as Level, measure: measure as Level, deadline: deadline as Level };
}

const TIER_TABLE: readonly (readonly [Form, readonly (number | null)[], Tier])[] = [
  ['fact', [3, 3, 3, 3], 'not-a-recommendation'],
  ['learning', [0, 0, 0, 0], 'not-a-recommendation'],
  ['soft', [3, 1, 3, 3], 'aspiration'],
  ['directive', [1, 2, 3, 3], 'task'],
  ['soft', [0, 3, 0, 0], 'task'],
  ['directive', [2, 2, 0, 0], 'clear'],
  ['directive', [3, 3, 3, 1], 'clear'],
  ['directive', [3, 2, 2, 2], 'checkable'],
  ['directive', [3, 2, 3, 2], 'checkable'],
  ['directive', [2, 2, 3, 3], 'testable'],
  ['directive', [3, null, 3, 3], 'aspiration'],
  ['directive', [null, 2, 3, 3], 'task'],
  ['directive', [3, 2, null, 3], 'clear'],
];

describe('tierOf', () => {
  it.each(TIER_TABLE)('%s with %j is %s', (form, given, tier) => {
    expect(tierOf({ form, levels: levels(...given) }, rubric)).toBe(tier);
  });

  it('shows every tier in the words of the codebook', () => {
    expect(TIERS.map((tier) => tierWords(tier, rubric))).toEqual(
      ['Not written as a recommendation', 'Aspiration: no action named yet', 'Action, no owner', 'Owner and action', 'Progress can be checked', 'Effect can be seen'],
    );
  });
});

describe('specificity', () => {
  it.each([
    [[3, 2, 0, 0], 42],
    [[3, 1, 0, 2], 33],
    [[0, 1, 0, 0], 8],
    [[3, 0, 3, 3], 33],
    [[3, 3, 3, 3], 100],
    [[0, 0, 0, 0], 0],
    [[3, null, 0, 0], null],
  ] as const)('of %j is %s', (given, index) => {
    expect(specificity(levels(...given), rubric)).toBe(index);
  });

  it('shows how much it depends on each weight', () => {
    const rows = sensitivity(levels(3, 2, 0, 0), rubric, rubric.sensitivity);
    expect(rows).toHaveLength(8);
    expect(rows[1]).toEqual({ dimension: 'agency', factor: 2, specificity: 53 });
  });
});

describe('the rubric', () => {
  it('gives each scale four levels, each with words, a test and examples on both sides', () => {
    expect(rubric.dimensions.map(({ id }) => id)).toEqual(DIMENSIONS);
    for (const scale of [...rubric.dimensions, ...rubric.profiles]) {
      expect(scale.levels.map(({ level }) => level)).toEqual([0, 1, 2, 3]);
      for (const level of scale.levels) expect(Math.min(level.words.length, level.test.length, level.examples.length, level.not.length), scale.id).toBeGreaterThan(0);
    }
  });
});
