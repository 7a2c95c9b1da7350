import type { Share } from '../corpus/shares.ts';
import type { SeedFigure } from '../judge/themes.ts';
import type { ThemeGroup } from '../research/theme-table.ts';
import { csvLine, MARK } from './csv.ts';
import type { Table } from './evaluation-tables.ts';
import { tableText } from './evaluation-terminal.ts';
import { wrap } from './wrap.ts';

/** What must be known before any figure is read. */
export const THEMES_CAUTION = 'A code says that words of a theme stand in a passage that is not mere narrative; it does not say that anything was done well or badly. The codes come from words, so that a theme put in other words is missed, and one passage is enough for a document: long documents have nearly all main themes. '
  + 'The figures of the 2021 study are readings by people of 135 rapid reviews and 33 LCSPRs; they are shown for orientation, each with what it was a share of, and are no target.';

export function themesTerminal(groups: readonly ThemeGroup[]): string {
  return `${[wrap(THEMES_CAUTION, 80).join('\n'), ...groups.flatMap(themeTables).map(tableText)].join('\n\n')}\n`;
}

export function themeTables({ name, reviews, rows, follows, pathway }: ThemeGroup): Table[] {
  return [
    {
      title: `${name}: ${reviews} document${reviews === 1 ? '' : 's'}`, note: 'Per cent with 95 per cent intervals: Wilson over documents; bootstrap over documents for recommendations ("recs") and for learning points with recommendations ("points").',
      head: ['', 'docs', 'interval', 'recs', 'interval', 'points'],
      rows: rows.map(({ code, reviews: share, recommendations, points }) => [`${code.parent === null ? '' : '  '}${code.id} ${code.name}`, percent(share.value), interval(share), percent(recommendations.value), interval(recommendations), percent(points.value)]),
    },
    {
      title: `${name}: beside the 2021 study`, note: '', head: ['', 'here', '2021 study', 'of'],
      rows: rows.flatMap(({ code, reviews: share, points }) => (code.seed === null ? [] : [[code.id, `${percent((ofPoints(code.seed) ? points : share).value)}%`, code.seed.says, ofWords(code.seed)]])),
    },
    {
      title: `${name}: stages of the pathways, by who is spoken of and when`, note: 'Passages; one may speak of both, or of neither ("none").', head: ['', 'all', 'family', 'agency', 'none', 'recent', 'older', 'none'],
      rows: pathway.map(({ code, uses, actors, times }) => [code.name, ...[uses, actors['family'], actors['agency'], actors['none'], times['recent'], times['older'], times['none']].map((count) => String(count ?? 0))]),
    },
    ...(follows.length === 0 ? [] : [{
      title: `${name}: what goes together`, note: 'Share of documents whose recommendations say the second, among those that say the first and among the others.', head: ['', 'among', 'interval', 'others', 'interval'],
      rows: follows.map(({ follow, among, others }) => [follow.says, counts(among), interval(among), counts(others), interval(others)]),
    }]),
  ];
}

/** Tidy: one row a group, code and measure. */
export function themesCsv(groups: readonly ThemeGroup[]): string {
  const rows = groups.flatMap(({ name, rows: own }) => own.flatMap(({ code, reviews, recommendations, points }) => Object.entries({ reviews, recommendations, points })
    .map(([measure, { hits, of, value, low, high }]) => csvLine([
      name, code.id, code.name, code.parent, measure, hits, of, value, low, high, code.seed?.says ?? null, code.seed?.of ?? null, code.seed?.share?.[0] ?? null, code.seed?.share?.[1] ?? null,
    ]))));
  return MARK + csvLine(['group', 'code', 'name', 'part_of', 'measure', 'hits', 'of', 'share', 'low', 'high', 'study_2021_says', 'study_2021_of', 'study_2021_low', 'study_2021_high']) + rows.join('');
}

/** The one figure of the study whose denominator is points and not reviews. */
export function ofPoints({ of }: SeedFigure): boolean {
  return of.startsWith('learning points');
}

function ofWords({ of }: SeedFigure): string {
  return of.replace(/^all reviews as .*/, '168 reviews').replace(/, read strictly$/, '').replace('; no figure given', '');
}

function percent(value: number | null): string {
  return value === null ? '–' : String(Math.round(value * 100));
}

function interval({ low, high }: Share): string {
  return low === null ? '–' : `${percent(low)}–${percent(high)}`;
}

function counts({ hits, of }: Share): string {
  return `${hits} of ${of}`;
}
