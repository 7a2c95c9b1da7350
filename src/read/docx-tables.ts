import type { Cell } from '../document.ts';
import type { Context, Place } from './docx-context.ts';
import { isShaded } from './docx-styles.ts';
import { attribute, child, children, toggle, value, type Element } from './ooxml.ts';
import { markHeaders } from './header-grid.ts';

interface GridCell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  readonly merged: 'start' | 'continue' | null;
  readonly shaded: boolean;
}

type Walk = (context: Context, parent: Element, place: Place) => void;

export function readTable(context: Context, table: Element, place: Place, walk: Walk): void {
  const rows = rowsOf(table);
  const cells = grid(rows);
  const [only] = cells;
  // A table of one cell is a frame round its paragraphs.
  if (cells.length === 1 && only !== undefined) {
    walk(context, only.element, { ...place, box: place.box ?? context.boxes++ });
    return;
  }
  const number = context.tables++;
  const first = context.drafts.length;
  const marked = rows.map((row) => toggle(child(row, 'trPr'), 'tblHeader') === true);
  for (const one of cells) {
    const { row, column, rowSpan, columnSpan } = one;
    const cell: Cell = { table: number, row, column, rowSpan, columnSpan, header: marked[row] ?? false };
    walk(context, one.element, { ...place, cell });
  }
  if (!marked.some(Boolean)) {
    markHeaders(context.drafts, first, number, (row, column) => cells.some((one) => one.row === row && one.column === column && one.shaded));
  }
}

function rowsOf(parent: Element): Element[] {
  return children(parent).flatMap((one) => {
    if (one.localName === 'tr') return child(child(one, 'trPr'), 'del') === null ? [one] : [];
    // rows may stand in content controls or tracked changes
    return ['sdt', 'sdtContent', 'customXml', 'ins'].includes(one.localName ?? '') ? rowsOf(one) : [];
  });
}

function cellsOf(parent: Element): Element[] {
  return children(parent).flatMap((one) => {
    if (one.localName === 'tc') return [one];
    return ['sdt', 'sdtContent', 'customXml'].includes(one.localName ?? '') ? cellsOf(one) : [];
  });
}

function grid(rows: readonly Element[]): GridCell[] {
  const cells: GridCell[] = [];
  const open = new Map<number, GridCell>();
  rows.forEach((tr, row) => {
    let column = span(value(child(tr, 'trPr'), 'gridBefore'), 0);
    for (const element of cellsOf(tr)) {
      const properties = child(element, 'tcPr');
      const columnSpan = span(value(properties, 'gridSpan'), 1);
      const merged = mergeOf(properties);
      const above = open.get(column);
      if (merged === 'continue' && above !== undefined) above.rowSpan = row - above.row + 1;
      else {
        const cell: GridCell = { element, row, column, columnSpan, rowSpan: 1, merged, shaded: isShaded(child(properties, 'shd')) };
        cells.push(cell);
        if (merged === 'start') open.set(column, cell);
        else open.delete(column);
      }
      column += columnSpan;
    }
  });
  return cells;
}

function mergeOf(properties: Element | null): 'start' | 'continue' | null {
  const merge = child(properties, 'vMerge');
  if (merge === null) return null;
  return attribute(merge, 'val') === 'restart' ? 'start' : 'continue';
}

function span(text: string | null, least: number): number {
  const parsed = Number.parseInt(text ?? '', 10);
  return Number.isFinite(parsed) ? Math.min(Math.max(parsed, least), 100) : least;
}
