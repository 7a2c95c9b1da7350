import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document.ts';
import type { CellContext } from '../../src/structure/tables.ts';
import { cellContexts } from '../../src/structure/tables.ts';
import { documentOf, models } from '../support/judging.ts';

/** What the table says about the cell that holds `words`. */
function cellWith(document: Document, words: string): CellContext | undefined {
  const index = document.blocks.findIndex(({ start, end }) => document.text.slice(start, end) === words);
  return cellContexts(document, models.headings).get(index);
}

const PLAN = `| No. | Action | Lead | By when | Progress |
|---|---|---|---|---|
| 1 | Add a debt question | Ward sister | May 2033 | To be completed |
| 2 | Print the rota | Porter | June 2033 | Completed June 2033 |`;

describe('cellContexts', () => {
  it('gives each cell the head of its column and what that means', () => {
    expect(cellWith(documentOf(PLAN), 'Ward sister')).toMatchObject({ columnHead: 'Lead', columnRole: 'owner' });
  });

  it('gives heads none', () => {
    expect(cellWith(documentOf(PLAN), 'Lead')).toBeUndefined();
  });

  it('labels a row with its first cell', () => {
    expect(cellWith(documentOf(PLAN), 'Print the rota')?.rowLabel).toBe('2');
  });

  it('lists the other cells of the row, not those of its own column', () => {
    const document = documentOf(PLAN);
    const words = cellWith(document, 'Print the rota')?.row.map((index) => document.text.slice(document.blocks[index]?.start, document.blocks[index]?.end));
    expect(words).toEqual(['2', 'Porter', 'June 2033', 'Completed June 2033']);
  });

  it('names what stands beside an action', () => {
    expect(cellWith(documentOf(PLAN), 'Add a debt question')?.beside).toEqual(['number', 'owner', 'deadline', 'progress']);
  });

  it('sees that a row is done', () => {
    expect(cellWith(documentOf(PLAN), 'Print the rota')?.done).toBe(true);
  });

  it('does not take what is to be done for done', () => {
    expect(cellWith(documentOf(PLAN), 'Add a debt question')?.done).toBe(false);
  });

  it('gives a column of unknown words no role', () => {
    expect(cellWith(documentOf('| Weather | Action |\n|---|---|\n| Winter | Print the rota |'), 'Winter')).toMatchObject({ columnHead: 'Weather', columnRole: null });
  });

  it('lets a row label file its row in a table of questions and answers', () => {
    const document = documentOf('| Question | Answer |\n|---|---|\n| Good practice | The porter stayed with her. |');
    expect(cellWith(document, 'The porter stayed with her.')?.rowRole).toBe('good-practice');
  });

  it('lets a title row that spans the table file the rows below it', () => {
    const rows = ['Learning points', 'Ask twice.', 'Tuesday'];
    const text = `${rows.join('\n')}\n`;
    const cell = (words: string, row: number, column: number, columnSpan: number) => {
      const start = text.indexOf(words);
      return { type: 'table-cell' as const, start, end: start + words.length, page: null, level: 0, marker: null, box: null, size: null, bold: false, cell: { table: 0, row, column, rowSpan: 1, columnSpan, header: false } };
    };
    const document: Document = { text, pages: [], pageCount: null, title: null, blocks: [cell('Learning points', 0, 0, 2), cell('Ask twice.', 1, 0, 1), cell('Tuesday', 1, 1, 1)] };
    expect(cellWith(document, 'Ask twice.')?.bandRole).toBe('learning');
  });

  it('keeps two tables apart', () => {
    const document = documentOf('| Lead |\n|---|\n| Porter |\n\nBetween them.\n\n| Action |\n|---|\n| Print the rota |');
    expect(cellWith(document, 'Print the rota')?.columnRole).toBe('action');
  });
});
