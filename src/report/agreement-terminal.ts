import type { Agreement } from '../research/agree.ts';
import type { Provenance } from '../research/provenance.ts';
import { provenanceLine } from '../research/provenance.ts';
import { agreementTables, disagreementHead } from './agreement-tables.ts';
import { tableText } from './evaluation-terminal.ts';
import { shortened, wrap } from './wrap.ts';

const WIDTH = 80;

/** Agreement for a terminal, 80 columns wide, with the first `listed` disagreements. */
export function agreementTerminal(result: Agreement, listed: number, made: Provenance): string {
  const { coders, disagreements } = result;
  const shown = disagreements.slice(0, listed);
  const list = shown.flatMap((one) => ['', ...wrap(disagreementHead(coders, one), WIDTH, '  '), ...(one.text === null ? [] : wrap(`“${shortened(one.text, 300)}”`, WIDTH, '    '))]);
  const title = `Disagreements: ${disagreements.length}${shown.length < disagreements.length ? `, the first ${shown.length} here; --format csv lists all` : ''}`;
  return `${[...agreementTables(result).map(tableText), [title, ...list].join('\n'), wrap(`Made by ${provenanceLine(made)}.`, WIDTH).join('\n')].join('\n\n')}\n`;
}
