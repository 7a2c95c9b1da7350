import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { hashFile, hashNow, openWhole, removeTemporary, TEMPORARY, writeWhole } from '../../src/batch/disk.ts';

const root = mkdtempSync(join(tmpdir(), 'second-question-disk-'));
let folder = '';

beforeEach(() => { folder = mkdtempSync(join(root, 'd-')); });
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('files', () => {
  it('are seen whole or not at all', () => {
    const path = join(folder, 'deep', 'table.csv');
    const file = openWhole(path);
    file.write('a,b\n');
    expect(existsSync(path)).toBe(false);
    file.write(new TextEncoder().encode('é\n'));
    file.finish();
    expect(readFileSync(path, 'utf8')).toBe('a,b\né\n');
    expect(readdirSync(join(folder, 'deep'))).toEqual(['table.csv']);
  });

  it('leave the old one where the new one can’t be written', () => {
    const path = join(folder, 'table.csv');
    mkdirSync(path);
    writeFileSync(join(path, 'inside'), 'kept');
    expect(() => writeWhole(path, 'new')).toThrow('the results can\'t be written');
    expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('kept');
    expect(readdirSync(folder)).toEqual(['table.csv']);
  });

  it('that a dead run was writing are taken away, others stay', () => {
    mkdirSync(join(folder, 'critiques'));
    for (const name of [`${TEMPORARY}1-0-1`, `critiques/${TEMPORARY}2-0-1`, 'critiques/a.pdf.json']) writeFileSync(join(folder, name), '');
    removeTemporary(folder);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['critiques', join('critiques', 'a.pdf.json')]);
  });

  it('have the hash of their bytes, or none', async () => {
    writeFileSync(join(folder, 'a'), 'abc');
    // FIPS 180-2, appendix B.1.
    const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await hashFile(join(folder, 'a'))).toBe(known);
    expect([hashNow(join(folder, 'a')), hashNow(join(folder, 'none')), hashNow(folder)]).toEqual([known, null, null]);
  });
});
