import type { DocumentKind, Kind } from '../critique.ts';
import type { Document } from '../document.ts';
import type { Candidate } from '../structure/candidates.ts';
import type { Clause } from '../language/clause.ts';
import type { Features, LinearModel } from '../language/linear.ts';
import type { Gazetteer } from '../language/bodies.ts';
import type { Vectors } from '../language/vectors.ts';
import type { Memo } from '../memo.ts';
import type { CueModel } from './kind-features.ts';
import { recall } from '../memo.ts';
import { reasons, rowsOf, scores, softmax } from '../language/linear.ts';
import { UNABLE, kindFeatures } from './kind-features.ts';
import type { KnownWords } from './known-words.ts';
import { sentenceKeys } from './recall.ts';
import type { Neighbours } from './kind-neighbours.ts';
import { featuresOf, neighbourNames, neighboursOf, sameNeighbours } from './kind-neighbours.ts';
import { reasonWords } from './kind-reasons.ts';

export interface KindModel {
  /** Each sentence by itself. Both models share their rows, so that the features of a sentence are looked up once. */
  readonly first: LinearModel<Kind>;
  /** The same with what its neighbours look like; null leaves the first judgement as it is. */
  readonly second: LinearModel<Kind> | null;
  readonly temperature: number;
  readonly cues: CueModel;
  readonly vectors: Vectors;
  readonly known: KnownWords;
}

/** The kind of one sentence with its probability, the runner-up and the reasons in words. */
export interface KindJudgement {
  readonly kind: Kind;
  readonly confidence: number;
  readonly alternative: Kind;
  readonly why: readonly string[];
}

/** Kinds of all sentences. Neighbours inform one another: a list is mostly of one kind. */
export function judgeKinds(document: Document, candidates: readonly Candidate[], clauses: readonly Clause[], model: KindModel, bodies: Gazetteer, { kind = 'other', memo }: { readonly kind?: DocumentKind; readonly memo?: Memo | undefined } = {}): KindJudgement[] {
  const keyOf = memo === undefined ? null : sentenceKeys(document, kind);
  const sentences = candidates.map((candidate, index) => recall(memo, 'sentence', () => keyOf?.(candidate) ?? '', (): Sentence => {
    const features = kindFeatures(document, kind, candidate, clauses[index] as Clause, { cues: model.cues, vectors: model.vectors, bodies, known: model.known });
    const known = rowsOf(model.first, features.names);
    return { features, known, shares: softmax(scores(model.first, features, known)), last: null };
  }));
  const { second } = model;
  if (second === null) return sentences.map(({ features, shares }, index) => judgement(shares, model.first, features, candidates[index], model));
  const around = neighboursOf(candidates, sentences.map(({ shares }) => shares));
  const names = neighbourNames(model.first.classes);
  const judgements = sentences.map((sentence, index) => {
    const near = around[index] as Neighbours;
    if (sentence.last !== null && sameNeighbours(sentence.last.near, near)) return sentence.last.judged;
    const all = { ...sentence.features, valued: featuresOf(near, names) };
    const judged = judgement(softmax(scores(second, all, sentence.known), model.temperature), second, all, candidates[index], model);
    sentence.last = { near, judged };
    return judged;
  });
  return outright(candidates, clauses, leadIns(candidates, clauses, judgements));
}

/**
 * "The reviewer recommends that the Trust should add the question": who says of a sentence that it is a recommendation is believed, wherever it stands.
 * "The review of 2019 recommends …" is recited.
 */
const OUTRIGHT = /^\W*(?:(?:accordingly|finally|further|in addition|lastly|so|therefore|thus),? )?(?:i|we|(?:this|the) (?:lead |independent )?(?:author|review|reviewer|reviewers|panel|review panel|review team))(?: also| further| therefore)? recommends? that\b|^\W*it is (?:also |further |therefore )?recommended that\b/i;
const NOT_OWN: ReadonlySet<string | null> = new Set(['previous', 'rejected', 'statutory', 'family', 'terms-of-reference']);

function outright(candidates: readonly Candidate[], clauses: readonly Clause[], judged: readonly KindJudgement[]): KindJudgement[] {
  return judged.map((own, index) => {
    const candidate = candidates[index];
    if (candidate === undefined || own.kind === 'recommendation' || clauses[index]?.mood !== 'recommend' || clauses[index]?.past === true) return own;
    if (NOT_OWN.has(candidate.filing.role) || !OUTRIGHT.test(candidate.text)) return own;
    return { ...own, kind: 'recommendation' as const, alternative: own.kind, why: ['it says that it recommends', ...own.why].slice(0, 3) };
  });
}

/** "The Council should:" is of the kind of what it leads in (codebook 12.12): by itself it says too little to tell. */
export function leadIns(candidates: readonly Candidate[], clauses: readonly Clause[], judged: readonly KindJudgement[]): KindJudgement[] {
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
  /** Rows of its features in the models. */
  readonly known: readonly number[];
  readonly shares: readonly number[];
  last: { readonly near: Neighbours; readonly judged: KindJudgement } | null;
}

function judgement(shares: readonly number[], model: LinearModel<Kind>, features: Features, candidate: Candidate | undefined, { cues }: KindModel): KindJudgement {
  const { top, next } = topTwo(shares, model.classes, features.names.includes(UNABLE));
  return {
    kind: model.classes[top] ?? 'other',
    confidence: Math.round((shares[top] ?? 0) * 100) / 100,
    alternative: model.classes[next] ?? 'other',
    why: reasonWords(reasons(model, features, top, next), candidate, cues.cues),
  };
}

/** Indexes of the most likely class and the runner-up; what is neither put nor placed as an ask is no recommendation. */
export function topTwo(shares: readonly number[], classes: readonly Kind[], barred: boolean): { readonly top: number; readonly next: number } {
  const out = barred ? classes.indexOf('recommendation') : -1;
  const order = shares.map((share, index) => ({ share: index === out ? 0 : share, index })).sort((a, b) => b.share - a.share || a.index - b.index);
  return { top: order[0]?.index ?? 0, next: order[1]?.index ?? 1 };
}
