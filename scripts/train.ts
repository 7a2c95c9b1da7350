/**
 * Trains the classifiers on the training and development reviews of the corpus: `npm run train`. The same corpus gives the same bytes.
 *   --cross [FOLDS]   writes nothing; prints figures for kinds by leaving authors out, one at a time or in so many groups; with --curve also for a third and two thirds of the authors
 *   --levels          writes nothing; prints figures of the level models by leaving authors out
 *   --elements        writes only what the elements need (levels), and leaves the weights for kinds as they are
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { RawLinear } from '../src/language/linear.ts';
import { loadModels } from '../src/node/models.ts';
import { loadSources } from './train/corpus.ts';
import { cross, crossText } from './train/cross.ts';
import { featured, trainKinds } from './train/kinds.ts';
import { levelExamples, levelModel, reportLevels } from './train/levels.ts';

const MODELS = new URL('../models/', import.meta.url);
const models = loadModels();
const words = process.argv.slice(2);

if (words.includes('--levels')) {
  reportLevels('action', models);
  reportLevels('type', models);
} else if (words.includes('--elements')) {
  writeElements();
} else {
  const prior = JSON.parse(readFileSync(new URL('unit-prior.json', MODELS), 'utf8')) as RawLinear;
  const all = featured(await loadSources(['train', 'dev'], models), prior, models);
  if (words.includes('--cross')) crossed();
  else write();

  function crossed(): void {
    const folds = Number(words[words.indexOf('--cross') + 1] ?? Number.NaN) || Number.POSITIVE_INFINITY;
    const { rules, first, both } = cross(all, { folds });
    process.stdout.write(crossText('rules alone', rules) + crossText('first model', first) + crossText('both', both, { confusion: true }));
    for (const keep of words.includes('--curve') ? [1 / 3, 2 / 3] : []) process.stdout.write(crossText(`both, ${keep.toFixed(2)} of the other authors`, cross(all, { folds, keep }).both));
  }

  function write(): void {
    const kinds = trainKinds(all, [...all.sources.keys()]);
    writeElements();
    save('unit-classifier.json', { about: 'Kinds of units. Made by `npm run train` from the training and development reviews of samples/corpus; do not edit. Card: models/unit-classifier.md.', ...kinds });
  }
}

function writeElements(): void {
  const levels = levelExamples(['train', 'dev'], models);
  save('level-classifier.json', { about: 'Levels of action and types of action, held near the rules. Made by `npm run train`; do not edit. Card: models/level-classifier.md.', action: levelModel(levels, 'action'), type: levelModel(levels, 'type') });
}

function save(name: string, value: unknown): void {
  writeFileSync(new URL(name, MODELS), `${JSON.stringify(value)}\n`);
}
