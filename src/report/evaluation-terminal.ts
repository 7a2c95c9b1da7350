import type { EvaluationReport } from '../research/evaluation-report.ts';
import { challengeTables, labelledTables } from './evaluation-extra-tables.ts';
import type { Table } from './evaluation-tables.ts';
import { evaluationTables } from './evaluation-tables.ts';
import type { Case } from './evaluation-words.ts';
import { challengeCases, errorCase, errorWords, headWords, labelledCases } from './evaluation-words.ts';
import { plain, shortened, wrap } from './wrap.ts';

const WIDTH = 80;

/** The evaluation for a terminal, 80 columns wide. */
export function evaluationTerminal(report: EvaluationReport): string {
  const corpus = report.splits.length === 0 ? [] : [
    headWords(report).flatMap((line) => wrap(line, WIDTH)).join('\n'), ...evaluationTables(report).map(tableText),
    [...wrap(`Errors worth reading. ${errorWords(report)}`, WIDTH), ...report.errors.map(errorCase).flatMap(caseLines)].join('\n'),
  ];
  const labelled = report.labelled.flatMap((one) => [...labelledTables(one).map(tableText), [`${one.name}: every disagreement`, ...labelledCases(one).flatMap(caseLines)].join('\n')]);
  const challenges = report.challenges.flatMap((one) => [...challengeTables(one).map(tableText), [`${one.name}: item by item, from the highest place`, ...challengeCases(one).flatMap(caseLines)].join('\n')]);
  return `${[...corpus, ...labelled, ...challenges].join('\n\n')}\n`;
}

/** Columns as wide as they need to be; names of rows are cut where the line would be too long. */
export function tableText({ title, note, head, rows }: Table): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const gap = widths.slice(1).reduce((sum, width) => sum + width + 1, 0) + 3 > WIDTH - 10 ? 1 : 2;
  const taken = widths.slice(1).reduce((sum, width) => sum + width + gap, 0);
  const name = Math.max(8, Math.min(widths[0] ?? 0, WIDTH - 2 - taken));
  const line = (cells: readonly string[]): string => `  ${cut(cells[0] ?? '', name).padEnd(name)}${cells.slice(1).map((cell, index) => ' '.repeat(gap) + cell.padStart(widths[index + 1] ?? 0)).join('')}`.trimEnd();
  return [title, ...(note === '' ? [] : wrap(note, WIDTH, '  ')), line(head), ...rows.map(line)].join('\n');
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function caseLines({ head, text, why }: Case): string[] {
  return ['', ...wrap(head, WIDTH, '  '), ...wrap(`“${shortened(text, 300)}”`, WIDTH, '    '), ...why.flatMap((reason) => wrap(plain(reason), WIDTH, '    · ', '      '))];
}
