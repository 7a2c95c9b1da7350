import { describe, expect, it } from 'vitest';
import { roleOf } from '../../src/structure/roles.ts';
import { models } from '../support/judging.ts';

const HEADINGS: readonly (readonly [string, string | null])[] = [
  ['Recommendations', 'recommendations'],
  ['7 Recommendations for the partnership', 'recommendations'],
  ['Recommendations of earlier reviews', 'previous'],
  ['Learning points', 'learning'],
  ['Good practice', 'good-practice'],
  ['Questions for the Board', 'questions'],
  ['Terms of reference', 'terms-of-reference'],
  ['References', 'references'],
  ['Glossary', 'references'],
  ['Chronology', 'chronology'],
  ['Methodology', 'method'],
  ['Views of the family', 'family'],
  ['Executive summary', 'summary'],
  ['Appendix B', 'appendix'],
  ['The weather that winter', null],
];

const COLUMNS: readonly (readonly [string, string | null])[] = [
  ['Lead', 'owner'], ['Who will do it?', 'owner'], ['Responsible agency', 'owner'], ['By when', 'deadline'], ['Timescale', 'deadline'], ['Due date', 'deadline'],
  ['How will we know?', 'measure'], ['Measure of success', 'measure'], ['Action', 'action'], ['Recommendation', 'action'], ['Progress', 'progress'], ['No.', 'number'], ['Weather', null],
];

const STEMS: readonly (readonly [string, string | null])[] = [
  ['The Partnership should:', 'recommendations'],
  ['We recommend that:', 'recommendations'],
  ['The house has three doors:', null],
];

describe('roleOf', () => {
  it.each(HEADINGS)('heading “%s” is %s', (text, role) => {
    expect(roleOf(text, models.headings.roles)).toBe(role);
  });
  it.each(COLUMNS)('column “%s” is %s', (text, role) => {
    expect(roleOf(text, models.headings.columns)).toBe(role);
  });
  it.each(STEMS)('stem “%s” is %s', (text, role) => {
    expect(roleOf(text, models.headings.stems)).toBe(role);
  });
  it('takes no long paragraph for a heading', () => {
    expect(roleOf(`Recommendations ${'and so on '.repeat(20)}`, models.headings.roles)).toBeNull();
  });
});
