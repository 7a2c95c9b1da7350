/**
 * One recommendation as its author filed it: its words with the marks, what earned each level, and the questions.
 */
import type { Unit } from '../critique.ts';
import { escapeHtml } from './escape.ts';
import { LISTED_KINDS } from './html-lists.ts';
import { markedHtml } from './html-marks.ts';
import type { Mark } from './html-marks.ts';
import type { ItemView, Row, Words } from './view.ts';
import { pageWords } from './view.ts';
import { CONTEXT_NOTE, ELEMENT_WORDS, LEVEL_WORDS, NOT_FOUND, NOT_SCORED } from './words.ts';

export function itemHtml(view: ItemView): string {
  const page = view.page === null ? '' : ` <span class="page">${pageWords(view.page)}</span>`;
  return `<article class="item" id="item-${escapeHtml(view.id)}" aria-labelledby="name-${escapeHtml(view.id)}">
<h3 id="name-${escapeHtml(view.id)}"><span class="label">${escapeHtml(view.label)}</span> ${view.tier}${page}</h3>
<div class="words">${view.units.map((unit) => unitHtml(view, unit)).join('')}</div>
<dl class="rows">${view.rows.map(rowHtml).join('')}${noteRows(view)}</dl>
${questions(view)}${frame(view)}</article>`;
}

function unitHtml(view: ItemView, unit: Unit): string {
  const marks: Mark[] = view.spans.map(({ element, start, end }) => ({ kind: element, label: ELEMENT_WORDS[element], start, end }));
  for (const { hits } of view.cliches) for (const hit of hits) marks.push({ kind: 'cliche', label: 'cliché', start: hit.start, end: hit.end });
  for (const hit of view.blame) marks.push({ kind: 'blame', label: 'wording', start: hit.start, end: hit.end });
  const [first] = view.units;
  const number = unit === first ? '' : unit.number === null || unit.number === first?.number ? '• ' : `<b>${escapeHtml(unit.number)}</b> `;
  return `<p>${number}${markedHtml(unit.text, unit.start, marks.filter((mark) => mark.start < unit.end && unit.start < mark.end))}</p>`;
}

function rowHtml(row: Row): string {
  const meter = row.scored && row.level !== null ? `<span class="meter" aria-hidden="true">${'<i class="on"></i>'.repeat(row.level)}${'<i></i>'.repeat(3 - row.level)}</span>` : '';
  return `<div class="row"><dt><span class="tag tag-${row.element}">${row.name}</span>${meter}</dt><dd>${rowText(row)}</dd></div>`;
}

function rowText(row: Row): string {
  if (row.scored && row.level === null) return `<span class="absent">${NOT_SCORED}</span>`;
  const says = row.says.map((say) => escapeHtml(say)).join(' ');
  if (row.words.length === 0) return row.level === 0 || says === '' ? `<span class="absent">${NOT_FOUND}</span>` : says;
  const words = row.words.map(quoted).join(', ');
  const level = row.scored && row.level !== null ? `<span class="level">${LEVEL_WORDS[row.element as keyof typeof LEVEL_WORDS][row.level]}</span> ` : '';
  return `${words}${says === '' ? ` ${level}` : ` <span class="says">${says}</span>`}`;
}

function quoted(words: Words): string {
  return `<q>${escapeHtml(words.text)}</q>${words.context ? ` <span class="says">(${CONTEXT_NOTE})</span>` : ''}`;
}

function noteRows(view: ItemView): string {
  const cliches = view.cliches.map(({ hits, effect }) => note('cliché', 'cliche', `${hits.map((hit) => `<q>${escapeHtml(hit.text)}</q>`).join(', ')} ${effect}`));
  const blame = view.blame.map((hit) => note('wording', 'blame', `<q>${escapeHtml(hit.text)}</q> can place blame. <span class="says">${escapeHtml(hit.why)}</span>`));
  const remarks = view.remarks.map((remark) => note('note', 'note', escapeHtml(remark)));
  const links = view.answers.map((one) => (LISTED_KINDS.includes(one.kind) ? `<a href="#unit-${escapeHtml(one.unit)}">${escapeHtml(one.words)}</a>` : escapeHtml(one.words))).join(', ');
  const aside = view.aside.map((one) => note('not so', 'note', escapeHtml(one)));
  return [...cliches, ...blame, ...remarks, ...aside, ...(links === '' ? [] : [note('answers', 'note', links)])].join('');
}

function note(name: string, kind: string, html: string): string {
  return `<div class="row"><dt><span class="tag tag-${kind}">${name}</span></dt><dd>${html}</dd></div>`;
}

function questions(view: ItemView): string {
  if (view.questions.length === 0) return '';
  const title = view.questions.length === 1 ? 'A second question' : 'Second questions';
  return `<div class="ask"><h4>${title}</h4><ul>${view.questions.map((question) => `<li>${escapeHtml(question)}</li>`).join('')}</ul></div>\n`;
}

const FRAME_TITLE = 'The same words in the order who, what, how, when, aim, measure';

function frame(view: ItemView): string {
  if (view.frames.length === 0) return '';
  const lines = view.frames.map((one) => `<p>${escapeHtml(one).replace(/_{2,}/g, '<span class="gap" role="img" aria-label="not found in the text">____</span>')}</p>`).join('');
  return view.frameOpen ? `<div class="frame"><h4>${FRAME_TITLE}</h4>${lines}</div>\n` : `<details class="frame"><summary>${FRAME_TITLE}</summary>${lines}</details>\n`;
}
