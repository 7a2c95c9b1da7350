import type { EvaluationReport } from '../research/evaluation-report.ts';
import { escapeHtml } from './escape.ts';
import { challengeTables, labelledTables } from './evaluation-extra-tables.ts';
import type { Table } from './evaluation-tables.ts';
import { evaluationTables } from './evaluation-tables.ts';
import type { Case } from './evaluation-words.ts';
import { challengeCases, errorCase, errorWords, headWords, labelledCases } from './evaluation-words.ts';
import { pageHtml } from './html-page.ts';

/** The evaluation as one self-contained page: no script, nothing loaded, nothing sent. */
export function evaluationHtml(report: EvaluationReport): string {
  const corpus = report.splits.length === 0 ? [] : [
    section('Figures', [...headWords(report).map(paragraph), ...evaluationTables(report).map(tableHtml)]),
    section('Errors worth reading', [paragraph(errorWords(report)), cases(report.errors.map(errorCase))]),
  ];
  const labelled = report.labelled.map((one) => section(one.name, [...labelledTables(one).map(tableHtml), `<h3>Every disagreement</h3>`, cases(labelledCases(one))]));
  const challenges = report.challenges.map((one) => section(one.name, [...challengeTables(one).map(tableHtml), `<h3>Item by item, from the highest place</h3>`, cases(challengeCases(one))]));
  const foot = '<p>How well the judge does on these documents says nothing about any document that it has not seen, and nothing about the people who wrote them.</p>';
  return pageHtml('Evaluation – Second Question', ['<h1>Evaluation</h1>', ...corpus, ...labelled, ...challenges].join('\n'), foot);
}

function section(title: string, parts: readonly string[]): string {
  return `<section>\n<h2>${escapeHtml(title)}</h2>\n${parts.join('\n')}\n</section>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

export function tableHtml({ title, note, head, rows }: Table): string {
  const headCells = head.map((cell, index) => (index === 0 ? '<td></td>' : `<th scope="col">${escapeHtml(cell)}</th>`)).join('');
  const body = rows.map(([name = '', ...cells]) => `<tr><th scope="row">${escapeHtml(name)}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('\n');
  return `<h3>${escapeHtml(title)}</h3>\n<table>${note === '' ? '' : `<caption>${escapeHtml(note)}</caption>`}\n<thead><tr>${headCells}</tr></thead>\n<tbody>\n${body}\n</tbody></table>`;
}

function cases(all: readonly Case[]): string {
  const items = all.map(({ head, text, why }) => `<li><b>${escapeHtml(head)}</b><p>“${escapeHtml(text)}”</p>${why.length === 0 ? '' : `<ul>${why.map((reason) => `<li class="quiet">${escapeHtml(reason)}</li>`).join('')}</ul>`}</li>`);
  return items.length === 0 ? '' : `<ol>${items.join('\n')}</ol>`;
}
