import { describe, expect, it } from 'vitest';
import { splitMarker } from '../../src/read/marker.ts';

const MARKED: readonly (readonly [string, string])[] = [
  ['3. The board should act', '3.'], ['(a) the school', '(a)'], ['4.2 The school', '4.2'], ['4.2.1 “Quoted', '4.2.1'], ['a) text', 'a)'],
  ['Recommendation 3: The ICB', 'Recommendation 3:'], ['Learning point 2 Children', 'Learning point 2'], ['R3: Review', 'R3:'], ['R3 Review it', 'R3'],
  ['• text', '•'], ['– text', '–'], ['iv. text', 'iv.'], ['(iv) text', '(iv)'], ['Single agency recommendation 2. Police', 'Single agency recommendation 2.'],
  ['Appendix A: Terms', 'Appendix A:'], ['Theme one: Neglect', 'Theme one:'], ['o text', 'o'], ['3(a) text', '3(a)'], ['Recommendation 4 – Police', 'Recommendation 4 –'],
  ['LP2: text', 'LP2:'], ['[1] Smith', '[1]'], ['KLOE 1: How', 'KLOE 1:'], ['Recommendation 3A: Police', 'Recommendation 3A:'], ['Part 2. Police', 'Part 2.'],
];
const PLAIN = ['2031. The year', '12 children', '4.2 million', '2.5 hours', 'A. Smith said', 'Recommendation 3 was accepted', 'Recommendations 3 and 4 stand',
  '03.04.31 Home visit', '3.', 'The board', '10:30 visit', 'a child', 'I am', 'Learning from the review', 'Part of the', 'section 47 enquiry', 'M5 The motorway', '12 March 2031', '-5 degrees', 'Learning points: what school knew', 'Recommendations: the plan', 'Part of: the', ''];

describe('splitMarker', () => {
  it.each(MARKED)('splits %j', (text, marker) => {
    expect(splitMarker(text)?.marker).toBe(marker);
  });
  it.each(PLAIN)('leaves %j whole', (text) => {
    expect(splitMarker(text)).toBeNull();
  });
  it('takes a bare number in a heading only', () => {
    expect(splitMarker('4 Analysis', true)?.marker).toBe('4');
    expect(splitMarker('4 Analysis')).toBeNull();
  });
});
