import type { Test } from '../research/chi-square.ts';
import type { Sample, SampleOptions } from '../research/sample.ts';
import { VERSION } from '../version.ts';
import type { Table } from './evaluation-tables.ts';
import { tableText } from './evaluation-terminal.ts';
import { wrap } from './wrap.ts';

/** A paragraph that can be pasted into a paper. */
export function methodsParagraph(sample: Sample, options: SampleOptions): string {
  const { frame, counts, matchedDrawn, cells, balance, chosen, coverage } = sample;
  const { strata, every, small, starts, seed, matched } = options;
  const drawn = counts.systematic + counts['small cell'];
  const tests = balance.flatMap(({ column, test }) => (test === null ? [] : [`${column} (${testWords(test)})`]));
  const rough = balance.some(({ test }) => test?.name === 'chi-square' && test.smallestExpected < 5);
  return [
    `From a frame of ${frame} cases, ordered into ${cells.length} blocks by ${listed(strata)}, ${counts.systematic} were drawn by systematic sampling: every ${ordinal(every)} case after a random start`,
    `${starts === 'one' ? 'through all blocks in turn' : 'in each block'}. Blocks with fewer than ${small} cases were taken whole (${counts['small cell']} cases), which gave ${drawn} (${percent(drawn, frame)}).`,
    ...(matched === null ? [] : [`${counts.matched + matchedDrawn} cases marked in "${matched}" were to be included; ${matchedDrawn} of them had been drawn and ${counts.matched} were added, which gave ${chosen.length}.`]),
    ...(tests.length === 0 ? [] : [`The ${drawn} drawn were compared with the remaining ${frame - drawn} by ${listed(tests)}.${rough ? ' Some expected counts are below 5, so that these chi-square tests are rough.' : ''}`,
      'A test that finds no difference does not show that there is none.']),
    ...coverage.map(({ column, sample: own, frame: all }) => `The cases drawn are from ${own} of the ${all} values of ${column} in the frame (${percent(own, all)}).`),
    `Seed ${seed}; Second Question ${VERSION}. The method follows Appendix 1 of Dickens et al. (2021), Annual review of LCSPRs and rapid reviews.`,
  ].join(' ');
}

export function sampleTerminal(sample: Sample, options: SampleOptions): string {
  return `${[wrap(methodsParagraph(sample, options), 80).join('\n'), ...sampleTables(sample, options).map(tableText)].join('\n\n')}\n`;
}

function sampleTables({ cells, balance, counts, frame, empty }: Sample, { strata }: SampleOptions): Table[] {
  const drawn = counts.systematic + counts['small cell'];
  return [
    {
      title: 'Blocks', note: `* taken whole${empty.length === 0 ? '' : `. Without a case: ${empty.slice(0, 12).map((values) => values.join(' · ')).join('; ')}${empty.length > 12 ? ` and ${empty.length - 12} more` : ''}`}`, head: [strata.join(' · '), 'frame', 'sample'],
      rows: cells.map(({ values, frame: all, sampled, whole }) => [values.join(' · '), String(all), `${sampled}${whole ? '*' : ' '}`]),
    },
    ...balance.map(({ column, rows, test }) => ({
      title: `Balance on ${column}`, note: test === null ? 'Only one value: nothing to test.' : testWords(test), head: ['', 'sample', '%', 'remainder', '%'],
      rows: rows.map(({ value, sample: own, remainder }) => [value, String(own), percent(own, drawn), String(remainder), percent(remainder, frame - drawn)]),
    })),
  ];
}

export function testWords({ name, statistic, df, p }: Test): string {
  const chance = p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
  return name === 'Fisher' ? `Fisher’s exact test, ${chance}` : `chi-square ${(statistic ?? 0).toFixed(2)}, ${df} df, ${chance}`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function ordinal(number: number): string {
  const ending = number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
