import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVerdicts } from '../../src/batch/readback.ts';
import { sheetRows } from '../../src/read/sheet-rows.ts';

const MAIN = join(process.env['SECOND_QUESTION_TEST_BUILD'] ?? '', 'main.js');
const root = mkdtempSync(join(tmpdir(), 'second-question-batch-'));
const folder = join(root, 'in');
const REVIEW = (name: string, extra = ''): string => `# Rapid review: Child ${name}\n\nThe partnership met twice about ${name}. ${extra}\n\n## Recommendations\n\n1. The Partnership should audit its escalation policy within six months of this report about ${name}.\n2. Agencies should remind all staff of professional curiosity.\n`;

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): { readonly status: number | null; readonly err: string; readonly out: string } {
  const done = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env: { ...process.env, ...env } });
  return { status: done.status, err: done.stderr, out: done.stdout };
}

function allFiles(path: string): Readonly<Record<string, string>> {
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.sort().map((name) => [name.slice(path.length), readFileSync(name).toString('base64')]));
}

beforeAll(() => {
  mkdirSync(join(folder, 'sub'), { recursive: true });
  for (const name of ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel']) writeFileSync(join(folder, `${name}.md`), REVIEW(name, `Notes on ${name} and ${name}’s school. `.repeat(20)));
  writeFileSync(join(folder, 'sub', 'Ash.md'), readFileSync(join(folder, 'Ash.md')));
  writeFileSync(join(folder, 'sub', '=1+1 <img src=x onerror=alert(1)>.md'), `${REVIEW('Oak')}3. =HYPERLINK("x") The Trust should audit </script><script>alert(1)</script> records.\n`);
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7\n');
  writeFileSync(join(folder, 'data.json'), '{}');
  writeFileSync(join(root, 'meta.csv'), 'file,year,submission\nAsh.md,2025,Case-4711\nmissing.pdf,2025,Case-4712\n');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('batch', () => {
  const results = join(root, 'one');

  it('reads what can be read, and says of the rest what to do', () => {
    const { status, err } = run(['batch', folder, '--out', results, '--jobs', '2', '--metadata', join(root, 'meta.csv'), '--without-text']);
    expect(err).toContain('9 files: 8 read, 1 could not be read');
    expect(status).toBe(3);
    expect(existsSync(join(results, 'critiques', 'sub', 'Ash.md.json'))).toBe(true);
    expect(readFileSync(join(results, 'reviews.csv'), 'utf8')).toContain('same bytes');
    expect(err).toContain('1 row without a file');
  }, 120_000);

  it('gives the same bytes with other jobs, in another time zone, and after kill -9', async () => {
    const other = join(root, 'two');
    const child = spawn(process.execPath, [MAIN, 'batch', folder, '--out', other, '--jobs', '1', '--metadata', join(root, 'meta.csv'), '--without-text'], { stdio: 'ignore', env: { ...process.env, TZ: 'Asia/Tokyo' } });
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (!existsSync(join(other, 'journal.ndjson')) || !readFileSync(join(other, 'journal.ndjson'), 'utf8').includes('"end"')) return;
        clearInterval(timer);
        child.kill('SIGKILL');
      }, 5);
      child.once('exit', () => { clearInterval(timer); resolve(); });
    });
    expect(run(['batch', folder, '--out', other, '--jobs', '1', '--metadata', join(root, 'meta.csv'), '--without-text'], { TZ: 'America/New_York' }).status).toBe(3);
    expect(allFiles(other)).toEqual(allFiles(results));
  }, 120_000);

  it('honours decisions, also in parts that are merged', () => {
    const decided = join(root, 'decided');
    const words = 'agencies should remind all staff of professional curiosity';
    writeFileSync(join(root, 'decisions.json'), JSON.stringify({ version: '1', decisions: [{ rule: 'kind/recommendation', words, reason: 'It stands in every review.' }] }));
    const options = ['--jobs', '1', '--metadata', join(root, 'meta.csv'), '--decisions', join(root, 'decisions.json')];
    expect(run(['batch', folder, '--out', decided, ...options]).status).toBe(3);
    const [one] = [JSON.parse(readFileSync(join(decided, 'critiques', 'Elm.md.json'), 'utf8'))] as [{ summary: { recommendations: number }; messages: { rule: string }[] }];
    expect(one.summary.recommendations).toBe(1);
    expect(one.messages.map(({ rule }) => rule)).not.toContain('decisions/unmatched');
    expect(readFileSync(join(decided, 'recommendations.csv'), 'utf8')).not.toContain('remind all staff');
    expect(readFileSync(join(results, 'recommendations.csv'), 'utf8')).toContain('remind all staff');
    for (const index of [1, 2]) run(['batch', folder, '--out', join(root, `decided${index}`), '--shard', `${index}/2`, ...options]);
    expect(run(['merge', join(root, 'decided1'), join(root, 'decided2'), '--out', join(root, 'decided-merged')]).status).toBe(3);
    expect(allFiles(join(root, 'decided-merged'))).toEqual(allFiles(decided));
    writeFileSync(join(root, 'none.json'), '[]');
    expect(run(['batch', folder, '--out', join(root, 'never'), '--decisions', join(root, 'none.json')])).toMatchObject({ status: 2 });
  }, 240_000);

  it('runs in parts under GNU parallel, and merges them into the bytes of the undivided run', () => {
    // A scheduler that exists: without it this test fails rather than say nothing.
    expect(spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout, 'GNU parallel is missing (on Debian: apt-get install parallel)').toContain('GNU parallel');
    const command = [process.execPath, MAIN, 'batch', folder, '--out', join(root, 'part{}'), '--shard', '{}/2', '--jobs', '1', '--metadata', join(root, 'meta.csv'), '--without-text'];
    const { status } = spawnSync('parallel', ['--will-cite', '--quote', '-j2', ...command, ':::', '1', '2'], { encoding: 'utf8', env: { ...process.env, HOME: root } });
    // The number of parts that ended with another code than 0: the one with the broken file.
    expect(status).toBe(1);
    expect(run(['merge', join(root, 'part1'), '--out', join(root, 'none')]).err).toContain('2/2 of the batch is missing');
    expect(run(['merge', join(root, 'part2'), join(root, 'part1'), '--out', join(root, 'merged')]).status).toBe(3);
    expect(allFiles(join(root, 'merged'))).toEqual(allFiles(results));
  }, 120_000);

  it('lets no name and no text break out of HTML or become a formula', () => {
    const page = readFileSync(join(results, 'dashboard-with-text.html'), 'utf8');
    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('<script>alert');
    expect(page).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]{44}'/);
    const tables = readFileSync(join(results, 'recommendations.csv'), 'utf8');
    expect(tables).not.toMatch(/(?:^|,)"?=/mu);
    const sheets = Object.entries(unzipSync(readFileSync(join(results, 'results.xlsx')))).filter(([name]) => name.includes('sheet'));
    expect(sheets.some(([, xml]) => strFromU8(xml).includes('<f>'))).toBe(false);
  });

  it('has no words and no names in the form without text', () => {
    const hidden = allFiles(join(results, 'without-text'));
    const text = Object.entries(hidden).map(([name, content]) => (name.endsWith('.xlsx') ? Object.values(unzipSync(Buffer.from(content, 'base64'))).map((part) => strFromU8(part)).join('') : Buffer.from(content, 'base64').toString()) + name).join('\n') + readFileSync(join(results, 'dashboard.html'), 'utf8');
    for (const word of ['Birch', 'Ash.md', 'escalation', 'broken.pdf', 'Case-471']) expect(text.includes(word), word).toBe(false);
    expect(readFileSync(join(results, 'key.csv'), 'utf8')).toContain('Birch.md');
  });

  it('reads verdicts back from the spreadsheet and keeps them', () => {
    const path = join(results, 'results.xlsx');
    const files = unzipSync(readFileSync(path));
    const rows = sheetRows(readFileSync(path), 'Check these');
    expect(rows[0]).toContain('Verdict');
    const [name, xml] = Object.entries(files).find(([part, content]) => part.includes('worksheets/sheet5') && strFromU8(content).includes('sheetData')) ?? ['', new Uint8Array()];
    files[name] = strToU8(strFromU8(xml).replace(/<c r="I2"[^>]*?(?:\/>|>.*?<\/c>)/, '<c r="I2" t="inlineStr"><is><t>right</t></is></c>'));
    writeFileSync(path, zipSync(files));
    expect([...readVerdicts(results).values()].map(({ verdict }) => verdict)).toEqual(['right']);
    run(['batch', folder, '--out', results, '--metadata', join(root, 'meta.csv')]);
    expect(readFileSync(join(results, 'dashboard.html'), 'utf8')).toContain('1 right of 1');
    expect([...readVerdicts(results).values()]).toHaveLength(1);
  }, 120_000);

  it('compares two batches, and shows nothing of few reviews', () => {
    const { status, out } = run(['compare', results, results]);
    expect(status).toBe(0);
    expect(out).toContain('Fewer than ten on one side');
  });

  it('stops with a clear message', () => {
    mkdirSync(join(root, 'empty'));
    expect(run(['batch', join(root, 'empty'), '--out', join(root, 'x')])).toMatchObject({ status: 2, err: expect.stringContaining('holds no files') as string });
    expect(run(['batch', folder, '--out', folder])).toMatchObject({ status: 2, err: expect.stringContaining('--out names the folder of the reviews') as string });
    cpSync(folder, join(root, 'foreign'), { recursive: true });
    expect(run(['batch', folder, '--out', join(root, 'foreign')])).toMatchObject({ status: 2, err: expect.stringContaining('nothing in this one was touched') as string });
    expect(run(['batch', folder, '--out', join(root, 'x'), '--shard', '3/2'])).toMatchObject({ status: 2 });
    writeFileSync(join(results, '.lock'), JSON.stringify({ pid: process.pid, host: 'elsewhere', born: '' }));
    expect(run(['batch', folder, '--out', results])).toMatchObject({ status: 2, err: expect.stringContaining('on the computer elsewhere') as string });
  }, 120_000);
});
