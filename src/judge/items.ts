import type { Document } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import type { Group } from '../structure/units.ts';

/** A recommendation unit with the item that its author filed it under. */
export interface Filed {
  readonly group: Group;
  readonly candidate: Candidate;
  /** Same for all units of one item. */
  readonly key: string;
  readonly number: string | null;
  readonly list: string;
}

/**
 * Files recommendation units under items (codebook 12.12): the numbered or bulleted recommendation as its author wrote it.
 * Stem, lettered sub-items and further paragraphs belong to it; a bare stem belongs to the first item that it leads in.
 */
export function fileItems(document: Document, groups: readonly Group[], candidates: readonly Candidate[]): Filed[] {
  const filed = groups.flatMap((group): Filed[] => {
    const candidate = candidates[group.members[0] ?? -1];
    return candidate === undefined ? [] : [{ group, candidate, ...placeOf(document, candidate) }];
  });
  return filed.map((unit, index) => {
    if (!unit.candidate.leadsIn || unit.number !== null) return unit;
    const led = filed.slice(index + 1).find((other) => other.candidate.stem === unit.candidate.block);
    return led === undefined ? unit : { ...unit, key: led.key, number: led.number };
  });
}

function placeOf(document: Document, candidate: Candidate): { key: string; number: string | null; list: string } {
  const block = document.blocks[candidate.block];
  const cell = block?.cell ?? null;
  if (cell !== null) {
    const list = `table ${cell.table}`;
    const number = candidate.number ?? rowNumber(document, candidate);
    return { key: `${list} row ${cell.row}`, number, list };
  }
  const list = `section ${candidate.section.heading}${candidate.section.number === null ? '' : ` ${candidate.section.number}`}`;
  const top = candidate.number === null ? null : (candidate.number.split('(')[0] ?? '');
  if (top !== null && top !== '') {
    const holder = labelledHolder(document, candidate);
    return { key: `${holder} number ${top}`, number: top, list: holder };
  }
  return { key: `block ${candidate.parent ?? candidate.block}`, number: null, list };
}

/** Under headings "Recommendation 1", "Recommendation 2" … the list is their parent section. */
function labelledHolder(document: Document, candidate: Candidate): string {
  const { section } = candidate;
  const own = document.blocks[candidate.block]?.marker ?? null;
  const labelled = own === null && candidate.parent === null && section.parent !== null;
  return `section ${labelled ? section.parent.heading : section.heading}`;
}

function rowNumber(document: Document, candidate: Candidate): string | null {
  for (const index of candidate.cell?.row ?? []) {
    const block = document.blocks[index];
    if (block === undefined || block.cell?.column !== 0) continue;
    const text = `${block.marker?.text ?? ''} ${document.text.slice(block.start, block.end)}`.trim();
    const number = /^(?:recommendation|rec|action|r|no)?\.?\s*(\d{1,3}(?:\.\d{1,2})?[a-z]?)\.?$/i.exec(text);
    if (number !== null) return number[1] ?? null;
  }
  return null;
}
