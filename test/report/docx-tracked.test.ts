import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openPackage } from '../../src/read/ooxml-zip.ts';
import { parseXml } from '../../src/read/ooxml.ts';
import { readDocx } from '../../src/read/docx.ts';
import { EDITOR, trackedDocx } from '../../src/report/docx-tracked.ts';
import type { TextEdit } from '../../src/report/docx-tracked.ts';
import { strippedDocx } from '../../src/report/docx-comments.ts';
import { richDocx } from '../support/docx-comments-fixture.ts';

const original = richDocx();
const reading = readDocx(original, { name: 'draft.docx' }).value;
const { text } = reading.document;

/** An edit by the words that it changes: marks stand where they begin and end. */
function edit(marked: string, wanted: string): TextEdit {
  const [before = '', words = '', after = ''] = marked.split('|');
  const at = text.lastIndexOf(before + words + after);
  expect(at).toBeGreaterThan(0);
  return { start: at + before.length, end: at + before.length + words.length, text: wanted };
}

function body(bytes: Uint8Array): string {
  const xml = strFromU8(openPackage(bytes).part('word/document.xml') ?? new Uint8Array());
  parseXml(xml, 'document');
  return xml;
}

/** Text with all changes of ours rejected. */
function rejected(xml: string): string {
  return xml.replaceAll(new RegExp(`<w:ins w:id="\\d+" w:author="${EDITOR}">.*?</w:ins>`, 'gs'), '').replaceAll('w:delText', 'w:t').replaceAll(/<[^>]*>/g, '');
}

const tracked: readonly (readonly [string, string, string])[] = [
  ['a word gives way', 'should |review| its escalation', 'rewrite'],
  ['words over several runs, one of them with a mark beside it', 'embed a |culture of professional curiosity| &', 'habit of asking'],
  ['an insertion', 'schools should adopt ||a robust', 'and keep '],
  ['a deletion with an ampersand beside it', ' professional curiosity| & challenge|.', ''],
  ['in a hyperlink', 'strengthen its |joined-up| discharge', 'written'],
  ['in a content control', 'The school should be more |robust| in sharing', 'prompt'],
];

describe('edits come back as tracked changes', () => {
  test.each(tracked)('%s', (_name, marked, wanted) => {
    const one = edit(marked, wanted);
    const { value, messages } = trackedDocx(original, reading, [one]);
    expect(messages.map(({ rule }) => rule)).toEqual(['report/tracked']);
    const again = readDocx(value, { name: 'draft.docx' }).value;
    const expected = text.slice(0, one.start) + wanted + text.slice(one.end);
    expect(again.document.text.replaceAll(/ +/g, ' ')).toBe(expected.replaceAll(/ +/g, ' '));
    expect(rejected(body(value))).toBe(rejected(body(original)));
  });

  test('all at once, and without a date', () => {
    const { value, messages } = trackedDocx(original, reading, tracked.filter(([name]) => !name.startsWith('a deletion')).map(([, marked, wanted]) => edit(marked, wanted)));
    expect(messages.map((message) => message.text)).toEqual(['Edits written as tracked changes: 5.']);
    const xml = body(value);
    expect(rejected(xml)).toBe(rejected(body(original)));
    expect([...xml.matchAll(new RegExp(`<w:(?:ins|del) w:id="(\\d+)" w:author="${EDITOR}">`, 'g'))].length).toBeGreaterThanOrEqual(9);
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const commented: readonly (readonly [string, string, string])[] = [
  ['a text box', 'Beside the box: after it.\nAll agencies should |embed| professional', 'practise'],
  ['words that somebody else put in', 'should audit |thirty| case files', 'forty'],
  ['a field', 'See page |7|.', '8'],
  ['a plain field of a form', 'Housing should |work together| with', 'meet weekly'],
  ['a new paragraph', 'Agencies should share learning widely.||', '\nAnd report on it.'],
  ['over a tab', 'deliver |robust training to all| staff', 'short lessons for'],
];

describe('what can’t be tracked safely becomes a comment with the new wording', () => {
  test.each(commented)('%s', (_name, marked, wanted) => {
    const { value, messages } = trackedDocx(original, reading, [edit(marked, wanted)]);
    expect(messages.map(({ rule }) => rule)).toEqual(['report/tracked', 'report/edits-as-comments']);
    const words = strFromU8(openPackage(value).part('word/comments.xml') ?? new Uint8Array());
    expect(words).toContain(wanted.trim());
    expect(readDocx(value, { name: 'draft.docx' }).value.document.text).toBe(text);
    // It is the reviewer's own, and stays when our comments are taken out.
    expect(strFromU8(openPackage(strippedDocx(value).value).part('word/comments.xml') ?? new Uint8Array())).toBe(words);
  });
});

test('overlapping edits are told of', () => {
  const { messages } = trackedDocx(original, reading, [edit('should |review its| escalation', 'a'), edit('review |its escalation| policy', 'b')]);
  expect(messages.map(({ rule }) => rule)).toContain('report/edits-lost');
});
