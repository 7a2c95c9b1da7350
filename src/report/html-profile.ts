/**
 * The profile of a review as one picture: a bar for each dimension, its parts the levels. The same numbers stand in a table.
 */
import { DIMENSIONS } from '../critique.ts';
import type { Critique, Dimension, Level } from '../critique.ts';
import { escapeHtml } from './escape.ts';
import { count, DIMENSION_TITLES, LEVEL_WORDS, NOT_SCORED } from './words.ts';

const WIDTH = 360;
const ROW = 52;
const BAR = 24;
/** A number stands in a part only where there is room for it. */
const ROOM = 14;
const SHOWN: readonly (Level | null)[] = [3, 2, 1, 0, null];

/** Picture and table; nothing where nothing was scored. */
export function profileHtml(critique: Critique): string {
  if (critique.items.length === 0) return '';
  return `<figure class="profile">${picture(critique)}</figure>\n${table(critique)}`;
}

function countOf(critique: Critique, dimension: Dimension, level: Level | null): number {
  return critique.items.filter((item) => item.levels[dimension] === level).length;
}

function levelWords(dimension: Dimension, level: Level | null): string {
  return level === null ? NOT_SCORED : LEVEL_WORDS[dimension][level];
}

function picture(critique: Critique): string {
  const height = DIMENSIONS.length * ROW;
  const bars = DIMENSIONS.map((dimension, row) => bar(critique, dimension, row * ROW)).join('');
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="profile-title profile-desc">`
    + `<title id="profile-title">How far ${count(critique.items.length, 'recommendation')} can be acted on and seen</title>`
    + `<desc id="profile-desc">${escapeHtml(description(critique))}</desc>${bars}</svg>`;
}

function description(critique: Critique): string {
  return DIMENSIONS.map((dimension) => {
    const parts = SHOWN.map((level) => ({ number: countOf(critique, dimension, level), words: levelWords(dimension, level) })).filter((part) => part.number > 0);
    return `${DIMENSION_TITLES[dimension]}: ${parts.map((part) => `${part.words} ${part.number}`).join(', ')}.`;
  }).join(' ');
}

function bar(critique: Critique, dimension: Dimension, y: number): string {
  const total = critique.items.length;
  let before = 0;
  const parts = SHOWN.map((level) => {
    const number = countOf(critique, dimension, level);
    const x = round((before / total) * WIDTH);
    before += number;
    const width = round((before / total) * WIDTH) - x;
    if (number === 0) return '';
    const name = level === null ? 'none' : String(level);
    const text = width >= ROOM ? `<text class="n${name}" x="${round(x + width / 2)}" y="${y + 37}" text-anchor="middle">${number}</text>` : '';
    return `<rect class="l${name}" x="${round(x + 0.5)}" y="${y + 20.5}" width="${round(Math.max(1, width - 1))}" height="${BAR - 1}"/>${text}`;
  });
  return `<text class="label" x="0" y="${y + 13}">${DIMENSION_TITLES[dimension]}</text>${parts.join('')}`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function table(critique: Critique): string {
  const rows = DIMENSIONS.map((dimension) => {
    const cells = SHOWN.slice(0, 4).map((level) => {
      const number = countOf(critique, dimension, level);
      return `<td class="c${level ?? ''}${number === 0 ? ' zero' : ''}"><b>${number}</b> <span>${levelWords(dimension, level)}</span></td>`;
    });
    const unscored = countOf(critique, dimension, null);
    const note = unscored === 0 ? '' : ` <span>(${unscored} ${NOT_SCORED})</span>`;
    return `<tr><th scope="row">${DIMENSION_TITLES[dimension]}${note}</th>${cells.join('')}</tr>`;
  });
  return '<table class="numbers"><caption>The same in numbers of recommendations</caption>'
    + '<thead><tr><th scope="col">Question</th><th scope="col" colspan="4">What the text says, the most exact first</th></tr></thead>'
    + `<tbody>${rows.join('')}</tbody></table>`;
}
