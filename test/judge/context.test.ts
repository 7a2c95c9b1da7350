import { describe, expect, it } from 'vitest';
import { contextOf, surroundingsOf } from '../../src/judge/context.ts';
import { fileItems } from '../../src/judge/items.ts';
import { findCandidates } from '../../src/structure/candidates.ts';
import { joinSentences } from '../../src/structure/units.ts';
import { documentOf, models } from '../support/judging.ts';

/** What surrounds the recommendation that opens with `words`. Sentences that open with `asks` count as recommendations. */
function contextFor(text: string, words: string, asks: (text: string) => boolean = () => true): (readonly [string, string])[] {
  const document = documentOf(text);
  const { candidates } = findCandidates(document, models.headings);
  const kinds = candidates.map((candidate) => (asks(candidate.text) ? 'recommendation' : 'other'));
  const groups = joinSentences(document, candidates, kinds).filter((group) => kinds[group.members[0] ?? -1] === 'recommendation');
  const filed = fileItems(document, groups, candidates);
  const unit = filed.find(({ group }) => document.text.startsWith(words, group.start));
  if (unit === undefined) throw new Error(`No unit opens with ${words}`);
  const found = contextOf(unit, surroundingsOf(document, candidates, filed), models.headings);
  for (const { start, text: own } of found) expect(document.text.startsWith(own, start)).toBe(true);
  return found.map(({ from, text: own }) => [from, own] as const);
}

describe('contextOf', () => {
  it('gives owner, date and measure of the row', () => {
    expect(contextFor('| Action | Lead | By when | How will we know? |\n|---|---|---|---|\n| Ask fathers | Ward | June 2033 | Audit of 30 files |', 'Ask', (t) => t.startsWith('Ask'))).toEqual([
      ['owner', 'Ward'], ['deadline', 'June 2033'], ['measure', 'Audit of 30 files'],
    ]);
  });

  it('takes nothing from another row', () => {
    expect(contextFor('| Action | Lead |\n|---|---|\n| Ask fathers | Ward |\n| Ask mothers | School |', 'Ask mothers', (t) => t.startsWith('Ask'))).toEqual([['owner', 'School']]);
  });

  it('gives the words that lead in, nearest first', () => {
    expect(contextFor('1. The ward should:\n\n(a) ask fathers and:\n\n- ring them', 'ring', (t) => t === 'ring them').slice(0, 2)).toEqual([['stem', 'ask fathers and:'], ['stem', 'The ward should:']]);
  });

  it('gives headings, nearest first', () => {
    expect(contextFor('# Sparrow\n\n## Recommendations\n\n### The ward\n\nAsk fathers.', 'Ask')).toEqual([['heading', 'The ward'], ['heading', 'Recommendations']]);
  });

  it('leaves out the title of the review, which names who holds it', () => {
    expect(contextFor('# Holmere ICB: a review\n\nAsk fathers.\n\n## Method\n\nIt snowed.', 'Ask')).toEqual([]);
  });

  it('takes the only heading of a pasted list, which files it', () => {
    expect(contextFor('# Recommendations for Holmere ICB\n\nAsk fathers.', 'Ask')).toContainEqual(['heading', 'Recommendations for Holmere ICB']);
  });

  it('gives what follows the ask and says how success is seen', () => {
    const text = '# Recommendations\n\nThe ward should ask fathers. Success will be measured by a count in June 2033. It snowed.';
    expect(contextFor(text, 'The ward', (t) => t.startsWith('The ward'))).toContainEqual(['following', 'Success will be measured by a count in June 2033.']);
  });

  it('takes no sentence that follows and says nothing of the kind', () => {
    const text = '# Sparrow\n\n## Recommendations\n\nThe ward should ask fathers. It snowed.';
    expect(contextFor(text, 'The ward', (t) => t.startsWith('The ward'))).toEqual([['heading', 'Recommendations']]);
  });

  it('gives what the same item said before', () => {
    const text = '1. The ward should ask fathers.\n\n   They should also ring them.';
    expect(contextFor(text, 'They')).toContainEqual(['item', 'The ward should ask fathers.']);
  });
});
