import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Codebook } from '../../src/judge/themes.ts';
import { themeCoder } from '../../src/judge/themes.ts';

const BOOK = JSON.parse(readFileSync(new URL('../../models/themes.json', import.meta.url), 'utf8')) as Codebook;
const coder = themeCoder(BOOK);
const unit = (text: string): { id: string; text: string; start: number; page: null } => ({ id: 'u1', text, start: 100, page: null });

test.each(BOOK.codes.map(({ id, example }) => [id, example]))('the example of %s has its code: %s', (id, example) => {
  expect(coder(unit(example)).map(({ code }) => code)).toContain(id);
});

test('evidence is the words themselves, at their place; a part brings its whole; several codes a unit', () => {
  const text = 'The MASH did not ask about the father.';
  const uses = coder(unit(text));
  expect(uses.map(({ code }) => code)).toEqual(['T5', 'T5.4', 'T7', 'T7.3']);
  for (const { evidence } of uses) for (const { start, end, text: words } of evidence) expect(text.slice(start - 100, end - 100)).toBe(words);
  expect(uses.find(({ code }) => code === 'T7')?.evidence.map(({ text: words }) => words)).toEqual(['MASH']);
});

test('words of capitals are found in capitals only; words inside words are not found', () => {
  expect(coder(unit('A mash of vegetables was embraced and the abettor retrained.'))).toEqual([]);
});

test('a stage of the pathways says who is spoken of and when', () => {
  const [stage] = coder(unit('Previously the health visitor had made a referral about the mother.'));
  expect(stage).toMatchObject({ code: 'T1', actors: ['family', 'agency'], times: ['older'] });
});

test.each([
  [[{ id: 'a', parent: 'b', patterns: [] }], 'code a belongs to b'],
  [[{ id: 'a', parent: null, patterns: ['('] }], 'code a: "(" is no pattern'],
  [[{ id: 'a', parent: null, patterns: [] }, { id: 'a', parent: null, patterns: [] }], 'code a is there twice'],
])('a codebook at fault: %j', (codes, message) => {
  expect(() => themeCoder({ ...BOOK, codes: codes.map((code) => ({ ...BOOK.codes[0], ...code })) as Codebook['codes'] })).toThrow(message);
});
