import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { megabytesOf, watchMemory } from '../../src/batch/memory.ts';

const BUILD = process.env['SECOND_QUESTION_TEST_BUILD'] ?? '';
const root = mkdtempSync(join(tmpdir(), 'second-question-pool-'));
const worker = join(root, 'worker.mjs');
const alone = join(root, 'alone.mjs');

/** Stands in for the judging of a file: the name says what becomes of it. */
const BEHAVIOUR = `
const kept = [];
export async function behave(task) {
  if (task.file === 'hang') for (;;) Math.sqrt(2);
  if (task.file === 'heap') for (;;) kept.push(new Array(1e5).fill(task.file + kept.length));
  if (task.file === 'bytes') for (;;) { kept.push(new Uint8Array(5e7).fill(1)); await new Promise((resolve) => setTimeout(resolve, 20)); }
  if (task.file === 'abort') process.abort();
  if (task.file === 'throw') throw new Error('a fault');
  if (task.file === 'full') return { stop: 'the results can\\'t be written: the disk is full.' };
  return { done: { read: true, out: task.file, recommendations: 1, warnings: [] } };
}
`;

beforeAll(() => {
  writeFileSync(join(root, 'behave.mjs'), BEHAVIOUR);
  writeFileSync(worker, 'export { behave as work } from \'./behave.mjs\';\n');
  writeFileSync(alone, 'import { behave } from \'./behave.mjs\';\nprocess.once(\'message\', ({ task }) => void behave(task).then((worked) => process.send(worked, () => process.exit(0))));\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type PoolModule = typeof import('../../src/batch/pool.ts');
const settings = { pipeline: null, redact: false, decisions: [] };
const task = (file: string): Parameters<ReturnType<PoolModule['openPool']>['run']>[0] => ({ file, path: '', sha256: '', out: '', kind: null, plan: null });
/** The pool as users have it: its processes are programs beside it. */
const load = async (): Promise<PoolModule> => await import(join(BUILD, 'pool.js')) as PoolModule;

/** Four seconds, since ten are added for a worker's start: a thread of this size begins in that time on a busy machine too. */
const LIMIT = -6;

describe('a pool of workers', () => {
  it.each([
    // One that breaks down takes its neighbours with it at worst: each of them is tried alone after that.
    ['hang', 'time'], ['heap', 'memory or crash'], ['abort', 'crash'], ['throw', 'crash'],
  ])('goes on after a file that does this: %s', async (file, failed) => {
    const { openPool } = await load();
    const pool = openPool(1, file === 'hang' ? LIMIT : 60, settings, { worker, megabytes: 100 });
    try {
      const outcome = await pool.run(task(file));
      expect(failed.split(' or ')).toContain('failed' in outcome ? outcome.failed : 'done');
      expect(await pool.run(task('good'))).toEqual({ done: { read: true, out: 'good', recommendations: 1, warnings: [] } });
    } finally {
      await pool.close();
    }
  }, 60_000);

  it('stops the run, and blames no file, where the disk is full', async () => {
    const { openPool } = await load();
    const pool = openPool(2, 60, settings, { worker });
    await expect(pool.run(task('full'))).rejects.toThrow('the disk is full');
    await pool.close();
  }, 60_000);
});

describe('a file alone', () => {
  it.each([['hang', 'time'], ['heap', 'memory'], ['abort', 'memory'], ['throw', 'crash']])('ends its own process only: %s', async (file, failed) => {
    const { runAlone } = await load();
    expect(await runAlone(task(file), file === 'hang' ? LIMIT : 60, settings, { alone, megabytes: 100 })).toMatchObject({ failed });
  }, 60_000);

  it('is done like any other', async () => {
    const { runAlone } = await load();
    expect(await runAlone(task('good'), 60, settings, { alone })).toMatchObject({ done: { out: 'good' } });
    await expect(runAlone(task('full'), 60, settings, { alone })).rejects.toThrow('the disk is full');
  }, 60_000);

  it.runIf(megabytesOf(process.pid) !== null)('is stopped for memory outside the heap too, which the heap’s limit doesn’t count', async () => {
    const { runAlone } = await load();
    expect(await runAlone(task('bytes'), 60, settings, { alone, megabytes: 100, most: 400 })).toEqual({ failed: 'memory', detail: '' });
  }, 60_000);
});

describe('the watch over memory', () => {
  it('tells once of each bound, and of no process that isn’t there', async () => {
    const told: string[] = [];
    const note = (what: string) => (): void => void told.push(what);
    const bounds = { heavy: 1, most: 2 };
    const stops = [watchMemory(process.pid, bounds, { heavy: note('heavy'), most: note('most') }), watchMemory(undefined, bounds, { heavy: note('none'), most: note('none') })];
    await new Promise((resolve) => setTimeout(resolve, 900));
    for (const stop of stops) stop();
    expect(told).toEqual(megabytesOf(process.pid) === null ? [] : ['heavy', 'most']);
    expect(megabytesOf(2 ** 30)).toBeNull();
  });
});
