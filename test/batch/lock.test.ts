import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../src/batch/lock.ts';

const root = mkdtempSync(join(tmpdir(), 'second-question-lock-'));
let folder = '';
const lock = (): string => join(folder, '.lock');

beforeEach(() => { folder = mkdtempSync(join(root, 'r-')); });
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the lock', () => {
  it('is taken by one, and free again after', () => {
    const free = takeLock(folder);
    expect(() => takeLock(folder)).toThrow(`another run (process ${process.pid}) is working in this folder of results`);
    free();
    expect(readdirSync(folder)).toEqual([]);
    takeLock(folder)();
  });

  it('of a dead owner is taken over', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(lock(), JSON.stringify({ pid, host: hostname(), born: '1' }));
    const free = takeLock(folder);
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: process.pid });
    free();
  });

  it('of a dead owner whose number another process now has is taken over where the system tells when it began', () => {
    writeFileSync(lock(), JSON.stringify({ pid: process.pid, host: hostname(), born: 'long ago' }));
    if (existsSync('/proc/self/stat')) takeLock(folder)();
    else expect(() => takeLock(folder)).toThrow('another run');
    expect(existsSync(lock())).toBe(!existsSync('/proc/self/stat'));
  });

  it.each(['', '{', '{"pid":"x"}', 'null'])('with nothing to read in it (%j) is taken over', (content) => {
    writeFileSync(lock(), content);
    takeLock(folder)();
    expect(existsSync(lock())).toBe(false);
  });

  it('of another computer is left, and told how to be removed', () => {
    writeFileSync(lock(), JSON.stringify({ pid: 1, host: 'elsewhere', born: '' }));
    expect(() => takeLock(folder)).toThrow('process 1 on the computer elsewhere');
    expect(() => takeLock(folder)).toThrow('remove the file .lock');
  });

  it('frees nothing that has become another’s', () => {
    const free = takeLock(folder);
    writeFileSync(lock(), JSON.stringify({ pid: 1, host: 'elsewhere', born: '' }));
    free();
    expect(existsSync(lock())).toBe(true);
  });
});
