import type { Draft } from './blocks.ts';
import { headerColumn, headerRow, type CellLook } from './header-cells.ts';

/** Marks the first row (or column) of a table as a heading where it looks like one. `drafts` from `first` on hold the table's cells; `shaded` knows cells with a ground of their own. */
export function markHeaders(drafts: Draft[], first: number, table: number, shaded: (row: number, column: number) => boolean = () => false): void {
  const looks = new Map<string, CellLook>();
  for (const { cell, content, bold } of drafts.slice(first)) {
    if (cell?.table !== table) continue;
    const key = `${cell.row}/${cell.column}`;
    const before = looks.get(key);
    looks.set(key, { row: cell.row, column: cell.column, text: before === undefined ? content.text : `${before.text} ${content.text}`, bold: shaded(cell.row, cell.column) || (bold && before?.bold !== false) });
  }
  const cells = [...looks.values()];
  const row = headerRow(cells);
  const column = headerColumn(cells);
  if (!row && !column) return;
  drafts.forEach((one, index) => {
    if (index < first || one.cell?.table !== table) return;
    if ((row && one.cell.row === 0) || (column && one.cell.column === 0)) drafts[index] = { ...one, cell: { ...one.cell, header: true } };
  });
}
