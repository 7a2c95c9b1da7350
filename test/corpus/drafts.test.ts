import { expect, test } from 'vitest';
import { compareDrafts } from '../../src/corpus/drafts.ts';
import type { Critique } from '../../src/critique.ts';
import { loadModels } from '../../src/node/models.ts';
import { loadPipeline } from '../../src/node/pipelines.ts';
import { critique } from '../../src/pipeline.ts';

const models = loadModels();
const pipeline = loadPipeline('list').config;

function draft(...asks: readonly string[]): Promise<Critique> {
  return critique(`Recommendations\n\n${asks.map((ask, index) => `${index + 1}. ${ask}`).join('\n\n')}\n`, { name: 'draft.txt', models, pipeline });
}

const TASK = 'Tidewell Police should audit forty closed files for a recorded reason.';

test('more specific, only longer, in other words, gone and new', async () => {
  const earlier = await draft(TASK, 'Partners should strengthen their arrangements for information sharing.', 'The school should publish its map of safe routes home.');
  const later = await draft(
    'Tidewell Police should audit forty closed files for a recorded reason by 31 March 2032.',
    'Partners should strengthen their arrangements for information sharing, bearing in mind all that has been said above about the many arrangements for it.',
    'The integrated care board should add a question about debt to its booking form.',
  );
  const pairs = compareDrafts(earlier, later);
  expect(pairs.map(({ change }) => change)).toEqual(['more-specific', 'longer', 'new', 'gone']);
  expect(pairs[0]?.raised).toEqual(['deadline']);
});

test('a recommendation that moved is found by its words', async () => {
  const other = 'The school should publish its map of safe routes home.';
  const pairs = compareDrafts(await draft(TASK, other), await draft(other, TASK));
  expect(pairs.map(({ change, earlier, later }) => [change, earlier, later])).toEqual([['same', 'r2', 'r1'], ['same', 'r1', 'r2']]);
});

test('two empty drafts have nothing to compare', async () => {
  expect(compareDrafts(await draft(), await draft())).toEqual([]);
});
