import { readFileSync } from 'node:fs';
import { ruleBook } from '../report/rule-book.ts';
import type { RuleBook } from '../report/rule-book.ts';

/** The rule book that comes with the package. */
export function loadRuleBook(): RuleBook {
  return ruleBook(model('rules'), model('cliches'));
}

function model(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../models/${name}.json`, import.meta.url), 'utf8'));
}
