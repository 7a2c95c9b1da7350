/**
 * The register as a Word table on its side, made from nothing but text: no styles to fight with, and the same bytes every time.
 */
import { newDocx } from './docx-new.ts';
import { placeOf } from './register-xlsx.ts';
import { ID, PLACE, READ_COLUMNS } from './register.ts';
import type { Register, RegisterRow } from './register.ts';
import { FOOT } from './words.ts';
import { escapeXml } from './xml-scan.ts';

const GAP = 'FDF1D8';
/** Twentieths of a point on an A3 page on its side; columns without a width of their own share what is left. */
const PAGE = { width: 23811, height: 16838, edge: 720 };
const WIDTHS: Readonly<Record<string, number>> = { Number: 800, Recommendation: 3600, Action: 2400, 'How we will know': 2000, 'Learning it answers': 2200 };

export function registerDocx(register: Register): Uint8Array {
  const columns = register.columns.filter((title) => title !== ID && (title !== PLACE || register.rows.some(({ gone }) => gone)));
  const widths = widthsOf(columns);
  const table = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${[headRow(columns, widths), ...register.rows.map((row) => bodyRow(row, columns, widths))].join('')}</w:tbl>`;
  const body = [
    paragraph(`Action plan and register: ${register.title}`, 32, true),
    paragraph('Tinted cells are gaps: the text of the review doesn’t say it. It may stand in a plan that was not seen.', 18),
    table,
    ...FOOT.map((line) => paragraph(line, 16)),
    `<w:sectPr><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}" w:orient="landscape"/><w:pgMar w:top="${PAGE.edge}" w:right="${PAGE.edge}" w:bottom="${PAGE.edge}" w:left="${PAGE.edge}" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>`,
  ].join('');
  return newDocx(body);
}

function widthsOf(columns: readonly string[]): number[] {
  const fixed = columns.reduce((sum, title) => sum + (WIDTHS[title] ?? 0), 0);
  const open = columns.filter((title) => WIDTHS[title] === undefined).length;
  const share = Math.max(700, Math.floor((PAGE.width - 2 * PAGE.edge - fixed) / Math.max(open, 1)));
  return columns.map((title) => WIDTHS[title] ?? share);
}

function headRow(columns: readonly string[], widths: readonly number[]): string {
  return `<w:tr><w:trPr><w:tblHeader/></w:trPr>${columns.map((title, index) => cell(paragraph(title, 18, true), widths[index] ?? 700, 'DBE8F3')).join('')}</w:tr>`;
}

function bodyRow(row: RegisterRow, columns: readonly string[], widths: readonly number[]): string {
  const cells = columns.map((title, index) => {
    const text = title === PLACE ? placeOf(row) : (row.cells[title] ?? '');
    const gap = text === '' && !row.gone && (READ_COLUMNS as readonly string[]).includes(title);
    return cell(text.split('\n').map((line) => paragraph(line, 18)).join(''), widths[index] ?? 700, gap ? GAP : null);
  });
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
}

function cell(content: string, width: number, fill: string | null): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${fill === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`}</w:tcPr>${content}</w:tc>`;
}

/** `size` in half points. */
function paragraph(text: string, size: number, bold = false): string {
  const look = `<w:rPr>${'<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'}${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr>`;
  const run = text === '' ? '' : `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `<w:p><w:pPr><w:spacing w:after="60"/></w:pPr>${run}</w:p>`;
}
