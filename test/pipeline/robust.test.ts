import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { critique } from '../../src/index.ts';

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(fileURLToPath(new URL(`../../samples/${name}`, import.meta.url))));

/** Bytes with some of them changed and the end cut off. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const flips = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 });
  return fc.tuple(flips, fc.oneof(fc.constant(bytes.length), fc.nat(bytes.length))).map(([changes, length]) => {
    const copy = bytes.slice();
    for (const [at, value] of changes) copy[at] = value;
    return copy.subarray(0, length);
  });
}

/** What can't be read holds an error message and no units; what can be read holds no error. */
async function settles(bytes: Uint8Array | string, name: string): Promise<void> {
  const { units, messages, document } = await critique(bytes, { name });
  if (document.textSha256 === null) expect([units.length, messages.some(({ level }) => level === 'error')]).toEqual([0, true]);
  for (const { text } of messages) expect(text).not.toMatch(/\n\s+at |\/(?:home|usr|work|tmp)\//u);
}

describe('whatever comes', () => {
  it('is read or refused: any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => settles(bytes, 'a.pdf')), { numRuns: 60 });
  });

  it('is read or refused: a damaged Word file', async () => {
    await fc.assert(fc.asyncProperty(damaged(sample('tarn-hill-dunlin.docx')), (bytes) => settles(bytes, 'a.docx')), { numRuns: 40 });
  }, 60_000);

  it('is read or refused: a damaged PDF', async () => {
    await fc.assert(fc.asyncProperty(damaged(sample('tarn-hill-dunlin.pdf')), (bytes) => settles(bytes, 'a.pdf')), { numRuns: 25 });
  }, 60_000);

  it('is read: a sentence without an end', async () => {
    await settles(`The ICB should ${'audit files and '.repeat(3000)}`, 'a.txt');
  }, 60_000);

  it('is read: brackets, quotation marks and dots without end', async () => {
    await settles(`Recommendations\n\n${'(“‘. '.repeat(4000)}`, 'a.txt');
  }, 60_000);

  it('stays as it was: the caller’s bytes are not changed', async () => {
    const bytes = sample('tarn-hill-dunlin.pdf');
    await critique(bytes);
    expect(bytes).toEqual(sample('tarn-hill-dunlin.pdf'));
  });
});
