import { expect, test } from 'vitest';
import { jsonReport } from '../../src/report/json.ts';
import { exampleCritique, exampleText, withoutRecommendations } from '../support/critique-example.ts';
import { wireProblems } from '../support/schema.ts';

test('one critique is an object, several are an array, and both hold to the schema', () => {
  const one: unknown = JSON.parse(jsonReport([exampleCritique]));
  const two: unknown = JSON.parse(jsonReport([exampleCritique, withoutRecommendations()]));
  expect(wireProblems(one)).toEqual([]);
  expect(wireProblems(two)).toEqual([]);
  expect(Array.isArray(two)).toBe(true);
});

test('unscorable levels and added fields are allowed, missing ones are not', () => {
  const { summary: _summary, ...without } = exampleCritique;
  expect(wireProblems({ ...exampleCritique, added: 1 })).toEqual([]);
  expect(wireProblems(without)).not.toEqual([]);
  expect(wireProblems({ ...exampleCritique, items: [{ ...exampleCritique.items[0], levels: { agency: 4, action: null, measure: 0, deadline: 0 } }] })).not.toEqual([]);
});

test('nothing is lost, and the order of the keys does not depend on how the value was made', () => {
  expect(JSON.parse(jsonReport([exampleCritique]))).toEqual(exampleCritique);
  const turned = Object.fromEntries(Object.entries(exampleCritique).reverse()) as unknown as typeof exampleCritique;
  expect(jsonReport([turned])).toBe(jsonReport([exampleCritique]));
  expect(Object.keys(JSON.parse(jsonReport([turned])) as object)).toEqual(['version', 'tool', 'document', 'units', 'items', 'recommendations', 'cliches', 'appraisal', 'summary', 'messages']);
});

test('the result ends in one newline', () => {
  expect(jsonReport([exampleCritique])).toMatch(/[^\n]\n$/);
});

test('every span of the example is where it says it is', () => {
  for (const unit of exampleCritique.units) expect(exampleText.slice(unit.start, unit.end)).toBe(unit.text);
  for (const cliche of exampleCritique.cliches) expect(exampleText.slice(cliche.start, cliche.end)).toBe(cliche.text);
});
