/**
 * Charts of the themes as drawings inside a page. The tables below them have the same figures.
 */
import type { ThemeGroup } from '../research/theme-table.ts';
import { escapeHtml } from './escape.ts';
import { ofPoints, seedFor } from './themes-tables.ts';

const LINE = 26;
const LEFT = 300;
const WIDTH = 400;

/** Two bars for each main code (documents with it at all, and often) with the interval of the first, and a frame where the 2021 study gave a figure. */
export function sharesChart({ name, kind, rows }: ThemeGroup): string {
  const main = rows.filter(({ code }) => code.parent === null);
  const x = (share: number): string => (LEFT + share * WIDTH).toFixed(1);
  const lines = main.map(({ code, reviews, often, points }, index) => {
    const seed = seedFor(code, kind);
    const points2021 = seed !== null && ofPoints(seed);
    const { value, low, high } = points2021 ? points : reviews;
    const y = index * LINE;
    const [from, to] = seed?.share ?? [null, null];
    return [
      label(code.name, y + 17),
      `<rect x="${LEFT}" y="${y + 5}" width="${((value ?? 0) * WIDTH).toFixed(1)}" height="16" fill="#c5d5e6"/>`,
      points2021 ? '' : `<rect x="${LEFT}" y="${y + 9}" width="${((often.value ?? 0) * WIDTH).toFixed(1)}" height="8" fill="#3f6690"/>`,
      low === null || high === null ? '' : `<path d="M${x(low)} ${y + 13}H${x(high)}" stroke="#1d2a38" stroke-width="1.5"/>`,
      from === null ? '' : `<rect x="${x(from)}" y="${y + 2}" width="${Math.max(3, (to - from) * WIDTH).toFixed(1)}" height="22" fill="none" stroke="#b3541e" stroke-width="2"/>`,
    ].join('');
  });
  return `<svg viewBox="0 0 ${LEFT + WIDTH + 20} ${main.length * LINE + 18}" role="img" aria-label="Share of documents with each theme, ${escapeHtml(name)}; the figures are in the table below">${lines.join('\n')}${scale(main.length * LINE)}</svg>
<p class="quiet">Pale bar and line: documents with a passage, and the interval. Dark bar: documents that have it often. Frame: what the 2021 study said, where it gave a figure. Policies: share of learning points and recommendations.</p>`;
}

function label(name: string, y: number): string {
  return `<text x="${LEFT - 8}" y="${y}" text-anchor="end" font-size="12">${escapeHtml(name.length > 42 ? `${name.slice(0, 41)}…` : name)}</text>`;
}

function scale(y: number): string {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => `<text x="${LEFT + share * WIDTH}" y="${y + 14}" text-anchor="middle" font-size="10" fill="#555">${share * 100}%</text>`).join('');
}

const CELL = 170;
const HIGH = 60;
const STEP = HIGH + 44;
const ACROSS = 4;

/** A small line for each main code: the share of a year's documents that have it often, with its interval. Nothing where there is one year. */
export function yearsChart({ name, years: { years, rows } }: ThemeGroup): string {
  if (years.length < 2) return '';
  const cells = rows.map(({ code, years: own }, index) => {
    const [left, top] = [(index % ACROSS) * CELL + 8, Math.floor(index / ACROSS) * STEP + 18];
    const x = (at: number): string => (left + 6 + (at * (CELL - 34)) / (years.length - 1)).toFixed(1);
    const y = (share: number): string => (top + HIGH - share * HIGH).toFixed(1);
    const dots = own.map(({ often: { value, low, high, of } }, at) => (value === null ? '' : `${low === null || high === null ? '' : `<path d="M${x(at)} ${y(low)}V${y(high)}" stroke="#9db4cb" stroke-width="2"/>`}<circle cx="${x(at)}" cy="${y(value)}" r="2.5" fill="#1d4a78"><title>${escapeHtml(years[at] ?? '')}: ${Math.round(value * 100)}% of ${of}</title></circle>`));
    const line = own.flatMap(({ often: { value } }, at) => (value === null ? [] : [`${x(at)} ${y(value)}`])).join('L');
    return `<g><text x="${left}" y="${top - 6}" font-size="11">${escapeHtml(code.name.length > 26 ? `${code.name.slice(0, 25)}…` : code.name)}</text><path d="M${left} ${top}V${top + HIGH}H${left + CELL - 24}" fill="none" stroke="#888"/><path d="M${line}" fill="none" stroke="#1d4a78"/>${dots.join('')}<text x="${left}" y="${top + HIGH + 13}" font-size="10" fill="#555">${escapeHtml(years[0] ?? '')}</text><text x="${left + CELL - 24}" y="${top + HIGH + 13}" text-anchor="end" font-size="10" fill="#555">${escapeHtml(years.at(-1) ?? '')}</text></g>`;
  });
  return `<svg viewBox="0 0 ${ACROSS * CELL} ${Math.ceil(rows.length / ACROSS) * STEP}" role="img" aria-label="Share of documents with each theme by year, ${escapeHtml(name)}; the figures are in the table below">${cells.join('\n')}</svg>
<p class="quiet">By year: share of documents that have the theme often, 0 to 100%, with its interval.</p>`;
}
