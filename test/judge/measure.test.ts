import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/critique.ts';
import { findMeasure } from '../../src/judge/measure.ts';
import { marked } from '../support/marked.ts';
import { expectSpans, models, passage } from '../support/judging.ts';

/** Level and sentence; what is to be seen is marked. */
const TEXTS: readonly (readonly [Level, string])[] = [
  [0, 'Update the policy.'],
  [0, 'Be aware of what it did.'],
  [0, 'Act so that children’s lives improve.'],
  [0, 'You can count on the porter.'],
  [1, '{m:Progress to be reported to the Executive}.'],
  [1, 'Agencies will {m:provide evidence of impact}.'],
  [1, 'The Board should {m:seek assurance that schools keep the sheet}.'],
  [1, '{m:Audit practice}.'],
  [2, '{m:Survey 60 parents about the wait}.'],
  [2, '{m:Audit 40 files for a recorded conversation with the child}.'],
  [2, 'Ensure that {m:90% of duty staff have read it}.'],
  [2, '{m:Count referrals to the clinic}.'],
  [2, '{m:Dip-sample ten closed cases}, and tell the ward.'.replace('}, and tell the ward', ', and tell the ward}')],
  [3, '{m:Re-audit in June 2033 against the 2031 result of 35%}.'],
  [3, '{m:Compare referrals in the 12 months before and after launch}.'],
  [3, 'Train the ward; {m:compare the share of visits with an interpreter with the baseline of 12%}.'],
];

/** Cells of a column for measures. */
const CELLS: readonly (readonly [Level, string])[] = [
  [0, 'TBC'], [0, 'To be agreed'], [1, 'Staff feel better prepared for visits'], [1, 'Report to the Executive'], [2, 'Audit of 30 files'], [2, 'Survey'], [3, 'Rate compared with the 2031 baseline of 12%'],
];

describe('findMeasure', () => {
  it.each(TEXTS)('M%i %s', (level, source) => {
    const { text, spans } = marked(source);
    const found = findMeasure(passage(text), models.measures);
    expect(found.level).toBe(level);
    expectSpans(found.spans, spans);
  });

  it.each(CELLS)('M%i in a column for measures: %s', (level, text) => {
    expect(findMeasure(passage(text, 'measure'), models.measures).level).toBe(level);
  });

  it('takes a cell whole', () => {
    const text = 'Audit of 30 files. Read at the Executive.';
    expect(findMeasure(passage(text, 'measure'), models.measures).spans.map((span) => span.text)).toEqual([text]);
  });

  it('stops before a purpose', () => {
    expect(findMeasure(passage('Audit 40 files for a signature so that nobody is missed.'), models.measures).spans.map((span) => span.text)).toEqual(['Audit 40 files for a signature']);
  });
});
