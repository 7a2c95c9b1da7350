import { expect, test } from 'vitest';
import { ownYear } from '../../src/corpus/own-year.ts';

const units = (...texts: readonly string[]): Parameters<typeof ownYear>[1] => texts.map((text) => (text.startsWith('R: ') ? { kind: 'recommendation' as const, text: text.slice(3) } : { kind: 'other' as const, text }));

test.each([
  ['a line that is a date', null, ['31 January 2031', 'It happened in 2029.'], '2031', 'its date line'],
  ['a line that names the date of the report', null, ['Date of report: 3 May 2031', 'It happened in 2029.'], '2031', 'its date line'],
  ['the title', 'Review of 2030: Child K', ['It happened in 2029.'], '2030', 'its title'],
  ['the latest year that is named twice', 'Child K', ['In 2029 he moved.', 'In 2030 he moved.', 'It was 2030.', 'A law of 2031 is awaited.'], '2030', 'years named in it'],
  ['the only year', null, ['It happened in 2029.'], '2029', 'years named in it'],
  ['years of asks and of what lies ahead are left out', null, ['In May 2029 he moved.', 'The service will be in place by June 2033.', 'R: Report by 31 March 2034.'], '2029', 'years named in it'],
])('%s', (_name, title, texts, year, from) => {
  expect(ownYear(title, units(...texts))).toEqual({ year, from });
});

test('numbers that are no years are none', () => {
  expect(ownYear('Case 120305', units('He is 2100 grams; call 020 1998 2000x.'))?.year).not.toBe('2100');
  expect(ownYear(null, units('No year is named.'))).toBeNull();
});
