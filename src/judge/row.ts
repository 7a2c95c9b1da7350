import type { Block, Document } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import type { ColumnRole, HeadingModel } from '../structure/roles.ts';
import { roleOf } from '../structure/roles.ts';
import type { Passage } from './passage.ts';

const CELLS: Readonly<Partial<Record<ColumnRole, Passage['from']>>> = { owner: 'owner', deadline: 'deadline', measure: 'measure', outcome: 'outcome' };

/**
 * Owner, date, measure and outcome in the other columns of the row. In tables without heads the first column may name the body; in tables of
 * questions and answers the question may ("What must the hospitals do now?").
 */
export function rowPassages(document: Document, { cell }: Candidate, model: HeadingModel): Passage[] {
  if (cell === null) return [];
  return cell.row.flatMap((index): Passage[] => {
    const block = document.blocks[index];
    if (block === undefined) return [];
    const head = headOf(document, block);
    if (head === null) return block.cell?.column === 0 ? [passage(document, block, 'owner')] : [];
    if (isOwnerAndDate(head, model)) return ownerAndDate(document, block);
    const role = roleOf(head, model.columns);
    const from = role === null ? undefined : CELLS[role];
    if (from !== undefined) return [passage(document, block, from)];
    return block.cell?.column === 0 && block.end - block.start <= LONGEST_LABEL ? [passage(document, block, 'heading')] : [];
  });
}

/** Characters of a question or label in the first column, at most. */
const LONGEST_LABEL = 160;

function passage(document: Document, { start, end }: { readonly start: number; readonly end: number }, from: Passage['from']): Passage {
  return { text: document.text.slice(start, end), start, from };
}

function headOf(document: Document, block: Block): string | null {
  const { cell } = block;
  if (cell === null) return null;
  const heads = document.blocks.filter((other) => other.cell?.header === true && other.cell.table === cell.table && other.cell.column <= cell.column && cell.column < other.cell.column + Math.max(1, other.cell.columnSpan));
  return heads.length === 0 ? null : heads.map((head) => document.text.slice(head.start, head.end)).join(' ');
}

/** "Lead and date", "Who and by when", "Owner / timescale", "Responsible (due)". */
function isOwnerAndDate(head: string, { columns }: HeadingModel): boolean {
  const asks = (wanted: ColumnRole): boolean => columns.some(({ role, pattern }) => role === wanted && pattern.test(head));
  return asks('owner') && asks('deadline');
}

/** Where the date begins in "Designated Nurse, 10 March 2031" or "All partners – ongoing". */
const DATE = /(?:^|[,;:(/–—-]|\s)(?=(?:(?:by|before|from|until|within|in|on|end|start|mid|early|late|no later) [^,;]{0,24})?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\d{1,2}[/.]\d|jan|feb|mar|apr|may\b|june?\b|july?\b|aug|sept|oct|nov|dec|q[1-4]\b|spring|summer|autumn|winter|easter|christmas|immediate|asap|as soon|ongoing|on-going|urgent|tbc|to be|next\b|(?:19|20)\d{2}|(?:one|two|three|four|six|nine|twelve|\d+)\s(?:weeks?|months?|days?)))/iu;

function ownerAndDate(document: Document, block: Block): Passage[] {
  const text = document.text.slice(block.start, block.end);
  const found = DATE.exec(text);
  if (found === null) return [passage(document, block, 'owner')];
  const at = found.index + found[0].length;
  const owner = text.slice(0, found.index).replace(/[\s,;:(/–—-]{1,10}$/u, '');
  return [
    ...(owner.trim() === '' ? [] : [passage(document, { start: block.start, end: block.start + owner.length }, 'owner')]),
    passage(document, { start: block.start + at, end: block.end }, 'deadline'),
  ];
}
