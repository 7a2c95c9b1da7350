import { describe, expect, it } from 'vitest';
import { fileItems } from '../../src/judge/items.ts';
import { findCandidates } from '../../src/structure/candidates.ts';
import { joinSentences } from '../../src/structure/units.ts';
import { documentOf, models } from '../support/judging.ts';

/** Opening words of each unit with its number, grouped by item; every sentence counts as a recommendation. */
function filedOf(text: string): (readonly [string, string | null])[][] {
  const document = documentOf(text);
  const { candidates } = findCandidates(document, models.headings);
  const filed = fileItems(document, joinSentences(document, candidates, candidates.map(() => 'recommendation')), candidates);
  const items = new Map<string, (readonly [string, string | null])[]>();
  for (const { group, key, number } of filed) items.set(key, [...(items.get(key) ?? []), [document.text.slice(group.start, group.end), number]]);
  return [...items.values()];
}

describe('fileItems', () => {
  it('makes an item of each numbered recommendation', () => {
    expect(filedOf('1. The ward should ask.\n2. The school should ask.')).toEqual([[['The ward should ask.', '1']], [['The school should ask.', '2']]]);
  });

  it('files lettered sub-items under their number', () => {
    expect(filedOf('1. The ward should:\n\n(a) ask fathers;\n\n(b) ask mothers.')).toEqual([[['The ward should:', '1'], ['ask fathers;', '1'], ['ask mothers.', '1']]]);
  });

  it('makes an item of each bullet, and files a bare stem under the first', () => {
    expect(filedOf('The ward should:\n\n- ask fathers;\n- ask mothers.')).toEqual([[['The ward should:', null], ['ask fathers;', null]], [['ask mothers.', null]]]);
  });

  it('files paragraphs under the heading that numbers them', () => {
    expect(filedOf('# Recommendations\n\n## Recommendation 1\n\nThe ward should ask.\n\nIt should ask twice.\n\n## Recommendation 2\n\nThe school should ask.')).toEqual([
      [['The ward should ask.', '1'], ['It should ask twice.', '1']], [['The school should ask.', '2']],
    ]);
  });

  it('makes an item of each row, with the number of its first cell', () => {
    expect(filedOf('| No. | Action |\n|---|---|\n| 7 | Ask fathers |').at(0)?.at(-1)).toEqual(['Ask fathers', '7']);
  });

  it('keeps the same number in two lists apart', () => {
    expect(filedOf('# Health\n\n1. The ward should ask.\n\n# Police\n\n1. The desk should ask.')).toHaveLength(2);
  });
});
