import type { BootstrapOptions, Interval } from './bootstrap.ts';
import { bootstrap } from './bootstrap.ts';
import type { Metric } from './metrics.ts';
import type { Counts } from './tally.ts';

/** A value with its 95 per cent interval; null where it is not defined or there are too few reviews to say. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Figure extends Estimate {
  readonly id: string;
  /** Cases that it rests on. */
  readonly n: number;
}

/** Every metric over the given clusters (reviews), with bootstrap intervals. */
export function figures(clusters: readonly Counts[], metrics: readonly Metric[], options: BootstrapOptions = {}): Figure[] {
  const names = [...new Set(metrics.flatMap(({ from }) => from))];
  const place = new Map(names.map((name, index) => [name, index]));
  const rows = clusters.map((counts) => Float64Array.from(names, (name) => counts[name] ?? 0));
  const parts = metrics.map(({ from }) => from.map((name) => place.get(name) ?? 0));
  const sums = (drawn: readonly number[]): Float64Array => {
    const total = new Float64Array(names.length);
    for (const index of drawn) rows[index]?.forEach((count, at) => { total[at] = (total[at] ?? 0) + count; });
    return total;
  };
  const own = (total: Float64Array, metric: number): number[] => (parts[metric] ?? []).map((at) => total[at] ?? 0);
  const whole = sums(clusters.map((_, index) => index));
  const intervals = bootstrap(clusters.length, metrics.length, (drawn) => {
    const total = sums(drawn);
    return metrics.map((metric, index) => metric.value(own(total, index)));
  }, options);
  return metrics.map((metric, index) => {
    const counts = own(whole, index);
    return { id: metric.id, n: metric.n(counts), ...estimate(metric.value(counts), intervals[index] ?? null) };
  });
}

/** Rounded to four places, so that the same reviews give the same bytes. */
export function estimate(value: number | null, interval: Interval | null): Estimate {
  return { value: rounded(value), low: value === null ? null : rounded(interval?.low ?? null), high: value === null ? null : rounded(interval?.high ?? null) };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
