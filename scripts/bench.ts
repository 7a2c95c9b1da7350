/**
 * `npm run bench [-- FOLDER [REVIEWS [MANY]]]`: what judging, reading and batches cost, as ratios against a baseline named beside each, measured in turns in one run.
 * Without a folder the corpus is read. No absolute time is claimed: only ratios hold from machine to machine.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { loadModels } from '../src/node/models.ts';
import { loadPipeline } from '../src/node/pipelines.ts';
import { critiqueDocument } from '../src/pipeline.ts';
import { openPdf } from '../src/read/pdf-open.ts';
import { read } from '../src/read/read.ts';
import { benchBatch } from './bench-batch.ts';

const ROUNDS = 5;
const folder = process.argv[2] ?? 'samples/corpus';
const files = readdirSync(folder).filter((name) => name.endsWith('.pdf')).sort().slice(0, 16);
const inputs = files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function timed(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Both in turns, the first round thrown away; the ratio pair by pair. */
async function ratio(subject: () => unknown, baseline: () => unknown): Promise<string> {
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const base = await timed(baseline);
    const own = await timed(subject);
    if (round > 0) ratios.push(own / base);
  }
  return `${median(ratios).toFixed(2)} × (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
}

async function extract(bytes: Uint8Array, name: string): Promise<void> {
  const pdf = await openPdf(bytes.slice(), name);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  await pdf.loadingTask.destroy();
}

const models = loadModels();
const { config: pipeline } = loadPipeline('lcspr');
const readings: Awaited<ReturnType<typeof read>>[] = [];
for (const { name, bytes } of inputs) readings.push(await read(bytes.slice(), { name }));
const nlp = winkNLP(model);
const words = readings.reduce((sum, { value }) => sum + (value.document.text.match(/\p{L}+/gu) ?? []).length, 0);
process.stdout.write(`${files.length} PDFs, ${words} words\n`);

process.stdout.write(`judging text / wink-nlp's full pipe: ${await ratio(
  () => readings.forEach((reading, index) => critiqueDocument(reading, '', null, { name: files[index] ?? '', pipeline, models })),
  () => readings.forEach(({ value }) => nlp.readDoc(value.document.text).tokens().out()),
)}\n`);
process.stdout.write(`reading and judging a PDF / pdf.js text extraction: ${await ratio(
  async () => {
    for (const { name, bytes } of inputs) critiqueDocument(await read(bytes.slice(), { name }), '', null, { name, pipeline, models });
  },
  async () => {
    for (const { name, bytes } of inputs) await extract(bytes, name);
  },
)}\n`);
const run = (args: readonly string[]) => (): unknown => spawnSync(process.execPath, args, { stdio: 'ignore' });
const wall = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const pairs = Array.from({ length: ROUNDS + 1 }, () => wall(run(['dist/cli/main.js', '--help'])) / wall(run(['-e', '0'])));
process.stdout.write(`--help / node -e 0: ${median(pairs.slice(1)).toFixed(2)} ×\n`);
await benchBatch(Number(process.argv[3] ?? 200), Number(process.argv[4] ?? 1000));
