import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/judge/themes.ts';
import { themeCoder } from '../../src/judge/themes.ts';
import { qdc } from '../../src/report/refi.ts';
import { readQdc } from '../../src/research/codebook-qdc.ts';

const BOOK = JSON.parse(readFileSync(new URL('../../models/themes.json', import.meta.url), 'utf8')) as Codebook;
const book = (codes: string): string => `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="NVivo"><Codes>${codes}</Codes></CodeBook>`;
const code = (name: string, description: string, inner = ''): string => `<Code guid="a" name="${name}" isCodable="true"><Description>${description}</Description>${inner}</Code>`;

describe('a codebook of people', () => {
  it('has words in its descriptions, or else is looked for by its names, at any depth', () => {
    const { value, messages } = readQdc(book(code('Home', 'What the home was like.\nWords: damp; mould; overcrowd*\nNot: damp squib', code('Kitchen sink', ''))), 'own');
    expect(value.codes.map(({ id, parent, definition }) => [id, parent, definition])).toEqual([['Home', null, 'What the home was like.'], ['Home / Kitchen sink', 'Home', '']]);
    const coder = themeCoder(value);
    const codes = (text: string): readonly string[] => coder({ id: 'u', text, start: 0, page: null }).map(({ code: id }) => id);
    expect([codes('The flat was overcrowded.'), codes('A damp squib.'), codes('Plates in the kitchen  sink.'), codes('It was dry.')]).toEqual([['Home'], [], ['Home', 'Home / Kitchen sink'], []]);
    expect(messages.map(({ text }) => text).join()).toContain('1 of its 2 codes have no line "Words:"');
  });

  it('keeps ids that stand before names, and folders without words of their own', () => {
    const { value } = readQdc(book('<Code guid="a" name="Folder" isCodable="false"><Code guid="b" name="H1.2 Damp" isCodable="true"/></Code>'), 'own');
    expect(value.codes.map(({ id, name, parent, patterns }) => [id, name, parent, patterns.length])).toEqual([['Folder', 'Folder', null, 0], ['H1.2', 'Damp', 'Folder', 1]]);
  });

  it.each([
    ['no XML', 'hello', 'it is no XML'],
    ['another root', '<Nothing/>', 'no <CodeBook>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><CodeBook/>', 'document type'],
    ['no code', book(''), 'it holds no code'],
    ['two codes of one name', book(`${code('a', '')}${code('a', '')}`), 'two of its codes are called "a"'],
  ])('%s is refused with a reason', (_name, text, message) => {
    expect(() => readQdc(text, 'own')).toThrow(message);
  });
});

it('our own codebook comes back with the same codes for the same words', () => {
  const { value, messages } = readQdc(qdc([], BOOK), 'own');
  expect(messages.map(({ rule }) => rule)).toEqual(['codebook/theme-only']);
  expect(value.codes.map(({ id, name, parent }) => [id, name, parent])).toEqual(BOOK.codes.map(({ id, name, parent }) => [id, name, parent]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)).sort((a, b) => value.codes.findIndex(({ id }) => id === a[0]) - value.codes.findIndex(({ id }) => id === b[0])));
  const [ours, theirs] = [themeCoder(BOOK), themeCoder(value)];
  for (const { example } of BOOK.codes) {
    const unit = { id: 'u', text: example, start: 0, page: null };
    expect(new Set(theirs(unit).map(({ code: id }) => id))).toEqual(new Set(ours(unit).map(({ code: id }) => id)));
  }
});
