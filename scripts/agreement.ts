/**
 * Agreement of the corpus's two blind coders, from samples/corpus/coders/*.csv to samples/corpus/agreement.json.
 * Usage: npm run agreement
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { agree } from '../src/research/agree.ts';
import { coderFromRows } from '../src/research/coders.ts';
import { readRows } from '../src/research/rows.ts';

const CORPUS = new URL('../samples/corpus/', import.meta.url);
const REPORTED = ['kind', 'form', 'agency', 'action', 'measure', 'deadline', 'actionType', 'whyLink', 'clicheBurden'];

const coders = ['coder-a', 'coder-b'].map((name) => coderFromRows(name, readRows(readFileSync(new URL(`coders/${name}.csv`, CORPUS)))));
const { documents, units, variables } = agree(coders);

writeFileSync(new URL('agreement.json', CORPUS), `${JSON.stringify({
  note: 'Two runs of one language model, blind to each other and to the authors’ labels; not people. Being one model they agree more than people would. '
    + 'Krippendorff’s alpha, nominal for kind and ordinal for the rest, with 95 per cent bootstrap intervals over documents. '
    + 'Kind rests on every unit, the rest on the units that both took for recommendations.',
  documents, units,
  alpha: Object.fromEntries(REPORTED.flatMap((id) => variables.filter((variable) => variable.id === id).map(({ alpha, n }) => [id, { ...alpha, n }]))),
}, null, 2)}\n`);
