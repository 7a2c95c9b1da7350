import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document.ts';
import { leadsIn, linkLists, markerClass } from '../../src/structure/lists.ts';
import { documentOf } from '../support/judging.ts';

function opening(document: Document, index: number | undefined): string | null {
  const block = index === undefined ? undefined : document.blocks[index];
  return block === undefined ? null : document.text.slice(block.start, block.end).split(' ').slice(0, 2).join(' ');
}

/** For each block its opening words, those of its stem and those of its parent. */
function linksOf(text: string): (readonly [string | null, string | null, string | null])[] {
  const document = documentOf(text);
  const { stem, parent } = linkLists(document);
  return document.blocks.map((_, index) => [opening(document, index), opening(document, stem.get(index)), opening(document, parent.get(index))]);
}

describe('linkLists', () => {
  it('leads bullets in with the paragraph above that ends in a colon', () => {
    expect(linksOf('The Trust should:\n\n- ask fathers\n- ask mothers')).toEqual([
      ['The Trust', null, null], ['ask fathers', 'The Trust', null], ['ask mothers', 'The Trust', null],
    ]);
  });

  it('leads in with a clause that breaks off before its verb', () => {
    expect(linksOf('All wards must\n\n- ask fathers')[1]).toEqual(['ask fathers', 'All wards', null]);
  });

  it('gives no stem to a list below a full sentence', () => {
    expect(linksOf('The Trust met twice.\n\n- ask fathers')[1]).toEqual(['ask fathers', null, null]);
  });

  it('hangs lettered items from the numbered one above', () => {
    expect(linksOf('1. The Trust should:\n\n(a) ask fathers\n\n(b) ask mothers\n\n2. The Board should meet.')).toEqual([
      ['The Trust', null, null], ['ask fathers', 'The Trust', 'The Trust'], ['ask mothers', 'The Trust', 'The Trust'], ['The Board', null, null],
    ]);
  });

  it('closes every list at a heading', () => {
    expect(linksOf('# One\n\nThe Trust should:\n\n# Two\n\n- ask fathers').at(-1)).toEqual(['ask fathers', null, null]);
  });

  it('keeps lists of two cells of a table apart', () => {
    const found = linksOf('| Action | Owner |\n|---|---|\n| The Trust should: | Ward |');
    expect(found.at(-1)?.[1]).toBeNull();
  });
});

describe('leadsIn', () => {
  it.each([
    ['The Partnership should:', true], ['This includes –', true], ['All schools must', true], ['The Board is asked to', true],
    ['The Partnership met.', false], ['It was well-', true], ['They agreed that it was so.', false],
  ])('“%s” → %s', (text, expected) => {
    const document = documentOf(text);
    expect(leadsIn(document, document.blocks[0])).toBe(expected);
  });
});

describe('markerClass', () => {
  it.each([
    ['Recommendation 3:', 'label'], ['R3:', 'label'], ['3.', 'number'], ['(3)', 'number'], ['4.2', 'number'], ['(a)', 'letter'], ['b)', 'letter'],
    ['(ii)', 'roman'], ['•', 'bullet'], ['–', 'dash'], ['◦', 'dash'],
  ])('“%s” is a %s', (text, expected) => {
    expect(markerClass({ type: 'list-item', start: 9, end: 10, page: null, level: 0, marker: { text, start: 0, end: 8 }, cell: null, box: null, size: null, bold: false })).toBe(expected);
  });
});
