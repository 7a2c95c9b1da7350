import type { Agreement } from '../research/agree.ts';
import type { Provenance } from '../research/provenance.ts';
import { provenanceLine } from '../research/provenance.ts';
import { csvLine, MARK } from './csv.ts';

/** Every disagreement, one row each, with a blank column for what the coders settle on. */
export function disagreementsCsv({ coders, disagreements }: Agreement, made: Provenance): string {
  const head = csvLine(['document', 'unit', 'variable', ...coders, 'settled', 'text', 'made_by']);
  return MARK + head + disagreements.map(({ document, unit, variable, codes, text }) => csvLine([document, unit, variable, ...codes, null, text, provenanceLine(made)])).join('');
}
