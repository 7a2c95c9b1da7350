import { UsageError } from './usage-error.ts';

/** A whole number as it was written for an option. @throws UsageError that names the option and what was written. */
export function wholeNumber(option: string, written: string): number {
  if (!/^\d{1,9}$/.test(written)) throw new UsageError(`${option} must be a whole number from 0, but is "${written}".`);
  return Number(written);
}
