import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/structure/sentences.ts';
import { marked } from '../support/marked.ts';

/** Each sentence is marked; what is not marked are the blanks between them. */
const BLOCKS: readonly string[] = [
  '{s:The nurse rang twice.} {s:Nobody answered.}',
  '{s:Mrs. Holt met Dr. Finch at St. Brannock’s clinic.} {s:She waited.}',
  '{s:Police used s. 47 powers, and reg. 8 of the rules.} {s:They left at ten.}',
  '{s:Support (e.g. a driver) was offered, i.e. nobody came.} {s:It was late.}',
  '{s:The rate was 4.5 a year.} {s:It rose to 6.1.}',
  '{s:He asked “Why?” and left.} {s:No one knew.}',
  '{s:She said “I was cold.”} {s:They noted it.}',
  '{s:What would a new worker see?} {s:Would they ask?}',
  '{s:The carer was seen by J. Smith at home.}',
  '{s:This was a matter for Child Q.} {s:The school knew.}',
  '{s:He left ... and came back.} {s:It was dark.}',
  '{s:See fig. 3 and para. 4.2 of the plan.} {s:Both are short.}',
  '{s:It happened (on a Monday.)} {s:The rota was empty.}',
  '{s:1. The board should meet.}',
  '{s:It closed at 5 p.m. on Fridays.} {s:Calls went unheard.}',
  '{s:A heading-like phrase with no stop}',
  '{s:Two.}   {s:Blanks.}',
  '{s:The form has no. 7 on it.} {s:The next page is blank.}',
  '{s:Wow!} {s:That is odd.}',
  '{s:The review of 3 Jan. 2033 was short.} {s:It said so.}',
];

describe('splitSentences', () => {
  it.each(BLOCKS)('%s', (source) => {
    const { text, spans } = marked(source);
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(spans.map((span) => span.text));
  });

  it('finds nothing in blanks', () => {
    expect(splitSentences(' \t ')).toEqual([]);
  });

  it('covers every character that is no blank, in order and without overlap', () => {
    const piece = fc.oneof(fc.constantFrom('. ', '? ', '… ', 'e.g. ', '“', '.” ', 'Mr. ', 'A', ' ', '3.2 '), fc.string({ unit: 'grapheme', maxLength: 8 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let at = 0;
      for (const { start, end } of splitSentences(text)) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }));
  });
});
