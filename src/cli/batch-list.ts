/**
 * What a batch knows of each file from its metadata and from the other files: `reviews.csv` of its results.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentKind } from '../critique.ts';
import { KIND_OF_DOCUMENT } from '../report/words.ts';
import { readRows } from '../research/rows.ts';

export interface ListedReview {
  readonly file: string;
  readonly kind: DocumentKind | null;
  readonly year: string | null;
  /** Why it is not counted: a copy, the plan of a submission, not read; null where it is counted. */
  readonly left: string | null;
}

/** By file. Empty where the results have no such table. */
export function listedReviews(folder: string): ReadonlyMap<string, ListedReview> {
  const path = join(folder, 'reviews.csv');
  if (!existsSync(path)) return new Map();
  const kinds = new Map((Object.entries(KIND_OF_DOCUMENT) as [DocumentKind, string][]).map(([kind, words]) => [words, kind]));
  return new Map(readRows(new Uint8Array(readFileSync(path))).rows.map(({ cells }): [string, ListedReview] => {
    const file = cells['file'] ?? '';
    return [file, { file, kind: kinds.get(cells['review_type'] ?? '') ?? null, year: cells['year'] || null, left: cells['counted'] === 'no' ? (cells['not_counted_why'] || 'not counted') : null }];
  }));
}
