import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/read.ts';
import { UnreadableError } from '../../src/result.ts';
import { docx, p } from './ooxml-fixture.ts';

async function ruleOf(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes, { name: 'a.docx' });
    return 'read';
  } catch (cause) {
    if (cause instanceof UnreadableError) return cause.rule;
    throw cause;
  }
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const wide = (text: string): number[] => [...text].flatMap((char) => [char.charCodeAt(0), 0]);

const REFUSED: readonly (readonly [string, Uint8Array])[] = [
  ['read/empty', new Uint8Array()],
  ['read/no-text', strToU8('  \n ')],
  ['read/old-word', Uint8Array.from([...OLE, ...wide('WordDocument')])],
  ['read/encrypted', Uint8Array.from([...OLE, ...wide('EncryptedPackage')])],
  ['read/rtf', strToU8('{\\rtf1 text}')],
  ['read/image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ['read/odt', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') })],
  ['read/spreadsheet', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<x/>') })],
  ['read/zip', zipSync({ 'a.txt': strToU8('x') })],
  ['read/binary', Uint8Array.from({ length: 600 }, (_, index) => (index * 7) % 32)],
  ['read/damaged', docx({ body: p('x'.repeat(900)) }).subarray(0, 700)],
  ['read/damaged', docx({ body: `${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}` })],
  ['read/damaged', docx({ body: '<w:p>' })],
];

describe('read', () => {
  it.each(REFUSED)('refuses with %s', async (rule, bytes) => {
    expect(await ruleOf(bytes)).toBe(rule);
  });
  it('refuses entities', async () => {
    const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types>wordprocessingml</Types>'), 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="x"><w:body/></w:document>') });
    expect(await ruleOf(bytes)).toBe('read/damaged');
  });
  it('refuses a part that unpacks to more than the limit, whatever size it declares', async () => {
    const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types>wordprocessingml</Types>'), 'word/document.xml': new Uint8Array(129 * 1024 * 1024) });
    expect(await ruleOf(bytes)).toBe('read/too-large-inside');
    const lying = bytes.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    expect(await ruleOf(lying)).toBe('read/too-large-inside');
  });
  it('says that a web page is none of what its name says', async () => {
    const { messages, value } = await read(strToU8('<!DOCTYPE html><p>Please log in</p>'), { name: 'review.pdf' });
    expect(value.fidelity.format).toBe('html');
    expect(messages.map((message) => message.rule)).toEqual(['read/misnamed']);
  });
});

describe('read: whatever comes', () => {
  const good = docx({ body: p('The board should act.') + `<w:tbl><w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr></w:tbl>` });
  it('reads or refuses any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      await ruleOf(bytes[0] === 0x25 ? bytes.fill(0x20, 0, 1) : bytes);
    }), { numRuns: 300 });
  });
  it('reads or refuses any text, with offsets that hold', async () => {
    const text = fc.array(fc.oneof(fc.constantFrom('# ', '- ', '1. ', '\n', '\n\n', '\t', '|', '---', '<p>', '</b>', '<table><tr><td>', '(a) ', '\u00AD', '**', '> '), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 40 });
    await fc.assert(fc.asyncProperty(text, async (pieces) => {
      const reading = await read(pieces.join(''), { name: 'a' }).catch((cause: unknown) => { if (cause instanceof UnreadableError) return null; throw cause; });
      if (reading === null) return;
      const { document, fidelity } = reading.value;
      let end = 0;
      for (const block of document.blocks) {
        expect(document.text.slice(block.start, block.end)).toMatch(/^\S(?:.*\S)?$/su);
        expect(block.marker?.start ?? block.start).toBe(end);
        expect(document.text[block.end]).toBe('\n');
        end = block.end + 1;
      }
      expect(end).toBe(document.text.length);
      expect(fidelity.charactersKept).toBeLessThanOrEqual(1);
    }), { numRuns: 300 });
  });
  it('reads or refuses a Word file with flipped or missing bytes', async () => {
    const flips = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 });
    await fc.assert(fc.asyncProperty(flips, fc.nat(good.length), async (changes, length) => {
      const bytes = good.slice();
      for (const [at, value] of changes) bytes[at] = value;
      await ruleOf(bytes);
      await ruleOf(bytes.subarray(0, length));
    }), { numRuns: 200 });
  });
});
