import { describe, expect, it } from 'vitest';
import { kindFeatures } from '../../src/judge/kind-features.ts';
import { knownWords } from '../../src/judge/known-words.ts';
import { scores } from '../../src/language/linear.ts';
import { findCandidates } from '../../src/structure/candidates.ts';
import { clauseOf, documentOf, models } from '../support/judging.ts';

describe('words that a model knows', () => {
  it('are found by word, by pair and by word of a heading', () => {
    const { words, pairs, titles } = knownWords(['w=debt', 'b=ask_about', 'title=analysis', 'mood=modal']);
    expect([words.get('debt'), pairs.get('ask')?.get('about'), titles.get('analysis'), words.size]).toEqual(['w=debt', 'b=ask_about', 'title=analysis', 1]);
  });

  it('include pairs with an underscore of their own', () => {
    expect(knownWords(['b=snake_case_name']).pairs.get('snake')?.get('case_name')).toBe('b=snake_case_name');
    expect(knownWords(['b=snake_case_name']).pairs.get('snake_case')?.get('name')).toBe('b=snake_case_name');
  });

  it('give a sentence the scores that all its words would give it', () => {
    const document = documentOf('## Analysis\n\nThe ward did not ask both parents about debt. Wrens nest near Holmere in 2033.\n\n## Recommendations\n\n- The ICB should audit 40 files by June 2033.');
    const { candidates } = findCandidates(document, models.headings);
    const { cues, vectors, first, known: all } = models.kinds;
    expect(candidates.length).toBe(3);
    for (const candidate of candidates) {
      const clause = clauseOf(candidate.text);
      const lexicon = { cues, vectors, bodies: models.bodies };
      const [every, few] = [kindFeatures(document, 'lcspr', candidate, clause, lexicon), kindFeatures(document, 'lcspr', candidate, clause, { ...lexicon, known: all })];
      expect(few.names.length).toBeLessThan(every.names.length);
      expect(scores(first, few)).toEqual(scores(first, every));
    }
  });
});
