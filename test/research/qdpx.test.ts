import { strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/judge/themes.ts';
import { codePoints, qdc, qdpx } from '../../src/report/refi.ts';
import { UnreadableError } from '../../src/result.ts';
import type { CodedSource } from '../../src/research/codings.ts';
import { guid } from '../../src/research/guid.ts';
import { ProjectError, readQdpx } from '../../src/research/qdpx-read.ts';
import { qdcFaults, qdpxFaults } from '../support/refi-rules.ts';

const BOOK = JSON.parse(readFileSync(new URL('../../models/themes.json', import.meta.url), 'utf8')) as Codebook;

/** A source whose codings are marked in its text: "{Kind/finding:The letter was late.}" */
function source(marked: string, name = 'child-k.txt'): CodedSource {
  const codings: CodedSource['codings'][number][] = [];
  let text = '';
  for (const piece of marked.split(/(\{[^}]+\})/u)) {
    const found = /^\{([^:]+):([^}]+)\}$/u.exec(piece);
    if (found !== null) codings.push({ path: (found[1] ?? '').split('/'), start: text.length, end: text.length + (found[2] ?? '').length, unit: 'u1' });
    text += found === null ? piece : (found[2] ?? '');
  }
  return { name, sha256: 'ab', text, codings, year: null, yearFrom: 'not known', themes: new Map(), narrative: new Set(), variables: { region: 'North & "East"' } };
}

const SOURCE = source('A \u{1F600} opens. {Kind/finding:The letter was <late>.} Then {Element/agency:the ICB} & {Kind/finding:a \u{1F600} face}.');

describe('a REFI-QDA project', () => {
  it('comes back as it was: words, codes, coder', () => {
    const { value, messages } = readQdpx(qdpx([SOURCE], BOOK));
    expect(messages).toEqual([]);
    expect(value.sources).toEqual([{ name: SOURCE.name, text: SOURCE.text }]);
    expect(value.codings).toEqual(SOURCE.codings.map(({ path, start, end }) => ({ source: SOURCE.name, path, start, end, text: SOURCE.text.slice(start, end), coder: 'second-question' })));
  });

  it('counts positions in code points, not in UTF-16', () => {
    const at = codePoints(SOURCE.text);
    for (let offset = 0; offset <= SOURCE.text.length; offset += 1) {
      const low = SOURCE.text.charCodeAt(offset);
      if (low < 0xdc00 || low > 0xdfff) expect(at(offset)).toBe([...SOURCE.text.slice(0, offset)].length);
    }
  });

  it('keeps the order of elements that the standard asks for, and refers to nothing that is not there', () => {
    const qde = new TextDecoder().decode(unzipSync(qdpx([SOURCE], BOOK))['project.qde']);
    const order = ['<Users>', '<CodeBook>', '<Variables>', '<Cases>', '<Sources>'].map((tag) => qde.indexOf(tag));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    const ids = [...qde.matchAll(/ guid="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
    for (const [, id] of qde.matchAll(/(?:targetGUID|creatingUser|creatingUserGUID)="([^"]+)"/gu)) expect(ids).toContain(id);
    for (const [, file] of qde.matchAll(/plainTextPath="internal:\/\/([^"]+)"/gu)) expect(Object.keys(unzipSync(qdpx([SOURCE], BOOK)))).toContain(`sources/${file ?? ''}`);
  });

  it('keeps every rule of the standard', () => {
    expect(qdpxFaults(qdpx([SOURCE, source('Nothing is coded.')], BOOK))).toEqual([]);
    expect(qdcFaults(qdc([SOURCE], BOOK))).toEqual([]);
  });

  it.each([
    ['an element out of its place', '</Users>', '</Users><SourceRef targetGUID="00000000-0000-8000-8000-000000000000"/>', '<SourceRef> has no place'],
    ['an attribute that is missing', / isCodable="true"/u, '', 'lacks isCodable'],
    ['an id that is none', /guid="[^"]+" name="agency"/u, 'guid="a1" name="agency"', 'guid="a1"'],
    ['an attribute that is not known', '<User guid', '<User colour="red" guid', 'colour="red"'],
    ['a place outside the text', /endPosition="\d+"/u, 'endPosition="99999"', 'lies outside its text'],
    ['a reference to nothing', /CodeRef targetGUID="[^"]+"/u, 'CodeRef targetGUID="00000000-0000-8000-8000-000000000000"', 'refers to no <Code>'],
  ])('the reader of the rules sees %s', (_name, from, to, fault) => {
    expect(qdpxFaults(changed(from, to)).join(' ')).toContain(fault);
  });

  it('has the same bytes each time, and ids that depend on the words alone', () => {
    expect(qdpx([SOURCE], BOOK)).toEqual(qdpx([SOURCE], BOOK));
    expect(guid('a', 'b')).not.toBe(guid('ab'));
  });

  it('gives the codebook alone, themes below their parents', () => {
    const child = BOOK.codes.find(({ parent }) => parent !== null);
    const text = qdc([SOURCE], BOOK);
    expect(text).toContain('xmlns="urn:QDA-XML:codebook:1.0"');
    const places = [`name="${child?.parent ?? '?'} `, `name="${child?.id ?? '?'} `].map((name) => text.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });
});

/** The project with a change in its XML. */
function changed(from: string | RegExp, to: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const files = unzipSync(qdpx([SOURCE], BOOK));
  return zipSync({ ...files, 'project.qde': strToU8(new TextDecoder().decode(files['project.qde']).replace(from, to)), ...more });
}

describe('reading what people coded', () => {
  it.each([
    ['a path out of the project', changed(/internal:\/\/[^"]+/u, 'internal://../../etc/passwd'), 'is not inside the project'],
    ['a path of the machine', changed(/internal:\/\/[^"]+/u, 'absolute:///etc/passwd'), 'is not inside the project'],
    ['a selection behind the end', changed(/endPosition="\d+"/u, 'endPosition="99999"'), 'lies outside the text'],
    ['a selection that is no number', changed(/startPosition="\d+"/u, 'startPosition="x"'), 'lies outside the text'],
    ['a code that is not there', changed(/CodeRef targetGUID="[^"]+"/u, 'CodeRef targetGUID="nobody"'), 'the codebook does not have'],
  ])('%s is left out and said', (_name, bytes, message) => {
    const { value, messages } = readQdpx(bytes);
    expect(messages.map(({ text }) => text).join(' ')).toContain(message);
    expect(value.codings.length).toBeLessThan(SOURCE.codings.length);
  });

  it('an entry that unpacks to too much is refused before it is unpacked', () => {
    const bytes = changed(/internal:\/\/[^"]+/u, 'internal://huge.txt', { 'sources/huge.txt': new Uint8Array(129 * 1024 * 1024) });
    expect(bytes.length).toBeLessThan(1024 * 1024);
    expect(() => readQdpx(bytes)).toThrow(UnreadableError);
  });

  it('names of entries that lead out of the project open nothing', () => {
    const { value } = readQdpx(changed('', '', { '../../etc/passwd': strToU8('root'), '/etc/shadow': strToU8('root') }));
    expect(value.sources.map(({ text }) => text)).toEqual([SOURCE.text]);
  });

  it.each([
    ['no zip', strToU8('hello'), 'no REFI-QDA project'],
    ['a zip of something else', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'no project.qde'],
    ['a document type', changed('<Project ', '<!DOCTYPE a [<!ENTITY b "c">]><Project '), 'document type'],
    ['another root', zipSync({ 'project.qde': strToU8('<Nothing/>') }), 'no <Project>'],
  ])('%s is refused with a reason', (_name, bytes, message) => {
    expect(() => readQdpx(bytes)).toThrow(ProjectError);
    expect(() => readQdpx(bytes)).toThrow(message);
  });

  it('takes text inside the project file, braces round ids and a user for each coding', () => {
    const bytes = zipSync({ 'project.qde': strToU8('<Project xmlns="urn:QDA-XML:project:1.0"><Users><User guid="{U1}" name="Ann"/></Users><CodeBook><Codes><Code guid="{C1}" name="cause"/></Codes></CodeBook><Sources><TextSource name="k"><PlainTextContent>Because of it.</PlainTextContent><PlainTextSelection startPosition="0" endPosition="7"><Coding creatingUser="u1"><CodeRef targetGUID="c1"/></Coding></PlainTextSelection></TextSource></Sources></Project>') });
    expect(readQdpx(bytes).value.codings).toEqual([{ source: 'k', path: ['cause'], start: 0, end: 7, text: 'Because', coder: 'Ann' }]);
  });
});
