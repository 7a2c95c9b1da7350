import { describe, expect, it } from 'vitest';
import { rowPassages } from '../../src/judge/row.ts';
import { findCandidates } from '../../src/structure/candidates.ts';
import { documentOf, models } from '../support/judging.ts';

/** What the row gives to the sentence. */
function given(markdown: string, sentence: string): (readonly [string, string])[] {
  const document = documentOf(markdown);
  const candidate = findCandidates(document, models.headings).candidates.find(({ text }) => text === sentence);
  return candidate === undefined ? [] : rowPassages(document, candidate, models.headings).map(({ from, text }) => [from, text] as const);
}

const table = (heads: string, row: string): string => `| ${heads} |\n|${heads.split('|').map(() => '---').join('|')}|\n| ${row} |`;

describe('rowPassages', () => {
  it('takes owner, date and measure from their columns', () => {
    expect(given(table('Action | Owner | By when | How we will know', 'Print the card. | Holmere ICB | June 2033 | Calls counted'), 'Print the card.')).toEqual([['owner', 'Holmere ICB'], ['deadline', 'June 2033'], ['measure', 'Calls counted']]);
  });

  it.each([
    ['Lead and date', 'Named nurse, 10 March 2033', 'Named nurse', '10 March 2033'],
    ['Who and by when', 'All partners – ongoing', 'All partners', 'ongoing'],
    ['Owner / timescale', 'Holmere ICB (within six months)', 'Holmere ICB', 'within six months)'],
    ['Responsible, due', 'Ward sister by Christmas', 'Ward sister', 'by Christmas'],
  ])('divides a cell under “%s”', (head, cell, owner, date) => {
    expect(given(table(`Action | ${head}`, `Print the card. | ${cell}`), 'Print the card.')).toEqual([['owner', owner], ['deadline', date]]);
  });

  it('takes a cell without a date for an owner', () => {
    expect(given(table('Action | Lead and date', 'Print the card. | Education leads'), 'Print the card.')).toEqual([['owner', 'Education leads']]);
  });

  it('knows a column of completion', () => {
    expect(given(table('Recommendation | To be completed', 'Print the card. | June 2033'), 'Print the card.')).toEqual([['deadline', 'June 2033']]);
  });

  it('reads the question of a row like a heading', () => {
    expect(given(table('Question | Answer', 'What must the hospitals do now? | Print the card.'), 'Print the card.')).toEqual([['heading', 'What must the hospitals do now?']]);
  });

  it('gives nothing outside a table', () => {
    expect(given('Print the card.', 'Print the card.')).toEqual([]);
  });
});
