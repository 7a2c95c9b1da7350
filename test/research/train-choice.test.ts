import { describe, expect, it } from 'vitest';
import type { ChoiceExample } from '../../src/research/train-choice.ts';
import { trainChoice } from '../../src/research/train-choice.ts';
import { goldLinks } from '../../src/research/gold-links.ts';

const EXAMPLES: readonly ChoiceExample[] = Array.from({ length: 40 }, (_, at) => ({ options: [[['near', 1]], [['far', 1]], [['none', 1]]], right: at % 4 === 0 ? [2] : [0] }));

describe('trainChoice', () => {
  it('learns what the right options have, and is the same every time', () => {
    const options = { epochs: 20, rate: 0.3, pull: 0.001, fewest: 5 };
    const { classes, weights } = trainChoice(EXAMPLES, options);
    expect(classes).toEqual(['option']);
    expect((weights['near']?.[0] ?? 0) > (weights['none']?.[0] ?? 0) && (weights['none']?.[0] ?? 0) > (weights['far']?.[0] ?? 0)).toBe(true);
    expect(trainChoice(EXAMPLES, options)).toEqual({ classes, weights });
  });

  it('leaves out what is seldom seen', () => {
    expect(trainChoice(EXAMPLES, { epochs: 1, rate: 0.1, pull: 0, fewest: 41 }).weights).toEqual({});
  });
});

it('goldLinks takes the units of an item together, without repeats', () => {
  const unit = { start: 0, end: 1, kind: 'recommendation' as const, section: null, number: null, levels: null, form: null, actionType: null, whyLink: null, trainingOnly: null };
  const units = [
    { ...unit, id: 'u1', item: 'r1', repeats: null, answers: ['l1'] }, { ...unit, id: 'u2', item: 'r1', repeats: null, answers: ['l1', 'l2'] }, { ...unit, id: 'u3', item: 'r2', repeats: 'u1', answers: ['l3'] },
  ];
  expect(goldLinks({ units })).toEqual([{ head: 'u1', answers: 'l1' }, { head: 'u1', answers: 'l2' }]);
});
