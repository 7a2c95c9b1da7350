import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/structure/candidates.ts';
import { findCandidates } from '../../src/structure/candidates.ts';
import { documentOf, models } from '../support/judging.ts';

function candidates(text: string): readonly Candidate[] {
  return findCandidates(documentOf(text), models.headings).candidates;
}

function at(text: string, words: string): Candidate {
  const found = candidates(text).find((candidate) => candidate.text.startsWith(words));
  if (found === undefined) throw new Error(`No sentence opens with ${words}`);
  return found;
}

/** Text, opening words, role and what files it. */
const FILED: readonly (readonly [string, string, string | null, string])[] = [
  ['# The winter\n\nIt snowed.', 'It snowed', null, 'none'],
  ['# Recommendations\n\nThe ward should ask.', 'The ward', 'recommendations', 'heading'],
  ['# Recommendations\n\n## Housing\n\nThe landlord should ask.', 'The landlord', 'recommendations', 'above'],
  ['# The winter\n\nThe Partnership should:\n\n- ask fathers', 'ask fathers', 'recommendations', 'stem'],
  ['# Learning points\n\nStaff should:\n\n- ask fathers', 'ask fathers', 'learning', 'heading'],
  ['# The winter\n\n| Action | Lead |\n|---|---|\n| Ask fathers | Ward |', 'Ask fathers', 'recommendations', 'column'],
  ['# Recommendations\n\n| Weather | Action |\n|---|---|\n| Snow | Ask fathers |', 'Snow', null, 'column'],
  ['# Recommendations of earlier reviews\n\n| Action | Lead |\n|---|---|\n| Ask fathers | Ward |', 'Ask fathers', 'previous', 'heading'],
];

describe('findCandidates: what a sentence is filed under', () => {
  it.each(FILED)('%j, “%s” → %s by %s', (text, words, role, by) => {
    expect(at(text, words).filing).toMatchObject({ role, by });
  });
});

/** Text, opening words and number. */
const NUMBERED: readonly (readonly [string, string, string | null])[] = [
  ['1. The ward should ask.', 'The ward', '1'],
  ['1. The ward should:\n\n(a) ask fathers', 'ask fathers', '1(a)'],
  ['# Recommendation 4\n\nThe ward should ask.', 'The ward', '4'],
  ['# Recommendation 4: asking\n\nThe ward should ask.', 'The ward', '4'],
  ['Recommendation 3: The ward should ask.', 'The ward', '3'],
  ['# The winter of 2033\n\nIt snowed.', 'It snowed', null],
  ['- The ward should ask.', 'The ward', null],
];

describe('findCandidates: numbers', () => {
  it.each(NUMBERED)('%j, “%s” → %s', (text, words, number) => {
    expect(at(text, words).number).toBe(number);
  });
});

describe('findCandidates', () => {
  it('makes a candidate of every sentence', () => {
    expect(candidates('It snowed. Nobody came.').map(({ text }) => text)).toEqual(['It snowed.', 'Nobody came.']);
  });

  it('makes none of headings', () => {
    expect(candidates('# The winter\n\nIt snowed.').map(({ text }) => text)).toEqual(['It snowed.']);
  });

  it('makes none of the heads of columns', () => {
    expect(candidates('| Action |\n|---|\n| Ask fathers |').map(({ text }) => text)).toEqual(['Ask fathers']);
  });

  it('makes none of a list of references', () => {
    expect(candidates('# References\n\nFinch, A. (2031) Snow and the state.')).toEqual([]);
  });

  it('counts the sentences of a block', () => {
    expect(candidates('It snowed. Nobody came.').map(({ sentence, sentences }) => [sentence, sentences])).toEqual([[0, 2], [1, 2]]);
  });

  it('knows what leads items in', () => {
    expect(candidates('The ward should:\n\n- ask fathers').map(({ leadsIn }) => leadsIn)).toEqual([true, false]);
  });

  it('keeps offsets: text and slice are the same', () => {
    const document = documentOf('# A\n\n1. It snowed. Nobody came.\n\n| Action |\n|---|\n| Ask. Ask again. |');
    for (const { start, end, text } of findCandidates(document, models.headings).candidates) expect(document.text.slice(start, end)).toBe(text);
  });
});
