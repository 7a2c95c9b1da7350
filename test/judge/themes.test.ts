import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Codebook } from '../../src/judge/themes.ts';
import { finders, gated } from '../../src/judge/theme-patterns.ts';
import { themeCoder } from '../../src/judge/themes.ts';

const BOOK = JSON.parse(readFileSync(new URL('../../models/themes.json', import.meta.url), 'utf8')) as Codebook;
const coder = themeCoder(BOOK);
const unit = (text: string): { id: string; text: string; start: number; page: null } => ({ id: 'u1', text, start: 100, page: null });

test.each(BOOK.codes.map(({ id, example }) => [id, example]))('the example of %s has its code: %s', (id, example) => {
  expect(coder(unit(example)).map(({ code }) => code)).toContain(id);
});

/** "{T7.3:The MASH} rang." – the code and its words as they stand in the text. */
function marked(text: string): { readonly plain: string; readonly wanted: readonly string[] } {
  const found = [...text.matchAll(/\{([TN][\d.]+):([^}]+)\}/gu)].map(([, code, words]) => `${code ?? ''}: ${words ?? ''}`);
  return { plain: text.replaceAll(/\{[TN][\d.]+:([^}]+)\}/gu, '$1'), wanted: found };
}

test.each([
  'The {T7.3:MASH} held the contact for a week.',
  '{T5.4:Nobody asked who the new partner} was.',
  'A {T2:child protection plan} that {T2:drifted} came to nothing.',
  'The Trust should {T9.1:train duty staff in reading growth charts}.',
  'An {T5.5:interpreter} was booked, and came.',
  'He {T1.5:went missing} twice in May.',
  'The surgery {T2.3:missed three appointments} and nobody rang.',
  'The housing officer saw the {T6.1:damp in the flat}.',
  'Her son was {N2:bullied} on the bus.',
])('the words that earn a code, at their place: %s', (text) => {
  const { plain, wanted } = marked(text);
  const found = coder(unit(plain)).flatMap(({ code, evidence }) => evidence.map(({ start, end, text: words }) => {
    expect(plain.slice(start - 100, end - 100)).toBe(words);
    return `${code}: ${words}`;
  }));
  expect(found).toEqual(expect.arrayContaining([...wanted]));
});

test.each([
  ['T9', 'The lead reviewer trained and practised in Holmere.'],
  ['T6', 'The mother’s mental capacity was assessed twice.'],
  ['T5.5', 'The force has a strong performance culture.'],
  ['T4', 'The road closed in snow.'],
  ['T2', 'The action plan was sent to the Board.'],
  ['T2.5', 'His violence escalated that winter.'],
  ['T5.1', 'Child and adolescent mental health services had moved.'],
  ['T7.3', 'She filled in the MASH referral form.'],
  ['T8', 'The police came at nine.'],
  ['T1.6', 'A speech and language therapist came at nine.'],
])('%s is not given to what only looks like it: %s', (id, text) => {
  expect(coder(unit(text)).map(({ code }) => code)).not.toContain(id);
});

test('two words near each other are found in either order, and not over a full stop', () => {
  const own = themeCoder({ ...BOOK, codes: [{ ...(BOOK.codes[0] as Codebook['codes'][number]), id: 'x', parent: null, patterns: ['interpreters? ~ «no»'], except: ['not Polish'] }] });
  expect(own(unit('No interpreter came.'))[0]?.evidence.map(({ text }) => text)).toEqual(['No interpreter']);
  expect(own(unit('The interpreter was never booked.'))[0]?.evidence.map(({ text }) => text)).toEqual(['interpreter was never']);
  expect(own(unit('The interpreter came. It was not late.'))).toEqual([]);
  expect(own(unit('The interpreter is not Polish.'))).toEqual([]);
});

test('a part brings its whole at any depth, with the words of the part; several codes a unit', () => {
  const code = (id: string, parent: string | null, ...patterns: string[]): Codebook['codes'][number] => ({ ...(BOOK.codes[0] as Codebook['codes'][number]), id, parent, patterns, except: [], pathway: false });
  const own = themeCoder({ ...BOOK, codes: [code('a', null), code('b', 'a'), code('c', 'b', 'sledge'), code('d', null, 'snow')] });
  expect(own(unit('A sledge in the snow.')).map(({ code: id, evidence }) => [id, evidence.map(({ text }) => text)])).toEqual([['a', ['sledge']], ['b', ['sledge']], ['c', ['sledge']], ['d', ['snow']]]);
});

test('looking only where the letters stand changes nothing', () => {
  const all = BOOK.codes.flatMap(({ id, patterns, except }) => [...finders(id, patterns, BOOK.parts), ...finders(id, except ?? [], BOOK.parts)]);
  const places = gated(all);
  for (const { example, definition } of BOOK.codes) for (const text of [example, definition.toUpperCase()]) all.forEach(({ find }, index) => expect(places(text)(index)).toEqual(find(text)));
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
  [[{ id: 'a', parent: 'b', patterns: [] }, { id: 'b', parent: 'a', patterns: [] }], 'code a belongs to itself'],
  [[{ id: 'a', parent: null, patterns: ['«nobody» came'] }], 'names a list that the codebook does not have'],
  [[{ id: 'a', parent: null, patterns: ['a ~ b ~ c'] }], 'joins more than two'],
  [[{ id: 'a', parent: null, patterns: ['('] }], 'code a: "(" is no pattern'],
  [[{ id: 'a', parent: null, patterns: [] }, { id: 'a', parent: null, patterns: [] }], 'code a is there twice'],
])('a codebook at fault: %j', (codes, message) => {
  expect(() => themeCoder({ ...BOOK, codes: codes.map((code) => ({ ...BOOK.codes[0], ...code })) as Codebook['codes'] })).toThrow(message);
});
