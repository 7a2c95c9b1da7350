/**
 * Which learning or finding a recommendation answers. Explicit cross-references come first; all else is inferred from words, place, order and
 * headings: a small linear model (`models/links.json`) weighs everything that a recommendation could answer, and nothing at all, against each other.
 */
import type { Kind } from '../critique.ts';
import type { LinearModel, RawLinear } from '../language/linear.ts';
import { linearModel, scores, softmax, valuedFeatures } from '../language/linear.ts';
import type { Memo } from '../memo.ts';
import type { Choice, LinkedRecommendation } from './link-features.ts';
import { linkChoices } from './link-features.ts';

export interface LinkUnit {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
  readonly section: string | null;
  readonly number: string | null;
  readonly item: string | null;
  readonly repeats: string | null;
}

/** `stated`: the text itself refers to it; `inferred`: by words and place. */
export interface Link {
  readonly unit: string;
  readonly by: 'stated' | 'inferred';
  /** 1 where it is stated; else the share of all that it could answer, from 0 to 1, rounded to two places. */
  readonly confidence: number;
}

export interface LinkModel {
  /** One score for each option. */
  readonly link: LinearModel<'option'>;
  readonly why: LinearModel<'0' | '1' | '2' | '3'>;
  /** Confidence from which a link is given. */
  readonly threshold: number;
  /** Expected level of the why-link from which it is 2, and from which it is 3. */
  readonly cuts: readonly [number, number];
}

export interface RawLinks {
  readonly threshold: number;
  readonly cuts: readonly number[];
  readonly link: RawLinear;
  readonly why: RawLinear;
}

export function linkModel(raw: RawLinks): LinkModel {
  return { link: linearModel(raw.link), why: linearModel(raw.why), threshold: raw.threshold, cuts: [raw.cuts[0] ?? 1, raw.cuts[1] ?? 2] };
}

/** Links of one recommendation at most. */
const MOST = 3;
/** A paragraph that is referred to may hold many sentences: the likeliest of them. */
const MOST_STATED = 3;

/** Links by recommendation unit, the surest first. `recommendations` tell how each is made, where that is known. */
export function findLinks(units: readonly LinkUnit[], model: Pick<LinkModel, 'link' | 'threshold'>, recommendations: readonly LinkedRecommendation[] = [], memo?: Memo): ReadonlyMap<string, readonly Link[]> {
  return new Map(linkLooks(units, model, recommendations, memo).flatMap(({ from, links }) => (links.length === 0 ? [] : [[from, links] as const])));
}

/** What is known of one recommendation's links, and how it stands to everything that it could answer. */
export interface LinkLook {
  readonly from: string;
  readonly links: readonly Link[];
  /** How likely it answers anything at all, from 0 to 1. */
  readonly any: number;
  readonly options: readonly { readonly unit: string; readonly share: number; readonly likeness: number }[];
}

export function linkLooks(units: readonly LinkUnit[], model: Pick<LinkModel, 'link' | 'threshold'>, recommendations: readonly LinkedRecommendation[] = [], memo?: Memo): readonly LinkLook[] {
  return linkChoices(units, recommendations, memo).map((choice) => {
    const shares = sharesOf(choice, model.link);
    return { from: choice.from.id, links: linksOf(choice, shares, model.threshold), any: 1 - (shares.at(-1) ?? 1), options: choice.options.map(({ to, likeness }, index) => ({ unit: to.id, share: shares[index] ?? 0, likeness })) };
  });
}

function linksOf(choice: Choice, shares: readonly number[], threshold: number): readonly Link[] {
  const options = choice.options.map(({ to, stated }, index) => ({ unit: to.id, stated, share: shares[index] ?? 0 })).sort((a, b) => b.share - a.share);
  const stated = options.filter((option) => option.stated).slice(0, MOST_STATED).map(({ unit }): Link => ({ unit, by: 'stated', confidence: 1 }));
  // What the text states is the answer; nothing is added to it.
  if (stated.length > 0) return stated;
  return options.slice(0, MOST).flatMap(({ unit, share }): readonly Link[] => (share < threshold ? [] : [{ unit, by: 'inferred', confidence: Math.min(0.99, Math.round(share * 100) / 100) }]));
}

/** Share of each option among all of them and none. */
export function sharesOf({ options, none }: Choice, link: LinkModel['link']): readonly number[] {
  return softmax([...options.map(({ features }) => features), none].map((features) => scores(link, valuedFeatures(features))[0] ?? 0));
}
