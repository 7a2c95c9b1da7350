import { nearDuplicates } from './near.ts';
import type { ReviewRecord } from './record.ts';

/** Why a file is not counted. */
export type Left = 'same bytes' | 'same text' | 'nearly the same text' | 'plan of a submission' | 'not read';

export interface Counted {
  readonly record: ReviewRecord;
  readonly left: Left | null;
  /** Number of the review that it repeats. */
  readonly of: number | null;
}

/** Marks the files that are counted once already: the first in the order of files counts. */
export function markDuplicates(records: readonly ReviewRecord[]): readonly Counted[] {
  const byBytes = new Map<string, number>();
  const byText = new Map<string, number>();
  const near = nearDuplicates(records.map(({ signature }) => signature));
  const roots: number[] = [];
  return records.map((record, index) => {
    const nearest = near[index] ?? null;
    const same = firstOf(byBytes, record.sha256, index);
    const text = firstOf(byText, record.textSha256 ?? '', index);
    const of = record.read ? same ?? text ?? nearest : null;
    const root = of === null ? index : roots[of] ?? of;
    roots.push(root);
    const left: Left | null = !record.read ? 'not read' : same !== null ? 'same bytes' : text !== null ? 'same text' : nearest !== null ? 'nearly the same text' : record.plan ? 'plan of a submission' : null;
    return { record, left, of: of === null ? null : records[root]?.n ?? null };
  });
}

function firstOf(seen: Map<string, number>, key: string, index: number): number | null {
  if (key === '') return null;
  const first = seen.get(key);
  if (first === undefined) seen.set(key, index);
  return first ?? null;
}
