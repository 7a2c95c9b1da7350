import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { emptyFolder, run } from './run.ts';

const folder = emptyFolder();
const results = join(folder, 'out');
const again = join(folder, 'again.txt');

beforeAll(() => {
  mkdirSync(join(folder, 'in'));
  const list = (name: string, year: number, ...items: readonly string[]): void => writeFileSync(join(folder, 'in', name), `Recommendations of the ${year} review\n\nPublished: May ${year}\n\nRecommendations\n\n${items.map((item, index) => `${index + 1}. ${item}`).join('\n')}\n`);
  list('first.txt', 2028, 'Holmere Safeguarding Partnership should audit forty closed referrals for a recorded reason.', 'Holmere Trust should fund two more school nurse posts.');
  list('second.txt', 2029, 'Holmere Safeguarding Partnership should audit forty closed referrals for a recorded reason by May 2030.', 'The Council should buy a van.');
  copyFileSync(join(folder, 'in', 'second.txt'), again);
  expect(run(['batch', join(folder, 'in'), '--out', results, '--quiet']).code).toBe(0);
}, 60_000);

test('each recommendation with what was said before it, in the terminal, as CSV and as JSON', () => {
  const { code, out } = run(['novelty', again, results]);
  expect(code).toBe(0);
  expect(out).toContain('nearly the same was said before');
  expect(out).toContain('first.txt 2028');
  expect(out).toContain('nothing like it before');
  const report = JSON.parse(run(['novelty', again, results, '--format', 'json']).out) as { readonly items: readonly { readonly novelty: number }[]; readonly against: unknown };
  expect(report.items.map(({ novelty }) => novelty < 0.5)).toEqual([true, false]);
  expect(report.against).toEqual({ reviews: 1, recommendations: 2, earlier: true });
  expect(run(['novelty', again, results, '--format', 'csv']).out.split('\r\n')[0]).toContain('novelty,rank,likeness,nearly_same');
});

test('the review is not held against itself, nor against later ones', () => {
  expect(run(['novelty', again, results]).err).toContain('is not held against itself');
  expect(run(['novelty', again, results, '--year', '2027'])).toMatchObject({ code: 2, err: expect.stringContaining('--any-year takes later ones too') as string });
  expect(run(['novelty', again, results, '--year', 'May'])).toMatchObject({ code: 2 });
});

test('messages that come round again', () => {
  const { code, out } = run(['recurring', results]);
  expect(code).toBe(0);
  expect(out).toContain('2 reviews, 2028, 2029');
  expect(run(['recurring', results, '--format', 'csv']).out).toContain('1,2,first.txt,2028,');
  expect((JSON.parse(run(['recurring', results, '--format', 'json']).out) as { readonly messages: readonly unknown[] }).messages).toHaveLength(1);
});
