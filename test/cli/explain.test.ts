import { expect, test } from 'vitest';
import { loadRuleBook } from '../../src/cli/rule-files.ts';
import { explainIds, explainText } from '../../src/report/explain.ts';
import { run } from './run.ts';

const BOOK = loadRuleBook();

test('every rule and every phrase can be explained', () => {
  for (const { id } of [...BOOK.rules, ...BOOK.cliches]) expect(explainText(BOOK, id)).toMatch(new RegExp(`^${id}\n`));
});

test('without an id every id is listed, in 80 columns', () => {
  const text = explainIds(BOOK);
  for (const { id } of [...BOOK.rules, ...BOOK.cliches]) expect(text).toContain(`  ${id} `);
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('an unknown id gets the nearest ones', () => {
  const { code, out, err } = run(['explain', 'professional-curiousity']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('Did you mean "professional-curiosity"');
});
