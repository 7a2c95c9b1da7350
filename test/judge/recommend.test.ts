import { describe, expect, it } from 'vitest';
import type { Form, Recommendation, Tier } from '../../src/critique.ts';
import { DIMENSIONS } from '../../src/critique.ts';
import { judgeElements } from '../../src/judge/elements.ts';
import { recommend } from '../../src/judge/recommend.ts';
import { clauseOf, documentOf, models, passage } from '../support/judging.ts';

const WEIGHTS = { agency: 1, action: 1, measure: 1, deadline: 1 };

function recommended(text: string, { off = [] as readonly string[], leadsIn = false } = {}): Recommendation {
  const document = documentOf(text);
  const judged = judgeElements(passage(text, 'own', 0), [], clauseOf(text), models);
  return recommend(document, { unit: 'u1', item: 'r1', text, start: 0, judged, cliches: [], filed: true, leadsIn }, models, { weights: WEIGHTS, cap: 33, off: new Set(off) });
}

const TABLE: readonly (readonly [Form, Tier, string])[] = [
  ['fact', 'not-a-recommendation', 'The letter was filed without being read.'],
  ['learning', 'not-a-recommendation', 'How well do our teams hear from grandparents?'],
  ['fact', 'not-a-recommendation', 'The midwife should have asked about debt.'],
  ['soft', 'aspiration', 'Consideration should be given to a shared chronology.'],
  ['soft', 'aspiration', 'The timeliness of referrals.'],
  ['directive', 'aspiration', 'All agencies should remind staff of the policy.'],
  ['soft', 'task', 'A protocol for joint home visits should be agreed.'],
  ['directive', 'task', 'All agencies should add a question about debt to the booking form.'],
  ['directive', 'clear', 'Holmere ICB should add a question about debt to the booking form.'],
  ['directive', 'checkable', 'Holmere ICB should audit 40 closed files for a signature within six months.'],
  ['directive', 'testable', 'Holmere ICB should re-audit 40 closed files by June 2033 against the 2031 result of 35%.'],
];

describe('recommend', () => {
  it.each(TABLE)('%s, %s: %s', (form, tier, text) => {
    expect(recommended(text)).toMatchObject({ form, tier });
  });

  it('flags what is filed as a recommendation and is none', () => {
    expect(recommended('The letter was filed without being read.')).toMatchObject({ misfiled: true, flags: ['misfiled'] });
  });

  it('takes a bare lead-in for what it leads in', () => {
    expect(recommended('Holmere ICB should:', { leadsIn: true }).form).toBe('directive');
  });

  it('caps the index where there is no action', () => {
    expect(recommended('Holmere ICB should raise awareness by June 2033.').specificity).toBeLessThanOrEqual(33);
  });

  it('gives a rule for each dimension, with words', () => {
    const { rules } = recommended('Holmere ICB should add a question to the form by June 2033.');
    expect(DIMENSIONS.filter((dimension) => rules.some((rule) => rule.dimension === dimension && rule.says !== ''))).toEqual(DIMENSIONS);
  });

  it('gives the words that earned a level as evidence', () => {
    const text = 'Holmere ICB should add a question to the form by June 2033.';
    const [evidence] = recommended(text).rules.find(({ dimension }) => dimension === 'deadline')?.evidence ?? [];
    expect(text.slice(evidence?.start, evidence?.end)).toBe('by June 2033');
  });

  it('gives no level where its rule is switched off', () => {
    const found = recommended('Holmere ICB should add a question to the form by June 2033.', { off: ['deadline/date'] });
    expect([found.levels.deadline, found.specificity, found.rules.some(({ id }) => id === 'deadline/date')]).toEqual([null, null, false]);
  });

  it('asks at least one question of what nobody could see the effect of', () => {
    expect(recommended('Holmere ICB should add a question to the form.').questions.length).toBeGreaterThan(0);
  });

  it('sets its own words into the frame', () => {
    expect(recommended('Holmere ICB should add a question to the form.').frame).toContain('add a question to the form');
  });

  it('leaves a blank in the frame where nothing was found', () => {
    expect(recommended('Holmere ICB should add a question to the form.').frame).toContain('____');
  });

  it('sees training and nothing else', () => {
    expect([recommended('Provide further training on neglect.').trainingOnly, recommended('Add a question to the form.').trainingOnly]).toEqual([true, false]);
  });
});
