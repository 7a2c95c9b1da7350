import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Codebook } from '../../src/judge/themes.ts';
import { themesHtml } from '../../src/report/themes-html.ts';
import { themesCsv, themesTerminal } from '../../src/report/themes-tables.ts';
import type { ThemedReview } from '../../src/research/theme-table.ts';
import { themeGroups } from '../../src/research/theme-table.ts';

const BOOK = JSON.parse(readFileSync(new URL('../../models/themes.json', import.meta.url), 'utf8')) as Codebook;

const review = (kind: ThemedReview['document']['kind'], ...texts: readonly (readonly [ThemedReview['units'][number]['kind'], string])[]): ThemedReview => ({
  document: { kind, source: 'x' }, units: texts.map(([own, text], index) => ({ id: `u${index}`, kind: own, text, start: 0, page: null, repeats: null })),
  items: texts.flatMap(([own], index) => (own === 'recommendation' ? [{ id: `r${index}`, number: null, units: [`u${index}`], levels: { agency: 0, action: 0, measure: 0, deadline: 0 }, tier: 'task' as const }] : [])),
});

const REVIEWS = [
  review('lcspr', ['finding', 'The protocol was not followed.'], ['recommendation', 'The Trust should run training.'], ['recommendation', 'The ICB should write a new policy.'], ['learning-point', 'Lockdowns hide children.']),
  review('rapid-review', ['other', 'The pandemic had begun.'], ['finding', 'The case was closed by the school.']),
];

const groups = themeGroups(REVIEWS, BOOK);
const row = (code: string, group = 0): NonNullable<(typeof groups)[number]['rows'][number]> => groups[group]?.rows.find((own) => own.code.id === code) ?? expect.fail(code);

test('shares of reviews, of recommendations and of points; narrative is not counted; kinds apart', () => {
  expect(groups.map(({ name, reviews }) => [name, reviews])).toEqual([['All', 2], ['Rapid reviews', 1], ['LCSPRs', 1]]);
  expect(row('N1').reviews).toMatchObject({ hits: 1, of: 2, value: 0.5 });
  expect(row('T9').recommendations).toMatchObject({ hits: 1, of: 2, value: 0.5 });
  expect(row('N1').points).toMatchObject({ hits: 1, of: 3 });
  expect(row('T4', 1).reviews).toMatchObject({ hits: 1, of: 1 });
});

test('policy not followed and training recommended are held against the other reviews', () => {
  expect(groups[0]?.follows[0]).toMatchObject({ among: { hits: 1, of: 1 }, others: { hits: 0, of: 1 } });
});

test('who is spoken of is counted for the stages', () => {
  expect(groups[0]?.pathway.find(({ code }) => code.id === 'T4')).toMatchObject({ uses: 1, actors: { agency: 1 }, times: { none: 1 } });
});

test('terminal, CSV and page say the same, with the study’s own denominators', () => {
  expect(themesTerminal(groups)).toContain('learning points and recommendations');
  expect(themesCsv(groups)).toContain('All,T9,Training,,recommendations,1,2,0.5,,,almost a third,');
  const page = themesHtml(groups);
  expect(page).toContain('<svg');
  expect(page).not.toMatch(/<script|https?:/);
});
