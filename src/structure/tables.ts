import type { Block, Document } from '../document.ts';
import type { ColumnRole, HeadingModel, Role } from './roles.ts';
import { roleOf } from './roles.ts';

/** What the table says about one of its cells. */
export interface CellContext {
  readonly columnHead: string | null;
  readonly columnRole: ColumnRole | null;
  /** Role that the row's first cell gives, in tables of questions and answers ("Immediate learning" | …). */
  readonly rowLabel: string | null;
  readonly rowRole: Role | null;
  /** Indexes of the blocks in the other cells of the row. */
  readonly row: readonly number[];
  /** Role of a title row that spans the table above this row ("Learning points"), or null. */
  readonly bandRole: Role | null;
  /** Roles of the other columns that the row fills. */
  readonly beside: readonly ColumnRole[];
  /** Whether a column for progress says that the row is done. */
  readonly done: boolean;
}

/** For each block inside a table (by block index): its column head, row label and row. Heading cells have none. */
export function cellContexts(document: Document, model: HeadingModel): Map<number, CellContext> {
  const contexts = new Map<number, CellContext>();
  for (const members of tablesOf(document.blocks).values()) {
    const heads = columnHeads(document, members);
    const bands = bandRoles(document, members, model);
    const rows = groupBy(members, (index) => document.blocks[index]?.cell?.row ?? 0);
    for (const index of members) {
      const cell = document.blocks[index]?.cell;
      if (!cell || cell.header) continue;
      const row = rows.get(cell.row) ?? [];
      const head = heads.get(cell.column) ?? null;
      const label = rowLabel(document, row, cell.column);
      const others = row.filter((other) => document.blocks[other]?.cell?.column !== cell.column);
      const roleAt = (other: number): ColumnRole | null => roleOf(heads.get(document.blocks[other]?.cell?.column ?? -1) ?? '', model.columns);
      contexts.set(index, {
        columnHead: head,
        columnRole: head === null ? null : roleOf(head, model.columns),
        rowLabel: label,
        rowRole: label === null ? null : roleOf(label, model.roles),
        row: others,
        bandRole: bands.get(cell.row) ?? null,
        beside: [...new Set(others.map(roleAt).filter((role) => role !== null))],
        done: others.some((other) => roleAt(other) === 'progress' && DONE.test(textOf(document, other))),
      });
    }
  }
  return contexts;
}

/** "Completed March 2031", "Done"; not "to be completed". */
const DONE = /^(?:\W*)(?:complete|completed|done|closed|delivered|achieved|finished|in place|embedded|implemented|green|blue)\b/i;

function tablesOf(blocks: readonly Block[]): Map<number, number[]> {
  const indexes = blocks.flatMap((block, index) => (block.cell === null ? [] : [index]));
  return groupBy(indexes, (index) => blocks[index]?.cell?.table ?? 0);
}

function groupBy(indexes: readonly number[], keyOf: (index: number) => number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const index of indexes) {
    const key = keyOf(index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return groups;
}

function textOf(document: Document, index: number): string {
  const block = document.blocks[index];
  return block === undefined ? '' : document.text.slice(block.start, block.end);
}

function columnHeads(document: Document, members: readonly number[]): Map<number, string> {
  const heads = new Map<number, string>();
  for (const index of members) {
    const cell = document.blocks[index]?.cell;
    if (!cell?.header) continue;
    for (let column = cell.column; column < cell.column + Math.max(1, cell.columnSpan); column += 1) {
      const above = heads.get(column);
      heads.set(column, above === undefined ? textOf(document, index) : `${above} ${textOf(document, index)}`);
    }
  }
  return heads;
}

/** A row label is a short first cell of a table: "Ethnicity", "What went well?". */
function rowLabel(document: Document, row: readonly number[], column: number): string | null {
  const first = row.filter((index) => document.blocks[index]?.cell?.column === 0);
  if (column === 0 || first.length !== 1 || first[0] === undefined) return null;
  const text = textOf(document, first[0]);
  return text.length > 0 && text.length <= 160 ? text : null;
}

/** A row of a single cell that spans the table is a title for the rows below it. */
function bandRoles(document: Document, members: readonly number[], model: HeadingModel): Map<number, Role> {
  const bands = new Map<number, Role>();
  const rows = [...groupBy(members, (index) => document.blocks[index]?.cell?.row ?? 0).entries()].sort((a, b) => a[0] - b[0]);
  let current: Role | null = null;
  for (const [row, indexes] of rows) {
    const only = indexes.length === 1 ? document.blocks[indexes[0] ?? -1] : undefined;
    if (only?.cell && only.cell.columnSpan > 1) current = roleOf(document.text.slice(only.start, only.end), model.roles);
    else if (current !== null) bands.set(row, current);
  }
  return bands;
}
