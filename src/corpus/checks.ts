/**
 * Thirty units drawn by seed and all that the tool is unsure of, for a person to look at.
 */
import type { Kind } from '../critique.ts';
import { randomFrom } from '../research/random.ts';

export interface Candidate {
  readonly review: string;
  readonly file: string;
  readonly unit: string;
  /** Survives edits elsewhere: a verdict stays with its words. */
  readonly key: string;
  readonly kind: Kind;
  readonly alternative: Kind | null;
  readonly confidence: number;
  readonly page: number | null;
  readonly text: string;
}

export interface Check extends Candidate {
  readonly why: 'drawn' | 'unsure';
}

export const DRAWN = 30;
export const CHECK_SEED = 2029;
/** What a spreadsheet can hold and a person could ever look at. */
export const MOST_UNSURE = 5_000;

/** Gathers candidates one by one and keeps only those that are needed: memory does not grow with the batch. */
export function checkDraw(seed: number = CHECK_SEED): { readonly offer: (candidate: Candidate) => void; readonly result: () => { readonly checks: readonly Check[]; readonly unsureLeftOut: number } } {
  const random = randomFrom(seed);
  const drawn: { at: number; candidate: Candidate }[] = [];
  const unsure: Candidate[] = [];
  const count = { sure: 0, leftOut: 0 };
  return {
    offer: (candidate) => {
      if (candidate.alternative !== null) {
        if (unsure.length < MOST_UNSURE) unsure.push(candidate);
        else count.leftOut += 1;
      }
      if (candidate.kind === 'other') return;
      // Reservoir sampling (Vitter 1985, algorithm R): every unit has the same chance, and none has to be kept.
      const place = count.sure < DRAWN ? count.sure : Math.floor(random() * (count.sure + 1));
      if (place < DRAWN) drawn[place] = { at: count.sure, candidate };
      count.sure += 1;
    },
    result: () => {
      const first = [...drawn].sort((a, b) => a.at - b.at).map(({ candidate }): Check => ({ ...candidate, why: 'drawn' }));
      const keys = new Set(first.map(idOf));
      return { checks: [...first, ...unsure.filter((one) => !keys.has(idOf(one))).map((one): Check => ({ ...one, why: 'unsure' }))], unsureLeftOut: count.leftOut };
    },
  };
}

export function idOf({ file, key }: Pick<Candidate, 'file' | 'key'>): string {
  return `${file}\n${key}`;
}

export interface Verdict {
  readonly file: string;
  readonly key: string;
  readonly kind: string;
  readonly why: string;
  readonly verdict: string;
}

export interface Tally {
  readonly right: number;
  readonly of: number;
}

/** Verdicts by words that people use. Others are kept and not counted. */
export function isRight(verdict: string): boolean | null {
  const plain = verdict.trim().toLowerCase();
  if (/^(?:right|r|yes|y|correct|true|ok|agree|✓|✔|1)\b|^[✓✔]/u.test(plain)) return true;
  return /^(?:wrong|w|no|n|incorrect|false|disagree|✗|✘|x|0)\b|^[✗✘]/u.test(plain) ? false : null;
}

/** Of those drawn, which tell about the whole batch, and of the unsure ones, which don't. A verdict on a kind that was since judged anew counts no more. */
export function tallyChecks(checks: readonly Check[], verdicts: ReadonlyMap<string, Verdict>): Readonly<Record<Check['why'], Tally>> {
  const tally = (why: Check['why']): Tally => {
    const judged = checks.filter((check) => check.why === why).flatMap((check) => {
      const verdict = verdicts.get(idOf(check));
      const right = verdict === undefined || verdict.kind !== check.kind ? null : isRight(verdict.verdict);
      return right === null ? [] : [right];
    });
    return { right: judged.filter(Boolean).length, of: judged.length };
  };
  return { drawn: tally('drawn'), unsure: tally('unsure') };
}
