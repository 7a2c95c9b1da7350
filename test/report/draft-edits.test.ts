import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsBetween } from '../../src/report/draft-edits.ts';
import { hunksBetween } from '../../src/report/hunks.ts';

/** The old text with the edits made: «gone», ⟨come⟩. */
function shown(before: string, after: string): string {
  let out = '';
  let at = 0;
  for (const { start, end, text } of editsBetween(before, after)) {
    out += before.slice(at, start) + (end > start ? `«${before.slice(start, end)}»` : '') + (text === '' ? '' : `⟨${text}⟩`);
    at = end;
  }
  return out + before.slice(at);
}

function made(before: string, after: string): string {
  return [...editsBetween(before, after)].reverse().reduce((text, { start, end, text: wanted }) => text.slice(0, start) + wanted + text.slice(end), before);
}

describe('edits between two drafts', () => {
  test.each([
    ['nothing', 'The map is read.\n', 'The map is read.\n', 'The map is read.\n'],
    ['a word', 'The ICB should review it.\n', 'The ICB should rewrite it.\n', 'The ICB should «review»⟨rewrite⟩ it.\n'],
    ['words at the end', 'Publish the map.\nEnd.\n', 'Publish the map by 31 March 2032.\nEnd.\n', 'Publish the map⟨ by 31 March 2032⟩.\nEnd.\n'],
    ['a word less', 'a robust map of services\n', 'a map of services\n', 'a «robust »map of services\n'],
    ['neighbours are one change', 'a robust holistic map\n', 'a plain short map\n', 'a «robust holistic»⟨plain short⟩ map\n'],
    ['a line more', 'One.\nTwo.\n', 'One.\nAnd a half.\nTwo.\n', 'One.⟨\nAnd a half.⟩\nTwo.\n'],
    ['a line more at the top', 'One.\nTwo.\n', 'Zero.\nOne.\nTwo.\n', '⟨Zero.\n⟩One.\nTwo.\n'],
    ['a line less', 'One.\nThe middle.\nTwo.\n', 'One.\nTwo.\n', 'One.\n«The middle.»\nTwo.\n'],
    ['a line put in other words', 'One.\nAll agencies should talk.\nTwo.\n', 'One.\nTidewell Police will publish a map.\nTwo.\n', 'One.\n«All agencies should talk»⟨Tidewell Police will publish a map⟩.\nTwo.\n'],
    ['a line changed and one more', 'The ICB should review its map of services.\nEnd.\n', 'The ICB should review its list of services.\nIt should do so by May.\nEnd.\n', 'The ICB should review its «map»⟨list⟩ of services.⟨\nIt should do so by May.⟩\nEnd.\n'],
  ])('%s', (_name, before, after, wanted) => {
    expect(shown(before, after)).toBe(wanted);
  });

  test('lead from any text to any other, but for blank lines', () => {
    const text = fc.array(fc.array(fc.constantFrom('the', 'map', 'police', 'review', 'by', '2032', '.', ' ', 'a', 'robust'), { maxLength: 8 }).map((words) => words.join(' ')), { maxLength: 8 }).map((lines) => lines.join('\n'));
    const lines = (whole: string): string[] => whole.split('\n').filter((line) => line.trim() !== '');
    fc.assert(fc.property(text, text, (before, after) => {
      const edits = editsBetween(before, after);
      edits.forEach(({ start, end }, index) => {
        expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(before.slice(start, end)).not.toContain('\n');
      });
      expect(lines(made(before, after))).toEqual(lines(after));
    }), { seed: 11, numRuns: 600 });
  });
});

test('hunks are the shortest way', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 });
  fc.assert(fc.property(list, list, (before, after) => {
    const hunks = hunksBetween(before, after);
    const moved = [...hunks].reverse().reduce((now, { from, to, with: [first, end] }) => [...now.slice(0, from), ...after.slice(first, end), ...now.slice(to)], before);
    expect(moved).toEqual(after);
    const cost = hunks.reduce((sum, { from, to, with: [first, end] }) => sum + to - from + end - first, 0);
    expect(cost).toBe(before.length + after.length - 2 * common(before, after));
  }), { seed: 3, numRuns: 400 });
});

/** Length of the longest common subsequence, the slow way. */
function common(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) for (let j = b.length - 1; j >= 0; j -= 1) (table[i] as number[])[j] = a[i] === b[j] ? 1 + (table[i + 1]?.[j + 1] ?? 0) : Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0);
  return table[0]?.[0] ?? 0;
}
