import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import lexiconData from '../../models/cliches.json' with { type: 'json' };
import rubric from '../../models/rubric.json' with { type: 'json' };
import ruleData from '../../models/rules.json' with { type: 'json' };
import type { Lexicon } from '../../src/judge/lexicon.ts';
import { allRules, ruleEntry, ruleSays } from '../../src/judge/rules.ts';
import type { RuleList } from '../../src/judge/rules.ts';

const rules: RuleList = ruleData;
const lexicon = lexiconData as Lexicon;

/** Words that would scold, or that the codebook keeps away from people. */
const UNKIND = /\b(?:poor|bad|wrong|fail(?:s|ed|ing|ure)?|weak|useless|meaningless|nobody could tell|lazy|careless|must do better|error of the author|clich[eé]d?)\b/i;

describe('the rules', () => {
  it('have each an id of their own and all their words', () => {
    expect(new Set(rules.rules.map(({ id }) => id)).size).toBe(rules.rules.length);
    for (const rule of rules.rules) {
      expect(rule.id).toMatch(/^[a-z-]+\/[a-z_-]+$/);
      expect(rule.id.startsWith(`${rule.dimension}/`)).toBe(true);
      expect(rule.says, rule.id).toMatch(/[.?]$/);
      expect(rule.says.length, rule.id).toBeLessThan(90);
      for (const words of [rule.means, rule.source, rule.example, rule.counterExample]) expect(words.length, rule.id).toBeGreaterThan(2);
    }
  });

  it('never scold', () => {
    for (const rule of allRules(rules, lexicon)) expect(rule.says, rule.id).not.toMatch(UNKIND);
  });

  it('name every flag of the rubric', () => {
    for (const flag of rubric.flags) expect(ruleEntry(flag, rules, lexicon)?.id).toBe(`flag/${flag}`);
  });

  it('name every id that the program uses', () => {
    // Figures of an evaluation have ids of the same look, and are no rules.
    const used = [...sources('src')].filter((path) => !/research|evaluat|agree|report|decisions/u.test(path)).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/['`]((?:form|agency|action|measure|deadline|action-type|cliche-burden|why-link|context|kind|flag|read)\/[a-z_-]+)['`]/g)].map((match) => match[1] ?? ''));
    const missing = [...new Set(used)].filter((id) => ruleEntry(id, rules, lexicon) === null);
    expect(missing, 'add these ids to models/rules.json').toEqual([]);
  });
});

describe('ruleEntry', () => {
  it('makes the rules of phrases from the lexicon', () => {
    expect(ruleEntry('cliche/robust', rules, lexicon)).toMatchObject({ id: 'cliche/robust', dimension: 'cliche', means: expect.stringContaining('What would a reader see') as string });
    expect(ruleEntry('robust', rules, lexicon)?.id).toBe('cliche/robust');
    expect(ruleEntry('no/such', rules, lexicon)).toBeNull();
    expect(allRules(rules, lexicon)).toHaveLength(rules.rules.length + 107);
  });

  it('gives the words beside a level', () => {
    expect(ruleSays('agency/named', rules)).toBe('A body that one could write to.');
    expect(ruleSays('agency/unheard-of', rules)).toBe('agency/unheard-of');
  });
});

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (entry.name.endsWith('.ts')) yield path;
  }
}
