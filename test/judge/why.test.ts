import { describe, expect, it } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { critique } from '../../src/index.ts';
import { causeIn, causeTags, tellsFailure } from '../../src/judge/causes.ts';
import { models } from '../support/judging.ts';

describe('causeIn', () => {
  it.each([
    ['Nobody rang because the list was out of date.', 'because the list was out of date'],
    ['The form has no box for a partner; it was sent.', 'form has no box for a partner'],
    ['As the contract pays for closures, cases were closed.', 'As the contract pays for closures, cases were closed'],
  ])('%s', (text, expected) => {
    const span = causeIn(text, models.causes);
    expect(span === null ? null : text.slice(span.start, span.end)).toBe(expected);
  });

  it.each(['Fathers were not asked about.', 'It was not asked because of a lack of professional curiosity.'])('finds none: %s', (text) => { expect(causeIn(text, models.causes)).toBeNull(); });
});

it('tells failures and kinds of cause', () => {
  expect([tellsFailure('Fathers were not asked about.', models.causes), tellsFailure('She rang at noon.', models.causes)]).toEqual([true, false]);
  expect(causeTags('because two databases were never linked', models.causes).map(({ id }) => id)).toContain('it-records');
});

const REVIEW = `# Local Child Safeguarding Practice Review: Fern

## Analysis

The nurse did not ring the school. The duty inbox was not read at weekends because the contract pays for five days.

## Learning points

1. An inbox that nobody reads at weekends is no alarm.

## Recommendations

1. Because the contract pays for five days only, Holmere ICB should amend the contract for the duty inbox (Learning point 1) so that it is read every day, by June 2033.
2. All staff should be reminded of the importance of professional curiosity.
`;

describe('the why-link', () => {
  const judged = critique(new TextEncoder().encode(REVIEW), { name: 'fern.md', pipeline: 'lcspr', text: true });
  const of = ({ units, recommendations }: Critique, opens: string): Critique['recommendations'][number] | undefined => recommendations.find(({ unit }) => units.find(({ id }) => id === unit)?.text.startsWith(opens));

  it('is 3 where a system cause is met in words, with those words as evidence', async () => {
    const result = await judged;
    const one = of(result, 'Because');
    const rule = one?.rules.find(({ dimension }) => dimension === 'why-link');
    expect([one?.whyLink, rule?.id]).toEqual([3, 'why-link/system']);
    expect(rule?.evidence.map(({ start, end }) => result.document.text?.slice(start, end).slice(0, 20))).toEqual(['Because the contract']);
  });

  it('names the learning that the text refers to', async () => {
    const result = await judged;
    const learning = result.units.find(({ text }) => text.startsWith('An inbox'));
    const links = of(result, 'Because')?.links ?? [];
    expect(links[0]).toEqual({ unit: learning?.id, by: 'stated', confidence: 1 });
    expect(of(result, 'Because')?.answers).toEqual(links.map(({ unit }) => unit));
  });

  it('is 0 where no cause is met, and asks why', async () => {
    const one = of(await judged, 'All staff');
    expect(one?.whyLink).toBe(0);
    expect(one?.questions.length).toBeGreaterThan(0);
  });

  it('is not given where only recommendations are', async () => {
    const { recommendations } = await critique('1. Holmere ICB should amend the contract by June 2033.', { pipeline: 'list' });
    expect(recommendations.map(({ whyLink }) => whyLink)).toEqual([null]);
  });
});
