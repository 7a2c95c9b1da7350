/**
 * Figures of the why-link (quadratic kappa) and of links (precision, recall, F1) on the corpus, one line a split; the sealed split is left out.
 * Usage: tsx scripts/evaluate-links.ts           figures
 *        tsx scripts/evaluate-links.ts --train   first fits models/links.json on the training split
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { startEngine } from '../src/cli/engine.ts';
import { linkModel, linkPairs } from '../src/judge/links.ts';
import type { LinkModel, RawLinks } from '../src/judge/links.ts';
import type { WhyCase } from '../src/judge/why.ts';
import { whyCases, whyFeatures, whyLevel } from '../src/judge/why.ts';
import type { Critique } from '../src/critique.ts';
import { loadModels } from '../src/node/models.ts';
import { align } from '../src/research/align.ts';
import type { CodedGold } from '../src/research/gold-reading.ts';
import { completeGold } from '../src/research/gold-reading.ts';
import { kappa } from '../src/research/kappa.ts';
import type { Example } from '../src/research/train-linear.ts';
import { trainLinear } from '../src/research/train-linear.ts';

const CORPUS = fileURLToPath(new URL('../samples/corpus/', import.meta.url));
const FILE = new URL('../models/links.json', import.meta.url);
const SOURCE = 'Fitted by scripts/evaluate-links.ts on the training split of samples/corpus (fictional, coded by language models), MIT.';
const models = loadModels();

interface Read { readonly gold: CodedGold; readonly critique: Critique; /** Gold unit → unit of the critique. */ readonly place: ReadonlyMap<string, string> }

const all = await readAll();
if (process.argv.includes('--train')) train(all.filter(({ gold }) => gold.split === 'train'));
const fitted = linkModel(JSON.parse(readFileSync(FILE, 'utf8')) as RawLinks);
for (const split of ['train', 'dev']) process.stdout.write(`${split}: ${figures(all.filter(({ gold }) => gold.split === split))}\n`);

async function readAll(): Promise<Read[]> {
  const engine = await startEngine({});
  const found: Read[] = [];
  for (const name of readdirSync(CORPUS).filter((file) => file.endsWith('.gold.json')).sort()) {
    const gold = completeGold(JSON.parse(readFileSync(join(CORPUS, name), 'utf8')));
    const file = gold.source.find((one) => one.endsWith('.docx'));
    if (gold.split === 'sealed' || file === undefined) continue;
    const critique = await engine.critique({ name: file, bytes: new Uint8Array(readFileSync(join(CORPUS, file))) });
    const lines = align(gold.text, critique.document.text ?? '');
    const place = new Map(gold.units.flatMap((unit) => {
      const at = lines.locate(unit);
      const own = at === null ? undefined : critique.units.find(({ start, end }) => start < at.end && at.start < end);
      return own === undefined ? [] : [[unit.id, own.id] as const];
    }));
    found.push({ gold, critique, place });
  }
  return found;
}

function goldLinks({ gold, place }: Read): ReadonlySet<string> {
  return new Set(gold.units.flatMap((unit) => unit.answers.map((answered) => `${place.get(unit.id) ?? `? ${unit.id}`} ${place.get(answered) ?? `? ${answered}`}`)));
}

function train(reads: readonly Read[]): void {
  const pairs = reads.map((read) => { const gold = goldLinks(read); return linkPairs(read.critique.units, models.vectors).map((pair) => ({ pair, yes: gold.has(`${pair.from.id} ${pair.to.id}`) })); });
  const examples: Example[] = pairs.flat().map(({ pair, yes }) => ({ features: pair.features, label: yes ? 'yes' : 'no', weight: 1 }));
  const link = trainLinear(examples, { classes: ['no', 'yes'], prior: {}, pull: 0.0005, epochs: 60, rate: 0.2, fewest: 5 });
  const raw = (threshold: number, why: RawLinks['why']): RawLinks => ({ threshold, link, why, cuts: [1, 2] });
  const none = { classes: ['0', '1', '2', '3'], weights: {} };
  const tried = Array.from({ length: 13 }, (_, at) => 0.1 + at * 0.04).map((threshold) => ({ threshold, f1: linkFigures(reads, linkModel(raw(threshold, none))).f1 }));
  const { threshold } = tried.reduce((best, next) => (next.f1 > best.f1 ? next : best));
  const half = linkModel(raw(Math.round(threshold * 100) / 100, none));
  const cases: Example[] = reads.flatMap((read) => {
    const wanted = goldLevels(read);
    return whyCases(read.critique.units, read.critique.recommendations, { ...models, links: half }).flatMap((one) => {
      const level = wanted.get(one.unit.id);
      return level === undefined ? [] : [{ features: whyFeatures(one, models.causes), label: String(level), weight: 1 }];
    });
  });
  const why = trainLinear(cases, { classes: ['0', '1', '2', '3'], prior: {}, pull: 0.002, epochs: 60, rate: 0.1, fewest: 5 });
  const cuts = bestCuts(reads, (own) => linkModel({ ...raw(half.threshold, why), cuts: own }));
  writeFileSync(FILE, `${JSON.stringify({ source: SOURCE, threshold: half.threshold, cuts, link, why }, null, 1)}\n`);
}

function goldLevels({ gold, place }: Read): ReadonlyMap<string, number> {
  return new Map(gold.units.flatMap((unit) => { const own = place.get(unit.id); return unit.whyLink === null || own === undefined ? [] : [[own, unit.whyLink] as const]; }));
}

function linkFigures(reads: readonly Read[], links: LinkModel): { readonly precision: number; readonly recall: number; readonly f1: number } {
  let [right, found, wanted] = [0, 0, 0];
  for (const read of reads) {
    const gold = goldLinks(read);
    const own = whyCases(read.critique.units, read.critique.recommendations, { ...models, links }).flatMap((one) => one.links.map(({ unit }) => `${one.unit.id} ${unit}`));
    right += own.filter((pair) => gold.has(pair)).length;
    found += own.length;
    wanted += gold.size;
  }
  return { precision: right / Math.max(1, found), recall: right / Math.max(1, wanted), f1: (2 * right) / Math.max(1, found + wanted) };
}

function figures(reads: readonly Read[]): string {
  const { precision, recall, f1 } = linkFigures(reads, fitted);
  const matrix = levelMatrix(casesOf(reads, fitted), fitted);
  return `links precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}; why-link quadratic kappa ${(kappa(matrix, 'quadratic') ?? 0).toFixed(3)} ${JSON.stringify(matrix)}`;
}

interface Coded { readonly one: WhyCase; readonly level: number }

function casesOf(reads: readonly Read[], links: LinkModel): readonly Coded[] {
  return reads.flatMap((read) => {
    const wanted = goldLevels(read);
    return whyCases(read.critique.units, read.critique.recommendations, { ...models, links }).flatMap((one) => { const level = wanted.get(one.unit.id); return level === undefined ? [] : [{ one, level }]; });
  });
}

function levelMatrix(cases: readonly Coded[], links: LinkModel): number[][] {
  const matrix = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  for (const { one, level } of cases) {
    const row = matrix[level] ?? [];
    const own = whyLevel(one, { causes: models.causes, links });
    row[own] = (row[own] ?? 0) + 1;
  }
  return matrix;
}

/** Cuts of the expected level that agree best with the coded levels. */
function bestCuts(reads: readonly Read[], modelWith: (cuts: readonly number[]) => LinkModel): readonly number[] {
  const cases = casesOf(reads, modelWith([1, 2]));
  const tried = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2].flatMap((low) => [1.6, 1.8, 2, 2.1, 2.2, 2.4].map((high) => [low, high]));
  return tried.map((cuts) => ({ cuts, value: kappa(levelMatrix(cases, modelWith(cuts)), 'quadratic') ?? 0 })).reduce((best, next) => (next.value > best.value ? next : best)).cuts;
}
