import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { wireProblems } from '../support/schema.ts';
import { emptyFolder, run, shell } from './run.ts';

const REVIEW = 'Recommendations\n\n1. Tidewell ICB should add a birth-partner field to the booking form by 31 March 2031.\n\n2. All agencies should embed professional curiosity.\n';

let folder = '';
let review = '';

beforeAll(() => {
  folder = emptyFolder();
  review = join(folder, 'review.txt');
  writeFileSync(review, REVIEW);
});

function parsed(text: string): Critique[] {
  return [JSON.parse(text) as Critique | Critique[]].flat();
}

describe('formats', () => {
  test('json: one file gives an object that holds to the schema, and nothing else on stdout', () => {
    const { code, out, err } = run(['critique', review, '--format', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(wireProblems(JSON.parse(out))).toEqual([]);
    expect(parsed(out)[0]?.items).toHaveLength(2);
    expect(parsed(out)[0]?.document).toMatchObject({ source: 'review.txt' });
    expect(out).not.toContain(folder);
  });

  test('--text adds the text that the positions refer to, and only then', () => {
    const [critique] = parsed(run(['critique', review, '--format', 'json', '--text']).out);
    expect(critique?.units.every((unit) => critique.document.text?.slice(unit.start, unit.end) === unit.text)).toBe(true);
    expect(parsed(run(['critique', review, '--format', 'json']).out)[0]?.document.text).toBeUndefined();
  });

  test('standard input gives what the file gives, but for the name', () => {
    const piped = parsed(run(['critique', '-', '--format', 'json'], { input: REVIEW }).out)[0];
    expect(piped?.document.source).toBe('stdin');
    expect(piped?.items).toEqual(parsed(run(['critique', review, '--format', 'json']).out)[0]?.items);
  });

  test('the terminal report goes to stdout without colour', () => {
    const { code, out } = run(['critique', review]);
    expect(code).toBe(0);
    expect(out).toMatch(/^review\.txt · /);
    expect(out).not.toContain('\u001b');
  });

  test('several pages go into a folder, each with a name of its own', () => {
    const other = join(folder, 'sub');
    mkdirSync(other);
    writeFileSync(join(other, 'review.txt'), REVIEW);
    const pages = join(folder, 'pages');
    const { code, out } = run(['critique', review, join(other, 'review.txt'), '--format', 'html', '--out', pages]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(readdirSync(pages).sort()).toEqual(['review-2.html', 'review.html']);
  });
});

describe('exit codes', () => {
  test('3: a file that cannot be read keeps its place, the others are done', () => {
    const { code, out, err } = run(['critique', join(folder, 'nowhere.pdf'), review, '--format', 'json']);
    const [missing, done] = parsed(out);
    expect(code).toBe(3);
    expect(missing).toMatchObject({ document: { source: 'nowhere.pdf' }, units: [], messages: [{ level: 'error', rule: 'read/not-opened' }] });
    expect(done?.items).toHaveLength(2);
    expect(wireProblems(JSON.parse(out))).toEqual([]);
    expect(err).toContain('nowhere.pdf');
  });

  test('3: a broken file says what to do, without a stack trace', () => {
    const broken = join(folder, 'broken.pdf');
    writeFileSync(broken, '%PDF-1.7\nthis is no PDF');
    const { code, out, err } = run(['critique', broken]);
    expect(code).toBe(3);
    expect(out).toContain('broken.pdf could not be read');
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.each([
    ['no file', ['critique'], 'missing required argument'],
    ['no command', [], 'Usage:'],
    ['an unknown command', ['judge'], 'unknown command'],
    ['an unknown format', ['critique', 'x', '--format', 'docs'], 'Allowed choices'],
    ['an unknown pipeline', ['critique', 'x', '--pipeline', 'lcsrp'], 'there is no pipeline "lcsrp"'],
    ['several pages without a folder', ['critique', 'x', 'y', '--format', 'html'], '--out FOLDER'],
    ['standard input twice', ['critique', '-', '-'], 'only once'],
    ['a plan that is not there', ['critique', 'x', '--with', 'no-plan.docx'], 'no-plan.docx'],
  ])('2: %s', (_name, words, says) => {
    const { code, out, err } = run(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('2: an --out that cannot be written is said before any work, and inputs are never overwritten', () => {
    const nowhere = run(['critique', review, '--format', 'json', '--out', join(folder, 'no', 'such', 'place.json')]);
    expect(nowhere).toMatchObject({ code: 2, out: '' });
    expect(nowhere.err).toContain("can't be written");
    expect(run(['critique', review, '--out', review]).code).toBe(2);
    expect(readFileSync(review, 'utf8')).toBe(REVIEW);
  });

  test('0: help and version', () => {
    expect(run(['--help'])).toMatchObject({ code: 0, err: '' });
    expect(run(['help', 'critique']).out).toContain('--pipeline');
    expect(run(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('a reader that stops early is no error', () => {
  expect(shell((command) => `${command} critique "${review}" --format json --text | head -c 1`)).toBe('{');
});

test('a pipeline file of the user is followed', () => {
  const file = join(folder, 'mine.json');
  writeFileSync(file, JSON.stringify({ name: 'mine', extends: 'lcspr', rules: { off: ['professional-curiosity'] } }));
  const [critique] = parsed(run(['critique', review, '--format', 'json', '--pipeline', file]).out);
  expect(critique?.tool.pipeline).toBe('mine');
  expect(critique?.cliches.map((one) => one.id)).not.toContain('professional-curiosity');
});

test('--out writes the file and leaves no other behind', () => {
  const out = join(folder, 'result.json');
  const before = readdirSync(folder).length;
  expect(run(['critique', review, '--format', 'json', '--out', out])).toMatchObject({ code: 0, out: '' });
  expect(existsSync(out)).toBe(true);
  expect(readdirSync(folder)).toHaveLength(before + 1);
});
