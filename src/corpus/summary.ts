/**
 * Many reviews → the figures of a batch. Kinds of document are never pooled.
 */
import type { DocumentKind } from '../critique.ts';
import type { Counted } from './duplicates.ts';
import { ITEM_MEASURES, REVIEW_MEASURES } from './measures.ts';
import type { ItemRecord, ReviewRecord } from './record.ts';
import type { Share } from './shares.ts';
import { clusteredShares, rounded, wilson } from './shares.ts';

/** Fewer reviews than this are not shown as a group: their figures say little, and point to persons. */
export const FEWEST = 10;

/** One review as counted: a file, or the files of one submission together. */
export interface Review {
  readonly record: ReviewRecord;
  readonly items: readonly ItemRecord[];
  readonly learning: number;
  readonly cliches: Readonly<Record<string, number>>;
}

export interface Spread {
  readonly least: number;
  readonly quarter: number;
  readonly median: number;
  readonly threeQuarters: number;
  readonly most: number;
  readonly mean: number;
  /** Numbers of reviews with 0, 1, 2 … of the thing; the last holds all above. */
  readonly histogram: readonly number[];
}

export interface Figures {
  readonly reviews: number;
  readonly items: number;
  readonly ofItems: Readonly<Record<string, Share>>;
  readonly ofReviews: Readonly<Record<string, Share>>;
  readonly cliches: readonly { readonly id: string; readonly share: Share; readonly uses: number }[];
  readonly recommendationsEach: Spread;
  readonly learningEach: Spread;
}

export interface Breakdown {
  readonly by: 'year' | 'incident' | 'age';
  readonly groups: readonly { readonly name: string; readonly reviews: number; readonly ofItems: Readonly<Record<string, Share>> }[];
  /** Groups, and reviews in them, that are not shown. */
  readonly suppressed: { readonly groups: number; readonly reviews: number };
}

export interface TypeSummary {
  readonly type: DocumentKind;
  /** Null where there are fewer than ten reviews. */
  readonly figures: Figures | null;
  readonly reviews: number;
  readonly breakdowns: readonly Breakdown[];
}

export interface CorpusSummary {
  readonly files: number;
  readonly unread: number;
  readonly duplicates: number;
  readonly plans: number;
  readonly types: readonly TypeSummary[];
}

const ORDER: readonly DocumentKind[] = ['lcspr', 'rapid-review', 'serious-case-review', 'thematic-review', 'inspection', 'action-plan', 'list', 'briefing', 'other'];
export const HISTOGRAM_LAST = 30;

export function summariseCorpus(counted: readonly Counted[]): CorpusSummary {
  const reviews = reviewsOf(counted);
  return {
    files: counted.length,
    unread: counted.filter(({ left }) => left === 'not read').length,
    duplicates: counted.filter(({ of }) => of !== null).length,
    plans: counted.filter(({ left }) => left === 'plan of a submission').length,
    types: ORDER.flatMap((type) => typeSummary(type, reviews.filter(({ record }) => record.type === type))),
  };
}

/** Files of one submission make one review; what one of them repeats of another was left out as a repeat. */
export function reviewsOf(counted: readonly Counted[]): readonly Review[] {
  const bySubmission = new Map<string, Counted[]>();
  for (const one of counted) {
    if (one.left !== null) continue;
    // A submission that holds a rapid review and an LCSPR is two reviews: they are never pooled.
    const key = one.record.submission === null ? `file ${one.record.n}` : `submission ${one.record.submission} ${one.record.type}`;
    bySubmission.set(key, [...(bySubmission.get(key) ?? []), one]);
  }
  return [...bySubmission.values()].map(joinFiles);
}

function joinFiles(files: readonly Counted[]): Review {
  const records = files.map(({ record }) => record);
  const first = records[0] as ReviewRecord;
  if (records.length === 1) return { record: first, items: first.items, learning: first.kinds['learning-point'], cliches: first.cliches };
  const seen = new Set<string>();
  const items = records.flatMap((record) => record.items).filter(({ text }) => {
    const plain = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    return !seen.has(plain) && seen.add(plain);
  });
  const cliches: Record<string, number> = {};
  for (const record of records) for (const [id, uses] of Object.entries(record.cliches)) cliches[id] = (cliches[id] ?? 0) + uses;
  return { record: first, items, learning: records.reduce((sum, record) => sum + record.kinds['learning-point'], 0), cliches };
}

function typeSummary(type: DocumentKind, reviews: readonly Review[]): readonly TypeSummary[] {
  if (reviews.length === 0) return [];
  if (reviews.length < FEWEST) return [{ type, reviews: reviews.length, figures: null, breakdowns: [] }];
  const by = (['year', 'incident', 'age'] as const).map((field) => breakdown(field, reviews));
  return [{ type, reviews: reviews.length, figures: figuresOf(reviews), breakdowns: by.filter(({ groups, suppressed }) => groups.length + suppressed.groups > 0) }];
}

export function figuresOf(reviews: readonly Review[]): Figures {
  return {
    reviews: reviews.length,
    items: reviews.reduce((sum, { items }) => sum + items.length, 0),
    ofItems: itemShares(reviews),
    ofReviews: Object.fromEntries(REVIEW_MEASURES.map(({ id, hit }) => [id, wilson(reviews.filter(({ record, items }) => hit(record, items)).length, reviews.length)])),
    cliches: clicheShares(reviews),
    recommendationsEach: spread(reviews.map(({ items }) => items.length)),
    learningEach: spread(reviews.map(({ learning }) => learning)),
  };
}

export function itemShares(reviews: readonly Review[]): Record<string, Share> {
  const hits = reviews.map(({ items }) => ITEM_MEASURES.map(({ hit }) => items.filter(hit).length));
  const of = reviews.map(({ items }) => ITEM_MEASURES.map(() => items.length));
  const shares = clusteredShares(hits, of, ITEM_MEASURES.length);
  return Object.fromEntries(ITEM_MEASURES.map(({ id }, index) => [id, shares[index] as Share]));
}

function clicheShares(reviews: readonly Review[]): Figures['cliches'] {
  const ids = [...new Set(reviews.flatMap(({ cliches }) => Object.keys(cliches)))];
  return ids.map((id) => ({
    id, uses: reviews.reduce((sum, { cliches }) => sum + (cliches[id] ?? 0), 0),
    share: wilson(reviews.filter(({ cliches }) => (cliches[id] ?? 0) > 0).length, reviews.length),
  })).sort((a, b) => b.share.hits - a.share.hits || b.uses - a.uses || (a.id < b.id ? -1 : 1));
}

function spread(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const low = sorted[Math.floor(place)] ?? 0;
    return rounded(low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place)));
  };
  const histogram = Array.from({ length: HISTOGRAM_LAST + 1 }, (_, number) => numbers.filter((own) => Math.min(own, HISTOGRAM_LAST) === number).length);
  return { least: at(0), quarter: at(0.25), median: at(0.5), threeQuarters: at(0.75), most: at(1), mean: rounded(numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length)), histogram };
}

/** A group that is hidden alone could be worked out from the whole: then the next smallest is hidden too. */
function breakdown(by: Breakdown['by'], reviews: readonly Review[]): Breakdown {
  const groups = new Map<string, Review[]>();
  for (const review of reviews) {
    const name = review.record[by];
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), review]);
  }
  const bySize = [...groups.entries()].sort((a, b) => a[1].length - b[1].length || (a[0] < b[0] ? -1 : 1));
  const small = bySize.filter(([, own]) => own.length < FEWEST).length;
  const hidden = new Set(bySize.slice(0, small === 1 ? 2 : small).map(([name]) => name));
  const shown = [...groups.entries()].filter(([name]) => !hidden.has(name)).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return {
    by,
    groups: shown.map(([name, own]) => ({ name, reviews: own.length, ofItems: itemShares(own) })),
    suppressed: { groups: hidden.size, reviews: [...hidden].reduce((sum, name) => sum + (groups.get(name)?.length ?? 0), 0) },
  };
}
