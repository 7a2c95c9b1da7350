import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

/** What is wrong with a value by models/critique.schema.json, as lines; empty where nothing is. */
export function wireProblems(value: unknown): readonly string[] {
  const schema = JSON.parse(readFileSync(new URL('../../models/critique.schema.json', import.meta.url), 'utf8')) as object;
  const check = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  return check(value) ? [] : (check.errors ?? []).map((problem) => `${problem.instancePath} ${problem.message ?? ''}`);
}
