import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, configProblems, STAGES } from '../src/config.ts';
import { loadBuiltInPipelines, loadPipeline } from '../src/node/pipelines.ts';

/** What is said of a pipeline file with this content. */
function saidOf(content: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'second-question-test-')), 'mine.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  try {
    loadPipeline(file);
    return '';
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.message;
    throw cause;
  }
}

const MINE = { name: 'mine', extends: 'lcspr' };

test('the built-in pipelines are sound, and each kind of document belongs to one', () => {
  const pipelines = loadBuiltInPipelines();
  expect(pipelines.map((one) => one.name)).toEqual(['lcspr', 'list', 'rapid-review']);
  const kinds = pipelines.flatMap((one) => one.kinds);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const kind of ['lcspr', 'rapid-review', 'list', 'action-plan', 'briefing', 'other']) expect(kinds).toContain(kind);
});

test('the stages in their usual order need nothing that comes later', () => {
  expect(configProblems({ ...loadPipeline('lcspr').config, stages: STAGES.map((stage) => stage.id) }, { lexicons: null, rules: null })).toEqual([]);
});

test.each([
  ['an unknown stage', { ...MINE, stages: ['read', 'structur'] }, 'mine.json at stages[1]: unknown stage "structur". Known stages: read, structure,'],
  ['an unmet need', { ...MINE, stages: ['read', 'structure', 'kinds', 'levels'] }, 'mine.json at stages[3]: "levels" needs "elements". Add "elements" before it, or take "levels" out.'],
  ['a stage too early', { ...MINE, stages: ['structure', 'read'] }, 'mine.json at stages[0]: "structure" needs "read" before it. Move "read" up.'],
  ['a stage twice', { ...MINE, stages: ['read', 'read'] }, 'mine.json at stages[1]: "read" stands twice'],
  ['a bad weight', { ...MINE, rubric: { weights: { action: -1 } } }, 'mine.json at rubric.weights.action: is -1. Give a number that is 0 or more and at most 10.'],
  ['no weight at all', { ...MINE, rubric: { weights: { agency: 0, action: 0, measure: 0, deadline: 0 } } }, 'mine.json at rubric.weights: all weights are 0'],
  ['an unknown key', { ...MINE, treshold: {} }, 'unknown key "treshold". Did you mean "thresholds"?'],
  ['a missing key', { name: 'mine' }, 'mine.json: "stages" is missing. Add it, or add "extends": "lcspr"'],
  ['an unknown rule', { ...MINE, rules: { off: ['professional-curiousity'] } }, 'mine.json at rules.off[0]: unknown rule "professional-curiousity". Did you mean "professional-curiosity"'],
  ['an unknown lexicon', { ...MINE, lexicons: ['cliches', 'ours.json'] }, 'mine.json at lexicons[1]: unknown lexicon "ours.json"'],
  ['a circle', { ...MINE, extends: 'mine.json' }, 'goes round in a circle (mine.json → mine.json)'],
  ['broken JSON', '{ "name": }', 'mine.json: is not JSON'],
  ['a list', [], 'mine.json: must hold one JSON object'],
])('%s: the message names file, place and remedy', (_name, content, says) => {
  expect(saidOf(content)).toContain(says);
});

test('what a file says wins over what it extends, and the rest stays', () => {
  const base = loadPipeline('lcspr').config;
  const list = loadPipeline('list').config;
  expect(list.rubric).toEqual(base.rubric);
  expect(list.stages).not.toContain('appraisal');
  expect(saidOf({ ...MINE, rubric: { weights: { measure: 2 } } })).toBe('');
});
