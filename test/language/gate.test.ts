import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeGate, matchesAny, patternSet } from '../../src/language/gate.ts';
import { requiredLiterals } from '../../src/language/literals.ts';

describe('requiredLiterals', () => {
  it.each<[RegExp, readonly string[] | null]>([
    [/\b(?:did|was) not ask/iu, ['did not ask', 'was not ask']],
    [/\b(?:did|was) not (?:see|ask)\b/iu, ['did not see', 'did not ask', 'was not see', 'was not ask']],
    [/[Pp]artnerships?\b/u, ['partnership', 'partnerships']],
    [/(?:a|b)?audit\s+(?:of )?cases/u, ['cases', 'of cases']],
    [/\bwithin \d+ weeks/u, ['within ']],
    [/colou?r/u, ['color', 'colour']],
    [/(?:abc)+x{0,3}/u, ['abc']],
    [/[A-Z]\w+/u, null],
    [/(?:abc)?/u, null],
    [/abc|\d+/u, null],
  ])('%s', (pattern, literals) => {
    const found = requiredLiterals(pattern);
    expect(found === null ? null : [...found].sort()).toEqual(literals === null ? null : [...literals].sort());
  });
});

const WORD = fc.constantFrom('did', 'not', 'Ask', 'ask', 'father', 'Father’s', '12', '…', 'audit', 'the', 'ſee', '\u{1F600}');
const PATTERNS = [/\b(?:did|was) not (?:see|ask)\b/iu, /father[’']s/iu, /\d+ audit/u, /(?<!the )audit/iu, /…/u, /\u{1F600} ask/u, /^(?:ask|the)\b/u, /(?:not )?ask(?= the)/iu];

describe('a gate', () => {
  it('lets every pattern through that matches', () => {
    const gate = makeGate(PATTERNS);
    fc.assert(fc.property(fc.array(WORD, { maxLength: 12 }), (words) => {
      const text = words.join(' ');
      const open = gate.open(text);
      PATTERNS.forEach((pattern, index) => { if (pattern.test(text)) expect(open).toContain(index); });
    }));
  });

  it('keeps out those whose words are missing', () => {
    expect(makeGate(PATTERNS).open('the father')).not.toContain(0);
  });

  it('has nothing to open where there are no patterns', () => {
    expect(matchesAny('audit', patternSet([]))).toBe(false);
  });
});
