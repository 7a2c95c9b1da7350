/** Training of the two models for kinds, on reviews that are already read, and what they say of other reviews. */
import type { Kind } from '../../src/critique.ts';
import { KINDS } from '../../src/critique.ts';
import { UNABLE, kindFeatures } from '../../src/judge/kind-features.ts';
import { neighbourFeatures } from '../../src/judge/kind-neighbours.ts';
import type { KindJudgement } from '../../src/judge/kinds.ts';
import { leadIns, topTwo } from '../../src/judge/kinds.ts';
import type { Feature, Features, RawLinear } from '../../src/language/linear.ts';
import { eachFeature, linearModel, scores, softmax } from '../../src/language/linear.ts';
import type { Models } from '../../src/models.ts';
import type { Example, Packed, TrainOptions } from '../../src/research/train-linear.ts';
import { pack, trainPacked } from '../../src/research/train-linear.ts';
import type { Source } from './corpus.ts';

export interface KindWeights {
  readonly first: RawLinear;
  /** Null: the first model decides alone. */
  readonly second: RawLinear | null;
  readonly temperature: number;
}

/** Sources with their features, packed once, so that models can be trained on any of them. */
export interface Featured {
  readonly sources: readonly Source[];
  readonly features: readonly (readonly Features[])[];
  readonly prior: RawLinear;
  readonly packed: Packed;
  /** First example of each source in the pack. */
  readonly starts: readonly number[];
}

export type Training = Omit<TrainOptions, 'classes' | 'prior'>;

const TRAINING: Training = { pull: 0.002, epochs: 6, rate: 0.06, fewest: Number(process.env.FEWEST ?? 6), average: 4 };
/** Groups of authors into which the first model's training is cut for the second's. */
const INNER = 6;

export function featured(sources: readonly Source[], prior: RawLinear, models: Models): Featured {
  const features = sources.map(({ document, kind, candidates, clauses }) => candidates.map((candidate, index) => kindFeatures(document, kind, candidate, clauses[index] as never, { cues: models.kinds.cues, bodies: models.bodies, vectors: models.kinds.vectors })));
  const all = sources.map((source, s) => examplesOf(source, features[s] ?? []));
  const starts = all.map((_, s) => all.slice(0, s).reduce((sum, examples) => sum + examples.length, 0));
  return { sources, features, prior, starts, packed: pack(all.flat(), { classes: KINDS, prior: prior.weights }) };
}

function examplesOf(source: Source, features: readonly Features[], around?: readonly (readonly Feature[])[]): Example[] {
  return source.labels.flatMap((label, index) => (label === null ? [] : [{ features: [...eachFeature(features[index] as Features), ...(around?.[index] ?? [])], label, weight: 0.5 }]));
}

function trainFirst({ packed, starts, prior }: Featured, chosen: readonly number[], training: Training): RawLinear {
  const rows = chosen.flatMap((s) => { const end = starts[s + 1] ?? packed.labels.length; return Array.from({ length: end - (starts[s] ?? 0) }, (_, at) => (starts[s] ?? 0) + at); });
  return trainPacked(packed, Int32Array.from(rows), { ...training, classes: KINDS, prior: prior.weights });
}

/** Both models from the sources `chosen` (indexes). The second sees what the first, trained without the author's group, makes of neighbours. */
export function trainKinds(all: Featured, chosen: readonly number[], { second = true, training = TRAINING }: { readonly second?: boolean; readonly training?: Training } = {}): KindWeights {
  const first = trainFirst(all, chosen, training);
  if (!second) return { first, second: null, temperature: 1 };
  const authors = [...new Set(chosen.map((s) => all.sources[s]?.author ?? ''))].sort();
  const groupOf = (s: number): number => authors.indexOf(all.sources[s]?.author ?? '') % INNER;
  const folds = Array.from({ length: Math.min(INNER, authors.length) }, (_, group) => linearModel<Kind>(trainFirst(all, chosen.filter((s) => groupOf(s) !== group), training)));
  const examples = chosen.flatMap((s) => {
    const [source, features] = [all.sources[s] as Source, all.features[s] ?? []];
    const alone = features.map((own) => softmax(scores(folds[groupOf(s)] as never, own)));
    return examplesOf(source, features, neighbourFeatures(source.candidates, alone, KINDS));
  });
  const packed = pack(examples, { classes: KINDS, prior: all.prior.weights });
  return { first, second: trainPacked(packed, Int32Array.from(examples.keys()), { ...training, classes: KINDS, prior: all.prior.weights }), temperature: 1 };
}

/** Probabilities of each sentence of source `s`. */
export function kindShares({ first, second, temperature }: KindWeights, all: Featured, s: number): number[][] {
  const model = linearModel<Kind>(first);
  const features = all.features[s] ?? [];
  const alone = features.map((own) => softmax(scores(model, own)));
  if (second === null) return alone;
  const last = linearModel<Kind>(second);
  const around = neighbourFeatures(all.sources[s]?.candidates ?? [], alone, KINDS);
  return features.map((own, index) => softmax(scores(last, { ...own, valued: around[index] ?? [] }), temperature));
}

/** Kinds as the judge would give them, with what it bars and what it leads in. */
export function decide(shares: readonly (readonly number[])[], all: Featured, s: number): KindJudgement[] {
  const { candidates, clauses } = all.sources[s] as Source;
  const judged = shares.map((own, index): KindJudgement => {
    const { top, next } = topTwo(own, KINDS, all.features[s]?.[index]?.names.includes(UNABLE) === true);
    return { kind: KINDS[top] ?? 'other', alternative: KINDS[next] ?? 'other', confidence: own[top] ?? 0, why: [] };
  });
  return leadIns(candidates, clauses, judged);
}
