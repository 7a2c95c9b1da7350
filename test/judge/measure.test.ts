import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/critique.ts';
import { findDeadlines } from '../../src/judge/deadline.ts';
import type { Measure } from '../../src/judge/measure.ts';
import { findMeasure } from '../../src/judge/measure.ts';
import { readUnit } from '../../src/judge/reading.ts';
import { marked } from '../support/marked.ts';
import { expectSpans, models, passage } from '../support/judging.ts';

function measured(text: string): Measure {
  const own = passage(text);
  const dates = findDeadlines(own, models.deadlines).spans.filter(({ type }) => type !== 'recurring').map(({ start, end }) => ({ start: start - own.start, end: end - own.start }));
  return findMeasure(own, models.measures, readUnit(text, models.verbs.all).asks, dates);
}

/** Level and sentence; what is to be seen is marked. */
const TEXTS: readonly (readonly [Level, string])[] = [
  [0, 'Update the policy.'],
  [0, 'Be aware of what it did.'],
  [0, 'Act so that children’s lives improve.'],
  [0, 'You can count on the porter.'],
  [0, 'Close no case on evidence of training alone.'],
  [0, 'Issue every porter with the phone number of the night desk.'],
  [0, 'Add a flag for pupils whose attendance is below 60%.'],
  [0, 'The Government should limit how long a child can wait on bail.'],
  [0, 'Print the card, since one nurse held twice the number of families.'],
  // The ask itself is to watch: a level, and nothing set apart.
  [1, 'The Board should seek assurance that schools keep the sheet.'],
  [1, 'Evaluate the course.'],
  [1, 'Audit practice.'],
  // The thing that an ask measures.
  [2, 'Audit {m:40 files for a recorded conversation with the child}.'],
  [2, 'The ward should dip-sample {m:ten closed cases} and tell the Board.'],
  [2, 'Survey {m:60 parents about the wait}.'],
  [2, 'Count {m:referrals to the clinic}.'],
  [2, 'The matron is to read {m:the last thirty discharge letters} by 1 June 2033.'],
  [2, 'Look at {m:twenty sets of notes} and say how many name a father.'],
  [2, 'Re-open {m:all 41 contacts that were closed as medical since 2031}.'],
  [2, 'Carry out {m:a survey of forty parents}.'],
  [2, 'Report to the Board {m:the number of visits made at night}.'],
  [2, 'Publish {m:the share of calls answered within a minute} each quarter.'.replace('} each quarter', ' each quarter}')],
  [2, 'Success will be measured by {m:the share of visits with an interpreter}.'],
  [2, 'Ensure that {m:90% of duty staff have read it}.'],
  [3, 'Re-audit {m:40 files against the 2031 result of 35%}, by June 2033.'],
  [3, 'Compare {m:referrals in the 12 months before and after launch}.'],
  // Clauses beside the ask.
  [1, 'Update the form and {m:report to the Executive}.'],
  [1, 'Update the form, {m:with progress reported to the Executive}.'],
  [1, 'Update the form, {m:with a report to the Board upon its effect}.'],
  [1, 'Update the form, {m:its use to be told to the Board}, by June 2033.'],
  [1, 'Update the form; {m:exceptions to be notified to the chair}.'],
  [1, 'Update the form, and {m:monitor what difference it makes}.'],
  [1, 'Update the form and {m:keep the position under review}.'],
  [1, 'Invite the parents back, and {m:publish what they say}, by June 2033.'],
  [1, 'Give porters time to write down worries, and {m:evidence it at contract review}.'],
  [2, 'Update the form; {m:30 forms to be read after the pilot}.'],
  [2, 'Update the form; {m:calls made to be returned monthly}.'],
  [2, 'Hold a hundred boxes at each clinic; {m:number fitted to be returned monthly}.'],
  [2, 'Update the form, {m:with a monthly count of blanks}.'],
  [2, 'Update the form, {m:the share left blank to be published}.'],
  [2, 'Update the form, {m:reporting the share left blank each month}.'],
  [2, 'Update the form. {m:Sixty forms should be sampled in the month after}.'],
  [2, 'Update the form, {m:checked against a sample of 20 minutes}.'],
  [2, 'Update the form and {m:count the blanks}, from 1 April 2033.'],
  [3, 'Train the ward; {m:compare the share of visits with an interpreter with the baseline of 12%}.'],
  [3, 'Update the form, and {m:set the share left blank against the 22% found in 2031}.'],
  [3, 'Open the line. {m:In March 44 of 71 calls went unanswered. Count again in June}.'],
  [3, 'Open the line. {m:The share of calls answered, which was 38% in 2031, should be measured again a year on}.'],
  // A date is none.
  [2, 'Audit {m:50 files for a signature}, reporting in June 2033.'],
];

/** Cells of a column for measures. */
const CELLS: readonly (readonly [Level, string])[] = [
  [0, 'TBC'], [0, 'To be agreed'], [1, 'Staff feel better prepared for visits'], [1, 'Report to the Executive'], [2, 'Audit of 30 files'], [2, 'Survey'], [3, 'Rate compared with the 2031 baseline of 12%'],
];

describe('findMeasure', () => {
  it.each(TEXTS)('M%i %s', (level, source) => {
    const { text, spans } = marked(source);
    const found = measured(text);
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
    expect(measured('Audit 40 files for a signature so that nobody is missed.').spans.map((span) => span.text)).toEqual(['40 files for a signature']);
  });
});
