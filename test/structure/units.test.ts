import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/structure/candidates.ts';
import { joinSentences } from '../../src/structure/units.ts';
import { documentOf, models } from '../support/judging.ts';

/** The units of a text whose sentences are of the given kinds. */
function unitsOf(text: string, kinds: readonly string[]): string[] {
  const document = documentOf(text);
  const { candidates } = findCandidates(document, models.headings);
  expect(candidates).toHaveLength(kinds.length);
  return joinSentences(document, candidates, kinds).map(({ start, end }) => document.text.slice(start, end));
}

describe('joinSentences', () => {
  it('lets sentences of running text stand alone', () => {
    expect(unitsOf('It rained. Nobody came.', ['other', 'other'])).toEqual(['It rained.', 'Nobody came.']);
  });

  it('keeps the sentences of a list item together', () => {
    expect(unitsOf('- Ask twice. Then ask again.', ['r', 'r'])).toEqual(['Ask twice. Then ask again.']);
  });

  it('keeps the sentences of a numbered item together', () => {
    expect(unitsOf('1. Ask twice. Then ask again.', ['r', 'r'])).toEqual(['Ask twice. Then ask again.']);
  });

  it('keeps the sentences of a table cell together', () => {
    expect(unitsOf('| Action |\n|---|\n| Ask twice. Then ask again. |', ['r', 'r'])).toEqual(['Ask twice. Then ask again.']);
  });

  it('splits an item that opens with findings and ends in the ask', () => {
    expect(unitsOf('1. Nobody asked. It rained. The ward should ask.', ['f', 'f', 'r'])).toEqual(['Nobody asked. It rained.', 'The ward should ask.']);
  });

  it('splits an item where another body is asked something new', () => {
    const text = '1. Nobody asked. The ward should ask. Schools should ask. Count the answers.';
    const document = documentOf(text);
    const { candidates } = findCandidates(document, models.headings);
    const groups = joinSentences(document, candidates, ['r', 'r', 'r', 'r'], (index) => index === 1 || index === 2);
    expect(groups.map(({ start, end }) => document.text.slice(start, end))).toEqual(['Nobody asked. The ward should ask.', 'Schools should ask. Count the answers.']);
  });

  it('never joins two items', () => {
    expect(unitsOf('- Ask twice.\n- Ask again.', ['r', 'r'])).toEqual(['Ask twice.', 'Ask again.']);
  });
});
