/**
 * What the LCSPR added to the rapid review, for a terminal and as a page side by side.
 */
import type { Evidence } from '../critique.ts';
import type { Carried, Enquiry, Likeness, Pair } from '../judge/pair.ts';
import { escapeHtml } from './escape.ts';
import { pageHtml } from './html-page.ts';
import { TIER_WORDS } from './words.ts';
import { shortened, wrap } from './wrap.ts';

const ENQUIRY_WORDS: Readonly<Record<Enquiry['answer'], string>> = { developed: 'taken up and developed', 'taken-up': 'taken up', 'not-found': 'no passage found that takes it up' };
const CARRIED_WORDS: Readonly<Record<Carried['answer'], string>> = { new: 'new', again: 'said before', 'more-specific': 'more specific than before', done: 'said to be done', 'not-found': 'not found again' };
export const PAIR_CAUTION = 'Passages were matched by their words. A match is a place to look; where none was found, the matter may still be there in other words. Not for ranking reviews, partnerships or people.';

interface Section {
  readonly title: string;
  readonly empty: string;
  /** Left: the rapid review; right: the LCSPR. */
  readonly rows: readonly { readonly answer: string; readonly left: readonly string[]; readonly right: readonly string[] }[];
}

function sections(pair: Pair): readonly Section[] {
  return [
    { title: 'Lines of enquiry', empty: 'The rapid review puts no questions that could be found.', rows: pair.enquiries.map(({ asked, answer, passages }) => ({ answer: ENQUIRY_WORDS[answer], left: [placed(asked)], right: passages.map(likely) })) },
    { title: 'Early recommendations', empty: 'The rapid review makes no recommendations that could be found.', rows: pair.early.map((one) => ({ answer: CARRIED_WORDS[one.answer], left: [tiered(one)], right: one.like === null ? [] : [likely(one.like)] })) },
    { title: 'Recommendations of the LCSPR', empty: 'The LCSPR makes no recommendations that could be found.', rows: pair.recommendations.map((one) => ({ answer: CARRIED_WORDS[one.answer], left: one.like === null ? [] : [likely(one.like)], right: [tiered(one)] })) },
    { title: 'Learning of the LCSPR', empty: 'The LCSPR has no learning points that could be found.', rows: pair.learning.map((one) => ({ answer: CARRIED_WORDS[one.answer], left: one.like === null ? [] : [likely(one.like)], right: [placed(one.passage)] })) },
  ];
}

function placed({ text, page }: Evidence): string {
  return `${page === null ? '' : `p. ${page}: `}${text}`;
}

function likely({ passage }: Likeness): string {
  return `perhaps: ${placed(passage)}`;
}

function tiered({ passage, tier }: Carried): string {
  return `${placed(passage)}${tier === null ? '' : ` (${TIER_WORDS[tier]})`}`;
}

/** "6 lines of enquiry: 3 taken up, 1 developed …" */
function counts({ rows }: Section): string {
  const answers = [...new Set(rows.map(({ answer }) => answer))];
  return answers.map((answer) => `${rows.filter((row) => row.answer === answer).length} ${answer}`).join(' · ');
}

export function pairTerminal(pair: Pair, width: number): string {
  const lines = [`${pair.rapid.source} (rapid review) → ${pair.lcspr.source} (LCSPR)`, ...pair.notes.flatMap((note) => wrap(`! ${note}`, width, '  '))];
  for (const section of sections(pair)) {
    lines.push('', `${section.title}: ${section.rows.length === 0 ? section.empty : counts(section)}`);
    for (const { answer, left, right } of section.rows) {
      lines.push('', `  ${answer}`);
      for (const text of left) lines.push(...wrap(`rapid review: ${shortened(text, 260)}`, width, '    '));
      for (const text of right) lines.push(...wrap(`LCSPR: ${shortened(text, 260)}`, width, '    '));
    }
  }
  if (pair.views.length > 0) lines.push('', 'Whose views, and why', ...pair.views.flatMap(({ asked, rapid, lcspr }) => wrap(`${asked}: rapid review ${rapid}; LCSPR ${lcspr}`, width, '  ')));
  return `${[...lines, '', ...wrap(PAIR_CAUTION, width, '')].join('\n')}\n`;
}

export function pairHtml(pair: Pair): string {
  const list = (texts: readonly string[]): string => (texts.length === 0 ? '<span class="quiet">–</span>' : texts.map((text) => `<p>${escapeHtml(text)}</p>`).join(''));
  const tables = sections(pair).map((section) => `<section>
<h2>${escapeHtml(section.title)}</h2>
<p>${escapeHtml(section.rows.length === 0 ? section.empty : counts(section))}</p>
${section.rows.length === 0 ? '' : `<table class="pair"><thead><tr><th scope="col">What became of it</th><th scope="col">Rapid review</th><th scope="col">LCSPR</th></tr></thead><tbody>
${section.rows.map(({ answer, left, right }) => `<tr><th scope="row">${escapeHtml(answer)}</th><td data-of="Rapid review">${list(left)}</td><td data-of="LCSPR">${list(right)}</td></tr>`).join('\n')}
</tbody></table>`}
</section>`);
  const views = pair.views.length === 0 ? '' : `<section><h2>Whose views, and why</h2><table><thead><tr><th scope="col"></th><th scope="col">Rapid review</th><th scope="col">LCSPR</th></tr></thead><tbody>${pair.views.map(({ asked, rapid, lcspr }) => `<tr><th scope="row">${escapeHtml(asked)}</th><td>${escapeHtml(rapid)}</td><td>${escapeHtml(lcspr)}</td></tr>`).join('')}</tbody></table></section>`;
  const head = `<h1>What the LCSPR added</h1>\n<p>${escapeHtml(pair.rapid.source)} (rapid review) → ${escapeHtml(pair.lcspr.source)} (LCSPR)</p>\n${pair.notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('')}`;
  return pageHtml('What the LCSPR added – Second Question', `<style>${STYLE}</style>\n${[head, ...tables, views].join('\n')}`, `<p>${escapeHtml(PAIR_CAUTION)}</p>`);
}

const STYLE = `.pair{table-layout:fixed;width:100%}.pair th:first-child{width:9rem}.pair td,.pair th{vertical-align:top;text-align:left;overflow-wrap:anywhere}.pair p{margin:0 0 .5em}.note{border-left:4px solid;padding-left:.7em}
@media (max-width:640px){.pair,.pair tbody,.pair tr,.pair td,.pair th{display:block;width:auto}.pair thead{position:absolute;left:-99rem}.pair th:first-child{width:auto}.pair td[data-of]::before{content:attr(data-of);display:block;font-weight:bold}}`;
