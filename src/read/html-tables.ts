import { flush, walkAll, type HtmlContext, type HtmlPlace } from './html.ts';
import { attr, isElement, type HtmlElement } from './html-look.ts';
import { markHeaders } from './header-grid.ts';

interface HtmlCell {
  readonly element: HtmlElement;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header: boolean;
}

export function readHtmlTable(context: HtmlContext, table: HtmlElement, place: HtmlPlace): void {
  for (const node of table.childNodes) if (isElement(node) && node.tagName === 'caption') walkAll(context, node.childNodes, { ...place, type: 'caption' });
  flush(context);
  const cells = grid(rowsOf(table));
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) {
    walkAll(context, only.element.childNodes, { ...place, box: place.box ?? context.boxes++ });
    flush(context);
    return;
  }
  if (attr(table, 'role') === 'presentation') {
    for (const { element } of cells) {
      walkAll(context, element.childNodes, place);
      flush(context);
    }
    return;
  }
  const number = context.tables++;
  const first = context.drafts.length;
  for (const { element, row, column, rowSpan, columnSpan, header } of cells) {
    walkAll(context, element.childNodes, { ...place, type: 'table-cell', cell: { table: number, row, column, rowSpan, columnSpan, header } });
    flush(context);
    context.marker = null;
  }
  if (!cells.some((cell) => cell.header)) markHeaders(context.drafts, first, number);
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return table.childNodes.flatMap((node) => {
    if (!isElement(node)) return [];
    if (node.tagName === 'tr') return [node];
    return ['thead', 'tbody', 'tfoot'].includes(node.tagName) ? rowsOf(node) : [];
  });
}

function grid(rows: readonly HtmlElement[]): HtmlCell[] {
  const cells: HtmlCell[] = [];
  const taken = new Set<string>();
  rows.forEach((tr, row) => {
    let column = 0;
    const head = (tr.parentNode as HtmlElement | null)?.tagName === 'thead';
    for (const element of tr.childNodes) {
      if (!isElement(element) || (element.tagName !== 'td' && element.tagName !== 'th')) continue;
      while (taken.has(`${row}/${column}`)) column++;
      const rowSpan = span(attr(element, 'rowspan'));
      const columnSpan = span(attr(element, 'colspan'));
      for (let down = 0; down < rowSpan; down++) for (let across = 0; across < columnSpan; across++) taken.add(`${row + down}/${column + across}`);
      cells.push({ element, row, column, rowSpan, columnSpan, header: head || element.tagName === 'th' });
      column += columnSpan;
    }
  });
  return cells;
}

function span(text: string | null): number {
  const parsed = Number.parseInt(text ?? '1', 10);
  return Number.isFinite(parsed) ? Math.min(Math.max(parsed, 1), 100) : 1;
}
