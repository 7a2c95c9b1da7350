/**
 * Charts as SVG that a screen reader can tell: each has a title, its numbers in words, and a table beside it in the page.
 */
import { DIMENSIONS } from '../critique.ts';
import type { Level } from '../critique.ts';
import type { Share } from '../corpus/shares.ts';
import type { Figures, Spread } from '../corpus/summary.ts';
import { escapeHtml } from './escape.ts';
import { DIMENSION_TITLES, LEVEL_WORDS } from './words.ts';

/** Drawn for a narrow telephone; wider pages scale it up to a limit. */
const WIDTH = 360;
const ROW = 42;

export interface Bar {
  readonly label: string;
  readonly share: Share;
}

/** "34%"; few are not none, and nearly all are not all. */
export function percent(value: number | null): string {
  if (value !== null && value > 0 && value < 0.005) return 'under 1%';
  if (value !== null && value < 1 && value >= 0.995) return 'over 99%';
  return value === null ? '–' : `${Math.round(value * 100)}%`;
}

/** "28 to 41%" */
export function rangeWords({ low, high }: Pick<Share, 'low' | 'high'>): string {
  return low === null || high === null ? 'no interval' : `${Math.round(low * 100)} to ${Math.round(high * 100)}%`;
}

function svg(id: string, height: number, title: string, description: string, inside: string): string {
  return `<figure class="chart"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${escapeHtml(title)}</title><desc id="${id}-d">${escapeHtml(description)}</desc>${inside}</svg></figure>`;
}

/** A bar for each share, with its interval as a line. */
export function shareBars(id: string, title: string, bars: readonly Bar[]): string {
  const rows = bars.map(({ label, share }, row) => {
    const y = row * ROW;
    const whisker = share.low === null || share.high === null ? '' : `<path class="range" d="M${x(share.low)} ${y + 28}H${x(share.high)}M${x(share.low)} ${y + 24}v8M${x(share.high)} ${y + 24}v8"/>`;
    return `<text x="0" y="${y + 13}">${escapeHtml(label)}</text><text class="value" x="${WIDTH}" y="${y + 13}" text-anchor="end">${percent(share.value)}</text>`
      + `<rect class="track" x="0" y="${y + 20}" width="${WIDTH}" height="16"/><rect class="bar" x="0" y="${y + 20}" width="${x(share.value ?? 0)}" height="16"/>${whisker}`;
  });
  return svg(id, bars.length * ROW, title, bars.map(({ label, share }) => `${label}: ${percent(share.value)} (${rangeWords(share)}).`).join(' '), rows.join(''));
}

function x(share: number): number {
  return Math.round(share * WIDTH * 10) / 10;
}

/** For each question a bar whose parts are the levels, the most exact first. */
export function levelBars(id: string, figures: Figures): string {
  const levels: readonly Level[] = [3, 2, 1, 0];
  const rows = DIMENSIONS.map((dimension, row) => {
    let before = 0;
    const parts = levels.map((level) => {
      const from = x(before);
      before += figures.ofItems[`${dimension}/${level}`]?.value ?? 0;
      const width = Math.round((x(before) - from) * 10) / 10;
      if (width <= 0) return '';
      const number = width < 26 ? '' : `<text class="n${level}" x="${Math.round((from + width / 2) * 10) / 10}" y="${row * 50 + 37}" text-anchor="middle">${percent(figures.ofItems[`${dimension}/${level}`]?.value ?? 0)}</text>`;
      return `<rect class="l${level}" x="${from + 0.5}" y="${row * 50 + 20.5}" width="${Math.max(1, width - 1)}" height="23"/>${number}`;
    });
    return `<text x="0" y="${row * 50 + 13}">${DIMENSION_TITLES[dimension]}</text>${parts.join('')}`;
  });
  const told = DIMENSIONS.map((dimension) => `${DIMENSION_TITLES[dimension]}: ${levels.map((level) => `${LEVEL_WORDS[dimension][level]} ${percent(figures.ofItems[`${dimension}/${level}`]?.value ?? null)}`).join(', ')}.`);
  return svg(id, DIMENSIONS.length * 50, 'How far the recommendations can be acted on and seen', told.join(' '), rows.join(''));
}

/** How many reviews make how many. */
export function histogram(id: string, what: string, { histogram: counts, median, most }: Spread): string {
  const last = counts.length - 1;
  const highest = Math.max(1, ...counts);
  const step = WIDTH / counts.length;
  const bars = counts.map((count, index) => {
    const height = Math.round((count / highest) * 90 * 10) / 10;
    return count === 0 ? '' : `<rect class="bar" x="${Math.round(index * step * 10) / 10 + 0.5}" y="${Math.round((100 - height) * 10) / 10}" width="${Math.round((step - 1.5) * 10) / 10}" height="${height}"/>`;
  });
  const marks = [0, 5, 10, 15, 20, 25].map((mark) => `<text x="${Math.round((mark + 0.5) * step)}" y="116" text-anchor="middle">${mark}</text>`);
  const end = `<text x="${WIDTH}" y="116" text-anchor="end">${last}+</text>`;
  const told = counts.flatMap((count, index) => (count === 0 ? [] : [`${index}${index === last ? ' or more' : ''}: ${count}`])).join(', ');
  return svg(id, 122, `Reviews by their number of ${what}: half have ${median} or fewer, the most is ${most}`, `Number of ${what}, and reviews that have so many: ${told}.`, `${bars.join('')}<path class="axis" d="M0 100.5H${WIDTH}"/>${marks.join('')}${end}`);
}
