import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/critique.ts';
import { neighbourFeatures } from '../../src/judge/kind-neighbours.ts';
import { judgeKinds } from '../../src/judge/kinds.ts';
import type { KindJudgement } from '../../src/judge/kinds.ts';
import { findCandidates } from '../../src/structure/candidates.ts';
import { clauseOf, documentOf, models } from '../support/judging.ts';

function judged(text: string): readonly { readonly text: string; readonly judgement: KindJudgement }[] {
  const document = documentOf(text);
  const { candidates } = findCandidates(document, models.headings);
  const kinds = judgeKinds(document, candidates, candidates.map((candidate) => clauseOf(candidate.text)), models.kinds, models.bodies);
  return candidates.map((candidate, index) => ({ text: candidate.text, judgement: kinds[index] as KindJudgement }));
}

/** A review in small: every sentence with the kind that the codebook gives it. */
const REVIEW: readonly (readonly [string, readonly (readonly [Kind, string])[]])[] = [
  ['## What we found', [
    ['finding', 'The school did not tell the health visitor that Sparrow had stopped coming.'],
    ['finding', 'Fathers were not asked about because the form has one field for a parent.'],
  ]],
  ['## Good practice', [
    ['good-practice', 'The school nurse rang the grandmother on the first day of absence, which was good practice.'],
  ]],
  ['## Learning points', [
    ['learning-point', 'A form that asks about one parent finds out about one parent.'],
    ['learning-point', 'Practitioners need to understand how debt affects parenting.'],
  ]],
  ['## Questions for the Board', [
    ['question', 'How well do our teams hear from grandparents?'],
    ['question', 'What would tell us that a child has stopped coming?'],
  ]],
  ['## Action taken since', [
    ['action-taken', 'The Trust has since changed its form, and all wards now use it.'],
  ]],
  ['## Recommendations', [
    ['recommendation', 'Holmere ICB should fund a second specialist midwife by June 2033.'],
    ['recommendation', 'All agencies should embed professional curiosity.'],
    ['recommendation', 'Sandwick Constabulary must print the number of the night desk on every custody form.'],
  ]],
];

describe('judgeKinds', () => {
  const text = `# Local Child Safeguarding Practice Review: Sparrow\n\n${REVIEW.map(([heading, sentences]) => `${heading}\n\n${sentences.map(([, sentence], index) => `${index + 1}. ${sentence}`).join('\n')}`).join('\n\n')}\n`;
  const found = judged(text);

  it.each(REVIEW.flatMap(([, sentences]) => sentences))('%s: %s', (kind, sentence) => {
    expect(found.find((one) => one.text === sentence)?.judgement.kind).toBe(kind);
  });

  it('gives a confidence between 0 and 1, rounded to two places', () => {
    for (const { judgement } of found) expect([judgement.confidence >= 0 && judgement.confidence <= 1, Math.round(judgement.confidence * 100) / 100]).toEqual([true, judgement.confidence]);
  });

  it('names another kind as the runner-up', () => {
    for (const { judgement } of found) expect(judgement.alternative).not.toBe(judgement.kind);
  });

  it('gives at most three reasons, in words and not as names of features', () => {
    for (const { judgement } of found) {
      expect(judgement.why.length).toBeLessThanOrEqual(3);
      expect(judgement.why.filter((reason) => /[=&_]/u.test(reason))).toEqual([]);
    }
  });

  it('finds a recommendation inside analysis', () => {
    const inside = judged('# Review: Sparrow\n\n## Analysis\n\nNobody rang the school. The reviewer recommends that Holmere ICB should fund a second specialist midwife by June 2033. It snowed that night.');
    expect(inside.map(({ judgement }) => judgement.kind === 'recommendation')).toEqual([false, true, false]);
  });

  it('takes what the law says for other', () => {
    const law = judged('# Review: Sparrow\n\n## Statutory guidance\n\nWorking Together says that safeguarding partners must publish the report of a review.');
    expect(law.at(-1)?.judgement.kind).toBe('other');
  });

  it('gives the same answer twice', () => {
    expect(judged(text)).toEqual(found);
  });
});

describe('neighbourFeatures', () => {
  it('tells a sentence what the rest of its list looks like', () => {
    const { candidates } = findCandidates(documentOf('## Recommendations\n\n- ask\n- listen\n- ring'), models.headings);
    const features = neighbourFeatures(candidates, [[1, 0], [1, 0], [0, 1]], ['ask', 'tell']);
    expect(features[0]).toContainEqual(['list=ask', 0.5]);
  });

  it('looks at no neighbour under another heading', () => {
    const { candidates } = findCandidates(documentOf('## One\n\nAsk.\n\n## Two\n\nListen.'), models.headings);
    const names = neighbourFeatures(candidates, [[1, 0], [0, 1]], ['ask', 'tell'])[1]?.map(([name]) => name);
    expect(names).toEqual(['self=ask', 'self=tell']);
  });
});
