import { randomFrom } from './random.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  /** Default 1000. */
  readonly resamples?: number;
  /** Default 2029. */
  readonly seed?: number;
  /** Default 0.95. */
  readonly level?: number;
}

/** Fewer clusters than this give no interval: resampling two reviews says little about a third. */
const FEWEST_CLUSTERS = 3;

/**
 * Percentile bootstrap over clusters (Efron & Tibshirani 1993, chapter 13; clusters as in Davison & Hinkley 1997, section 3.8): whole reviews are
 * drawn with replacement, because the units of one review are written by one hand and are not independent.
 * `resampled` gets the indexes that were drawn and returns one value for each statistic, null where it is not defined.
 * Returns one interval for each statistic; null where fewer than nine in ten resamples define it.
 */
export function bootstrap(clusters: number, statistics: number, resampled: (drawn: readonly number[]) => readonly (number | null)[], options: BootstrapOptions = {}): (Interval | null)[] {
  const { resamples = 1000, seed = 2029, level = 0.95 } = options;
  if (clusters < FEWEST_CLUSTERS) return Array.from({ length: statistics }, () => null);
  const random = randomFrom(seed);
  const values: number[][] = Array.from({ length: statistics }, () => []);
  for (let round = 0; round < resamples; round += 1) {
    const drawn = Array.from({ length: clusters }, () => Math.floor(random() * clusters));
    resampled(drawn).forEach((value, index) => {
      if (value !== null) values[index]?.push(value);
    });
  }
  return values.map((own) => (own.length < resamples * 0.9 ? null : interval(own, level)));
}

/** The middle `level` of the values. */
function interval(values: readonly number[], level: number): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}

/** Linear interpolation between order statistics (Hyndman & Fan 1996, type 7). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low = Number.NaN, high = low] = [sorted[below], sorted[below + 1]];
  return low + (high - low) * (place - below);
}
