import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/critique.ts';
import { planPassages } from '../../src/judge/plan.ts';
import { documentOf, models } from '../support/judging.ts';

const PLAN = {
  name: 'plan.md',
  document: documentOf(`| No. | Action | Lead | By when | Measure |
|---|---|---|---|---|
| 1 | Fund a second specialist midwife for the moorland clinics | Holmere ICB | June 2033 | Visits counted before and after |
| 2 | Print the number of the night desk on custody cards | Sandwick Constabulary | May 2033 | Card checked |`),
};

function unit(text: string, number: string | null = null): Unit {
  return { id: 'u1', key: '', kind: 'recommendation', confidence: 1, alternative: null, why: [], text, start: 0, end: text.length, page: null, section: null, number, item: 'r1', repeats: null };
}

describe('planPassages', () => {
  it('finds the row that says the same and gives owner, date and measure', () => {
    const found = planPassages(PLAN, unit('Holmere ICB should fund a second specialist midwife for the moorland clinics.'), models);
    expect(found.map(({ from, text }) => [from, text])).toEqual([['owner', 'Holmere ICB'], ['deadline', 'June 2033'], ['measure', 'Visits counted before and after']]);
  });

  it('finds the row that carries its number', () => {
    expect(planPassages(PLAN, unit('A card for those in custody.', '2'), models)[0]?.text).toBe('Sandwick Constabulary');
  });

  it('names the plan, since the offsets are its own', () => {
    const [owner] = planPassages(PLAN, unit('A card for those in custody.', '2'), models);
    expect(owner?.source).toBe('plan.md');
    expect(PLAN.document.text.startsWith(owner?.text ?? '?', owner?.start)).toBe(true);
  });

  it('gives nothing where no row fits', () => {
    expect(planPassages(PLAN, unit('The school should ring grandparents on the first day of absence.'), models)).toEqual([]);
  });

  it('gives nothing without a plan', () => {
    expect(planPassages(null, unit('Fund a second midwife.'), models)).toEqual([]);
  });
});
