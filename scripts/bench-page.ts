/**
 * `npm run bench:page`: what the built page costs, as ratios against a baseline named beside each, measured in turns in one run.
 * Needs `npm run build` and `npm run page`, and a browser (or SECOND_QUESTION_BROWSER).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { PDFDocument } from 'pdf-lib';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { read } from '../src/read/read.ts';

const ROUNDS = 5;
const KEYS = 60;
const PAGES = 40;
const WORDS = 20_000;
const CORPUS = 'samples/corpus';
const own = resolve('dist/second-question.html');
const browserPath = [process.env['SECOND_QUESTION_BROWSER'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path));
if (browserPath === undefined) throw new Error('No browser was found. Install Chromium (Debian: apt-get install chromium), or name one in SECOND_QUESTION_BROWSER.');
if (!existsSync(own)) throw new Error('dist/second-question.html is missing: npm run page builds it.');

const folder = mkdtempSync(join(tmpdir(), 'second-question-bench-'));
const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const told = (ratios: readonly number[]): string => `${quantile(ratios, 0.5).toFixed(2)} × (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Pages of several reviews in one file. */
async function longPdf(): Promise<string> {
  const long = await PDFDocument.create();
  for (const name of readdirSync(CORPUS).filter((file) => file.endsWith('.pdf')).sort()) {
    const review = await PDFDocument.load(readFileSync(join(CORPUS, name)));
    for (const page of await long.copyPages(review, review.getPageIndices().slice(0, PAGES - long.getPageCount()))) long.addPage(page);
    if (long.getPageCount() >= PAGES) break;
  }
  const path = join(folder, 'forty.pdf');
  writeFileSync(path, await long.save());
  return path;
}

async function longText(): Promise<string> {
  const texts: string[] = [];
  let words = 0;
  for (const name of readdirSync(CORPUS).filter((file) => file.endsWith('.docx')).sort()) {
    if (words >= WORDS) break;
    const { value } = await read(new Uint8Array(readFileSync(join(CORPUS, name))), { name });
    texts.push(value.document.text);
    words += value.document.text.split(/\s+/u).length;
  }
  const path = join(folder, 'long.txt');
  writeFileSync(path, texts.join('\n'));
  return path;
}

/** The same editor in a page with nothing else. */
async function barePage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "import { startEditor } from './src/web/editor.ts';\nwindow.bare = startEditor(document.getElementById('editor'), { changed: () => {}, pasted: () => false, asked: () => {} });", resolveDir: process.cwd(), loader: 'ts' },
    bundle: true, write: false, minify: true, format: 'iife', platform: 'browser', target: 'es2022', charset: 'ascii', legalComments: 'none',
  });
  const style = /<style>([\s\S]*?)<\/style>/u.exec(readFileSync(own, 'utf8'))?.[1] ?? '';
  const path = join(folder, 'bare.html');
  writeFileSync(path, `<!doctype html><meta charset="utf-8"><style>${style}</style><div class="panes"><section class="draft"><div id="editor"></div></section></div><script>${outputFiles[0]?.text.replace(/<\/script/giu, '<\\/script') ?? ''}</script>`);
  return path;
}

async function opened(browser: Browser, path: string): Promise<{ readonly page: Page; readonly took: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const start = performance.now();
  await page.goto(pathToFileURL(path).href, { waitUntil: 'commit' });
  await page.waitForSelector('.cm-content[contenteditable=true]');
  return { page, took: performance.now() - start };
}

async function give(page: Page, path: string): Promise<number> {
  const start = performance.now();
  await page.setInputFiles('#files', path);
  await page.waitForFunction(() => /found\./.test(document.querySelector('.status')?.textContent ?? ''), null, { timeout: 120_000, polling: 20 });
  return performance.now() - start;
}

/** Milliseconds from each keystroke to the frame that shows it, and to the last change of the marks that it causes. */
async function typed(page: Page, gap: number): Promise<{ readonly frames: readonly number[]; readonly marks: readonly number[] }> {
  // The runner of this script wraps named functions; the page doesn't know its wrapper.
  await page.evaluate('globalThis.__name = (made) => made');
  await page.evaluate(() => {
    const state = { start: 0, frames: [] as number[], marks: 0, seen: '' };
    const marks = (): string => [...document.querySelectorAll('.cm-content .m')].map((mark) => `${mark.className} ${mark.textContent ?? ''}`).join('|');
    const painted = (then: () => void): void => void requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
    Object.assign(window, { bench: state });
    document.addEventListener('keydown', ({ timeStamp }) => {
      state.start = timeStamp;
      state.marks = 0;
      painted(() => state.frames.push(performance.now() - timeStamp));
    }, true);
    new MutationObserver(() => {
      const now = marks();
      if (now === state.seen) return;
      state.seen = now;
      painted(() => { state.marks = performance.now() - state.start; });
    }).observe(document.querySelector('.cm-content') ?? document.body, { childList: true, subtree: true, attributes: true });
  });
  const marks: number[] = [];
  for (let key = 0; key < KEYS; key += 1) {
    // "within two months" is a deadline, "within two mont" is none: each keystroke changes marks.
    await page.keyboard.press(key % 2 === 0 ? 'h' : 'Backspace');
    await page.waitForTimeout(gap);
    const took = await page.evaluate(() => (window as unknown as { bench: { marks: number } }).bench.marks);
    if (took > 0) marks.push(took);
  }
  return { marks, frames: await page.evaluate(() => (window as unknown as { bench: { frames: number[] } }).bench.frames) };
}

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
try {
  const [pdf, text, bare] = [await longPdf(), await longText(), await barePage()];
  const [openings, critiques]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [base, page] = [await opened(browser, bare), await opened(browser, own)];
    const start = performance.now();
    spawnSync(process.execPath, ['dist/cli/main.js', 'critique', pdf, '--format', 'json', '--out', join(folder, `${round}.json`)], { stdio: 'ignore' });
    const node = performance.now() - start;
    const here = await give(page.page, pdf);
    if (round > 0) {
      openings.push(page.took / base.took);
      critiques.push(here / node);
    }
    await base.page.close();
    await page.page.close();
  }
  say(`the page opens, editable / an empty page with the same editor: ${told(openings)}`);
  say(`first critique of a PDF of ${PAGES} pages in the page / the command line: ${told(critiques)}`);

  const { page: empty } = await opened(browser, bare);
  await empty.evaluate((words) => (window as unknown as { bare: { load: (text: string) => void } }).bare.load(words), readFileSync(text, 'utf8'));
  await empty.click('.cm-content');
  const plain = await typed(empty, 60);
  const { page } = await opened(browser, own);
  await give(page, text);
  const cards = page.locator('.card .jump .link');
  await cards.nth(Math.floor((await cards.count()) / 2)).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(' within two mont');
  for (const [name, gap] of [['without a pause', 160], ['with pauses, in which the cards follow', 600]] as const) {
    await page.waitForTimeout(2000);
    const live = await typed(page, gap);
    say(`keystroke to marks in ${WORDS} words, ${name}: median ${quantile(live.marks, 0.5).toFixed(0)} ms, 95th percentile ${quantile(live.marks, 0.95).toFixed(0)} ms (${live.marks.length} keystrokes)`);
    say(`keystroke to its frame / the same editor without a critique, ${name}: median ${(quantile(live.frames, 0.5) / quantile(plain.frames, 0.5)).toFixed(2)} ×, 95th percentile ${(quantile(live.frames, 0.95) / quantile(plain.frames, 0.95)).toFixed(2)} ×`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
