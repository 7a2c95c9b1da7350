import { extname } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import { remember } from '../corpus/novelty.ts';
import { ownYear } from '../corpus/own-year.ts';
import type { Critique } from '../critique.ts';
import { loadModels } from '../node/models.ts';
import type { NoveltyReport } from '../report/novelty.ts';
import { median, noveltyCsv, noveltyTerminal } from '../report/novelty.ts';
import { count } from '../report/words.ts';
import { provenanceOf } from '../research/provenance.ts';
import { critiquesAt, yearsNote } from './critique-files.ts';
import { startEngine } from './engine.ts';
import { readInput } from './input.ts';
import { checkOut, inFolder, print, writeTo } from './output.ts';
import { sayingsOf } from './sayings.ts';
import { UsageError } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

interface Options {
  readonly nearest: string;
  readonly anyYear?: boolean;
  readonly year?: string;
  readonly metadata?: string;
  readonly format: 'terminal' | 'csv' | 'json';
  readonly out?: string;
}

export function register(command: Command): void {
  command
    .argument('<review>', 'the review: PDF, Word, text, or its critique (.json)')
    .argument('<results...>', 'earlier reviews: results of a batch, folders of critiques, or critiques (.json)')
    .option('--nearest <number>', 'how many earlier recommendations to show for each', '3')
    .option('--any-year', 'hold it against reviews of later years too')
    .option('--year <year>', 'year of the review (default: its own, as far as it says)')
    .option('--metadata <file.csv>', 'table with a column "file", and "date received" or "year"; a batch has its own')
    .addOption(new Option('--format <name>', 'how the result is written').choices(['terminal', 'csv', 'json']).default('terminal'))
    .option('--out <path>', 'write to this file')
    .addHelpText('after', '\nNovelty is about words, and new is not better: docs/methods.md has the definition and its limits.\nExit codes: 0 done; 2 wrong use; 3 the review could not be read.')
    .action(run);
}

async function run(path: string, paths: readonly string[], options: Options): Promise<void> {
  const target = options.out === undefined ? null : checkOut(options.out, false, [path, ...paths]);
  const most = wholeNumber('--nearest', options.nearest);
  if (options.year !== undefined && !/^(?:19|20)\d{2}$/u.test(options.year)) throw new UsageError(`--year must be a year of four digits, but is "${options.year}".`);
  const review = await reviewAt(path);
  const { critiques, about, left } = critiquesAt(paths, options.metadata);
  const own = review.document.textSha256 ?? review.document.sha256;
  const others = critiques.flatMap((critique, index) => ((critique.document.textSha256 ?? critique.document.sha256) === own ? [] : [{ critique, year: about[index]?.year ?? null }]));
  const year = options.year ?? ownYear(review.document.title, review.units)?.year ?? null;
  const earlier = options.anyYear !== true && year !== null;
  const kept = others.filter((other) => !earlier || other.year === null || other.year <= year);
  const said = kept.flatMap(({ critique, year: when }) => sayingsOf(critique, when));
  if (said.length === 0) throw new UsageError(`there is no recommendation to hold it against${earlier ? ` of ${year} or before. --any-year takes later ones too` : ''}.`);
  const memory = remember(said, loadModels().vectors);
  const report: NoveltyReport = {
    source: review.document.source, year, against: { reviews: kept.length, recommendations: said.length, earlier },
    items: sayingsOf(review, year).map((one) => memory.novelty({ ...one, source: '' }, { most, earlier: false })).map((item) => ({ ...item, said: { ...item.said, source: review.document.source } })),
    usual: median(said.flatMap((one) => memory.novelty(one, { most: 1, earlier: false }).novelty ?? [])),
  };
  const made = provenanceOf([review, ...kept.map(({ critique }) => critique)]);
  const text = options.format === 'csv' ? noveltyCsv(report, made) : options.format === 'json' ? `${JSON.stringify({ ...made, ...report }, null, 2)}\n` : noveltyTerminal(report, made);
  if (target === null) await print(text);
  else writeTo(inFolder(target, `novelty.${options.format === 'terminal' ? 'txt' : options.format}`), text);
  const notes = [yearsNote(about), others.length < critiques.length ? `${review.document.source} is among the results and is not held against itself.` : null, kept.length < others.length ? `${count(others.length - kept.length, 'review')} of later years left out.` : null, year === null ? `${review.document.source} names no year, so that reviews of all years count. Give --year.` : null];
  for (const line of [...left, ...notes.filter((note) => note !== null)]) process.stderr.write(`second-question: ${line}\n`);
  if (review.units.length === 0) process.exitCode = 3;
}

async function reviewAt(path: string): Promise<Critique> {
  if (extname(path).toLowerCase() !== '.json') return (await startEngine({})).critique(await readInput(path));
  const { critiques: [first, ...more] } = critiquesAt([path]);
  if (first === undefined || more.length > 0) throw new UsageError(`${path} holds ${more.length + 1} critiques. Name the critique of one review.`);
  return first;
}
