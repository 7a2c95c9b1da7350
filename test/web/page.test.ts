import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { loadModels } from '../../src/node/models.ts';
import { loadBuiltInPipelines } from '../../src/node/pipelines.ts';
import { critique } from '../../src/pipeline.ts';
import { jsonReport } from '../../src/report/json.ts';
import { give, startBrowser, stopBrowser, visit } from './browser.ts';
import type { Visit } from './browser.ts';

const SAMPLES = fileURLToPath(new URL('../../samples/corpus/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SLOW = 120_000;

const builtIn = loadBuiltInPipelines();
const usual = builtIn.find(({ name }) => name === 'lcspr');
const models = loadModels();

/** What the command line makes of the same bytes. */
async function library(bytes: Uint8Array, name: string): Promise<Critique> {
  return critique(bytes, { name, models, pipeline: (kind) => builtIn.find(({ kinds }) => kinds.includes(kind)) ?? usual as NonNullable<typeof usual> });
}

let path = '';
let here: Visit;

beforeAll(async () => {
  path = await startBrowser();
}, SLOW);
afterAll(stopBrowser);
beforeEach(async () => {
  here = await visit(path);
});
afterEach(async () => {
  // No test may have made the page ask for anything, or complain.
  expect(here.requests).toEqual([]);
  expect(here.errors).toEqual([]);
  await here.context.close();
});

async function saved(output: RegExp): Promise<{ readonly name: string; readonly text: string }> {
  const { page } = here;
  if (!(await page.locator('#take-away').evaluate((details: HTMLDetailsElement) => details.open))) await page.click('#take-away summary');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: output }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

async function savedBytes(name: string): Promise<Uint8Array> {
  const { page } = here;
  if (!(await page.locator('#take-away').evaluate((details: HTMLDetailsElement) => details.open))) await page.click('#take-away summary');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return readFileSync(await download.path());
}

async function violations(): Promise<readonly string[]> {
  await here.page.evaluate(AXE);
  return here.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (target: Document) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

describe('opening files', () => {
  test.each(['ashcombe-child-quill.pdf', 'ashcombe-child-quill.docx', 'easterhythe-child-rowan.docx'])('%s gives the same numbers as the library', async (name) => {
    const expected = await library(readFileSync(join(SAMPLES, name)), name);
    expect(await give(here.page, join(SAMPLES, name))).toBe(`${name}: ${expected.summary.recommendations} recommendation${expected.summary.recommendations === 1 ? '' : 's'} found.`);
    const { text } = await saved(/Data/);
    expect(text).toBe(jsonReport([expected]));
    await expect(here.page.locator('.card').count()).resolves.toBe(expected.items.length);
  }, SLOW);

  test('a dropped file opens like a chosen one', async () => {
    const data = readFileSync(join(SAMPLES, 'easterhythe-child-rowan.docx')).toString('base64');
    const transfer = await here.page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const dropped = new DataTransfer();
      dropped.items.add(new File([bytes], 'dropped.docx'));
      return dropped;
    }, data);
    await here.page.dispatchEvent('#side', 'drop', { dataTransfer: transfer });
    await here.page.waitForFunction(() => /dropped\.docx: \d+ recommendations? found/.test(document.querySelector('.status')?.textContent ?? ''));
  }, SLOW);

  test('the example opens', async () => {
    await here.page.getByRole('button', { name: 'Open the example' }).first().click();
    await here.page.waitForSelector('.card');
  }, SLOW);

  test('several files make a table with the columns of the batch, and a file opens from it', async () => {
    await here.page.setInputFiles('#files', ['easterhythe-child-rowan.docx', 'easterhythe-child-rowan-rapid.docx'].map((name) => join(SAMPLES, name)));
    await here.page.waitForSelector('.batch .outputs');
    await expect(here.page.locator('.batch thead th').allTextContents()).resolves.toContain('Bounded deadline');
    await here.page.getByRole('button', { name: 'easterhythe-child-rowan.docx' }).click();
    await here.page.waitForSelector('.card');
    expect(await violations()).toEqual([]);
  }, SLOW);
});

describe('files that can’t be read', () => {
  async function unread(name: string, bytes: Uint8Array): Promise<void> {
    const expected = await library(bytes, name);
    const said = expected.messages.filter(({ level }) => level !== 'info').map(({ text }) => text);
    await give(here.page, { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    const shown = await here.page.locator('.govuk-error-summary, .summary').first().textContent();
    expect(said.length).toBeGreaterThan(0);
    for (const text of said) expect(shown).toContain(text);
  }

  test('damaged', () => unread('damaged.pdf', readFileSync(join(SAMPLES, 'ashcombe-child-quill.pdf')).subarray(0, 900)), SLOW);
  test('encrypted', () => unread('encrypted.pdf', encryptedPdf()), SLOW);
  test('scanned', async () => unread('scanned.pdf', await scannedPdf()), SLOW);
  test('empty', () => unread('empty.docx', new Uint8Array(0)), SLOW);
});

describe('writing', () => {
  const ASK = 'Recommendations\n\n1. All agencies should embed professional curiosity.\n\n2. Police should share information.\n';

  async function type(text: string): Promise<void> {
    await here.page.click('.cm-content');
    await here.page.keyboard.insertText(text);
  }

  test('a level follows the typing', async () => {
    await type(ASK);
    await here.page.waitForSelector('#card-r2');
    const filled = (): Promise<number> => here.page.locator('#card-r1 .meter i.on').count();
    const before = await filled();
    await here.page.locator('#card-r1 .jump .link').click();
    await here.page.keyboard.press('Home');
    await here.page.keyboard.press('End');
    await here.page.keyboard.press('Backspace');
    await here.page.keyboard.insertText(' by 31 March 2032.');
    await here.page.waitForFunction((old) => document.querySelectorAll('#card-r1 .meter i.on').length > old, before);
    expect(await filled()).toBe(before + 3);
    const { text } = await saved(/Data/);
    const whole = await here.page.evaluate(() => [...document.querySelectorAll('.cm-line')].map((line) => {
      const copy = line.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('.tag, .cm-widgetBuffer').forEach((one) => one.remove());
      return copy.textContent ?? '';
    }).join('\n'));
    const expected = await critique(whole, { name: 'Draft typed in the page', models, pipeline: (kind) => builtIn.find(({ kinds }) => kinds.includes(kind)) ?? usual as NonNullable<typeof usual> });
    expect(JSON.parse(text)).toEqual(JSON.parse(jsonReport([expected])));
  }, SLOW);

  test('a paste from Word keeps its lists and headings', async () => {
    const html = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><h1>Recommendations</h1><ol><li>Tidewell ICB should add a birth-partner field to the booking form by 31 March 2031.</li><li>All agencies should embed professional curiosity.</li></ol></body></html>';
    await here.page.click('.cm-content');
    await here.page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/html', text);
      data.setData('text/plain', 'plain');
      document.querySelector('.cm-content')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, html);
    await here.page.waitForSelector('#card-r2');
    await expect(here.page.locator('.look-heading, .look-title').count()).resolves.toBe(1);
  }, SLOW);

  test('the frame is filled in and put in place', async () => {
    await type(ASK);
    await here.page.waitForSelector('#card-r2');
    const card = here.page.locator('#card-r2');
    await card.locator('details', { hasText: 'Rewrite it' }).locator('summary').click();
    await card.getByLabel('By when in R2').fill('31 March 2032');
    await card.getByRole('button', { name: 'Put it into the draft' }).click();
    await here.page.waitForFunction(() => /31 March 2032/.test(document.querySelector('#card-r2 .rows')?.textContent ?? ''));
  }, SLOW);

  test('“not so” leaves a finding out of the summary, is saved, comes back and can be taken back', async () => {
    await type(ASK);
    await here.page.waitForSelector('#card-r1');
    const counts = (): Promise<string | null> => here.page.textContent('.profile');
    const tiers = await here.page.textContent('.tiers');
    const card = here.page.locator('#card-r1');
    await card.locator('details', { hasText: 'Not so' }).locator('summary').click();
    await card.getByLabel('What is not so').selectOption({ label: 'This is a recommendation' });
    await card.getByLabel('Why').fill('It is a heading.');
    await card.getByRole('button', { name: /Mark as not so/ }).click();
    await here.page.waitForSelector('.set-aside');
    expect(await counts()).toContain('of 1');
    const { text } = await saved(/Data/);
    expect((JSON.parse(text) as Critique).units.find(({ decision }) => decision !== undefined)?.decision).toEqual({ status: 'not-so', reason: 'It is a heading.' });
    const [work] = await Promise.all([here.page.waitForEvent('download'), here.page.getByRole('button', { name: 'Save my work' }).click()]);
    const bytes = readFileSync(await work.path());
    await here.page.getByRole('button', { name: 'Empty page' }).click();
    await give(here.page, { name: 'work.json', mimeType: 'application/json', buffer: bytes });
    await here.page.locator('#card-r1').getByRole('button', { name: /Take back/ }).click();
    await here.page.waitForSelector('.set-aside', { state: 'detached' });
    expect(await here.page.textContent('.tiers')).toBe(tiers);
  }, SLOW);
});

test('an earlier draft is compared', async () => {
  await give(here.page, join(SAMPLES, 'easterhythe-child-rowan.docx'));
  await here.page.setInputFiles('#earlier', join(SAMPLES, 'easterhythe-child-rowan.docx'));
  await here.page.waitForSelector('.compared');
  expect(await here.page.textContent('.compared .counts')).toMatch(/^as before \d+$/);
}, SLOW);

test('the report and the Word file with comments can be read back', async () => {
  await give(here.page, join(SAMPLES, 'easterhythe-child-rowan.docx'));
  const report = await saved(/Report/);
  expect(report.name).toBe('easterhythe-child-rowan critique.html');
  expect(report.text).toContain("default-src 'none'");
  await here.page.click('#take-away summary');
  await here.page.click('#take-away summary');
  const [download] = await Promise.all([here.page.waitForEvent('download'), here.page.getByRole('button', { name: 'Word file with comments' }).click()]);
  const bytes = readFileSync(await download.path());
  const [before, after] = [await library(readFileSync(join(SAMPLES, 'easterhythe-child-rowan.docx')), 'a.docx'), await library(bytes, 'a.docx')];
  expect(bytes.includes('comments')).toBe(true);
  expect(after.summary).toEqual(before.summary);
}, SLOW);

test('what was changed in the page stands in the Word file as tracked changes, and with comments', async () => {
  const original = readFileSync(join(SAMPLES, 'easterhythe-child-rowan.docx'));
  await give(here.page, join(SAMPLES, 'easterhythe-child-rowan.docx'));
  await here.page.locator('#card-r1 .jump .link').click();
  await here.page.keyboard.insertText('Without delay: ');
  await here.page.keyboard.press('Control+Home');
  await here.page.keyboard.press('End');
  await here.page.keyboard.insertText(' (second draft)');
  const bytes = await savedBytes('Word file with comments');
  await here.page.waitForFunction(() => document.querySelector('.status')?.textContent?.includes('Edits written as tracked changes: 2.'));
  const before = (await library(original, 'a.docx')).units.map(({ text }) => text).join(' ');
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  expect([...xml.matchAll(/<w:ins [^>]*w:author="Edited in Second Question"/gu)]).toHaveLength(2);
  expect(strFromU8(unzipSync(bytes)['word/comments.xml'] ?? new Uint8Array())).toContain('w:author="Second Question"');
  const after = (await library(bytes, 'a.docx')).units.map(({ text }) => text).join(' ');
  expect(after).toContain('Without delay: ');
  expect(after.replace('Without delay: ', '')).toBe(before);
}, SLOW);

describe('for everybody', () => {
  test('axe finds nothing, on the empty page and with a review', async () => {
    expect(await violations()).toEqual([]);
    await give(here.page, join(SAMPLES, 'ashcombe-child-quill.pdf'));
    await here.page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
    expect(await violations()).toEqual([]);
  }, SLOW);

  test('400 pixels wide nothing runs out of the page', async () => {
    await here.page.setViewportSize({ width: 400, height: 800 });
    await give(here.page, join(SAMPLES, 'ashcombe-child-quill.pdf'));
    expect(await here.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    expect(await violations()).toEqual([]);
  }, SLOW);

  test('the keyboard alone goes to a card, to its words and back', async () => {
    await give(here.page, join(SAMPLES, 'easterhythe-child-rowan.docx'));
    const focused = (): Promise<string> => here.page.evaluate(() => `${document.activeElement?.tagName ?? ''}.${document.activeElement?.className ?? ''} ${document.activeElement?.textContent?.slice(0, 30) ?? ''}`);
    for (let step = 0; step < 60 && !(await focused()).includes('Show in the draft'); step += 1) await here.page.keyboard.press('Tab');
    expect(await focused()).toContain('Show in the draft');
    await here.page.keyboard.press('Enter');
    expect(await focused()).toContain('cm-content');
    await here.page.keyboard.press('Control+Enter');
    expect(await focused()).toMatch(/^ARTICLE\.card/);
    // The draft is no trap.
    await here.page.locator('.cm-content').focus();
    await here.page.keyboard.press('Tab');
    expect(await focused()).not.toContain('cm-content');
  }, SLOW);

  test('nothing is kept by the browser, and no writing aid is on', async () => {
    await give(here.page, join(SAMPLES, 'easterhythe-child-rowan.docx'));
    expect(await here.page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    const draft = here.page.locator('.cm-content');
    for (const [name, value] of Object.entries({ spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', translate: 'no', 'data-gramm': 'false', 'data-ms-editor': 'false', writingsuggestions: 'false' })) expect(await draft.getAttribute(name)).toBe(value);
  }, SLOW);
});

/** A page that holds a picture and no text. */
async function scannedPdf(): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  const dot = await file.embedPng('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==');
  file.addPage([595, 842]).drawImage(dot, { x: 0, y: 0, width: 595, height: 842 });
  return file.save();
}

/** The smallest PDF with an encryption dictionary that no empty password opens. */
function encryptedPdf(): Uint8Array {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>', `<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj${body}endobj\n`;
    return at;
  });
  const start = out.length;
  out += `xref\n0 5\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<${'43'.repeat(16)}><${'43'.repeat(16)}>]>>\nstartxref\n${start}\n%%EOF`;
  return new TextEncoder().encode(out);
}
