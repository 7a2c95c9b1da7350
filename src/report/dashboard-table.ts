/**
 * All recommendations in a page, to filter and to search. Rows are kept as data and drawn a few at a time, so that ten thousand open as quickly as a hundred.
 */
import type { Cluster } from '../corpus/clusters.ts';
import { DIMENSIONS } from '../critique.ts';
import type { Levels, Tier } from '../critique.ts';
import { TIER_ORDER } from '../corpus/measures.ts';
import { DASHBOARD_SCRIPT } from './dashboard-script.ts';
import { escapeHtml } from './escape.ts';
import { count, ELEMENT_WORDS, TIER_WORDS } from './words.ts';

/** Elements whose words are marked, by the number that stands for them in the data. */
export const MARKED = ['agency', 'action', 'measure', 'deadline', 'method', 'cliche'] as const;

export interface TableRow {
  readonly review: string;
  readonly file: string;
  readonly type: string;
  readonly year: string;
  readonly label: string;
  readonly page: number | null;
  readonly tier: Tier;
  readonly levels: Levels;
  readonly training: boolean;
  readonly national: boolean;
  readonly text: string;
  /** Start, end and number of the element, flat. */
  readonly marks: readonly number[];
}

export interface Unread {
  readonly file: string;
  readonly text: string;
}

export interface TextInput {
  readonly rows: readonly TableRow[];
  readonly leftOut: number;
  readonly clusters: readonly { readonly cluster: Cluster; readonly text: string; readonly places: readonly string[] }[];
  readonly unread: readonly Unread[];
}

const CLUSTERS_SHOWN = 100;

export function textSections(input: TextInput): { readonly sections: string; readonly script: string } {
  return { sections: [clusterSection(input), unreadSection(input), tableSection(input)].join('\n'), script: DASHBOARD_SCRIPT };
}

function clusterSection({ clusters }: TextInput): string {
  if (clusters.length === 0) return '';
  const list = clusters.slice(0, CLUSTERS_SHOWN).map(({ cluster, text, places }) => `<li><p>${escapeHtml(text)}</p><details><summary>${count(cluster.reviews, 'review')}${cluster.exact ? ', word for word' : ''}</summary><p>${escapeHtml(places.join('; '))}</p></details></li>`);
  const rest = clusters.length > CLUSTERS_SHOWN ? `<p>${count(clusters.length - CLUSTERS_SHOWN, 'group')} more in recommendations.csv.</p>` : '';
  return `<section aria-labelledby="again-text"><h2 id="again-text">The same messages again, in their words</h2><ol>${list.join('')}</ol>${rest}</section>`;
}

function unreadSection({ unread }: TextInput): string {
  if (unread.length === 0) return '';
  return `<section aria-labelledby="unread-text"><h2 id="unread-text">What could not be read, and why</h2><ul>${unread.map(({ file, text }) => `<li><b>${escapeHtml(file)}</b>: ${escapeHtml(text)}</li>`).join('')}</ul></section>`;
}

function tableSection({ rows, leftOut }: TextInput): string {
  const types = distinct(rows.map(({ type }) => type));
  const years = distinct(rows.map(({ year }) => year).filter((year) => year !== '')).sort();
  const files = new Map(distinct(rows.map(({ review }) => review)).map((review, index) => [review, index]));
  const names = [...files.keys()].map((review) => [review, rows.find((row) => row.review === review)?.file ?? '']);
  const data = {
    files: names, types, years: ['', ...years], tiers: TIER_ORDER.map((tier) => TIER_WORDS[tier]), marks: MARKED.map((name) => (name === 'cliche' ? 'cliché' : ELEMENT_WORDS[name])),
    rows: rows.map((row) => [
      files.get(row.review), types.indexOf(row.type), row.year === '' ? 0 : years.indexOf(row.year) + 1, row.label, row.page, TIER_ORDER.indexOf(row.tier),
      DIMENSIONS.map((dimension) => row.levels[dimension] ?? '?').join(''), (row.training ? 1 : 0) + (row.national ? 2 : 0), row.text, row.marks,
    ]),
  };
  const option = (words: string, value: string | number): string => `<option value="${value}">${escapeHtml(words)}</option>`;
  const select = (id: string, label: string, options: readonly string[]): string => (options.length < 2 ? '' : `<div><label for="${id}">${label}</label><select id="${id}"><option value="">all</option>${options.join('')}</select></div>`);
  const rest = leftOut === 0 ? '' : `<p>${count(leftOut, 'recommendation')} more than a page can hold: recommendations.csv has all.</p>`;
  return `<section aria-labelledby="asks"><h2 id="asks">All recommendations</h2>${rest}
<noscript><p>Searching needs the small script inside this page, which your browser does not run. recommendations.csv has the same rows.</p></noscript>
<form class="tools" id="tools" role="search"><div><label for="find">Words to look for</label><input id="find" type="search" autocomplete="off"></div>
${select('type', 'Kind of document', types.map(option))}${select('year', 'Year', years.length === 0 ? [] : years.map((year, index) => option(year, index + 1)))}${select('tier', 'What it says', TIER_ORDER.map((tier, index) => option(TIER_WORDS[tier], index)))}
${select('lack', 'Not found in the text', DIMENSIONS.map((dimension, index) => option(ELEMENT_WORDS[dimension], index)))}${select('other', 'Only', [option('training and nothing else', 1), option('asked of national bodies', 2)])}</form>
<p id="found" role="status" aria-live="polite"></p><ol class="asks" id="list"></ol><p><button type="button" id="more" hidden>Show more</button></p>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}</script></section>`;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
