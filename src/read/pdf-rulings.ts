import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Ruling, Rulings } from './geometry.ts';
import { loadPdfLibrary } from './pdf-library.ts';

export interface Drawing {
  readonly rulings: Rulings;
  /** Whether something as large as a picture was placed. */
  readonly picture: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
/** Drawn lines are thinner than this; what is thicker is an area. */
const THIN = 3;

/** Lines, frames and shaded areas of a page, read from its drawing operators. Costs about as much as reading its text. */
export async function pageDrawing(page: PDFPageProxy): Promise<Drawing> {
  const { OPS } = await loadPdfLibrary();
  const list = await page.getOperatorList();
  const [left = 0, bottom = 0] = page.view;
  const stack: Matrix[] = [];
  const drawn: Ruling[] = [];
  let matrix: Matrix = [1, 0, 0, 1, -left, -bottom];
  let picture = false;
  for (let index = 0; index < list.fnArray.length; index++) {
    const operator = list.fnArray[index];
    const given = list.argsArray[index] as readonly unknown[] | null;
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.transform) {
      matrix = multiply(matrix, given as unknown as Matrix);
      picture ||= list.fnArray[index + 1] === OPS.restore && Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) > 2500;
    } else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      matrix = multiply(matrix, (given?.[0] ?? UNIT) as Matrix);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.constructPath && paints(given?.[0], OPS)) drawn.push(...shapes(given, matrix, strokes(given?.[0], OPS)));
    else if (operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject || operator === OPS.paintImageMaskXObject) picture = true;
  }
  return { rulings: sortOut(drawn, page.view), picture };
}

function paints(operator: unknown, ops: Readonly<Record<string, number>>): boolean {
  return ['stroke', 'closeStroke', 'fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].some((name) => ops[name] === operator);
}

function strokes(operator: unknown, ops: Readonly<Record<string, number>>): boolean {
  return operator !== ops['fill'] && operator !== ops['eoFill'];
}

/** The edges of a stroked path, or the outlines of a filled one: a cell's shading has no edges, but a thin filled box is a line. */
function shapes(given: readonly unknown[] | null, matrix: Matrix, stroked: boolean): Ruling[] {
  const data = (given?.[1] as readonly unknown[] | undefined)?.[0];
  if (!isNumbers(data)) return [];
  const found: Ruling[] = [];
  let at: readonly [number, number] | null = null;
  let start: readonly [number, number] | null = null;
  let outline: Ruling | null = null;
  for (let index = 0; index < data.length; ) {
    const kind = data[index] ?? 4;
    const size = [3, 3, 7, 5, 1][kind] ?? 1;
    const end: readonly [number, number] | null = kind === 4 ? start : apply(matrix, data[index + size - 2] ?? 0, data[index + size - 1] ?? 0);
    if (kind === 0) {
      if (outline !== null) found.push(outline);
      outline = null;
      start = end;
    } else if (at !== null && end !== null) {
      const edge = between(at, end);
      if (stroked && (kind === 1 || kind === 4)) found.push(edge);
      outline = outline === null ? edge : around(outline, edge);
    }
    at = end;
    index += size;
  }
  if (outline !== null) found.push(outline);
  return found;
}

function isNumbers(data: unknown): data is Float32Array {
  return data instanceof Float32Array || Array.isArray(data);
}

function sortOut(drawn: readonly Ruling[], view: readonly number[]): Rulings {
  const width = (view[2] ?? 0) - (view[0] ?? 0);
  const height = (view[3] ?? 0) - (view[1] ?? 0);
  const wide = (one: Ruling): number => one.x1 - one.x0;
  const high = (one: Ruling): number => one.y1 - one.y0;
  return {
    horizontal: drawn.filter((one) => high(one) <= THIN && wide(one) > THIN),
    vertical: drawn.filter((one) => wide(one) <= THIN && high(one) > THIN),
    areas: drawn.filter((one) => wide(one) > 60 && high(one) > 10 && !(wide(one) > width * 0.95 && high(one) > height * 0.9)),
  };
}

function between(a: readonly [number, number], b: readonly [number, number]): Ruling {
  return { x0: Math.min(a[0], b[0]), y0: Math.min(a[1], b[1]), x1: Math.max(a[0], b[0]), y1: Math.max(a[1], b[1]) };
}

function around(a: Ruling, b: Ruling): Ruling {
  return { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) };
}

function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}
