/**
 * Ratios of the batch, measured in one run: `npx tsx scripts/bench-batch.ts [reviews] [many]`, and at the end of `npm run bench`. Needs a built dist/.
 * Every figure is a ratio, since machines differ; costs are processor time, which a busy machine stretches less than the clock.
 */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TableRow } from '../src/report/dashboard-table.ts';
import { textSections } from '../src/report/dashboard-table.ts';
import { dashboardHtml } from '../src/report/dashboard.ts';
import { makeReviews } from './bench-reviews.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist', 'cli', 'main.js');
const SAMPLES = join(ROOT, 'samples', 'corpus');
const SINGLES = 10;
const work = mkdtempSync(join(tmpdir(), 'second-question-bench-'));

/** `reviews` of 20 to 40 pages for speed, `many` short ones for memory. */
export async function benchBatch(reviews: number, many: number): Promise<void> {
  try {
    const long = await folderOf(reviews, { fewest: 20, most: 40 });
    const [two, one] = [await timed(long, 2), await timed(long, 1)];
    const empty = await timed(emptyFolder(), 1);
    print(`two workers against one, ${reviews} reviews of 20 to 40 pages`, one.seconds / two.seconds, 'at least 1.7');
    print('reviews a minute with two workers', (60 * reviews) / two.seconds, `load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}`);
    let singles = 0;
    const names = readdirSync(long).slice(0, SINGLES);
    for (const name of names) singles += Math.max(0, (await timed(folderWith([join(long, name)]), 1)).processor - empty.processor);
    print('cost of the batch against the sum of single documents (start left out)', (one.processor - empty.processor) / ((singles / names.length) * reviews), 'at most 1.3');
    const [few, more] = [await timed(await folderOf(Math.ceil(many / 20), { fewest: 5, most: 8 }), 2), await timed(await folderOf(many, { fewest: 5, most: 8 }), 2)];
    print(`peak memory of ${many} reviews against ${Math.ceil(many / 20)} (${Math.round(more.megabytes)} and ${Math.round(few.megabytes)} MB)`, more.megabytes / few.megabytes, 'at most 1.25');
    const [large, small] = [page(10_000), page(100)];
    print('page with 10,000 recommendations, MB', large.length / 1e6, 'at most 5');
    const ratio = opened(large) / opened(small);
    if (Number.isFinite(ratio)) print('time to open it against one with 100', ratio, 'under 2');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function print(what: string, value: number, wanted: string): void {
  process.stdout.write(`${what}: ${value.toFixed(2)}${wanted === '' ? '' : ` (${wanted})`}\n`);
}

async function folderOf(count: number, range: { readonly fewest: number; readonly most: number }): Promise<string> {
  const folder = mkdtempSync(join(work, 'in-'));
  await makeReviews(SAMPLES, folder, count, range);
  return folder;
}

function folderWith(paths: readonly string[]): string {
  const folder = mkdtempSync(join(work, 'in-'));
  paths.forEach((path, index) => copyFileSync(path, join(folder, `${index}.pdf`)));
  return folder;
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(work, 'in-'));
  writeFileSync(join(folder, 'empty.txt'), '');
  return folder;
}

interface Cost {
  /** By the clock. */
  readonly seconds: number;
  /** Processor time of the run and all its processes, in hundredths of a second. */
  readonly processor: number;
  /** Most memory that the run and all its processes held at one moment. */
  readonly megabytes: number;
}

/** What a process has used, and what those used that it waited for: the fields after the name in /proc/self/stat. */
const NOTE = `import { readFileSync, writeFileSync } from 'node:fs';
if (process.argv[2] === 'batch') process.once('exit', () => {
  const text = readFileSync('/proc/self/stat', 'utf8');
  writeFileSync(process.env.BENCH_NOTE, String(text.slice(text.lastIndexOf(')') + 2).split(' ').slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0)));
});
`;

async function timed(folder: string, jobs: number): Promise<Cost> {
  const out = mkdtempSync(join(work, 'out-'));
  const [program, note] = [join(work, 'note.mjs'), join(work, 'note.txt')];
  writeFileSync(program, NOTE);
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', program, MAIN, 'batch', folder, '--out', out, '--quiet', '--jobs', String(jobs)], { stdio: ['ignore', 'ignore', 'ignore'], env: { ...process.env, BENCH_NOTE: note } });
  let megabytes = 0;
  const timer = setInterval(() => { megabytes = Math.max(megabytes, memoryOf(child.pid ?? 0)); }, 100);
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - began) / 1000;
  rmSync(out, { recursive: true, force: true });
  if (status !== 0 && status !== 3) throw new Error(`the batch ended with ${status}`);
  return { seconds, megabytes, processor: Number(readFileSync(note, 'utf8')) };
}

/** Memory of a process and of all below it. */
function memoryOf(pid: number): number {
  try {
    const own = (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 1e6;
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return below.reduce((sum, child) => sum + memoryOf(Number(child)), own);
  } catch {
    return 0;
  }
}

/** A page as large as a year's recommendations, of ordinary length. */
function page(count: number): string {
  const text = 'The Partnership should review how its escalation policy is used in the six months after this report, and compare the number of escalations that were settled with those of the year before, so that children are seen sooner when professionals disagree.';
  const rows = Array.from({ length: count }, (_, index): TableRow => ({
    review: `R${String(Math.floor(index / 10) + 1).padStart(4, '0')}`, file: `review-${Math.floor(index / 10) + 1}.pdf`, type: 'LCSPR', year: '2026', label: `R${(index % 10) + 1}`, page: 20, tier: 'clear',
    levels: { agency: 3, action: 2, measure: 0, deadline: 2 }, training: false, national: false, text: `${text} (${index})`, marks: [0, 15, 0, 23, 62, 1, 66, 98, 3],
  }));
  const empty = { right: 0, of: 0 };
  return dashboardHtml({ summary: { files: count / 10, unread: 0, duplicates: 0, plans: 0, types: [] }, clusters: [], errors: {}, checks: { drawn: empty, unsure: empty }, causes: [], tool: 'bench', withText: textSections({ rows, leftOut: 0, clusters: [], unread: [] }) });
}

/** Seconds until a browser has drawn the page; NaN where there is none. The best of three. */
function opened(html: string): number {
  const folder = mkdtempSync(join(work, 'page-'));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'page.html');
  writeFileSync(path, html);
  const times = [1, 2, 3].map(() => {
    const began = performance.now();
    const done = spawnSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', `--user-data-dir=${folder}/profile`, `--screenshot=${folder}/page.png`, `file://${path}`], { stdio: 'ignore' });
    return done.status === 0 && statSync(`${folder}/page.png`, { throwIfNoEntry: false }) !== undefined ? performance.now() - began : Number.NaN;
  });
  return Math.min(...times) / 1000;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchBatch(Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 1000));
