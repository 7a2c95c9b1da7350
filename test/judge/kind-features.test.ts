import { describe, expect, it } from 'vitest';
import { kindFeatures } from '../../src/judge/kind-features.ts';
import { findCandidates } from '../../src/structure/candidates.ts';
import { clauseOf, documentOf, models } from '../support/judging.ts';

/** Names of the features of the sentence that opens with `words`, without those of word vectors. */
function featuresOf(text: string, words: string): string[] {
  const document = documentOf(text);
  const candidate = findCandidates(document, models.headings).candidates.find((one) => one.text.startsWith(words));
  if (candidate === undefined) throw new Error(`No sentence opens with ${words}`);
  return [...kindFeatures(document, 'lcspr', candidate, clauseOf(candidate.text), { cues: models.kinds.cues, bodies: models.bodies, vectors: models.kinds.vectors }).names];
}

describe('kindFeatures', () => {
  it('sees under what a sentence is filed, and by what', () => {
    expect(featuresOf('## Recommendations\n\n- The ward should ask.', 'The ward')).toEqual(expect.arrayContaining(['role=recommendations', 'role=recommendations&by=heading', 'role=recommendations&listed']));
  });

  it('sees how it is put', () => {
    expect(featuresOf('The ward should ask both parents.', 'The ward')).toEqual(expect.arrayContaining(['mood=modal', 'modal=should']));
  });

  it('sees a column and what stands beside it', () => {
    expect(featuresOf('| Action | Lead |\n|---|---|\n| Ask both parents about debt at booking. | Ward |', 'Ask')).toEqual(expect.arrayContaining(['column=action', 'column=action&beside=owner']));
  });

  it('learns no names of people and places', () => {
    const features = featuresOf('Then Mrs Brannock of Holmere met Sparrow in 2033.', 'Then');
    expect(features.filter((name) => /brannock|holmere|sparrow|2033/iu.test(name))).toEqual([]);
  });

  it('gives every feature once', () => {
    const features = featuresOf('The ward should ask and ask and ask.', 'The ward');
    expect(new Set(features).size).toBe(features.length);
  });
});
