/**
 * A batch on one page: no script, nothing loaded or sent; no word of a review and no name of a file unless it is asked for.
 */
import type { Cluster } from '../corpus/clusters.ts';
import type { Tally } from '../corpus/checks.ts';
import { FINDINGS } from '../corpus/literature.ts';
import type { CorpusSummary } from '../corpus/summary.ts';
import { sha256Hex } from '../hash.ts';
import { CAUSE_WORDS } from './cause-words.ts';
import type { MeasuredErrors } from './dashboard-figures.ts';
import { studyList, STUDIES_NOTE } from './dashboard-studies.ts';
import { numbers, TYPE_WORDS, typeSection } from './dashboard-figures.ts';
import { DASHBOARD_STYLE } from './dashboard-style.ts';
import { escapeHtml } from './escape.ts';
import { STYLE } from './html-style.ts';
import { count, FOOT, thousands } from './words.ts';

export interface DashboardInput {
  readonly summary: CorpusSummary;
  readonly clusters: readonly Cluster[];
  readonly errors: MeasuredErrors;
  readonly checks: Readonly<Record<'drawn' | 'unsure', Tally>>;
  readonly causes: readonly { readonly rule: string; readonly files: number }[];
  /** Sections with text, ready made, and the script that they need. */
  readonly withText?: { readonly sections: string; readonly script: string };
  readonly tool: string;
}

export function dashboardHtml(input: DashboardInput): string {
  const { summary, errors, withText } = input;
  const title = withText === undefined ? 'The batch on one page' : 'The batch on one page, with its text';
  const notice = withText === undefined
    ? '<p>This page holds no words of a review and no names of files.</p>'
    : '<p class="warn"><strong>This page holds the words of reviews and names of files, which may tell who a child is.</strong> Keep it where the reviews are kept. dashboard.html is the same without them.</p>';
  const main = [
    `<h1>${title}</h1>`, notice,
    `<p class="counts">${count(summary.files, 'file')} · ${summary.unread} could not be read · ${count(summary.duplicates, 'copy', 'copies')} counted once · ${count(summary.plans, 'plan')} read beside a review</p>`,
    '<p>Counts and shares of what texts say. No review, partnership or author is compared with another, and kinds of document are never put together in a figure.</p>',
    contents(input), ...summary.types.map((type) => typeSection(type, errors)), again(input), studies(), checked(input), unread(input), withText?.sections ?? '', method(input),
  ];
  return page(title, main.join('\n'), withText?.script ?? null);
}

function contents({ summary, withText }: DashboardInput): string {
  const links = [
    ...summary.types.map(({ type, reviews }) => [`type-${type}`, `${TYPE_WORDS[type]} (${reviews})`] as const),
    ['again', 'The same messages again'], ['studies', 'Beside other studies'], ['checked', 'Checked by hand'], ['unread', 'What could not be read'],
    ...(withText === undefined ? [] : [['asks', 'All recommendations'] as const]), ['method', 'How to read this page'],
  ] as const;
  return `<nav aria-labelledby="contents"><h2 id="contents">On this page</h2><ul>${links.map(([id, words]) => `<li><a href="#${id}">${words}</a></li>`).join('')}</ul></nav>`;
}

function section(id: string, title: string, html: string): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${html}</section>`;
}

/** Sizes only: their words stand in the tables and in the page with text. */
function again({ clusters }: DashboardInput): string {
  if (clusters.length === 0) return section('again', 'The same messages again', '<p>No recommendation was found that comes back nearly word for word in another review.</p>');
  const sizes = new Map<string, number>();
  for (const { reviews } of clusters) {
    const name = reviews >= 10 ? '10 or more' : reviews >= 5 ? '5 to 9' : String(reviews);
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const order = ['10 or more', '5 to 9', '4', '3', '2'].filter((name) => sizes.has(name));
  const members = clusters.reduce((sum, one) => sum + one.members.length, 0);
  return section('again', 'The same messages again', `<p>${count(members, 'recommendation')} in ${count(clusters.length, 'group')} come back nearly word for word in other reviews; ${count(clusters.filter(({ exact }) => exact).length, 'group')} word for word. Groups go over all kinds of document. The tables name them by the column “cluster”.</p>`
    + numbers('Groups of near-identical recommendations', ['Reviews in the group', 'Groups'], order.map((name) => [name, String(sizes.get(name) ?? 0)])));
}

function studies(): string {
  return section('studies', 'Beside other studies', `<p>${STUDIES_NOTE} The same stand folded under the figures that they are nearest to.</p>${studyList(FINDINGS)}`);
}

function checked({ checks: { drawn, unsure } }: DashboardInput): string {
  const html = drawn.of + unsure.of === 0
    ? '<p>Nothing has been checked by hand yet. results.xlsx has a sheet “Check these”: thirty units drawn by lot and those of which the tool is unsure. Fill in its column “verdict”, and run the batch again.</p>'
    : `<p>Checked by hand: <b>${drawn.right} right of ${drawn.of}</b> drawn by lot, which tell about the whole batch; ${unsure.right} right of ${unsure.of} of which the tool was unsure, which do not.</p>`;
  return section('checked', 'Checked by hand', html);
}

function unread({ causes, summary }: DashboardInput): string {
  const rows = causes.map(({ rule, files }) => [CAUSE_WORDS[rule] ?? rule, thousands(files), rule]);
  return section('unread', 'What could not be read', summary.unread === 0 ? '<p>Every file could be read.</p>' : `<p>${count(summary.unread, 'file')} left out of all figures. The sheet “Not read” has each with its remedy.</p>${numbers('Causes', ['Cause', 'Files', 'Rule'], rows)}`);
}

function method({ tool }: DashboardInput): string {
  return section('method', 'How to read this page', `<ul>
<li>Shares of recommendations have bootstrap intervals over whole reviews (1,000 draws, fixed seed), since the recommendations of one review come from one hand; where none or all have it, Wilson’s interval with the number of reviews. Shares of reviews have Wilson’s. The intervals say how much another batch of the same sort could differ; the tool’s own error comes on top.</li>
<li>A recommendation is counted once where its author files it once; copies of a document, near-copies and the files of one submission count as one review.</li>
<li>Groups of fewer than ten reviews are not shown.</li>
${FOOT.map((line) => `<li>${line}</li>`).join('\n')}
</ul><p class="quiet">${escapeHtml(tool)}. run.json beside this page has versions and hashes to repeat the run.</p>`);
}

/** `script` runs only if the bytes are exactly these: the policy names their hash. */
function page(title: string, main: string, script: string | null): string {
  const scripts = script === null ? '' : ` script-src 'sha256-${base64(sha256Hex(script))}';`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';${scripts} base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} – Second Question</title>
<style>${STYLE}${DASHBOARD_STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><p class="product">Second Question</p><p class="quiet">This page sends nothing.</p></header>
<main id="main">
${main}
</main>
<footer><p>It ends in a question, not in a verdict: what would you want to know next about these reviews?</p></footer>
${script === null ? '' : `<script>${script}</script>`}
</body>
</html>
`;
}

function base64(hex: string): string {
  return btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))));
}
