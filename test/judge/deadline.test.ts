import { describe, expect, it } from 'vitest';
import type { DeadlineType, Level } from '../../src/critique.ts';
import { findDeadlines } from '../../src/judge/deadline.ts';
import { marked } from '../support/marked.ts';
import { expectSpans, models, passage } from '../support/judging.ts';

/** Level and sentence; each deadline is marked with its type. */
const TEXTS: readonly (readonly [Level, string])[] = [
  [0, 'Publish the guide.'],
  [1, 'Publish the guide {vague:as soon as possible}.'],
  [1, 'Publish the guide {vague:without delay}.'],
  [1, 'Publish the figures {recurring:annually}.'],
  [1, 'Publish the figures {recurring:regularly}.'],
  [1, 'Report the figures {recurring:every six months}.'],
  [2, 'Publish the guide {period:within three months}.'],
  [2, 'Publish the guide {period:by spring}.'],
  [2, 'Publish the guide {period:by the end of March}.'],
  [2, 'Publish the guide {event:before the next inspection}.'],
  [2, 'Amend the protocol {event:when the national guidance is issued}.'],
  [2, 'Agree the questions {event:before the review begins}.'],
  [3, 'Publish the guide {date:by June 2033}.'],
  [3, 'Publish the guide {date:by 31 March 2033}.'],
  [3, 'Publish the guide {date:by 31/03/2033}.'],
  [3, 'Publish the guide {date:by the end of 2033}.'],
  [3, 'Publish the guide {date:by Q2 2033/34}.'],
  [3, 'Publish the guide {date:by the end of the summer term 2033}.'],
  [3, 'Publish the guide {period-anchored:within six months of publication}.'],
  [3, 'Repeat the survey {period-anchored:12 months after launch}.'],
  [3, 'Publish the figures, first {date:by 1 May 2033}, then {recurring:annually}.'],
  // Standards of casework and rhythms of practice are content (codebook 7.11, 12.7).
  [0, 'Health visitors should visit within 24 hours of discharge.'],
  [0, 'The duty worker should ring the family within two working days of the referral.'],
  [0, 'Ward sisters should offer supervision monthly.'],
  [0, 'Nurses should routinely ask about debt.'],
  // Years and ages that are no dates.
  [0, 'Set the result beside the 2031 audit.'],
  [0, 'Weigh children under two years of age at home.'],
  [0, 'Read the guide of 2029 again.'],
  // A period that is compared with another is part of a measure.
  [0, 'Compare referrals in the 12 months before and after the launch.'],
  [0, 'Compare referrals in the six months either side of the launch.'],
];

/** Cells of a column of dates. */
const CELLS: readonly (readonly [Level, string])[] = [
  [3, 'March 2033'], [3, '31/03/33'], [3, 'Q3 2033/34'], [3, 'By end of May 2033'], [3, '6 months from publication'], [2, '6 months'], [2, 'End of term'], [1, 'Immediate'], [1, 'Ongoing'], [0, '—'],
];

describe('findDeadlines', () => {
  it.each(TEXTS)('D%i %s', (level, source) => {
    const { text, spans } = marked(source);
    const found = findDeadlines(passage(text), models.deadlines);
    expect(found.level).toBe(level);
    expectSpans(found.spans, spans);
    expect(found.spans.map(({ type }) => type)).toEqual(spans.map(({ name }) => name as DeadlineType));
  });

  it.each(CELLS)('D%i in a column of dates: %s', (level, text) => {
    expect(findDeadlines(passage(text, 'deadline'), models.deadlines).level).toBe(level);
  });

  it('marks a frequency as recurrence, also beside a date', () => {
    expect(findDeadlines(passage('Publish the figures, first by 1 May 2033, then annually.'), models.deadlines).recurrence).toBe(true);
  });

  it('says that a date of the context comes from there', () => {
    expect(findDeadlines(passage('March 2033', 'deadline'), models.deadlines).spans[0]?.from).toBe('context');
  });

  it('names the rule', () => {
    expect(findDeadlines(passage('Publish by Q2 2033.'), models.deadlines).rule).toBe('deadline/quarter');
  });
});
