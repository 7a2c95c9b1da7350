import type { Block, Document } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import { markerClass } from '../structure/lists.ts';

/** Where a sentence stands: what it is filed under, how its block looks, which sentence of how many it is. */
export function placeFeatures(candidate: Candidate, block: Block, part: number): string[] {
  const { filing, cell, section, sentence, sentences } = candidate;
  const role = filing.role ?? 'none';
  const marker = markerClass(block) === 'dash' ? 'bullet' : markerClass(block);
  const listed = block.type === 'list-item' || marker !== 'none' || cell !== null;
  const left = Math.min(3, sentences - 1 - sentence);
  return [
    `role=${role}`, `role=${role}&by=${filing.by}`, `role=${role}&${listed ? 'listed' : 'running'}`, `type=${block.type}`, `marker=${marker}`,
    `section=${section.role ?? 'none'}`, `role=${role}&mixed=${filing.mixed ? 'yes' : 'no'}`,
    `place=${sentence === 0 ? 'first' : left === 0 ? 'last' : 'middle'}&${listed ? 'listed' : 'running'}`,
    `alone=${sentences === 1 ? 'yes' : 'no'}&role=${role}`,
    `nth=${Math.min(4, sentence)}`, `left=${left}`, `left=${left}&role=${role}`, `part=${part}`, `part=${part}&role=${role}`,
    candidate.stem === null ? 'stem=no' : 'stem=yes', candidate.leadsIn ? `leads-in&role=${role}` : 'leads-in=no',
    block.box === null ? 'box=no' : `box=yes&role=${role}`,
    ...(cell === null ? [] : cellFeatures(candidate, cell, block)),
    `depth=${Math.min(2, block.level)}&${listed ? 'listed' : 'running'}`,
    ...headingFeatures(candidate),
  ];
}

/** The fifth of the document in which a sentence stands: a review tells before it judges, and judges before it asks. */
export function partOf(document: Document, { start }: Candidate): number {
  return Math.min(4, Math.floor((5 * start) / Math.max(1, document.text.length)));
}

function cellFeatures(candidate: Candidate, cell: NonNullable<Candidate['cell']>, block: Block): string[] {
  const column = cell.columnRole ?? (cell.columnHead === null ? 'headless' : 'other');
  const first = block.cell?.column === 0;
  const size = candidate.text.length < 12 ? 'tiny' : candidate.text.length < 45 ? 'short' : 'long';
  return [
    `column=${column}`, `rowrole=${cell.rowRole ?? 'none'}`, `column=${column}&size=${size}`, `cell=${size}`, `${first ? 'first' : 'later'}&column=${column}`,
    // "Network template" in the column "Recommendation" beside an "Action" is a title.
    ...(cell.beside.includes('action') ? [`twin&size=${size}`] : []),
    ...(cell.beside.includes('owner') ? [`column=${column}&beside=owner`] : []),
    ...(cell.done ? [`done&column=${column}`] : []),
    // "How did school go?" in a table of questions and answers.
    cell.rowLabel === null ? 'row=none' : cell.rowLabel.endsWith('?') ? 'row=asks' : 'row=says',
    ...wordsOf(cell.rowLabel, 14).map((word) => `row=${word}`), ...wordsOf(cell.columnHead, 8).map((word) => `head=${word}`),
  ];
}

/** Words of the heading above: "Things done well", "What has moved on already". */
function headingFeatures({ section }: Candidate): string[] {
  const { parent } = section;
  return [
    // Neither the level nor the words of the heading above: the title is a heading in the PDF of a review and often none in its Word file.
    `parent=${parent?.role ?? 'none'}`,
    ...wordsOf(section.title, 10).map((word) => `title=${word}`),
  ];
}

function wordsOf(text: string | null, most: number): string[] {
  return (text?.toLowerCase().match(/[a-z]{2,}/gu) ?? []).slice(0, most);
}
