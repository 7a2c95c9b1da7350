/**
 * Figures of links and of the why-link on the open reviews of the corpus, each judged by weights that never saw its author; the sealed reviews are left out.
 * Usage: tsx scripts/evaluate-links.ts           figures
 *        tsx scripts/evaluate-links.ts --train   also fits models/links.json on all open reviews
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { startEngine } from '../src/cli/engine.ts';
import type { Critique } from '../src/critique.ts';
import type { Choice } from '../src/judge/link-features.ts';
import { linkChoices } from '../src/judge/link-features.ts';
import type { Link, LinkModel, RawLinks } from '../src/judge/links.ts';
import { findLinks, linkModel } from '../src/judge/links.ts';
import type { WhyCase } from '../src/judge/why.ts';
import { whyCases, whyFeatures, whyLevel } from '../src/judge/why.ts';
import { loadModels } from '../src/node/models.ts';
import { align } from '../src/research/align.ts';
import type { CodedGold } from '../src/research/gold-reading.ts';
import { completeGold } from '../src/research/gold-reading.ts';
import { goldLinks } from '../src/research/gold-links.ts';
import { kappa } from '../src/research/kappa.ts';
import { trainChoice } from '../src/research/train-choice.ts';
import { trainLinear } from '../src/research/train-linear.ts';

const CORPUS = fileURLToPath(new URL('../samples/corpus/', import.meta.url));
const FILE = new URL('../models/links.json', import.meta.url);
const SOURCE = 'Fitted by scripts/evaluate-links.ts on the open reviews of samples/corpus (fictional, coded by language models), MIT.';
const NO_WHY: RawLinks['why'] = { classes: ['0', '1', '2', '3'], weights: {} };
const models = loadModels();

interface Read {
  readonly gold: CodedGold;
  readonly critique: Critique;
  /** Gold unit → unit of the critique. */
  readonly place: ReadonlyMap<string, string>;
  /** "head of item → what it answers", in units of the critique; links of items that were not found count as missed. */
  readonly links: ReadonlySet<string>;
  readonly wanted: number;
  readonly choices: readonly Choice[];
}

const reads = await readAll();
const authors = [...new Set(reads.map(({ gold }) => gold.author))];
const linkFits = new Map(authors.map((author) => [author, fitLinks(reads.filter(({ gold }) => gold.author !== author))]));
const threshold = bestThreshold();
const found = new Map(reads.map((read) => [read, findLinks(read.critique.units, modelOf(linkFits.get(read.gold.author)), read.critique.recommendations)]));
const cases = reads.flatMap((read) => casesOf(read, modelOf(linkFits.get(read.gold.author))));
const whyFits = new Map(authors.map((author) => [author, fitWhy(cases.filter((one) => one.author !== author))]));
const cuts = bestCuts();

for (const split of ['train', 'dev']) {
  const own = reads.filter(({ gold }) => gold.split === split);
  process.stdout.write(`${split} (${own.length} reviews, by weights that never saw their authors): links ${figures(own, () => true)}; of recommendations that the gold links ${figures(own, ({ links }, head) => [...links].some((link) => link.startsWith(`${head} `)))}; why-link kappa ${whyKappa(cases.filter((one) => one.split === split)).toFixed(3)} ${JSON.stringify(matrix(cases.filter((one) => one.split === split)))}\n`);
}
if (process.argv.includes('--train')) writeFileSync(FILE, `${JSON.stringify({ source: SOURCE, threshold, cuts, link: fitLinks(reads), why: fitWhy(cases) }, null, 1)}\n`);

async function readAll(): Promise<Read[]> {
  const engine = await startEngine({});
  const all: Read[] = [];
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
    const heads = new Map<string, string>();
    for (const unit of critique.units) if (unit.kind === 'recommendation' && unit.item !== null && unit.repeats === null && !heads.has(unit.item)) heads.set(unit.item, unit.id);
    const items = new Map(critique.units.map((unit) => [unit.id, heads.get(unit.item ?? '')]));
    const pairs = goldLinks(gold).map(({ head, answers }) => { const own = items.get(place.get(head) ?? ''); const to = place.get(answers); return own === undefined || to === undefined ? null : `${own} ${to}`; });
    all.push({ gold, critique, place, links: new Set(pairs.filter((pair) => pair !== null)), wanted: pairs.length, choices: linkChoices(critique.units, critique.recommendations) });
  }
  return all;
}

function fitLinks(own: readonly Read[]): RawLinks['link'] {
  const examples = own.flatMap(({ choices, links }) => choices.map(({ from, options, none }) => {
    const right = options.flatMap(({ to }, index) => (links.has(`${from.id} ${to.id}`) ? [index] : []));
    return { options: [...options.map(({ features }) => features), none], right: right.length === 0 ? [options.length] : right };
  }));
  return trainChoice(examples, { epochs: 12, rate: 0.1, pull: 0.0005, fewest: 8 });
}

function modelOf(link: RawLinks['link'] | undefined, why: RawLinks['why'] = NO_WHY, at: readonly number[] = [1, 2], least: number = threshold): LinkModel {
  return linkModel({ threshold: least, cuts: at, link: link ?? { classes: ['option'], weights: {} }, why });
}

function bestThreshold(): number {
  const tried = Array.from({ length: 12 }, (_, step) => Math.round((0.06 + step * 0.02) * 100) / 100).map((least) => {
    let [right, given, wanted] = [0, 0, 0];
    for (const read of reads) {
      const own = [...findLinks(read.critique.units, modelOf(linkFits.get(read.gold.author), NO_WHY, [1, 2], least), read.critique.recommendations).entries()].flatMap(([head, links]) => links.map(({ unit }) => `${head} ${unit}`));
      right += own.filter((link) => read.links.has(link)).length;
      given += own.length;
      wanted += read.wanted;
    }
    return { least, f1: (2 * right) / (given + wanted) };
  });
  return tried.reduce((best, next) => (next.f1 > best.f1 ? next : best)).least;
}

/** Precision, recall and F1, exact; then where the same passage (its section, within two sentences) is enough. */
function figures(own: readonly Read[], counts: (read: Read, head: string) => boolean): string {
  const of = (near: boolean): string => {
    let [right, given, hit, wanted] = [0, 0, 0, 0];
    for (const read of own) {
      const place = new Map(read.critique.units.map((unit, at) => [unit.id, { at, section: unit.section }]));
      const same = (a: string, b: string): boolean => a === b || (near && place.get(a)?.section === place.get(b)?.section && Math.abs((place.get(a)?.at ?? 0) - (place.get(b)?.at ?? 0)) <= 2);
      const gold = [...read.links].map((link) => link.split(' ') as [string, string]);
      const links = [...(found.get(read) ?? new Map<string, readonly Link[]>()).entries()].filter(([head]) => counts(read, head)).flatMap(([head, list]) => list.map(({ unit }) => [head, unit] as const));
      given += links.length;
      wanted += read.wanted;
      right += links.filter(([head, unit]) => gold.some(([from, to]) => from === head && same(to, unit))).length;
      hit += gold.filter(([from, to]) => links.some(([head, unit]) => from === head && same(to, unit))).length;
    }
    const [precision, recall] = [right / Math.max(1, given), hit / Math.max(1, wanted)];
    return `P ${precision.toFixed(2)} R ${recall.toFixed(2)} F1 ${((2 * precision * recall) / Math.max(1e-9, precision + recall)).toFixed(3)}`;
  };
  return `${of(false)}, same passage ${of(true)}`;
}

interface Coded {
  readonly one: WhyCase;
  readonly level: number;
  readonly author: string;
  readonly split: string;
}

function casesOf({ gold, critique, place }: Read, links: LinkModel): readonly Coded[] {
  const wanted = new Map(gold.units.flatMap((unit) => { const own = place.get(unit.id); return unit.whyLink === null || own === undefined ? [] : [[own, unit.whyLink] as const]; }));
  return whyCases(critique.units, critique.recommendations, { causes: models.causes, links }).flatMap((one) => { const level = wanted.get(one.unit.id); return level === undefined ? [] : [{ one, level, author: gold.author, split: gold.split }]; });
}

function fitWhy(own: readonly Coded[]): RawLinks['why'] {
  return trainLinear(own.map(({ one, level }) => ({ features: whyFeatures(one, models.causes), label: String(level), weight: 1 })), { classes: ['0', '1', '2', '3'], prior: {}, pull: 0.002, epochs: 60, rate: 0.1, fewest: 5 });
}

function matrix(own: readonly Coded[], at: readonly number[] = cuts): number[][] {
  const rows = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  for (const { one, level, author } of own) {
    const row = rows[level] ?? [];
    const given = whyLevel(one, { causes: models.causes, links: modelOf(linkFits.get(author), whyFits.get(author), at) });
    row[given] = (row[given] ?? 0) + 1;
  }
  return rows;
}

function whyKappa(own: readonly Coded[], at: readonly number[] = cuts): number {
  return kappa(matrix(own, at), 'quadratic') ?? 0;
}

/** Cuts of the expected level that agree best with the coded levels. */
function bestCuts(): readonly number[] {
  const tried = [0.6, 0.7, 0.8, 0.9, 1, 1.1].flatMap((low) => [1.6, 1.8, 2, 2.2].map((high) => [low, high]));
  return tried.map((at) => ({ at, value: whyKappa(cases, at) })).reduce((best, next) => (next.value > best.value ? next : best)).at;
}
