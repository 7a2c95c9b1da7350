/**
 * The sections of the page that stand beside the recommendations: learning, language, checklist, reading.
 */
import type { Critique, IdentifyingDetail, Kind, Unit } from '../critique.ts';
import { escapeHtml } from './escape.ts';
import { detailPlaces, identifyingView } from './identifying-view.ts';
import { clicheGroups, distinct, pageWords, unitsOf } from './view.ts';
import { count, groupWords, humanised, NOT_FOUND } from './words.ts';

/** A section of the page: its anchor, its heading, and what stands below it. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

const LISTS: readonly (readonly [kind: Kind, id: string, title: string])[] = [
  ['learning-point', 'learning', 'Learning points'],
  ['question', 'board', 'Questions to the board'],
  ['good-practice', 'practice', 'Good practice'],
  ['action-taken', 'taken', 'Actions already taken'],
];

/** Kinds of which every unit stands on the page, with an anchor. */
export const LISTED_KINDS: readonly Kind[] = LISTS.map(([kind]) => kind);

/** Learning points, questions to the board, good practice, actions already taken; findings are counted. */
export function listSections(critique: Critique): readonly Section[] {
  // Where questions are the review's method they come first.
  const lists = critique.document.method === 'questions' ? [...LISTS].sort(([a], [b]) => Number(b === 'question') - Number(a === 'question')) : LISTS;
  return lists.flatMap(([kind, id, title]) => {
    const units = unitsOf(critique, kind);
    return units.length === 0 ? [] : [{ id, title: `${title} (${units.length})`, html: `<ul class="units">${units.map(unitItem).join('')}</ul>` }];
  });
}

function unitItem(unit: Unit): string {
  const number = unit.number === null ? '' : `<b>${escapeHtml(unit.number)}</b> `;
  return `<li id="unit-${escapeHtml(unit.id)}">${number}${escapeHtml(unit.text)}${page(unit.page)}</li>`;
}

function page(number: number | null): string {
  return number === null ? '' : ` <span class="page">${pageWords(number)}</span>`;
}

/** Worn phrases and their like over the whole review, and apart from them language that can place blame. */
export function languageSection(critique: Critique): readonly Section[] {
  const groups = clicheGroups(critique);
  if (groups.length === 0) return [];
  const html = groups.map(({ group, entries }) => {
    const lead = group === 'blame' ? '<p>Families read reviews. These words can be heard as blame, whoever wrote them first.</p>' : '';
    const items = entries.map(({ hits }) => phrase(hits)).join('');
    return `<h3>${escapeHtml(humanised(groupWords(group).many))}</h3>${lead}<ul class="units">${items}</ul>`;
  });
  return [{ id: 'language', title: 'Language over the whole review', html: html.join('') }];
}

function phrase(hits: readonly Critique['cliches'][number][]): string {
  const [first] = hits;
  if (!first) return '';
  const pages = distinct(hits.flatMap((hit) => hit.page ?? [])).sort((a, b) => a - b);
  const where = [...(hits.length > 1 ? [count(hits.length, 'time')] : []), ...(pages.length > 0 ? [`${pages.length === 1 ? 'p.' : 'pp.'} ${pages.join(', ')}`] : [])].join(', ');
  return `<li><q>${escapeHtml(first.text)}</q>${where === '' ? '' : ` <span class="page">${where}</span>`}<br>${escapeHtml(first.why)} <i>${escapeHtml(first.question)}</i></li>`;
}

/** Answers to the checklist, with the words they rest on. */
export function checklistSection(critique: Critique): readonly Section[] {
  const { items } = critique.appraisal;
  if (items.length === 0) return [];
  const rows = items.map(({ id, answer, asked, says, edition, question, evidence }) => {
    const words = evidence.map((one) => `<q>${escapeHtml(one.text)}</q>${page(one.page)}`).join('<br>');
    const answered = says ?? (answer === 'not found' ? NOT_FOUND : humanised(answer));
    const said = answered === NOT_FOUND ? `<span class="absent">${NOT_FOUND}</span>` : escapeHtml(answered);
    const ask = question === undefined || question === '' ? '' : `${words === '' ? '' : '<br>'}<i>${escapeHtml(question)}</i>`;
    const from = edition === undefined || edition === '' ? '' : `<br><span class="page">${escapeHtml(edition)}</span>`;
    return `<tr><th scope="row">${escapeHtml(asked ?? humanised(id))}${from}</th><td>${said}</td><td>${words}${ask}</td></tr>`;
  });
  const table = `<table class="check"><thead><tr><th scope="col">Asked</th><th scope="col">Answer</th><th scope="col">Words</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return [{ id: 'checklist', title: 'Checklist of the guidance', html: table }];
}

/** Details that could identify the child, by kind, with their places. */
export function identifyingSection(critique: Critique): readonly Section[] {
  const view = identifyingView(critique);
  if (view === null) return [];
  const row = (one: IdentifyingDetail): string => `<li><q>${escapeHtml(one.text)}</q>${detailPlaces(one) === '' ? '' : ` <span class="page">${detailPlaces(one)}</span>`}</li>`;
  const groups = view.groups.map(({ name, question, details }) => `<h3>${escapeHtml(name)}</h3><p><i>${escapeHtml(question)}</i></p><ul class="details">${details.map(row).join('')}</ul>`);
  const aside = view.aside.length === 0 ? '' : `<h3>Looked at and kept</h3><ul class="details">${view.aside.map((one) => `<li><q>${escapeHtml(one.text)}</q> <span class="says">${escapeHtml(one.decision?.reason ?? '')}</span></li>`).join('')}</ul>`;
  return [{ id: 'identifying', title: view.title, html: `<p>${escapeHtml(view.says)}</p>${groups.join('')}${aside}` }];
}

/** How the file was read and what went wrong. */
export function readingSection(critique: Critique): Section {
  const { fidelity } = critique.document;
  const facts = fidelity === null ? [] : [
    `Read as ${fidelity.format === 'docx' ? 'a Word file' : fidelity.format.toUpperCase()}${fidelity.structure === 'tags' ? ', by its own tags' : fidelity.structure === 'geometry' ? ', by its layout' : ''}; ${percent(fidelity.charactersKept)} of its characters were kept.`,
    ...(fidelity.numbersInOrder ? [] : ['Some printed numbers are out of order.']),
    ...(fidelity.ocrPages.length === 0 ? [] : [`${count(fidelity.ocrPages.length, 'page')} read by character recognition: ${fidelity.ocrPages.join(', ')}.`]),
  ];
  const notes = critique.messages.map((message) => `<li><b>${message.level === 'info' ? 'Note' : humanised(message.level)}.</b> ${escapeHtml(message.text)}${page(message.page)}</li>`);
  const { tool } = critique;
  const made = `Made by ${tool.name} ${escapeHtml(tool.version)}, pipeline ${escapeHtml(tool.pipeline)}, rubric ${escapeHtml(tool.rubric)}.`;
  return { id: 'reading', title: 'About the reading', html: `<p>${[...facts, made].join(' ')}</p>${notes.length === 0 ? '' : `<ul class="units">${notes.join('')}</ul>`}` };
}

function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10}%`;
}
