/**
 * Whether two documents are all but the same: by the runs of five words that they share (Broder 1997, "On the resemblance and containment of documents").
 */
const RUN = 5;
const HASHES = 128;
const ROWS = 4;
/** Estimated shared part of the runs above which two documents count as one (docs/batch.md tells how it was found). */
export const SAME_DOCUMENT = 0.8;

/** The smallest values of 128 hash functions over all runs of words: the share of equal places estimates the share of equal runs. */
export function signatureOf(texts: readonly string[]): Uint32Array {
  const words = texts.join(' ').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  for (let at = 0; at + RUN <= words.length; at += 1) {
    const base = hash(words, at);
    for (let index = 0; index < HASHES; index += 1) {
      const value = mix(base, index);
      if (value < (signature[index] ?? 0)) signature[index] = value;
    }
  }
  return signature;
}

/** FNV-1a over the letters of five words. */
function hash(words: readonly string[], from: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < from + RUN; at += 1) {
    const word = words[at] ?? '';
    for (let letter = 0; letter < word.length; letter += 1) value = Math.imul(value ^ word.charCodeAt(letter), 0x01000193);
    value = Math.imul(value ^ 32, 0x01000193);
  }
  return value >>> 0;
}

/** One of the hash functions: the finaliser of MurmurHash3 over the value and the function's number. */
function mix(value: number, index: number): number {
  let mixed = value ^ Math.imul(index + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Estimated share of runs that the two have in common; 0 where one has none. */
export function resemblance(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let index = 0; index < HASHES; index += 1) if (a[index] === b[index] && a[index] !== 0xffffffff) equal += 1;
  return equal / HASHES;
}

/**
 * For each document the first one that it is all but the same as, or null. Documents meet only where a band of four places agrees:
 * at a shared part of 0.8 that happens with a chance of 0.99999, and no pair is looked at that shares nothing.
 */
export function nearDuplicates(signatures: readonly Uint32Array[], threshold: number = SAME_DOCUMENT): (number | null)[] {
  const bands = new Map<string, number[]>();
  return signatures.map((signature, index) => {
    const met = new Set<number>();
    for (let band = 0; band < HASHES / ROWS; band += 1) {
      const key = `${band}:${signature.subarray(band * ROWS, band * ROWS + ROWS).join(',')}`;
      const there = bands.get(key);
      if (there === undefined) bands.set(key, [index]);
      else {
        for (const other of there) met.add(other);
        if (there.length < 50) there.push(index);
      }
    }
    return [...met].sort((a, b) => a - b).find((other) => resemblance(signature, signatures[other] ?? signature) >= threshold) ?? null;
  });
}
