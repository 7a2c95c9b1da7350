/** The built page in a real browser, from a folder, with every request written down. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PLACES = [process.env['SECOND_QUESTION_BROWSER'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked for, but for the page's own file and its worker. */
  readonly requests: string[];
  /** Errors of the page and of its console. */
  readonly errors: string[];
}

let folder = '';
let browser: Browser | null = null;

/** Builds the page from the sources as they are and starts the browser. Without one the tests fail and say what to do: they never pass unseen. */
export async function startBrowser(): Promise<string> {
  const found = PLACES.find((place) => place !== undefined && existsSync(place));
  if (found === undefined) throw new Error('No browser was found. Install Chromium (Debian: apt-get install chromium), or name one in SECOND_QUESTION_BROWSER, and run the tests again.');
  folder = mkdtempSync(join(tmpdir(), 'second-question-page-'));
  const path = join(folder, 'second-question.html');
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'page.mjs'), path], { stdio: 'pipe' });
  browser = await chromium.launch({ executablePath: found, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  return path;
}

export async function stopBrowser(): Promise<void> {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}

export async function visit(path: string, size = { width: 1280, height: 860 }): Promise<Visit> {
  if (browser === null) throw new Error('the browser was not started');
  const context = await browser.newContext({ viewport: size, acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const own = pathToFileURL(path).href;
  const [requests, errors]: [string[], string[]] = [[], []];
  context.on('request', (request) => {
    if (request.url() !== own && !request.url().startsWith('blob:')) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(own);
  return { page, context, requests, errors };
}

/** Gives a file to the page and waits until it says what it found. */
export async function give(page: Page, files: string | { name: string; mimeType: string; buffer: Buffer }, input = '#files'): Promise<string> {
  await page.setInputFiles(input, files);
  await page.waitForFunction(() => /found\.|could not be read/.test(document.querySelector('.status')?.textContent ?? ''), null, { timeout: 20_000 });
  return (await page.textContent('.status')) ?? '';
}
