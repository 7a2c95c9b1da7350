import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentPage } from '../../scripts/rule-docs.ts';

test('docs/rules.md is up to date: run `npm run docs`', () => {
  const { made, path } = currentPage();
  expect(readFileSync(path, 'utf8')).toBe(made);
});
