import { describe, expect, it } from 'vitest';
import { reasonWords } from '../../src/judge/kind-reasons.ts';
import { findCandidates } from '../../src/structure/candidates.ts';
import { documentOf, models } from '../support/judging.ts';

const [FILED] = findCandidates(documentOf('## Recommendations\n\nThe ward should ask.'), models.headings).candidates;

function said(...names: string[]): string[] {
  return reasonWords(names.map((name) => ({ name })), FILED, models.kinds.cues.cues);
}

describe('reasonWords', () => {
  it.each([
    ['mood=modal', 'it says what someone should do'], ['modal=must', 'it says “must”'], ['subject=named', 'it names who should act'], ['past=yes', 'it tells of the past'],
    ['w=school', 'the word “school”'], ['b=should_ask', 'the words “should ask”'], ['list=recommendation', 'the rest of its list is of this kind'],
    ['role=recommendations', 'the heading above it (“Recommendations”)'],
  ])('%s → %s', (name, expected) => {
    expect(said(name)).toEqual([expected]);
  });

  it('leaves out what no reader could use', () => {
    expect(said('bias', 'v=17', 'length=long', 'w=#', 'b=@_#', 'subject=none', 'past=no')).toEqual([]);
  });

  it('says nothing twice and at most three things', () => {
    expect(said('mood=modal', 'mood=modal', 'modal=must', 'past=yes', 'w=school')).toHaveLength(3);
  });

  it('cuts a long heading', () => {
    const [long] = findCandidates(documentOf(`## Recommendations ${'for the winter '.repeat(8)}\n\nAsk.`), models.headings).candidates;
    expect(reasonWords([{ name: 'role=recommendations' }], long, models.kinds.cues.cues)[0]).toMatch(/…”\)$/);
  });
});
