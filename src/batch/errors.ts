import { existsSync, readFileSync } from 'node:fs';
import type { MeasuredErrors } from '../report/dashboard-figures.ts';

const FILE = new URL('../../models/evaluation.json', import.meta.url);

/** The tool's own measured error for each measure, in words; empty where nothing was measured yet. */
export function loadErrors(): MeasuredErrors {
  if (!existsSync(FILE)) return {};
  const { shown } = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly shown?: MeasuredErrors };
  return shown ?? {};
}
