import type { ThemeGroup } from '../research/theme-table.ts';
import { escapeHtml } from './escape.ts';
import { tableHtml } from './evaluation-html.ts';
import { pageHtml } from './html-page.ts';
import { ofPoints, THEMES_CAUTION, themeTables } from './themes-tables.ts';

/** The themes as one self-contained page: no script, nothing loaded, nothing sent. */
export function themesHtml(groups: readonly ThemeGroup[]): string {
  const sections = groups.map((group) => `<section>\n<h2>${escapeHtml(group.name)}</h2>\n${chart(group)}\n${themeTables(group).map(tableHtml).join('\n')}\n</section>`);
  return pageHtml('Themes – Second Question', [`<h1>Themes</h1>\n<p>${escapeHtml(THEMES_CAUTION)}</p>`, ...sections].join('\n'), '<p>Not for ranking reviews, partnerships or people.</p>');
}

const LINE = 24;
const LEFT = 250;
const WIDTH = 400;

/** A bar for each main code with its interval, and a frame where the 2021 study gave a figure. The table below has the same figures. */
function chart({ name, rows }: ThemeGroup): string {
  const main = rows.filter(({ code }) => code.parent === null);
  const x = (share: number): string => (LEFT + share * WIDTH).toFixed(1);
  const lines = main.map(({ code, reviews, points }, index) => {
    const { value, low, high } = code.seed !== null && ofPoints(code.seed) ? points : reviews;
    const y = index * LINE;
    const [from, to] = code.seed?.share ?? [null, null];
    return [
      `<text x="${LEFT - 8}" y="${y + 16}" text-anchor="end" font-size="12">${escapeHtml(code.name.length > 38 ? `${code.name.slice(0, 37)}…` : code.name)}</text>`,
      `<rect x="${LEFT}" y="${y + 5}" width="${((value ?? 0) * WIDTH).toFixed(1)}" height="14" fill="#5a7ea6"/>`,
      low === null || high === null ? '' : `<path d="M${x(low)} ${y + 12}H${x(high)}" stroke="#1d2a38" stroke-width="2"/>`,
      from === null ? '' : `<rect x="${x(from)}" y="${y + 2}" width="${Math.max(3, (to - from) * WIDTH).toFixed(1)}" height="20" fill="none" stroke="#b3541e" stroke-width="2"/>`,
    ].join('');
  });
  return `<svg viewBox="0 0 ${LEFT + WIDTH + 20} ${main.length * LINE}" role="img" aria-label="Share of documents with each theme, ${escapeHtml(name)}; the figures are in the table below">${lines.join('\n')}</svg>
<p class="quiet">Bar and line: share of documents and its interval. Frame: what the 2021 study said, where it gave a figure. Policies: share of learning points and recommendations.</p>`;
}
