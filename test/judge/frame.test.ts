import { describe, expect, it } from 'vitest';
import { frame } from '../../src/judge/frame.ts';
import type { FrameInput, FramePart } from '../../src/judge/frame.ts';
import { asInfinitive } from '../../src/language/verbs.ts';
import { marked, named } from '../support/marked.ts';

function input(source: string): FrameInput {
  const m = marked(source);
  const part = (name: string): FramePart[] => [
    ...named(m, name).map(({ text, start, end }) => ({ text, start, end, from: 'item' as const })),
    ...named(m, `${name}/context`).map(({ text }) => ({ text, from: 'context' as const })),
  ];
  return {
    text: m.text,
    elements: { agency: part('agency'), action: part('action'), method: part('method'), deadline: part('deadline'), outcome: part('outcome'), measure: part('measure') },
  };
}

const FRAMES: readonly (readonly [string, string])[] = [
  ['{agency:The ICB} should {action:audit 50 records}.', 'The ICB will audit 50 records · how: ____ · by when: ____ · so that ____ · seen by ____ compared with ____'],
  ['{action:Review its form} {outcome:so that it fits on two pages} {deadline:by 31 March 2031}.', '____ will review its form · how: ____ · by when: 31 March 2031 · so that it fits on two pages · seen by ____ compared with ____'],
  ['A protocol should {action:be agreed} {agency/context:the Partnership}', 'The Partnership will agree a protocol · how: ____ · by when: ____ · so that ____ · seen by ____ compared with ____'],
  ['{agency:The Trust} {action:supervision of duty workers}', 'The Trust will ____ (supervision of duty workers) · how: ____ · by when: ____ · so that ____ · seen by ____ compared with ____'],
  [
    '{agency:The Trust} will {action:ensuring that fathers are asked} {method:by adding a line to the form} {deadline:within six months} {measure:40 files in May compared with the 2030 figure of 35%}',
    'The Trust will ensure that fathers are asked · how: by adding a line to the form · by when: within six months · so that ____ · seen by 40 files in May compared with the 2030 figure of 35%',
  ],
  ['{agency:Police} and {agency:health} {action:should fund a post} {measure:referrals before and after launch}', 'Police and health will fund a post · how: ____ · by when: ____ · so that ____ · seen by referrals before and after launch'],
  ['{action/context:x} All schools should be {action:reminded of the rule}.'.replace('{action/context:x} ', ''), '____ will remind all schools of the rule · how: ____ · by when: ____ · so that ____ · seen by ____ compared with ____'],
  ['{agency:CAMHS} should {action:review its form {outcome:so that it fits on two pages}}.', 'CAMHS will review its form · how: ____ · by when: ____ · so that it fits on two pages · seen by ____ compared with ____'],
  ['{agency:The Board} should {measure:{action:audit 40 files {deadline:within a year}}}.', 'The Board will audit 40 files · how: ____ · by when: within a year · so that ____ · seen by the same compared with ____'],
  ['{agency:The ICB} should {action:replace the form {method:with two pages, {deadline:by May 2031}, and pilot it}}.', 'The ICB will replace the form · how: with two pages, and pilot it · by when: May 2031 · so that ____ · seen by ____ compared with ____'],
];

describe('frame', () => {
  it.each(FRAMES)('%s', (source, expected) => {
    expect(frame(input(source))).toBe(expected);
  });

  it('is all blanks where nothing was found', () => {
    expect(frame(input('Supervision.'))).toBe('____ will ____ · how: ____ · by when: ____ · so that ____ · seen by ____ compared with ____');
  });

  it('asks a national body for no local measure', () => {
    expect(frame({ ...input('{agency:The Department} should {action:amend the guidance}.'), scope: 'national' })).not.toContain('seen by');
  });
});

describe('asInfinitive', () => {
  it.each([
    ['review its policy', 'review its policy'],
    ['should review its policy', 'review its policy'],
    ['to publish the map', 'publish the map'],
    ['Ensuring that staff know', 'ensure that staff know'],
    ['reviews its policy', 'review its policy'],
    ['Audit 40 closed files', 'audit 40 closed files'],
    ['commission a service', 'commission a service'],
    ['seek assurance that visits take place', 'seek assurance that visits take place'],
    ['A protocol should be agreed', 'agree a protocol'],
    ['The duty form to be reviewed by June', 'review the duty form by June'],
    ['The map must be drawn and tested', null],
    ['supervision of duty workers', null],
    ['support for fathers', null],
    ['recording of fathers', null],
    ['training for duty staff', null],
    ['better recording', null],
    ['a review of thresholds', null],
    ['', null],
    ['12', null],
  ])('%s → %s', (phrase, expected) => {
    expect(asInfinitive(phrase)).toBe(expected);
  });
});
