import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readSheets } from '../../src/read/xlsx.ts';
import { emptyFolder, run } from '../cli/run.ts';

const REVIEW = fileURLToPath(new URL('../../samples/corpus/brackenford-child-wren.docx', import.meta.url));

// each run is a process that loads all models
vi.setConfig({ testTimeout: 90_000 });

let folder = '';
let draft = '';

beforeAll(() => {
  folder = emptyFolder();
  draft = join(folder, 'draft.docx');
  copyFileSync(REVIEW, draft);
});

describe('critique --format docx', () => {
  test('a new file beside the draft, which is left as it is', () => {
    const { code, out, err } = run(['critique', draft, '--format', 'docx']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain(`Written: ${join(folder, 'draft with comments.docx')}`);
    expect(Buffer.compare(readFileSync(draft), readFileSync(REVIEW))).toBe(0);
  });

  test('a second one never takes the place of the first, and holds the same', () => {
    run(['critique', join(folder, 'draft with comments.docx'), '--format', 'docx']);
    expect(Buffer.compare(readFileSync(join(folder, 'draft with comments 2.docx')), readFileSync(join(folder, 'draft with comments.docx')))).toBe(0);
  });

  test('--strip-comments takes ours out again', () => {
    const { code, err } = run(['critique', join(folder, 'draft with comments.docx'), '--strip-comments']);
    expect(code).toBe(0);
    expect(err).toContain('Comments of Second Question that were taken out');
    expect(existsSync(join(folder, 'draft without comments.docx'))).toBe(true);
  });

  test('a file that is no Word file: a clear message, and nothing written', () => {
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'Recommendations\n\n1. All agencies should embed professional curiosity.\n');
    const { code, err } = run(['critique', text, '--format', 'docx']);
    expect(code).toBe(2);
    expect(err).toContain('notes.txt is no Word file (.docx)');
    expect(err).toContain('Use html');
    expect(readdirSync(folder).filter((name) => name.startsWith('notes'))).toEqual(['notes.txt']);
  });
});

describe('the register', () => {
  test('xlsx, carried on with --register; csv and plan', () => {
    const out = join(folder, 'register.xlsx');
    expect(run(['critique', draft, '--format', 'xlsx', '--out', out]).code).toBe(0);
    const rows = readSheets(new Uint8Array(readFileSync(out)))[0]?.rows ?? [];
    expect(rows.length).toBeGreaterThan(10);
    const again = join(folder, 'again.xlsx');
    expect(run(['critique', draft, '--format', 'xlsx', '--register', out, '--out', again]).code).toBe(0);
    expect(Buffer.compare(readFileSync(again), readFileSync(out))).toBe(0);
    expect(run(['critique', draft, '--format', 'csv']).out.split('\r\n').length).toBeGreaterThan(10);
    expect(run(['critique', draft, '--format', 'plan', '--out', join(folder, 'plan.docx')]).code).toBe(0);
    // a register is read as an action plan, too
    expect(run(['critique', draft, '--with', out, '--format', 'json']).err).toBe('');
  }, 150_000);

  test('wrong uses are told of', () => {
    expect(run(['critique', draft, '--register', draft]).code).toBe(2);
    expect(run(['critique', draft, '--format', 'xlsx', '--register', draft, '--out', join(folder, 'no.xlsx')]).code).toBe(2);
  }, 90_000);
});
