/**
 * How the codes of themes agree with the corpus's coded passages: samples/corpus/themes/*.csv → models/themes.md.
 * Usage: npm run themes
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { codebookAt } from '../src/cli/codebook-file.ts';
import { themesCard } from '../src/report/themes-card.ts';
import { agree } from '../src/research/agree.ts';
import type { CodedUnit } from '../src/research/coders.ts';
import { coderFromRows, unitKey } from '../src/research/coders.ts';
import { readRows } from '../src/research/rows.ts';
import { evaluateThemes } from '../src/research/theme-evaluation.ts';

const FOLDER = new URL('../samples/corpus/themes/', import.meta.url);
const { book } = codebookAt(undefined);
const table = (name: string): ReturnType<typeof readRows> => readRows(readFileSync(new URL(`${name}.csv`, FOLDER)));
const settled = table('settled');
const split = new Map(settled.rows.map(({ cells }) => [unitKey({ document: cells['document'] ?? '', unit: cells['unit'] ?? '' }), cells['split']]));
const { units } = coderFromRows('settled', settled, book);
const of = (name: string): readonly CodedUnit[] => units.filter((unit) => split.get(unitKey(unit)) === name);

writeFileSync(new URL('../models/themes.md', import.meta.url), themesCard({
  book, coders: agree(['coder-a', 'coder-b'].map((name) => coderFromRows(name, table(name), book))), settled: settled.rows.filter(({ cells }) => cells['note'] === 'settled').length,
  splits: ['train', 'dev'].map((name) => ({ name, evaluation: evaluateThemes(of(name), book) })),
}));
