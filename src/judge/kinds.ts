import type { Kind } from '../critique.ts';
import type { Document } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import type { Clause } from '../language/clause.ts';
import type { Feature, Features, LinearModel } from '../language/linear.ts';
import type { Gazetteer } from '../language/bodies.ts';
import type { Vectors } from '../language/vectors.ts';
import type { Memo } from '../memo.ts';
import type { CueModel } from './kind-features.ts';
import { recall } from '../memo.ts';
import { reasons, scores, softmax } from '../language/linear.ts';
import { kindFeatures } from './kind-features.ts';
import { sentenceKey } from './recall.ts';
import { reasonWords } from './kind-reasons.ts';

export interface KindModel {
  /** Each sentence by itself. */
  readonly first: LinearModel<Kind>;
  /** The same with what its neighbours look like; null leaves the first judgement as it is. */
  readonly second: LinearModel<Kind> | null;
  readonly temperature: number;
  readonly cues: CueModel;
  readonly vectors: Vectors;
}

/** The kind of one sentence with its probability, the runner-up and the reasons in words. */
export interface KindJudgement {
  readonly kind: Kind;
  readonly confidence: number;
  readonly alternative: Kind;
  readonly why: readonly string[];
}

/** Kinds of all sentences. Neighbours inform one another: a list is mostly of one kind. */
export function judgeKinds(document: Document, candidates: readonly Candidate[], clauses: readonly Clause[], model: KindModel, bodies: Gazetteer, memo?: Memo): KindJudgement[] {
  const sentences = candidates.map((candidate, index) => recall(memo, 'sentence', () => sentenceKey(document, candidate), (): Sentence => {
    const features = kindFeatures(document, candidate, clauses[index] as Clause, model.cues, bodies, model.vectors);
    return { features, shares: softmax(scores(model.first, features)), last: { around: [], judged: null } };
  }));
  const alone = sentences.map(({ shares }) => shares);
  const { second } = model;
  if (second === null) return sentences.map(({ features, shares }, index) => judgement(shares, model.first, features, candidates[index], model, clauses[index]));
  const around = neighbourFeatures(candidates, alone, model.first.classes);
  const judgements = sentences.map((sentence, index) => {
    const near = around[index] ?? [];
    if (sentence.last.judged !== null && sameFeatures(sentence.last.around, near)) return sentence.last.judged;
    const all = { ...sentence.features, valued: near };
    const judged = judgement(softmax(scores(second, all), model.temperature), second, all, candidates[index], model, clauses[index]);
    sentence.last = { around: near, judged };
    return judged;
  });
  return leadIns(candidates, clauses, judgements);
}

/** "The Council should:" is of the kind of what it leads in (codebook 12.12): by itself it says too little to tell. */
function leadIns(candidates: readonly Candidate[], clauses: readonly Clause[], judged: readonly KindJudgement[]): KindJudgement[] {
  return judged.map((own, index) => {
    const candidate = candidates[index];
    if (candidate === undefined || !candidate.leadsIn || candidate.text.length > 120 || clauses[index]?.mood !== 'modal' || own.kind === 'recommendation') return own;
    const led = judged.filter((_, other) => candidates[other]?.stem === candidate.block);
    const asking = led.filter(({ kind }) => kind === 'recommendation');
    return led.length > 0 && asking.length * 2 > led.length ? { ...own, kind: 'recommendation' as const, alternative: own.kind, why: ['it leads in recommendations', ...own.why].slice(0, 3) } : own;
  });
}

/** A sentence with what the first judgement makes of it, and the last judgement among its neighbours. */
interface Sentence {
  readonly features: Features;
  readonly shares: readonly number[];
  last: { readonly around: readonly Feature[]; readonly judged: KindJudgement | null };
}

function sameFeatures(a: readonly Feature[], b: readonly Feature[]): boolean {
  return a.length === b.length && a.every(([name, value], index) => value === b[index]?.[1] && name === b[index]?.[0]);
}

/**
 * What the first judgement thinks of the sentence itself, the one before, the one after, the rest of its block and the rest of its list.
 * Values are probabilities.
 */
export function neighbourFeatures(candidates: readonly Candidate[], alone: readonly (readonly number[])[], classes: readonly string[]): Feature[][] {
  const groups = new Map<string, number[]>();
  const keys = candidates.map((candidate) => `${candidate.section.heading}/${candidate.stem ?? 'none'}/${candidate.cell?.columnHead ?? ''}`);
  keys.forEach((key, index) => groups.set(key, [...(groups.get(key) ?? []), index]));
  return candidates.map((candidate, index) => {
    const features: Feature[] = [];
    const before = candidates[index - 1]?.section === candidate.section ? alone[index - 1] : undefined;
    const after = candidates[index + 1]?.section === candidate.section ? alone[index + 1] : undefined;
    const sameBlock = candidates[index - 1]?.block === candidate.block;
    const list = (groups.get(keys[index] ?? '') ?? []).filter((other) => other !== index);
    classes.forEach((name, at) => {
      features.push([`self=${name}`, round(alone[index]?.[at] ?? 0)]);
      if (before !== undefined) features.push([`${sameBlock ? 'block' : 'before'}=${name}`, round(before[at] ?? 0)]);
      if (after !== undefined) features.push([`after=${name}`, round(after[at] ?? 0)]);
      if (list.length > 0) features.push([`list=${name}`, round(list.reduce((sum, other) => sum + (alone[other]?.[at] ?? 0), 0) / list.length)]);
    });
    return features;
  });
}

/** Rounded so that the last bits of a floating-point sum can't turn a judgement on another machine. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/**
 * Whether a sentence could be a recommendation at all: a plain statement only where recommendations are listed (codebook 12.11: misfiled),
 * "X to do Y", an instruction or a noun phrase only in a list or where asks are filed. "Staff work with families to devise plans" is none.
 */
function couldAsk(candidate: Candidate | undefined, clause: Clause | undefined, inList: boolean): boolean {
  if (candidate === undefined || clause === undefined) return true;
  const { role, by } = candidate.filing;
  const listed = inList || candidate.cell !== null || candidate.stem !== null || candidate.number !== null || by === 'marker';
  if (NONE_HERE.test(candidate.text)) return false;
  if (clause.mood === 'statement' || clause.mood === 'counterfactual') return role === 'recommendations' && (listed || by === 'heading');
  const asking = role === 'recommendations' || candidate.section.heading < 0;
  // Letters set narrative as bullets: without a heading, stem or column that asks, a noun phrase in a list asks nothing.
  if (clause.mood === 'phrase') return asking || candidate.stem !== null || candidate.cell !== null || (listed && (role === 'improvement' || role === 'next-steps' || role === 'summary'));
  if (clause.mood === 'infinitive' || clause.mood === 'imperative' || clause.mood === 'gerund') return listed || asking;
  return true;
}

/** "There are no areas for priority action." */
const NONE_HERE = /^\W*(?:there (?:are|is|were|was) no\b|no (?:\w+ ){0,3}(?:recommendations?|areas|actions?) (?:is|are|was|were)\b|none\b|nil\b)/iu;

function judgement(shares: readonly number[], model: LinearModel<Kind>, features: Features, candidate: Candidate | undefined, { cues }: KindModel, clause?: Clause): KindJudgement {
  const barred = couldAsk(candidate, clause, features.names.includes('type=list-item')) ? -1 : model.classes.indexOf('recommendation');
  const order = shares.map((share, index) => ({ share: index === barred ? 0 : share, index })).sort((a, b) => b.share - a.share || a.index - b.index);
  const [top, next] = [order[0]?.index ?? 0, order[1]?.index ?? 1];
  return {
    kind: model.classes[top] ?? 'other',
    confidence: Math.round((shares[top] ?? 0) * 100) / 100,
    alternative: model.classes[next] ?? 'other',
    why: reasonWords(reasons(model, features, top, next), candidate, cues.cues),
  };
}
