import { describe, expect, test } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { applyDecisions, decisionFile, decisionWords, parseDecisions } from '../../src/judge/decisions.ts';
import { loadModels } from '../../src/node/models.ts';
import { loadPipeline } from '../../src/node/pipelines.ts';
import { critique } from '../../src/pipeline.ts';
import { wireProblems } from '../support/schema.ts';

const models = loadModels();
const pipeline = loadPipeline('list').config;
const ASK = 'Tidewell Police should embed a robust map of services.';

function draft(before = ''): Promise<Critique> {
  return critique(`${before}Recommendations\n\n1. ${ASK}\n\n2. The school should publish its map of safe routes home.\n`, { name: 'draft.txt', models, pipeline });
}

const notOne = { rule: 'kind/recommendation', words: decisionWords(ASK), reason: 'A heading.' };

describe('applyDecisions', () => {
  test('none changes nothing', async () => {
    const made = await draft();
    expect(applyDecisions(made, [])).toBe(made);
  });

  test('a unit that is none is left out of the summary and kept with its status', async () => {
    const made = applyDecisions(await draft(), [notOne]);
    expect(made.summary.recommendations).toBe(1);
    expect(made.items).toHaveLength(2);
    expect(made.units.find(({ decision }) => decision !== undefined)?.decision).toEqual({ status: 'not-so', reason: 'A heading.' });
    expect(wireProblems(made)).toEqual([]);
  });

  test('it survives edits elsewhere, and other punctuation', async () => {
    const made = applyDecisions(await draft('Introduction\n\nA sentence more.\n\n'), [{ ...notOne, words: 'TIDEWELL police, should embed a “robust” map of services' }].map((one) => ({ ...one, words: decisionWords(one.words) })));
    expect(made.summary.recommendations).toBe(1);
  });

  test('a disputed level counts neither for nor against', async () => {
    const before = await draft();
    const rule = before.recommendations[0]?.rules.find(({ dimension }) => dimension === 'agency')?.id ?? '';
    const made = applyDecisions(before, [{ rule, words: decisionWords(ASK), reason: 'The force is not the owner.' }]);
    expect(made.summary.namedAgency).toBe(before.summary.namedAgency - 1);
    expect(made.summary.recommendations).toBe(2);
    expect(Object.values(made.summary.tiers).reduce((sum, number) => sum + number, 0)).toBe(1);
  });

  test('a phrase that is let off is not counted', async () => {
    const before = await draft();
    const made = applyDecisions(before, [{ rule: 'cliche/robust', words: decisionWords(ASK), reason: 'The name of the map.' }]);
    expect(before.summary.cliches['robust']).toBe(1);
    expect(made.summary.cliches['robust']).toBeUndefined();
  });

  test('a decision whose words are gone is told', async () => {
    const made = applyDecisions(await draft(), [{ ...notOne, words: 'other words' }]);
    expect(made.messages.at(-1)?.rule).toBe('decisions/unmatched');
  });
});

describe('the file', () => {
  test('is read as it was written', () => {
    expect(parseDecisions(decisionFile([notOne]))).toEqual([notOne]);
  });

  test.each([['', 'not JSON'], ['{}', 'version 1'], ['{"version":"1"}', 'must be a list'], ['{"version":"1","decisions":[{}]}', 'decisions[0]']])('%j says what is wrong', (text, said) => {
    expect(() => parseDecisions(text)).toThrow(said);
  });
});
