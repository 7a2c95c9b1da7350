import { expect, test } from 'vitest';
import { keywordKind } from '../../src/research/baseline.ts';
import { keywordLevels, keywordSpans } from '../../src/research/baseline-levels.ts';

test.each([
  ['The ICB should fund one post.', null, 'recommendation'],
  ['A revised form for bookings, used by all midwives.', '7 Recommendations', 'recommendation'],
  ['31 March 2031', '7 Recommendations', 'other'],
  ['Staff need to understand debt.', 'Learning', 'learning-point'],
  ['How well do we hear from grandparents?', null, 'question'],
  ['The letter was not read.', 'Findings', 'other'],
  ['The letter from the hospital was not read by anyone.', null, 'finding'],
  ['The Trust has since revised its form.', null, 'action-taken'],
] as const)('%s under %s is %s', (text, section, kind) => {
  expect(keywordKind({ text, section })).toBe(kind);
});

test('levels come from lists of words', () => {
  const { steps } = keywordLevels('Tidewell ICB should audit 40 files by 31 March 2031.');
  expect(steps).toMatchObject({ agency: 3, action: 2, measure: 2, deadline: 3, tier: 4, form: 3 });
});

test('spans are cut at the modal and at a purpose', () => {
  const text = 'Tidewell ICB should publish the list so that parents know.';
  expect(keywordSpans(text).map(({ element, start, end }) => [element, text.slice(start, end)])).toEqual([
    ['agency', 'Tidewell ICB'], ['action', 'publish the list'], ['outcome', 'so that parents know'],
  ]);
});
