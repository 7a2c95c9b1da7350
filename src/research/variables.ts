import type { Kind } from '../critique.ts';
import { KINDS } from '../critique.ts';
import { SCALES, STEPS } from './scales.ts';

/** How the values of a variable are ordered; decides which alpha is its own. */
export type Order = 'nominal' | 'ordinal' | 'interval';

/** Something that coders decide about each unit. */
export interface Variable {
  readonly id: string;
  readonly order: Order;
  /** All values, from low to high; null where any value may be given. */
  readonly values: readonly string[] | null;
  /** A value as it is written in a file, brought to its one form; null where it is no value of the variable. */
  readonly normal: (written: string) => string | null;
  /** One of many codes that a passage may have: yes or no. */
  readonly label?: boolean;
}

const LETTERS: Readonly<Record<string, Kind>> = { r: 'recommendation', l: 'learning-point', f: 'finding', g: 'good-practice', q: 'question', a: 'action-taken', o: 'other' };

const FORMS: readonly string[] = ['fact', 'learning', 'soft', 'directive'];

/** The variables of the codebook, in the order of the tables: kind, then what is decided about a recommendation. */
export const VARIABLES: readonly Variable[] = [
  { id: 'kind', order: 'nominal', values: KINDS, normal: (written) => LETTERS[written.toLowerCase()] ?? KINDS.find((kind) => kind === written.toLowerCase()) ?? null },
  scale('form', (written) => (FORMS.includes(written) ? String(FORMS.indexOf(written)) : null)),
  ...SCALES.filter((id) => !['form', 'tier', 'trainingOnly'].includes(id)).map((id) => scale(id)),
  scale('clicheBurden'),
  { id: 'trainingOnly', order: 'nominal', values: STEPS.trainingOnly, normal: (written) => ({ yes: 'yes', true: 'yes', '1': 'yes', no: 'no', false: 'no', '0': 'no' })[written.toLowerCase()] ?? null },
];

/** A column that is not of the codebook: ordered where all its values are whole numbers. */
export function ownVariable(id: string, written: readonly string[]): Variable {
  const numbers = written.every((value) => /^-?\d{1,9}$/.test(value));
  const values = [...new Set(written)].sort((a, b) => (numbers ? Number(a) - Number(b) : a < b ? -1 : 1));
  return { id, order: numbers ? 'ordinal' : 'nominal', values, normal: (value) => value };
}

/** Levels 0 to 3, written as a digit or with the letter of their dimension ("A3"). */
function scale(id: string, also: (written: string) => string | null = () => null): Variable {
  return { id, order: 'ordinal', values: ['0', '1', '2', '3'], normal: (written) => /^[A-Za-z]?([0-3])$/.exec(written)?.[1] ?? also(written) };
}
