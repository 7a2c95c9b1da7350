import type { RuleEntry } from '../judge/rules.ts';
import type { Codebook } from '../judge/themes.ts';
import { codeTitle } from '../judge/themes.ts';
import type { Codesheet, CodesheetRow } from '../research/codesheet.ts';
import { VARIABLES } from '../research/variables.ts';
import type { Sheet, SheetCell } from './xlsx.ts';
import { heightsOf, xlsxBytes } from './xlsx.ts';

/** The sheet that coders fill in; `agree` finds it by its name. */
export const CODE_SHEET = 'To code';
const PLACES = ['document', 'unit', 'section', 'page', 'before', 'text', 'after'] as const;
const WIDTHS: Readonly<Record<(typeof PLACES)[number], number>> = { document: 18, unit: 7, section: 20, page: 6, before: 34, text: 60, after: 34 };

export interface CodesheetInput {
  readonly sheet: Codesheet;
  readonly seed: number;
  readonly rules: readonly RuleEntry[];
  /** Where codes of a codebook are asked for, and not the rubric. */
  readonly book: Codebook | null;
  /** What it was made by, in one line. */
  readonly made: string;
}

/** Codes that a passage may have. */
const CODES = 4;

/** Three sheets: the passages to code with lists to choose from, the codebook, and how the sheet was made. */
export async function codesheetXlsx(input: CodesheetInput): Promise<Uint8Array> {
  return xlsxBytes([codingSheet(input), input.book === null ? codebookSheet(input.rules) : themesSheet(input.book), aboutSheet(input)]);
}

function codingSheet({ sheet, book }: CodesheetInput): Sheet {
  const asked = book === null ? VARIABLES.map(({ id }) => ({ title: id, width: id === 'kind' ? 18 : 10 })) : Array.from({ length: CODES }, (_, index) => ({ title: `code ${index + 1}`, width: 26 }));
  const blank: SheetCell = { value: null };
  const cell = (row: CodesheetRow, place: (typeof PLACES)[number]): SheetCell => ({ value: row[place], wrap: true, bold: place === 'text', ...(place === 'before' || place === 'after' ? { ink: '#555555' } : {}) });
  const columns = [...PLACES.map((title) => ({ title, width: WIDTHS[title] })), ...asked, { title: 'note', width: 30 }];
  const rows = sheet.rows.map((row) => [...PLACES.map((place) => cell(row, place)), ...asked.map(() => blank), blank]);
  return {
    name: CODE_SHEET, columns, rows, heights: heightsOf(rows, columns.map(({ width }) => width)),
    choices: book === null
      ? VARIABLES.flatMap(({ values }, index) => (values === null ? [] : [{ column: PLACES.length + index, words: values }]))
      : asked.map((_, index) => ({ column: PLACES.length + index, range: `Codebook!$A$2:$A$${book.codes.length + 1}` })),
  };
}

/** The first column is what the lists of the other sheet offer. */
function themesSheet({ codes }: Codebook): Sheet {
  return {
    name: 'Codebook', columns: ['Code', 'Part of', 'Means', 'Example'].map((title, index) => ({ title, width: [40, 10, 60, 50][index] ?? 20 })),
    rows: codes.map((code) => [codeTitle(code), code.parent, code.definition, code.example].map((value) => ({ value, wrap: true }))),
  };
}

const KIND_MEANINGS: readonly (readonly [string, string])[] = [
  ['recommendation', 'Somebody is asked for a change, or what the author filed as a recommendation.'],
  ['learning-point', 'Tells the reader what is worth knowing: a principle, a lesson.'],
  ['finding', 'Says what was or was not done, and how well.'],
  ['good-practice', 'Praises what was done.'],
  ['question', 'A question put to a board or to practitioners.'],
  ['action-taken', 'Says what has been changed already.'],
  ['other', 'Narrative, method, statutory text, anything else.'],
];

function codebookSheet(rules: CodesheetInput['rules']): Sheet {
  const ids: Readonly<Record<string, string>> = { 'action-type': 'actionType', 'why-link': 'whyLink', 'cliche-burden': 'clicheBurden' };
  const coded = new Set(VARIABLES.map(({ id }) => id));
  const levels = rules.flatMap(({ dimension, level, says, means, example, counterExample }) => {
    const id = ids[dimension] ?? dimension;
    return coded.has(id) && level !== null ? [[id, String(level), says, means, example, counterExample]] : [];
  });
  const order = new Map(VARIABLES.map(({ id }, index) => [id, index]));
  levels.sort((a, b) => (order.get(a[0] ?? '') ?? 0) - (order.get(b[0] ?? '') ?? 0) || Number(a[1]) - Number(b[1]));
  const lines = [...KIND_MEANINGS.map(([value, says]) => ['kind', value, says, '', '', '']), ...levels, ['trainingOnly', 'yes / no', 'Whether it asks for training or briefing and nothing else.', '', '', '']];
  return {
    name: 'Codebook', columns: ['Variable', 'Value', 'In short', 'Means', 'Example', 'Looks like it, is not'].map((title, index) => ({ title, width: [14, 16, 44, 60, 44, 44][index] ?? 20 })),
    rows: lines.map((line) => line.map((value) => ({ value, wrap: true }))),
  };
}

function aboutSheet({ sheet, seed, book, made }: CodesheetInput): Sheet {
  const lines = [
    'Code each passage by its own words, with what stands around it as context. Code the words on the page, not their likely effect.',
    book === null
      ? 'Choose a kind for every passage. Fill in the other columns for recommendations only. Leave a cell empty where you do not code it; use “note” for doubts.'
      : `Choose up to ${CODES} codes for each passage, the part where one fits (its whole follows). Ask whether somebody who studies the theme would want the passage; a word of the theme alone is not enough. Without a code the passage has none; use “note” for doubts.`,
    `The passages are ${sheet.picked} that the tool took for more than narrative and ${sheet.others} drawn from all others, mixed by chance (seed ${seed}). Which is which is not shown.`,
    'Work alone, without the tool’s results and without another coder’s sheet. Do not sort away or change the columns “document” and “unit”: they join the sheets again.',
    'Then: second-question agree first-coder.xlsx second-coder.xlsx, and against the tool: second-question agree first-coder.xlsx RESULTS.',
    `Made by ${made}. It holds words of the reviews: keep it as you keep the reviews.`,
  ];
  return { name: 'How to code', columns: null, widths: [120], rows: lines.map((value) => [{ value, wrap: true }]) };
}
