/**
 * The themes as tidy tables. The last column of each says what it was made by, so that a table which was copied out of its folder can be made again.
 */
import type { Cell } from '../corpus/columns.ts';
import type { ThemeUse } from '../judge/themes.ts';
import type { Provenance } from '../research/provenance.ts';
import { provenanceLine } from '../research/provenance.ts';
import type { ThemeGroup } from '../research/theme-table.ts';
import { csvLine, MARK } from './csv.ts';
import { seedFor } from './themes-tables.ts';

export const THEME_TABLES = ['shares', 'together', 'years', 'pathway', 'follows', 'uses'] as const;

export type ThemeTable = (typeof THEME_TABLES)[number];

/** One passage with what is coded there. */
export interface CodedPassage {
  readonly document: string;
  readonly kind: string;
  readonly page: number | null;
  readonly text: string;
  readonly use: ThemeUse;
}

export function themesCsv(table: ThemeTable, groups: readonly ThemeGroup[], passages: readonly CodedPassage[], made: Provenance): string {
  const { head, rows } = TABLES[table](groups, passages);
  const line = provenanceLine(made);
  return MARK + csvLine([...head, 'made_by']) + rows.map((row) => csvLine([...row, line])).join('');
}

interface Cells {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const TABLES: Readonly<Record<ThemeTable, (groups: readonly ThemeGroup[], passages: readonly CodedPassage[]) => Cells>> = {
  shares: (groups) => ({
    head: ['group', 'code', 'name', 'part_of', 'measure', 'hits', 'of', 'share', 'low', 'high', 'study_2021_says', 'study_2021_of', 'study_2021_low', 'study_2021_high'],
    rows: groups.flatMap(({ name, kind, rows }) => rows.flatMap(({ code, reviews, often, asked, recommendations, points }) => {
      const seed = seedFor(code, kind);
      return Object.entries({ reviews, often, asked, recommendations, points }).map(([measure, { hits, of, value, low, high }]) => [
        name, code.id, code.name, code.parent, measure, hits, of, value, low, high, seed?.says ?? null, seed?.of ?? null, seed?.share?.[0] ?? null, seed?.share?.[1] ?? null,
      ]);
    })),
  }),
  together: (groups) => ({
    head: ['group', 'code_a', 'name_a', 'code_b', 'name_b', 'among', 'both', 'a', 'b', 'of', 'times_chance'],
    rows: groups.flatMap(({ name, pairs }) => pairs.flatMap(({ a, b, passages, documents }) => Object.entries({ passages, documents }).map(([among, counts]) => [
      name, a.id, a.name, b.id, b.name, among, counts.both, counts.a, counts.b, counts.of, counts.lift,
    ]))),
  }),
  years: (groups) => ({
    head: ['group', 'year', 'code', 'name', 'measure', 'hits', 'of', 'share', 'low', 'high'],
    rows: groups.flatMap(({ name, years: { rows } }) => rows.flatMap(({ code, years }) => years.flatMap(({ year, reviews, often, recommendations }) => Object.entries({ reviews, often, recommendations })
      .map(([measure, { hits, of, value, low, high }]) => [name, year, code.id, code.name, measure, hits, of, value, low, high])))),
  }),
  pathway: (groups) => ({
    head: ['group', 'code', 'stage', 'by', 'value', 'passages', 'of'],
    rows: groups.flatMap(({ name, pathway }) => pathway.flatMap(({ code, uses, actors, times }) => Object.entries({ actor: actors, time: times }).flatMap(([by, counts]) => Object.entries(counts).map(([value, count]) => [name, code.id, code.name, by, value, count, uses])))),
  }),
  follows: (groups) => ({
    head: ['group', 'follow', 'says', 'among', 'hits', 'of', 'share', 'low', 'high', 'study_2021_says'],
    rows: groups.flatMap(({ name, follows }) => follows.flatMap(({ follow, among, others }) => Object.entries({ among, others }).map(([which, { hits, of, value, low, high }]) => [name, follow.id, follow.says, which, hits, of, value, low, high, follow.seed]))),
  }),
  uses: (_, passages) => ({
    head: ['document', 'unit', 'kind', 'page', 'code', 'words', 'actors', 'times', 'text'],
    rows: passages.map(({ document, kind, page, text, use }) => [document, use.unit, kind, page, use.code, use.evidence.map(({ text: words }) => words).join('; '), use.actors.join('; ') || null, use.times.join('; ') || null, text]),
  }),
};
