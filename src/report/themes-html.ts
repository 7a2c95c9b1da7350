import type { Provenance } from '../research/provenance.ts';
import { provenanceLine } from '../research/provenance.ts';
import type { ThemeGroup } from '../research/theme-table.ts';
import { escapeHtml } from './escape.ts';
import { tableHtml } from './evaluation-html.ts';
import { pageHtml } from './html-page.ts';
import { sharesChart, yearsChart } from './themes-charts.ts';
import { THEMES_CAUTION, themeTables } from './themes-tables.ts';

/** The themes as one self-contained page: no script, nothing loaded, nothing sent. */
export function themesHtml(groups: readonly ThemeGroup[], made: Provenance): string {
  const sections = groups.map((group) => `<section>\n<h2>${escapeHtml(group.name)}</h2>\n${sharesChart(group)}\n${yearsChart(group)}\n${themeTables(group).map(tableHtml).join('\n')}\n</section>`);
  return pageHtml('Themes – Second Question', [`<h1>Themes</h1>\n<p>${escapeHtml(THEMES_CAUTION)}</p>`, ...sections].join('\n'), `<p>Not for ranking reviews, partnerships or people.</p>\n<p class="quiet">Made by ${escapeHtml(provenanceLine(made))}.</p>`);
}
