/**
 * Tables of the evaluation on real documents with labels, and on a list of items with verdicts.
 */
import { TIERS } from '../critique.ts';
import type { ChallengeReport } from '../research/challenge.ts';
import type { ComparedFigure } from '../research/evaluation.ts';
import type { LabelledReport } from '../research/labelled.ts';
import type { Table } from './evaluation-tables.ts';
import { abbreviated, shown } from './evaluation-tables.ts';

export function labelledTables(report: LabelledReport): Table[] {
  const { name, files, units, figures, confusion } = report;
  return [
    { title: `${name}: ${units} labelled units of ${files} documents`, note: 'Intervals resample documents. Units that a second expert could see otherwise are counted apart.', head: ['', 'judge', 'keywords', 'n'], rows: figures.map(figureRow) },
    {
      title: `${name}: confusion`, note: 'Rows: label; columns: judge. Borderline units are in it.', head: ['', ...confusion.columns.map(abbreviated)],
      rows: confusion.rows.map((row, index) => [confusion.labels[index] ?? '', ...row.map(String)]),
    },
  ];
}

export function challengeTables(report: ChallengeReport): Table[] {
  return [
    {
      title: `${report.name}: ${report.items} items with verdicts`, note: 'Share of all pairs of a strong and a weak item in which the strong one is placed higher; ties count half, and .50 is chance. Intervals resample items. n: pairs.',
      head: ['', 'judge', 'keywords', 'n'], rows: report.figures.map(figureRow),
    },
    {
      title: `${report.name}: by verdict`, note: 'Means of tier (0 to 5), index (0 to 100), burden of worn phrases (0 to 3) and why-link (0 to 3, of the items in brackets: one alone seldom gives a cause to link to), and how many items stand on each tier.',
      head: ['', 'n', 'tier', 'index', 'burden', 'why', ...TIERS.map(abbreviated)],
      rows: report.verdicts.map(({ verdict, n, meanTier, meanIndex, meanBurden, whyLinks, meanWhyLink, tiers }) => [verdict, String(n), meanTier.toFixed(2), meanIndex.toFixed(0), meanBurden.toFixed(2), `${meanWhyLink === null ? '–' : meanWhyLink.toFixed(1)} (${whyLinks})`, ...tiers.map(String)]),
    },
  ];
}

function figureRow(figure: ComparedFigure): string[] {
  return [figure.id, shown(figure), shown(figure.baseline), String(figure.n)];
}
