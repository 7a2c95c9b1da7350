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
  // A frequency is no deadline where there is one.
  [3, 'Publish the figures, {date:first by 1 May 2033}, then annually.'],
  [3, 'Open the clinic, {date:starting no later than 1 May 2033}.'],
  [3, 'Open the clinic {date:with effect from 1 May 2033}.'],
  [3, 'Open the clinic {date:on or before 1 May 2033}.'],
  [3, 'Count the calls {date:up to 31 December 2033}.'],
  [3, 'Tell the chair {date:at its meeting of 9 December 2033}.'],
  [3, 'Show the figures {date:by the Board’s June 2033 meeting}.'],
  [3, 'Add the clause {date:when it is renewed in April 2033}.'],
  [3, 'Read thirty notes {date:in the quarter ending 31 March 2033}.'],
  [3, 'Print the card {date:by Easter 2033}.'],
  [3, 'Print the card {date:by midsummer 2033}.'],
  [3, 'Print the card {date:before the spring term of 2033 begins}.'],
  [3, 'Print the number in every report, {date:beginning with 2033-34}.'],
  [3, 'The ward: print the card, {date:June 2033}.'],
  [3, 'Print the card, {date:quarter 2 of 2033-34}.'],
  [3, 'Print the card {date:by 30 November}.'],
  [3, 'Print the card {date:by Friday 7 November}.'],
  [3, 'Publish a statement {period-anchored:on the first anniversary of this report}.'],
  [2, 'Print the card {period:within the month}.'],
  [2, 'Print the card {period:this quarter}.'],
  [2, 'Print the card {period:over the next term}.'],
  [2, 'Look again {period:after six months}.'],
  [2, 'Widen the rule {event:when the service is next let}.'],
  [2, 'Trial the letter {event:before the full review reports}.'],
  [2, 'Trial the letter {event:before the winter rota starts}.'],
  [2, 'Write the duty down {event:before the commencement of any new register}.'],
  [2, 'Pay for an hour {event:in the contract for 2033/34}.'],
  [2, 'Pay for an hour {event:with effect from the January term}.'],
  [1, 'Print the card {vague:asap}.'],
  [1, 'Print the card, {vague:ongoing}.'],
  [1, 'Print the card {vague:as early as practicable}.'],
  [1, 'Rehearse the handover {recurring:each year}.'],
  // Standards of casework and rhythms of practice are content (codebook 7.11, 12.7).
  [0, 'Health visitors should visit within 24 hours of discharge.'],
  [0, 'The duty worker should ring the family within two working days of the referral.'],
  [0, 'Ward sisters should offer supervision monthly.'],
  [0, 'Nurses should routinely ask about debt.'],
  [0, 'Put the policy into the weekly bulletin.'],
  [0, 'Keep a monthly list of children who were turned away.'],
  [0, 'Report each quarter the number of children who were turned away.'],
  [0, 'Flag any address with more than six calls in a year.'],
  [0, 'Hold a meeting before a child is admitted twice in a year.'],
  [0, 'Tell the family within ten working days.'],
  // When something happened.
  [0, 'Amend the form, as nobody was told in September 2032.'],
  [0, 'View the footage of thirty incidents in April 2032 and count the children.'],
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
  [3, 'In post by September 2033'], [3, 'Report to the Board, May 2033'], [3, 'First day of the summer term 2033'], [3, 'Pilot from 4 May 2033'], [2, 'by Christmas'], [2, 'Before the summer'], [1, 'At once'], [1, 'Each term'], [0, 'To be confirmed'],
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
