/**
 * The action plan of a review, which is also a register for the years after: what is asked, by whom, until when, how anyone would know,
 * and what became of it. What the review doesn't say stays visibly empty.
 */
import type { Critique } from '../critique.ts';
import { warning } from '../result.ts';
import type { Message } from '../result.ts';
import type { ReportContext } from './rule-book.ts';
import { itemViews } from './view.ts';
import type { ItemView } from './view.ts';

/** Columns that are read from the review. A gap in them may be filled in by hand, and is then kept. */
export const READ_COLUMNS = ['Number', 'Recommendation', 'Lead', 'Action', 'By when', 'How we will know', 'Learning it answers'] as const;
/** Columns that only people fill in. */
export const PEOPLE_COLUMNS = ['Response', 'Why', 'Status', 'Evidence seen', 'Effect seen', 'Last checked'] as const;
export const ID = 'Id';
export const PLACE = 'In the review';
export const GONE = 'No longer in the review';
export const RESPONSES = ['Accepted', 'Accepted in part', 'Not accepted'] as const;

export type Cells = Readonly<Record<string, string>>;

export interface RegisterRow {
  /** Key of the recommendation's first unit; it survives edits elsewhere in the review. Empty for a row that people added. */
  readonly id: string;
  readonly cells: Cells;
  readonly gone: boolean;
}

export interface Register {
  readonly title: string;
  /** Titles in their order; those that people added stand last. */
  readonly columns: readonly string[];
  readonly rows: readonly RegisterRow[];
  /** What the review said when the register was written, by id: what differs from it was typed by somebody. */
  readonly asRead: ReadonlyMap<string, Cells>;
}

/** A register as it comes back. */
export interface EarlierRegister {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: Cells }[];
  readonly asRead: ReadonlyMap<string, Cells>;
}

export const COLUMNS: readonly string[] = [...READ_COLUMNS, ...PEOPLE_COLUMNS, PLACE, ID];

export function registerOf(critique: Critique, context: ReportContext): Register {
  const rows = itemViews(critique, context).map((view): RegisterRow => ({ id: view.units[0]?.key ?? view.id, cells: cellsOf(view, critique), gone: false }));
  return { title: critique.document.title ?? critique.document.source, columns: COLUMNS, rows, asRead: new Map(rows.map(({ id, cells }) => [id, cells])) };
}

function cellsOf(view: ItemView, critique: Critique): Cells {
  const words = (element: string): string => [...new Set((view.rows.find((row) => row.element === element)?.words ?? []).map(({ text }) => text))].join('; ');
  const found = (element: string): string => ((view.rows.find((row) => row.element === element)?.level ?? 0) === 0 ? '' : words(element));
  const learning = view.answers.map(({ unit, words: name }) => {
    const text = critique.units.find(({ id }) => id === unit)?.text ?? '';
    return text === '' ? name : `${name}: ${text}`;
  });
  return {
    Number: view.label, Recommendation: view.units.map(({ text }) => text).join('\n'), Lead: found('agency'), Action: found('action'),
    'By when': found('deadline'), 'How we will know': found('measure'), 'Learning it answers': learning.join('\n'),
  };
}

/**
 * Puts what people typed into the register of the review as it is now. A cell that differs from what was read when the register was written
 * was typed by somebody and stays; all others follow the review. Rows whose recommendation is gone are kept at the end and marked.
 */
export function mergedRegister(now: Register, earlier: EarlierRegister): { readonly register: Register; readonly messages: readonly Message[] } {
  const own = new Map(earlier.rows.filter(({ id }) => id !== '').map((row) => [row.id, row] as const).reverse());
  const current = new Set(now.rows.map(({ id }) => id));
  const kept = now.rows.map((row): RegisterRow => ({ ...row, cells: mergedCells(row.cells, own.get(row.id)?.cells, earlier.asRead.get(row.id)) }));
  const used = new Set([...own.values()].filter(({ id }) => current.has(id)));
  const rest = earlier.rows.filter((row) => !used.has(row)).map((row): RegisterRow => ({ id: row.id, cells: row.cells, gone: row.id !== '' && !current.has(row.id) }));
  const added = earlier.columns.filter((title) => title !== '' && !COLUMNS.includes(title));
  const gone = rest.filter((row) => row.gone).length;
  return {
    register: { ...now, columns: [...COLUMNS, ...added], rows: [...kept, ...rest], asRead: new Map([...earlier.asRead, ...now.asRead]) },
    messages: gone === 0 ? [] : [warning('report/register-gone', `Rows of the register whose recommendation is no longer in the review in these words: ${gone}. They are kept at its end and marked.`)],
  };
}

function mergedCells(read: Cells, typed: Cells | undefined, before: Cells | undefined): Cells {
  if (typed === undefined) return read;
  const titles = new Set([...Object.keys(read), ...Object.keys(typed)]);
  return Object.fromEntries([...titles].map((title) => {
    const old = typed[title] ?? '';
    const isRead = (READ_COLUMNS as readonly string[]).includes(title);
    const untouched = isRead && (before === undefined ? old.trim() === '' : same(old, before[title] ?? ''));
    return [title, untouched ? (read[title] ?? '') : old];
  }));
}

/** Spreadsheet programs change line ends and blanks at the edges. */
function same(a: string, b: string): boolean {
  const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();
  return plain(a) === plain(b);
}
