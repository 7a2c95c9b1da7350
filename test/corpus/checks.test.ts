import { describe, expect, it } from 'vitest';
import { checkDraw, idOf, isRight, tallyChecks } from '../../src/corpus/checks.ts';
import type { Candidate } from '../../src/corpus/checks.ts';

const candidate = (index: number, own: Partial<Candidate> = {}): Candidate => ({ review: 'R0001', file: 'a', unit: `u${index}`, key: `k${index}`, kind: 'recommendation', alternative: null, confidence: 1, page: null, text: '', ...own });
const drawn = (count: number, own: (index: number) => Partial<Candidate> = () => ({}), seed?: number): ReturnType<ReturnType<typeof checkDraw>['result']> => {
  const draw = checkDraw(seed);
  for (let index = 0; index < count; index += 1) draw.offer(candidate(index, own(index)));
  return draw.result();
};

describe('units to check by hand', () => {
  it('draws thirty, the same each time, and adds all that are unsure', () => {
    const unsure = (index: number): Partial<Candidate> => (index % 50 === 0 ? { alternative: 'finding' } : {});
    const { checks } = drawn(500, unsure);
    expect(checks).toEqual(drawn(500, unsure).checks);
    expect(checks.filter(({ why }) => why === 'drawn')).toHaveLength(30);
    expect(checks.filter(({ alternative }) => alternative !== null)).toHaveLength(10);
    expect(new Set(checks.map(idOf)).size).toBe(checks.length);
  });

  it('draws others by another seed, each unit with the same chance', () => {
    expect(drawn(500, undefined, 7).checks).not.toEqual(drawn(500).checks);
    const hits = new Float64Array(60);
    for (let seed = 0; seed < 400; seed += 1) for (const { unit } of drawn(60, undefined, seed).checks) hits[Number(unit.slice(1))] = (hits[Number(unit.slice(1))] ?? 0) + 1;
    // 400 draws with a chance of one half each: 200, with a standard deviation of 10.
    expect(Math.min(...hits)).toBeGreaterThan(150);
    expect(Math.max(...hits)).toBeLessThan(250);
  });

  it('leaves narrative out of the lot, not out of the unsure', () => {
    expect(drawn(5, () => ({ kind: 'other' })).checks).toEqual([]);
    expect(drawn(5, () => ({ kind: 'other', alternative: 'finding' })).checks).toHaveLength(5);
  });

  it.each([['right', true], ['Yes', true], [' y', true], ['✓', true], ['wrong', false], ['No', false], ['x', false], ['wrong, it is a finding', false], ['not sure', null], ['', null]])('understands %j', (verdict, right) => {
    expect(isRight(verdict)).toBe(right);
  });

  it('counts the drawn apart from the unsure, and no verdict on a kind that was judged anew', () => {
    const checks = [{ ...candidate(1), why: 'drawn' as const }, { ...candidate(2), why: 'drawn' as const }, { ...candidate(3), why: 'unsure' as const }, { ...candidate(4), why: 'unsure' as const }];
    const verdict = (index: number, kind: string, words: string): [string, { file: string; key: string; kind: string; why: string; verdict: string }] => [`a\nk${index}`, { file: 'a', key: `k${index}`, kind, why: '', verdict: words }];
    const verdicts = new Map([verdict(1, 'recommendation', 'right'), verdict(2, 'finding', 'wrong'), verdict(3, 'recommendation', 'wrong'), verdict(4, 'recommendation', 'perhaps')]);
    expect(tallyChecks(checks, verdicts)).toEqual({ drawn: { right: 1, of: 1 }, unsure: { right: 0, of: 1 } });
  });
});
