import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { makeDocx } from './docx.ts';
import { sharedFrames } from './frames.ts';
import { compile, type Gold } from './gold.ts';
import { makeHtml } from './html.ts';
import { lookOf } from './looks.ts';
import type { Source } from './model.ts';
import { parse } from './parse.ts';
import type { Coding, Settled } from './settle.ts';
import { readCodings, settle } from './settle.ts';
import { browser, has, printHtml, printWord, settlePdf } from './pdf.ts';

/**
 * `npm run corpus [NAME…]` builds gold, Word and PDF files of all reviews (or the named ones);
 * with `--check` it only validates them and prints what they hold; with `--no-pdf` it leaves the PDFs as they are;
 * `--folder PATH` takes the reviews of another folder.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const options = process.argv.slice(2);
const folderAt = options.indexOf('--folder');
const [, elsewhere] = folderAt < 0 ? [] : options.splice(folderAt, 2);
const FOLDER = elsewhere ?? join(ROOT, 'samples/corpus');

interface Review {
  readonly name: string;
  readonly source: Source;
  readonly gold: Gold;
  readonly problems: readonly string[];
  readonly settled: readonly Settled[];
}

function load(names: readonly string[]): Review[] {
  const splits = JSON.parse(readFileSync(join(ROOT, 'scripts/corpus/splits.json'), 'utf8')) as Record<string, string[]>;
  const coders = join(FOLDER, 'coders');
  const codings = existsSync(coders) ? readCodings(coders) : [];
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.review')).map((file) => file.slice(0, -'.review'.length)).sort();
  return files.filter((name) => names.length === 0 || names.includes(name)).flatMap((name) => {
    try {
      return [loadOne(name, splits, codings)];
    } catch (cause) {
      console.error(`${name}.review: ${cause instanceof Error ? cause.message : String(cause)}; left out`);
      process.exitCode = 1;
      return [];
    }
  });
}

function loadOne(name: string, splits: Readonly<Record<string, readonly string[]>>, codings: readonly Coding[]): Review {
  const source = parse(readFileSync(join(FOLDER, `${name}.review`), 'utf8'));
  const split = Object.entries(splits).find(([, authors]) => authors.includes(source.head.author))?.[0];
  if (split === undefined) throw new Error(`author ${source.head.author} is in no split`);
  const compiled = compile(source, split);
  const { gold, settled, problems } = settle(compiled.gold, codings);
  const named = source.head.id === name ? [] : [`the head says id ${source.head.id}`];
  const slips = source.slips.map((slip) => `${slip.level === 'error' ? '' : '(note) '}line ${slip.line}: ${slip.text}`);
  return { name, source, gold, settled, problems: [...named, ...slips, ...compiled.problems, ...problems, ...invalid(gold)] };
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile<Gold>(JSON.parse(readFileSync(join(ROOT, 'models/gold.schema.json'), 'utf8')) as object);

function invalid(gold: Gold): string[] {
  return validate(gold) ? [] : (validate.errors ?? []).map((error) => `gold${error.instancePath}: ${error.message ?? ''}`);
}

function report(reviews: readonly Review[], details: boolean): void {
  for (const { name, problems } of reviews) for (const problem of problems) if (details || !problem.startsWith('(note)')) console.log(`${name}.review ${problem}`);
  if (!details) return;
  const columns = ['recommendation', 'learning-point', 'finding', 'good-practice', 'question', 'action-taken', 'other'];
  const counts = (golds: readonly Gold[]): string => columns.map((kind) => String(golds.flatMap((gold) => gold.units).filter((unit) => unit.kind === kind).length).padStart(6)).join('');
  console.log(`\n${''.padEnd(36)}${['rec', 'learn', 'find', 'good', 'quest', 'taken', 'other'].map((head) => head.padStart(6)).join('')}`);
  for (const { gold } of reviews) console.log(`${gold.id.padEnd(36)}${counts([gold])}  ${gold.split} ${gold.author} ${gold.layout}`);
  for (const split of ['train', 'dev', 'sealed']) console.log(`${split.padEnd(36)}${counts(reviews.map((one) => one.gold).filter((gold) => gold.split === split))}`);
  const { units, sharing, frames } = sharedFrames(reviews.map((one) => one.gold));
  console.log(`\n${sharing} of ${units} units (${((100 * sharing) / Math.max(units, 1)).toFixed(1)} %) share eight words in a row with another review:`);
  for (const frame of frames.slice(0, 60)) console.log(`  “${frame.words}”  ${frame.examples.map((one) => `${one.review}#${one.unit}`).join(', ')}`);
}

async function build(reviews: readonly Review[], pdf: boolean): Promise<void> {
  for (const { name, source, gold } of reviews) {
    writeFileSync(join(FOLDER, `${name}.gold.json`), `${JSON.stringify(gold, null, 1)}\n`);
    writeFileSync(join(FOLDER, `${name}.docx`), await makeDocx(source));
  }
  if (pdf) print(reviews);
}

function print(reviews: readonly Review[]): void {
  const program = browser();
  const byBrowser = (one: Review): boolean => program !== null && lookOf(one.source.head).producer === 'chromium';
  const files = (tagged: boolean): string[] => reviews.filter((one) => !byBrowser(one) && lookOf(one.source.head).tagged === tagged).map((one) => join(FOLDER, `${one.name}.docx`));
  if (has('soffice')) for (const tagged of [true, false]) printWord(files(tagged), FOLDER, tagged);
  else console.error('LibreOffice (soffice) is not installed: no PDFs of Word files');
  for (const one of reviews) if (program !== null && byBrowser(one)) printHtml(program, makeHtml(one.source), join(FOLDER, `${one.name}.pdf`));
  for (const one of reviews) settlePdf(join(FOLDER, `${one.name}.pdf`));
}

/** The table of what was settled, with the rows of reviews that were not built this time kept. */
function writeSettled(settled: readonly Settled[], built: ReadonlySet<string>): void {
  const path = join(FOLDER, 'coders', 'settled.csv');
  const kept = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(1).filter((line) => line !== '' && !built.has(line.split(',')[0] ?? '')) : [];
  const lines = settled.map(({ document, unit, variable, codings, settled: value }) => [document, unit, variable, ...codings, value].join(','));
  const place = (line: string): string => line.replace(/,u(\d+),/, (_, number: string) => `,${number.padStart(5, '0')},`);
  writeFileSync(path, `${['document,unit,variable,author,coder-a,coder-b,settled', ...[...kept, ...lines].sort((a, b) => (place(a) < place(b) ? -1 : 1))].join('\n')}\n`);
}

const reviews = load(options.filter((option) => !option.startsWith('--')));
report(reviews, options.includes('--check'));
if (!options.includes('--check')) {
  await build(reviews, !options.includes('--no-pdf'));
  const settled = reviews.flatMap((review) => review.settled);
  const own = new Set(reviews.map(({ name }) => name));
  if (settled.length > 0) writeSettled(settled, own);
}
