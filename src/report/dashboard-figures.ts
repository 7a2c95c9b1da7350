import type { DocumentKind } from '../critique.ts';
import { ITEM_MEASURES, REVIEW_MEASURES, TIER_ORDER } from '../corpus/measures.ts';
import type { Share } from '../corpus/shares.ts';
import type { Breakdown, Figures, Spread, TypeSummary } from '../corpus/summary.ts';
import { FEWEST } from '../corpus/summary.ts';
import { histogram, levelBars, percent, rangeWords, shareBars } from './dashboard-charts.ts';
import { beside } from './dashboard-studies.ts';
import { escapeHtml } from './escape.ts';
import { count, DIMENSION_TITLES, humanised, KIND_OF_DOCUMENT, LEVEL_WORDS, thousands, TIER_WORDS } from './words.ts';
import { DIMENSIONS } from '../critique.ts';

/** The tool's own error for a measure, in words; from models/EVALUATION.md. `found`: how many recommendations it finds; `changed`: whether models have changed since. */
export type MeasuredErrors = Readonly<Record<string, string>>;

export const TYPE_WORDS: Readonly<Record<DocumentKind, string>> = {
  ...KIND_OF_DOCUMENT, lcspr: 'Local child safeguarding practice reviews', 'rapid-review': 'Rapid reviews', 'thematic-review': 'Thematic reviews', 'serious-case-review': 'Serious case reviews',
  briefing: 'Briefings', inspection: 'Inspection reports', 'action-plan': 'Action plans', list: 'Lists of recommendations', other: 'Documents of other kinds',
};

const MAIN_WORDS: Readonly<Record<string, string>> = {
  'named-agency': 'A named agency would act', 'measure-of-effect': 'A measure of effect', 'bounded-deadline': 'A bounded deadline', 'training-only': 'Training and nothing else',
  'worn-phrase-carries': 'Rests on a worn phrase', national: 'Asked of national bodies',
};
const ACTION_WORDS = ['Telling (reminders, circulars)', 'Weaker (policy, training)', 'Intermediate (forms, time, people)', 'Stronger (the work is changed)'] as const;
const CLICHES_SHOWN = 12;

/** The part of the page about one kind of document. */
export function typeSection({ type, figures, reviews, breakdowns }: TypeSummary, errors: MeasuredErrors): string {
  const head = `<section aria-labelledby="type-${type}"><h2 id="type-${type}">${TYPE_WORDS[type]} (${reviews})</h2>`;
  if (figures === null) return `${head}<p>Fewer than ${FEWEST}: figures over so few say little and could point to single children, so none are shown. The tables have each review.</p></section>`;
  if (figures.items === 0) return `${head}<p>${count(reviews, 'review')}, none with recommendations${type === 'rapid-review' ? ', which is usual for rapid reviews' : ''}.</p>${spreads(type, figures)}</section>`;
  return [head, `<p>${count(reviews, 'review')} with ${count(figures.items, 'recommendation')}; copies and repeats left out.</p>`,
    mainFigures(type, figures, errors), levels(type, figures), tiers(type, figures), actionTypes(type, figures), ofReviews(figures), spreads(type, figures), cliches(type, figures),
    ...breakdowns.map((one) => breakdown(one)), '</section>'].join('\n');
}

function mainFigures(type: string, { ofItems }: Figures, errors: MeasuredErrors): string {
  const ids = ITEM_MEASURES.filter(({ main }) => main).map(({ id }) => id);
  const bars = ids.map((id) => ({ label: MAIN_WORDS[id] ?? id, share: shareOf(ofItems, id) }));
  const rows = ids.map((id) => [MAIN_WORDS[id] ?? id, ...shareCells(shareOf(ofItems, id)), errors[id] ?? 'not measured yet']);
  const notes = [errors['found'], errors['changed']].flatMap((note) => (note === undefined ? [] : [`<p class="quiet">${escapeHtml(note)}</p>`])).join('');
  return `<h3>Shares of the recommendations</h3>${shareBars(`main-${type}`, 'Shares of the recommendations', bars)}`
    + numbers('The same in numbers. The last column is the tool’s own error on reviews with known answers: it comes on top of the interval.', ['Recommendations with', 'Share', '95% interval', 'Recommendations', 'Tool’s own error'], rows) + notes + beside('training-only', 'measure-of-effect', 'named-agency');
}

function shareOf(shares: Readonly<Record<string, Share>>, id: string): Share {
  return shares[id] ?? { hits: 0, of: 0, value: null, low: null, high: null };
}

function shareCells(share: Share): readonly string[] {
  return [percent(share.value), rangeWords(share), `${thousands(share.hits)} of ${thousands(share.of)}`];
}

/** A table that scrolls by itself on a narrow screen. Cells are text. */
export function numbers(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const align = head.map((_, column) => (column > 0 && rows.every((row) => /^(?:\d|–|[+−]\d|under|over|no interval)/.test(row[column] ?? '')) ? ' class="n"' : ''));
  const cells = rows.map(([first = '', ...rest]) => `<tr><th scope="row">${escapeHtml(first)}</th>${rest.map((cell, index) => `<td${align[index + 1] ?? ''}>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  return `<div class="wide" tabindex="0" role="group" aria-label="${escapeHtml(`Table: ${caption}`)}"><table class="figures"><caption><span>${escapeHtml(caption)}</span></caption><thead><tr>${head.map((one, index) => `<th scope="col"${align[index] ?? ''}>${escapeHtml(one)}</th>`).join('')}</tr></thead><tbody>${cells.join('')}</tbody></table></div>`;
}

function levels(type: string, figures: Figures): string {
  const rows = DIMENSIONS.flatMap((dimension) => ([3, 2, 1, 0] as const).map((level) => [`${DIMENSION_TITLES[dimension]}: ${LEVEL_WORDS[dimension][level]}`, ...shareCells(shareOf(figures.ofItems, `${dimension}/${level}`))]));
  return `<h3>Four questions to each recommendation</h3>${levelBars(`levels-${type}`, figures)}${LEVEL_KEY}<details><summary>The same in numbers</summary>${numbers('Share of the recommendations at each level', ['Question and answer', 'Share', '95% interval', 'Recommendations'], rows)}</details>`;
}

/** What the shades mean, question by question in the order of the bars. */
const LEVEL_KEY = `<ul class="key">${([3, 2, 1, 0] as const).map((level) => `<li><svg viewBox="0 0 26 16" aria-hidden="true"><rect class="l${level}" x="1" y="1" width="24" height="14"/></svg> ${DIMENSIONS.map((dimension) => LEVEL_WORDS[dimension][level]).filter((words, at, all) => all.indexOf(words) === at).join(' · ')}</li>`).join('')}</ul>`;

function tiers(type: string, { ofItems }: Figures): string {
  const bars = TIER_ORDER.map((tier) => ({ label: TIER_WORDS[tier], share: shareOf(ofItems, `tier/${tier}`) }));
  return titled('What the recommendations say, taken together', `tiers-${type}`, bars, 'Recommendations');
}

function actionTypes(type: string, { ofItems }: Figures): string {
  const bars = ACTION_WORDS.map((label, level) => ({ label, share: shareOf(ofItems, `action-type/${level}`) })).reverse();
  return `${titled('Type of action', `actions-${type}`, bars, 'Recommendations')}<p>A type, not an effect: what is easily changed by rule is not all that matters, and the order is disputed for work with people.</p>${beside('action-type')}`;
}

function titled(title: string, id: string, bars: readonly { readonly label: string; readonly share: Share }[], of: string): string {
  const rows = bars.map(({ label, share }) => [label, ...shareCells(share)]);
  return `<h3>${title}</h3>${shareBars(id, title, bars)}<details><summary>The same in numbers</summary>${numbers(`Shares of the ${of.toLowerCase()}`, [title, 'Share', '95% interval', of], rows)}</details>`;
}

function ofReviews({ ofReviews: shares }: Figures): string {
  return `<h3>Shares of the reviews</h3>${numbers('Intervals after Wilson', ['Reviews that', 'Share', '95% interval', 'Reviews'], REVIEW_MEASURES.map(({ id, says }) => [says, ...shareCells(shareOf(shares, id))]))}`;
}

function spreads(type: string, { recommendationsEach, learningEach }: Figures): string {
  const row = (label: string, spread: Spread): readonly string[] => [label, String(spread.median), `${spread.quarter} to ${spread.threeQuarters}`, `${spread.least} to ${spread.most}`, String(Math.round(spread.mean * 10) / 10)];
  return `<h3>How many a review makes</h3><p>Recommendations:</p>${histogram(`recs-${type}`, 'recommendations', recommendationsEach)}<p>Learning points:</p>${histogram(`learning-${type}`, 'learning points', learningEach)}`
    + numbers('Numbers a review', ['Of', 'Median', 'Middle half', 'Least to most', 'Mean'], [row('Recommendations', recommendationsEach), row('Learning points', learningEach)]) + beside('recommendations-each', 'learning-each');
}

function cliches(type: string, { cliches: all }: Figures): string {
  if (all.length === 0) return '';
  const shown = all.slice(0, CLICHES_SHOWN);
  const rows = all.map(({ id, share, uses }) => [humanised(id), ...shareCells(share), thousands(uses)]);
  return `<h3>Worn phrases, by the reviews that use them</h3><p>In the whole review, findings and learning too; quoted ones and those let off are not counted.</p>${shareBars(`cliches-${type}`, 'Worn phrases used most', shown.map(({ id, share }) => ({ label: humanised(id), share })))}`
    + `<details><summary>All ${all.length} in numbers</summary>${numbers('Shares of the reviews', ['Worn phrase', 'Share', '95% interval', 'Reviews', 'Uses'], rows)}</details>`;
}

const BY_WORDS = { year: 'year of receipt', incident: 'type of incident', age: 'age group' } as const;

function breakdown({ by, groups, suppressed }: Breakdown): string {
  const ids = ['named-agency', 'measure-of-effect', 'bounded-deadline', 'training-only'];
  const rows = groups.map(({ name, reviews, ofItems }) => [name, ...ids.map((id) => `${percent(shareOf(ofItems, id).value)} (${rangeWords(shareOf(ofItems, id))})`), `${reviews}`]);
  const hidden = suppressed.groups === 0 ? '' : `<p>${count(suppressed.groups, 'group')} with ${count(suppressed.reviews, 'review')} not shown: a group of fewer than ${FEWEST} reviews, or one from which it could be worked out.</p>`;
  return `<h3>By ${BY_WORDS[by]}</h3>${rows.length === 0 ? '' : numbers('Shares of the recommendations with their 95% intervals. Where intervals overlap much, no difference is shown.', ['Group', 'Named agency', 'Measure of effect', 'Bounded deadline', 'Training only', 'Reviews'], rows)}${hidden}`;
}
