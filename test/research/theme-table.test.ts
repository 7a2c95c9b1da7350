import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Codebook } from '../../src/judge/themes.ts';
import { themesHtml } from '../../src/report/themes-html.ts';
import { themesCsv } from '../../src/report/themes-csv.ts';
import { themeTables, themesTerminal } from '../../src/report/themes-tables.ts';
import { provenance } from '../../src/research/provenance.ts';
import type { ThemedReview } from '../../src/research/theme-reviews.ts';
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
const MADE = provenance(['a', 'b'], { name: BOOK.name, version: BOOK.version, text: '' });
const row = (code: string, group = 0): NonNullable<(typeof groups)[number]['rows'][number]> => groups[group]?.rows.find((own) => own.code.id === code) ?? expect.fail(code);

test('shares of reviews, of recommendations and of points; narrative is not counted; kinds apart', () => {
  expect(groups.map(({ name, reviews }) => [name, reviews])).toEqual([['Rapid reviews and LCSPRs', 2], ['Rapid reviews', 1], ['LCSPRs', 1]]);
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

test('terminal, CSV and page say the same, with the study’s own denominators and what they were made by', () => {
  expect(themesTerminal(groups, MADE)).toMatch(/almost a quarter +points/u);
  expect(themesCsv('shares', groups, [], MADE)).toContain('Rapid reviews and LCSPRs,T9,Training,,recommendations,1,2,0.5,,,almost a third,');
  const page = themesHtml(groups, MADE);
  expect(page).toContain('<svg');
  expect(page).not.toMatch(/<script|https?:/);
  for (const text of [themesTerminal(groups, MADE).replaceAll(/\s+/gu, ' '), themesCsv('shares', groups, [], MADE), page]) expect(text).toContain('codebook Themes of the 2021 annual review 2.0 sha256');
});

test('kinds that the study did not read stand apart, each with the figures that hold for it', () => {
  const other = themeGroups([...REVIEWS, review('inspection', ['finding', 'Caseloads were high.'])], BOOK);
  expect(other.map(({ name, reviews }) => [name, reviews])).toEqual([['Rapid reviews and LCSPRs', 2], ['Rapid reviews', 1], ['LCSPRs', 1], ['Inspection reports', 1]]);
  const beside = (index: number): readonly (readonly string[])[] => themeTables(other[index] ?? expect.fail())[1]?.rows ?? [];
  expect(beside(0).find(([id]) => id === 'T6')?.slice(4)).toEqual(['nine rapid reviews and eight LCSPRs', '168 reviews']);
  expect(beside(1).find(([id]) => id === 'T6')?.slice(4)).toEqual(['nine', '135 rapid']);
  expect(beside(2).find(([id]) => id === 'T6')?.slice(4)).toEqual(['eight', '33 LCSPRs']);
  expect(beside(2).map(([id]) => id)).not.toContain('N1');
  expect(themeGroups([REVIEWS[0] as ThemedReview], BOOK).map(({ name }) => name)).toEqual(['LCSPRs']);
});

test('a code is often in a document with two passages and a twentieth of all; asked where a point has it', () => {
  const long = review('lcspr', ...Array.from({ length: 41 }, (_, index): readonly ['finding', string] => ['finding', index < 2 ? 'Lockdown.' : index < 5 ? 'He was bullied.' : 'It rained.']), ['recommendation', 'The Trust should run training.']);
  const [own] = themeGroups([long], BOOK);
  const of = (id: string): readonly number[] => { const { reviews, often, asked } = own?.rows.find(({ code }) => code.id === id) ?? expect.fail(); return [reviews.hits, often.hits, asked.hits]; };
  expect([of('N1'), of('N2'), of('T9')]).toEqual([[1, 0, 0], [1, 1, 0], [1, 0, 1]]);
});

test('two codes in one passage, how much oftener than by chance, and in one document', () => {
  const pair = themeGroups([review('lcspr', ['finding', 'In lockdown he was bullied.'], ['finding', 'Lockdown.'], ['finding', 'It rained.'], ['finding', 'It snowed.'])], BOOK)[0]?.pairs.find(({ a, b }) => a.id === 'N1' && b.id === 'N2');
  expect(pair?.passages).toEqual({ both: 1, a: 2, b: 1, of: 4, lift: 2 });
  expect(pair?.documents).toEqual({ both: 1, a: 1, b: 1, of: 1, lift: 1 });
});

test('years: shares of each, the change between the halves, and what has no year', () => {
  const of = (year: string | null, text: string): ThemedReview => ({ ...review('lcspr', ['finding', text], ['finding', text]), year });
  const { years } = themeGroups([of('2019', 'It rained.'), of('2020', 'Lockdown.'), of('2021', 'Lockdown.'), of(null, 'Lockdown.')], BOOK)[0] ?? expect.fail();
  const covid = years.rows.find(({ code }) => code.id === 'N1');
  expect([years.years, years.split, years.unknown]).toEqual([['2019', '2020', '2021'], '2020', 1]);
  expect(covid?.years.map(({ often }) => [often.hits, often.of])).toEqual([[0, 1], [1, 1], [1, 1]]);
  expect(covid?.change).toMatchObject({ value: 0.5 });
  expect(covid?.change?.low).toBeLessThan(0);
});
