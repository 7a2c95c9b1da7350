/**
 * Trains the unit classifier on the training reviews of the corpus: `npm run train`. The same corpus gives the same bytes.
 * `--eval` prints held-out figures by review group (leave some authors out) and writes nothing.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import type { Kind } from '../src/critique.ts';
import { KINDS } from '../src/critique.ts';
import type { Feature, Features, RawLinear } from '../src/language/linear.ts';
import { eachFeature, linearModel, scores, softmax } from '../src/language/linear.ts';
import type { Level } from '../src/critique.ts';
import { judgeAction } from '../src/judge/action.ts';
import { judgeActionType } from '../src/judge/action-type.ts';
import { levelFeatures } from '../src/judge/level-features.ts';
import { learnedLevel } from '../src/judge/learned-level.ts';
import { readClause } from '../src/language/clause.ts';
import { kindFeatures } from '../src/judge/kind-features.ts';
import { neighbourFeatures } from '../src/judge/kinds.ts';
import { loadModels } from '../src/node/models.ts';
import { read } from '../src/read/read.ts';
import { align } from '../src/research/align.ts';
import type { Gold } from '../src/research/gold.ts';
import type { Example } from '../src/research/train-linear.ts';
import { trainLinear } from '../src/research/train-linear.ts';
import type { Candidate } from '../src/structure/candidates.ts';
import { findCandidates } from '../src/structure/candidates.ts';

const CORPUS = new URL('../samples/corpus/', import.meta.url);
const MODELS = new URL('../models/', import.meta.url);

interface Source {
  readonly id: string;
  readonly author: string;
  readonly split: Gold['split'];
  readonly candidates: readonly Candidate[];
  readonly features: readonly Features[];
  readonly labels: readonly (Kind | null)[];
}

const models = loadModels();
const prior = JSON.parse(readFileSync(new URL('unit-prior.json', MODELS), 'utf8')) as RawLinear;

async function loadSources(splits: readonly string[]): Promise<Source[]> {
  const sources: Source[] = [];
  for (const file of readdirSync(CORPUS).filter((name) => name.endsWith('.gold.json')).sort()) {
    const gold = JSON.parse(readFileSync(new URL(file, CORPUS), 'utf8')) as Gold;
    if (!splits.includes(gold.split)) continue;
    for (const source of gold.source) sources.push(await loadSource(gold, source));
  }
  return sources;
}

async function loadSource(gold: Gold, source: string): Promise<Source> {
  const { document } = (await read(new Uint8Array(readFileSync(new URL(source, CORPUS))), { name: source })).value;
  const { candidates } = findCandidates(document, models.headings);
  const clauses = candidates.map(({ text }) => readClause(text, models.verbs.all));
  const features = candidates.map((candidate, index) => kindFeatures(document, candidate, clauses[index] as never, models.kinds.cues, models.bodies, models.kinds.vectors));
  return { id: gold.id, author: gold.author, split: gold.split, candidates, features, labels: labelsOf(gold, document.text, candidates) };
}

/** The gold kind of each sentence: that of the gold unit with which it shares most characters. */
function labelsOf(gold: Gold, text: string, candidates: readonly Candidate[]): (Kind | null)[] {
  const { locate } = align(gold.text, text);
  const placed = gold.units.flatMap((unit) => {
    const span = locate(unit);
    return span === null ? [] : [{ ...span, kind: unit.kind }];
  });
  return candidates.map((candidate) => {
    const shared = placed.map((unit) => ({ kind: unit.kind, share: Math.min(unit.end, candidate.end) - Math.max(unit.start, candidate.start) })).filter(({ share }) => share > 0).sort((a, b) => b.share - a.share)[0];
    return shared === undefined || shared.share * 2 < candidate.end - candidate.start ? null : shared.kind;
  });
}

const env = (name: string, value: number): number => Number(process.env[name] ?? value);
const FIRST = { classes: KINDS, prior: prior.weights, pull: env('PULL', 0.002), epochs: env('EPOCHS', 6), rate: env('RATE', 0.06), fewest: env('FEWEST', 16) };
const SECOND = FIRST;

function examples(sources: readonly Source[], extra?: readonly (readonly (readonly Feature[])[])[]): Example[] {
  return sources.flatMap((source, s) => source.labels.flatMap((label, index) => (label === null ? [] : [{ features: [...eachFeature(source.features[index] as Features), ...(extra?.[s]?.[index] ?? [])], label, weight: 0.5 }])));
}

/** Probabilities of the first model for each source, by models that have not seen the source's author. */
function outOfFold(sources: readonly Source[]): number[][][] {
  const authors = [...new Set(sources.map(({ author }) => author))].sort();
  const byAuthor = new Map(authors.map((author) => [author, linearModel<Kind>(trainLinear(examples(sources.filter((source) => source.author !== author)), FIRST))]));
  return sources.map((source) => source.features.map((features) => softmax(scores(byAuthor.get(source.author) as never, features))));
}

function train(sources: readonly Source[]): { first: RawLinear; second: RawLinear; temperature: number } {
  const first = trainLinear(examples(sources), FIRST);
  const alone = outOfFold(sources);
  const around = sources.map((source, s) => neighbourFeatures(source.candidates, alone[s] ?? [], KINDS));
  const second = trainLinear(examples(sources, around), SECOND);
  return { first, second, temperature: 1 };
}

function predict(model: { first: RawLinear; second: RawLinear | null }, source: Source): number[][] {
  const first = linearModel<Kind>(model.first);
  const alone = source.features.map((features) => softmax(scores(first, features)));
  if (model.second === null) return alone;
  const second = linearModel<Kind>(model.second);
  const around = neighbourFeatures(source.candidates, alone, KINDS);
  return source.features.map((features, index) => softmax(scores(second, { ...features, valued: around[index] ?? [] })));
}

interface LevelExample {
  readonly author: string;
  readonly split: Gold['split'];
  readonly features: Features;
  readonly rule: { readonly action: number; readonly type: number };
  readonly gold: { readonly action: number | null; readonly type: number | null };
}

/** Recommendations of the gold files in their own words, with what the rules say of them. */
function levelExamples(splits: readonly string[]): LevelExample[] {
  const found: LevelExample[] = [];
  for (const file of readdirSync(CORPUS).filter((name) => name.endsWith('.gold.json')).sort()) {
    const gold = JSON.parse(readFileSync(new URL(file, CORPUS), 'utf8')) as Gold;
    if (!splits.includes(gold.split)) continue;
    for (const unit of gold.units) {
      if (unit.kind !== 'recommendation') continue;
      const text = gold.text.slice(unit.start, unit.end);
      const clause = readClause(text, models.verbs.all);
      const action = judgeAction(text, clause, models.verbs, (span) => span);
      const type = judgeActionType(text, action, models.verbs).level;
      found.push({ author: gold.author, split: gold.split, features: levelFeatures(text, clause, action, type, models.kinds.vectors), rule: { action: action.level, type }, gold: { action: unit.levels?.action ?? null, type: unit.actionType } });
    }
  }
  return found;
}

const LEVELS = ['0', '1', '2', '3'];
const HELD = 2.5;

/** A level model is held near the rule's own level. */
function levelModel(all: readonly LevelExample[], of: 'action' | 'type'): RawLinear {
  const held = Object.fromEntries(LEVELS.map((level) => [`${of === 'action' ? 'rule' : 'type'}=${level}`, LEVELS.map((other) => (other === level ? HELD : Math.abs(Number(level) - Number(other)) === 1 ? 0.5 : 0))]));
  return trainLinear(all.flatMap(({ features, gold }) => (gold[of] === null ? [] : [{ features: eachFeature(features), label: String(gold[of]), weight: 1 }])), { classes: LEVELS, prior: held, pull: env('LPULL', 0.002), epochs: env('LEPOCHS', 10), rate: env('LRATE', 0.06), fewest: env('LFEWEST', 6) });
}

function reportLevels(of: 'action' | 'type'): void {
  const training = levelExamples(['train']);
  const dev = levelExamples(['dev']);
  const model = linearModel<string>(levelModel(training, of));
  const say = (name: string, guess: (example: LevelExample) => number): void => {
    const pairs = dev.flatMap((example) => (example.gold[of] === null ? [] : [[example.gold[of], guess(example)] as const]));
    const observed = pairs.reduce((sum, [a, b]) => sum + (a - b) ** 2, 0);
    const expected = pairs.reduce((sum, [a]) => sum + pairs.reduce((inner, [, b]) => inner + (a - b) ** 2, 0) / pairs.length, 0);
    process.stdout.write(`${of} ${name}: exact ${(pairs.filter(([a, b]) => a === b).length / pairs.length).toFixed(3)} kappa ${(1 - observed / expected).toFixed(3)} n ${pairs.length}\n`);
  };
  say('rules', (example) => example.rule[of]);
  say('learned', (example) => learnedLevel(model, example.features, example.rule[of] as Level));
}

function report(name: string, sources: readonly Source[], model: { first: RawLinear; second: RawLinear | null }): void {
  const confusion = new Map<string, number>();
  let right = 0;
  let all = 0;
  for (const source of sources) {
    predict(model, source).forEach((shares, index) => {
      const label = source.labels[index];
      if (label === null || label === undefined) return;
      const guess = KINDS[shares.indexOf(Math.max(...shares))] ?? 'other';
      confusion.set(`${label}>${guess}`, (confusion.get(`${label}>${guess}`) ?? 0) + 1);
      all += 1;
      if (label === guess) right += 1;
    });
  }
  const f1 = KINDS.map((kind) => {
    const hit = confusion.get(`${kind}>${kind}`) ?? 0;
    const said = KINDS.reduce((sum, other) => sum + (confusion.get(`${other}>${kind}`) ?? 0), 0);
    const is = KINDS.reduce((sum, other) => sum + (confusion.get(`${kind}>${other}`) ?? 0), 0);
    return `${kind} ${(hit / Math.max(1, said)).toFixed(3)}/${(hit / Math.max(1, is)).toFixed(3)}/${((2 * hit) / Math.max(1, said + is)).toFixed(3)} (${is})`;
  });
  process.stdout.write(`${name}: accuracy ${(right / all).toFixed(3)} of ${all}\n  ${f1.join('\n  ')}\n`);
  if (process.argv.includes('--confusions')) process.stdout.write(`  ${[...confusion.entries()].filter(([pair]) => pair.split('>')[0] !== pair.split('>')[1]).sort((a, b) => b[1] - a[1]).slice(0, 14).map(([pair, count]) => `${pair} ${count}`).join(', ')}\n`);
}

function errors(sources: readonly Source[], model: { first: RawLinear; second: RawLinear | null }): void {
  for (const source of sources) {
    predict(model, source).forEach((shares, index) => {
      const label = source.labels[index];
      const guess = KINDS[shares.indexOf(Math.max(...shares))] ?? 'other';
      const candidate = source.candidates[index];
      if (label === null || label === undefined || label === guess || candidate === undefined) return;
      process.stdout.write(`${source.id} ${label} > ${guess} ${Math.max(...shares).toFixed(2)} [${candidate.filing.role ?? '-'} by ${candidate.filing.by}; ${candidate.section.title.slice(0, 40)}] ${candidate.text.slice(0, 170)}\n`);
    });
  }
}

if (process.argv.includes('--levels')) {
  reportLevels('action');
  reportLevels('type');
} else if (process.argv.includes('--eval')) {
  const sources = await loadSources(['train', 'dev']);
  const [training, dev] = [sources.filter(({ split }) => split === 'train'), sources.filter(({ split }) => split === 'dev')];
  report('rules alone, dev', dev, { first: prior, second: null });
  const model = train(training);
  report('first model, dev', dev, { first: model.first, second: null });
  report('both, dev', dev, model);
  report('both, train', training, model);
  if (process.argv.includes('--errors')) errors(dev, model);
} else {
  const sources = await loadSources(['train', 'dev']);
  const model = train(sources);
  const levels = levelExamples(['train', 'dev']);
  writeFileSync(new URL('level-classifier.json', MODELS), `${JSON.stringify({ about: 'Levels of action and types of action, held near the rules. Made by `npm run train`; do not edit. Card: models/level-classifier.md.', action: levelModel(levels, 'action'), type: levelModel(levels, 'type') })}\n`);
  writeFileSync(new URL('unit-classifier.json', MODELS), `${JSON.stringify({ about: 'Kinds of units. Made by `npm run train` from the training and development reviews of samples/corpus; do not edit. Card: models/unit-classifier.md.', ...model })}\n`);
}
