/** What decides whether a table's first row or column holds headings. Shared by the readers whose source doesn't say. */
export interface CellLook {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly bold: boolean;
}

/** "No. | Recommendation | Owner | By when": all short labels, and bold where the rest isn't, or above longer cells. */
export function headerRow(cells: readonly CellLook[]): boolean {
  const first = cells.filter((cell) => cell.row === 0);
  const rest = cells.filter((cell) => cell.row > 0 && cell.text !== '');
  if (first.length < 2 || rest.length === 0 || !first.every((cell) => isLabel(cell.text))) return false;
  if (first.filter((cell) => cell.text !== '').length < 2) return false;
  const filled = first.filter((cell) => cell.text !== '');
  if (filled.every((cell) => cell.bold)) return !rest.every((cell) => cell.bold);
  if (first.some((cell) => cell.bold)) return false;
  return rest.some((cell) => cell.text.split(' ').length >= 8);
}

/** A grid of questions: the first column bold, the others not. */
export function headerColumn(cells: readonly CellLook[]): boolean {
  const first = cells.filter((cell) => cell.column === 0 && cell.text !== '');
  const rest = cells.filter((cell) => cell.column > 0 && cell.text !== '');
  const below = first.filter((cell) => cell.row > 0);
  if (below.length === 0 || rest.length === 0) return false;
  // numbers in bold ("1", "R1") count the rows and don't head them
  if (below.every((cell) => cell.text.length <= 4)) return false;
  return below.every((cell) => cell.bold) && rest.filter((cell) => cell.row > 0).every((cell) => !cell.bold);
}

function isLabel(text: string): boolean {
  return text.split(' ').length <= 9 && text.length <= 70 && !/[.;]$/.test(text.replace(/\bno\.$/i, '')) && !/^\d/.test(text);
}
