import type { Share } from '../corpus/shares.ts';
import type { Code, SeedFigure } from '../judge/themes.ts';
import type { Provenance } from '../research/provenance.ts';
import { provenanceLine } from '../research/provenance.ts';
import type { ThemeGroup } from '../research/theme-table.ts';
import type { Years } from '../research/theme-years.ts';
import type { Table } from './evaluation-tables.ts';
import { tableText } from './evaluation-terminal.ts';
import { wrap } from './wrap.ts';

/** What must be known before any figure is read. */
export const THEMES_CAUTION = 'A code says that words of a theme stand in a passage that is not mere narrative; it does not say that anything was done well or badly. The codes come from words, so that a theme put in other words is missed (models/themes.md says how often). One passage is enough for "docs", and long documents have nearly all main themes; "often" asks for two passages and a twentieth of all. '
  + 'The figures of the 2021 study are readings by people of 135 rapid reviews and 33 LCSPRs; they are shown for orientation, each with what it was a share of, and are no target.';

export function themesTerminal(groups: readonly ThemeGroup[], made: Provenance): string {
  return `${[wrap(THEMES_CAUTION, 80).join('\n'), ...groups.flatMap(themeTables).map(tableText), wrap(`Made by ${provenanceLine(made)}.`, 80).join('\n')].join('\n\n')}\n`;
}

export function themeTables(group: ThemeGroup): Table[] {
  return [sharesTable(group), besideTable(group), pathwayTable(group), ...followsTable(group), ...pairTables(group), ...yearTable(group.name, group.years)];
}

function sharesTable({ name, reviews, recommendations, points, rows }: ThemeGroup): Table {
  return {
    title: `${name}: ${reviews} document${reviews === 1 ? '' : 's'}, ${recommendations} recommendations, ${points} points`,
    note: 'Per cent with 95 per cent intervals: Wilson over documents; bootstrap over documents for recommendations ("recs") and for learning points with recommendations ("points").',
    head: ['', 'docs', 'interval', 'often', 'recs', 'interval', 'points'],
    rows: rows.map(({ code, reviews: share, often, recommendations: items, points: own }) => [codeWords(code), percent(share.value), interval(share), percent(often.value), percent(items.value), interval(items), percent(own.value)]),
  };
}

function besideTable({ name, kind, rows }: ThemeGroup): Table {
  return {
    title: `${name}: beside the 2021 study`,
    note: '"any": documents with a passage; "asked": with it in a learning point or recommendation. Policies: share of learning points and recommendations.',
    head: ['', 'any', 'often', 'asked', '2021 study', 'of'],
    rows: rows.flatMap(({ code, reviews, often, asked, points }) => {
      const seed = seedFor(code, kind);
      if (seed === null) return [];
      return [[code.id, ...(ofPoints(seed) ? [`${percent(points.value)}%`, '', ''] : [reviews, often, asked].map(({ value }) => `${percent(value)}%`)), seed.says, ofWords(seed)]];
    }),
  };
}

/** The study's figure for the documents of the group: its own for rapid reviews and LCSPRs where it told them apart. */
export function seedFor({ seed, seedByKind }: Code, kind: ThemeGroup['kind']): SeedFigure | null {
  return (kind === 'rapid-review' || kind === 'lcspr') && seedByKind !== undefined ? (seedByKind[kind] ?? null) : seed;
}

function pathwayTable({ name, pathway }: ThemeGroup): Table {
  return {
    title: `${name}: stages of the pathways, by who is spoken of and when`, note: 'Passages; one may speak of both, or of neither ("none").', head: ['', 'all', 'family', 'agency', 'none', 'recent', 'older', 'none'],
    rows: pathway.map(({ code, uses, actors, times }) => [code.name, ...[uses, actors['family'], actors['agency'], actors['none'], times['recent'], times['older'], times['none']].map((count) => String(count ?? 0))]),
  };
}

function followsTable({ name, follows }: ThemeGroup): Table[] {
  return follows.length === 0 ? [] : [{
    title: `${name}: what follows what`, note: 'Share of documents whose recommendations say the second, among those that say the first and among the others.', head: ['', 'among', 'interval', 'others', 'interval'],
    rows: follows.map(({ follow, among, others }) => [follow.says, counts(among), interval(among), counts(others), interval(others)]),
  }];
}

/** Pairs that stand together in fewer passages than this tell nothing of how much oftener than by chance they do. */
const FEWEST = 5;

function pairTables({ name, pairs, rows }: ThemeGroup): Table[] {
  const main = rows.map(({ code }) => code).filter(({ parent }) => parent === null);
  const both = (a: string, b: string): string => String(pairs.find((pair) => pair.a.id === a && pair.b.id === b)?.passages.both ?? '');
  const close = pairs.filter(({ passages }) => passages.both >= FEWEST).sort((a, b) => (b.passages.lift ?? 0) - (a.passages.lift ?? 0)).slice(0, 8);
  if (main.length < 2 || main.length > 14) return [];
  return [
    { title: `${name}: codes in one passage`, note: 'Passages that have both main codes.', head: ['', ...main.slice(1).map(({ id }) => id)], rows: main.slice(0, -1).map((a) => [a.id, ...main.slice(1).map((b) => both(a.id, b.id))]) },
    ...(close.length === 0 ? [] : [{
      title: `${name}: codes that stand together most`, note: `Times as often in one passage as by chance (${FEWEST} passages or more).`, head: ['', 'passages', 'times', 'documents'],
      rows: close.map(({ a, b, passages, documents }) => [`${a.id} ${a.name} · ${b.id} ${b.name}`, String(passages.both), passages.lift?.toFixed(1) ?? '–', counts({ hits: documents.both, of: documents.of })]),
    }]),
  ];
}

/** The latest years that a line of 80 characters holds; the CSV has all. */
const MOST_YEARS = 7;

function yearTable(name: string, { years, unknown, split, rows }: Years): Table[] {
  if (years.length < 2) return [];
  const shown = years.slice(-MOST_YEARS);
  return [{
    title: `${name}: change over years`,
    note: `Documents that have the code often, of those of the year.${shown.length < years.length ? ` The latest ${MOST_YEARS} of ${years.length} years; the CSV has all.` : ''} Change: points of per cent, years after ${split ?? ''} less those up to it, with Newcombe’s interval.${unknown === 0 ? '' : ` ${unknown} without a year left out.`}`,
    head: ['', ...shown, 'change', 'interval'],
    rows: rows.map(({ code, years: own, change }) => [
      codeWords(code), ...own.slice(-MOST_YEARS).map(({ often }) => `${often.hits}/${often.of}`),
      ...(change === null ? ['–', '–'] : [signed(change.value), `${signed(change.low)} to ${signed(change.high)}`]),
    ]),
  }];
}

/** The one figure of the study whose denominator is points and not reviews. */
export function ofPoints({ of }: SeedFigure): boolean {
  return of.startsWith('learning points');
}

function ofWords({ of }: SeedFigure): string {
  return of.replace('all reviews as the team read them (135 rapid reviews and 33 LCSPRs)', '168 reviews').replace('; no figure given', '').replace('learning points and recommendations (items), read strictly', 'points').replace('135 rapid reviews', '135 rapid');
}

function codeWords({ id, name, parent }: Code): string {
  return `${parent === null ? '' : '  '}${id === name ? id : `${id} ${name}`}`;
}

function percent(share: number | null): string {
  return share === null ? '–' : String(Math.round(share * 100));
}

function signed(share: number): string {
  const points = Math.round(share * 100);
  return points < 0 ? `−${-points}` : `+${points}`;
}

function interval({ low, high }: Share): string {
  return low === null ? '–' : `${percent(low)}–${percent(high)}`;
}

function counts({ hits, of }: Pick<Share, 'hits' | 'of'>): string {
  return `${hits} of ${of}`;
}
