import type { Block, Document } from '../document.ts';

/** How list items hang together. Both maps hold indexes of blocks. */
export interface ListLinks {
  /** The block whose words lead each item in ("The Partnership should:"). */
  readonly stem: ReadonlyMap<number, number>;
  /** The numbered item of which it is a sub-item or further paragraph. */
  readonly parent: ReadonlyMap<number, number>;
}

type MarkerClass = 'label' | 'number' | 'letter' | 'roman' | 'bullet' | 'dash' | 'none';

interface Open {
  readonly index: number;
  readonly depth: number;
  readonly marker: MarkerClass;
}

/** "…should:", "…this includes –", and a clause that breaks off before its verb ("All schools must"). */
const LEADS_IN = /(?::|[–—-])$|\b(?:should|must|shall|to|will|that)$/i;

/** Finds stems and parents in one pass over the blocks; headings and plain paragraphs close every open list. */
export function linkLists(document: Document): ListLinks {
  const stem = new Map<number, number>();
  const parent = new Map<number, number>();
  let open: Open[] = [];
  let cellKey = '';
  document.blocks.forEach((block, index) => {
    const key = block.cell === null ? '' : `${block.cell.table}/${block.cell.row}/${block.cell.column}`;
    if (key !== cellKey || block.type === 'heading') open = [];
    cellKey = key;
    if (block.type === 'heading' || block.type === 'footnote' || block.type === 'contents') return;
    const marker = markerClass(block);
    const depth = marker === 'none' ? -1 : block.level;
    open = stillOpen(open, depth, marker);
    if (marker !== 'none') link(document, open, index, stem, parent);
    else if (open.length > 0) continueItem(open, index, parent);
    open.push({ index, depth, marker });
  });
  return { stem, parent };
}

/** Closes what an item of this depth and marker can't hang from. "(a)" hangs from "3." even where the reader saw both at one depth. */
function stillOpen(open: readonly Open[], depth: number, marker: MarkerClass): Open[] {
  if (marker === 'none') return open.filter((item) => item.marker === 'label' || item.marker === 'number').slice(0, 1);
  const same = open.findIndex((item) => item.marker === marker && item.depth >= depth);
  return (same === -1 ? open : open.slice(0, same)).filter((item) => item.depth < depth || RANK[item.marker] < RANK[marker]);
}

const RANK: Readonly<Record<MarkerClass, number>> = { none: -1, label: 0, number: 1, letter: 2, roman: 3, bullet: 4, dash: 5 };

function link(document: Document, open: readonly Open[], index: number, stem: Map<number, number>, parent: Map<number, number>): void {
  const nearest = open.at(-1);
  if (nearest !== undefined && leadsIn(document, document.blocks[nearest.index])) stem.set(index, nearest.index);
  const numbered = open.findLast((item) => item.marker === 'label' || item.marker === 'number' || item.marker === 'letter' || item.marker === 'roman');
  if (numbered !== undefined) parent.set(index, numbered.index);
}

function continueItem(open: readonly Open[], index: number, parent: Map<number, number>): void {
  const numbered = open.at(-1);
  if (numbered !== undefined) parent.set(index, numbered.index);
}

/** Whether a block's words lead in what follows it. */
export function leadsIn(document: Document, block: Block | undefined): boolean {
  return block !== undefined && LEADS_IN.test(document.text.slice(Math.max(block.start, block.end - 24), block.end).trimEnd());
}

export function markerClass(block: Block): MarkerClass {
  const text = block.marker?.text.trim() ?? '';
  if (text === '') return block.type === 'list-item' ? 'bullet' : 'none';
  if (/^\p{L}{2,}/u.test(text) && /\d/.test(text)) return 'label';
  if (/^R\d/i.test(text)) return 'label';
  if (/^\(?\d/.test(text)) return 'number';
  if (/^\(?[ivx]{1,5}[).]/i.test(text)) return 'roman';
  if (/^\(?[a-z]{1,2}[).]/i.test(text)) return 'letter';
  // Reports nest "– sub-item" under "• item", often at one depth.
  return /^[–—−◦▫o-]$/u.test(text) ? 'dash' : 'bullet';
}
