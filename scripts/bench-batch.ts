/**
 * Ratios of the batch, measured in one run: `npx tsx scripts/bench-batch.ts [reviews]`. Needs a built dist/. Every figure is a ratio, since machines differ.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TableRow } from '../src/report/dashboard-table.ts';
import { textSections } from '../src/report/dashboard-table.ts';
import { dashboardHtml } from '../src/report/dashboard.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist', 'cli', 'main.js');
const SAMPLES = join(ROOT, 'samples', 'corpus');
const many = Number(process.argv[2] ?? 60);
const work = mkdtempSync(join(tmpdir(), 'second-question-bench-'));

try {
  const two = timed(folderOf(many), ['--jobs', '2']);
  const one = timed(folderOf(many), ['--jobs', '1']);
  print('two workers against one', one.seconds / two.seconds, 'at least 1.7');
  print('reviews a second, two workers', many / two.seconds, '');
  const singles = 10;
  const single = Array.from({ length: singles }, (_, index) => timed(folderOf(1, index * 7), ['--jobs', '1']).seconds);
  const start = timed(emptyFolder(), ['--jobs', '1']).seconds;
  const cost = single.reduce((sum, seconds) => sum + Math.max(0, seconds - start), 0) / singles;
  print('throughput against the sum of single costs (start left out)', Math.max(0, one.seconds - start) / (cost * many), 'at most 1.3');
  const [few, more] = [timed(folderOf(Math.max(5, Math.floor(many / 20))), ['--jobs', '2']), two];
  print(`peak memory of ${many} against ${Math.max(5, Math.floor(many / 20))}`, more.kilobytes / few.kilobytes, 'at most 1.25');
  const [large, small] = [page(10_000), page(100)];
  print('page with 10,000 recommendations, MB', large.length / 1e6, 'at most 5');
  const ratio = opened(large) / opened(small);
  if (Number.isFinite(ratio)) print('time to open it against one with 100', ratio, 'under 2');
} finally {
  rmSync(work, { recursive: true, force: true });
}

function print(what: string, value: number, wanted: string): void {
  process.stdout.write(`${what}: ${value.toFixed(2)}${wanted === '' ? '' : ` (${wanted})`}\n`);
}

/** Copies of the samples, Word and PDF in turn; the same bytes under another name are judged again. */
function folderOf(count: number, from = 0): string {
  const names = readdirSync(SAMPLES).filter((name) => /\.(?:docx|pdf)$/.test(name)).sort();
  const folder = mkdtempSync(join(work, 'in-'));
  for (let index = 0; index < count; index += 1) {
    const name = names[(from + index * 13) % names.length] ?? '';
    copyFileSync(join(SAMPLES, name), join(folder, `${String(index).padStart(5, '0')}-${name}`));
  }
  return folder;
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(work, 'in-'));
  writeFileSync(join(folder, 'empty.txt'), '');
  return folder;
}

function timed(folder: string, options: readonly string[]): { readonly seconds: number; readonly kilobytes: number } {
  const out = mkdtempSync(join(work, 'out-'));
  const memory = join(work, 'memory.mjs');
  writeFileSync(memory, "import { writeFileSync } from 'node:fs';\nprocess.once('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS)));\n");
  const note = join(work, 'memory.txt');
  const began = performance.now();
  const done = spawnSync(process.execPath, ['--import', memory, MAIN, 'batch', folder, '--out', out, '--quiet', ...options], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, BENCH_MEMORY: note } });
  if (done.status !== 0 && done.status !== 3) throw new Error(`the batch ended with ${done.status}`);
  return { seconds: (performance.now() - began) / 1000, kilobytes: Number(readFileSync(note, 'utf8')) };
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
