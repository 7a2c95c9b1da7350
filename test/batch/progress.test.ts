import { describe, expect, it } from 'vitest';
import { bar, plain, startProgress, timeWords } from '../../src/batch/progress.ts';

function watched(terminal: boolean, quiet = false): { readonly lines: string[]; readonly progress: ReturnType<typeof startProgress>; readonly clock: { at: number } } {
  const lines: string[] = [];
  const clock = { at: 0 };
  const out = { isTTY: terminal, columns: 60, write: (text: string | Uint8Array) => lines.push(String(text)) > 0 };
  return { lines, clock, progress: startProgress(4, out, quiet, { now: () => clock.at }) };
}

describe('progress', () => {
  it('has a plain line for each file where there is no terminal, and none for those kept', () => {
    const { lines, progress } = watched(false);
    progress.kept();
    progress.done('a.pdf', '3 recommendations');
    progress.phase('Putting the results together …');
    progress.close();
    expect(lines).toEqual(['2/4 a.pdf: 3 recommendations\n', 'Putting the results together …\n']);
  });

  it('draws a bar at once, and not more than ten times a second', () => {
    const { lines, progress, clock } = watched(true);
    expect(lines).toHaveLength(1);
    progress.done('a', '');
    expect(lines).toHaveLength(1);
    clock.at = 2000;
    progress.done('b', '');
    expect(lines.at(-1)).toContain('2 of 4 · 1.0 a second · 2 s left');
    progress.close();
    expect(lines.at(-1)).toBe('\r\u001b[K');
  });

  it('says nothing where quiet is asked for', () => {
    const { lines, progress } = watched(true, true);
    progress.done('a', '');
    progress.phase('x');
    progress.close();
    expect(lines).toEqual([]);
  });

  it.each([
    [0, 4, 0, 0, 80, '[······························] 0 of 4 · 0.0 a second'],
    [2, 4, 1, 10, 60, '[███████████···········] 2 of 4 · 0.1 a second · 20 s left'],
    [330, 330, 330, 100, 40, '[] 330 of 330 · 3.3 a second · 0 s left'],
  ] as const)('%i of %i, %i of them now, after %i s, %i columns', (done, total, fresh, seconds, columns, drawn) => {
    expect(bar(done, total, fresh, seconds, columns)).toBe(drawn.slice(0, columns - 1));
    expect(bar(done, total, fresh, seconds, columns).length).toBeLessThan(columns);
  });

  it.each([[0.2, '1 s'], [89, '89 s'], [120, '2 min'], [7200, '2.0 h']])('%d seconds are %s', (seconds, words) => {
    expect(timeWords(seconds)).toBe(words);
  });

  it('lets no name move the cursor or turn the line', () => {
    expect(plain('a\n\u001b[2Jb\u202egnp.md')).toBe('a\uFFFD\uFFFD[2Jb\uFFFDgnp.md');
  });
});
