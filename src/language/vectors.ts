/** Word vectors as shipped in `models/vectors.bin` (format: scripts/vectors.ts). */
export interface Vectors {
  readonly dimensions: number;
  /** Row of a lower-case word, or undefined. */
  readonly rows: ReadonlyMap<string, number>;
  readonly scales: Float32Array;
  readonly values: Int8Array;
}

/** Reads the file's bytes. @throws RangeError if they are cut short. */
export function readVectors(bytes: Uint8Array): Vectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, dimensions, padded] = [view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true)];
  const words = new TextDecoder().decode(bytes.subarray(12, 12 + padded)).split('\0')[0]?.split('\n') ?? [];
  const scales = new Float32Array(count);
  for (let at = 0; at < count; at += 1) scales[at] = view.getFloat32(12 + padded + at * 4, true);
  const from = 12 + padded + count * 4;
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + from, count * dimensions);
  return { dimensions, rows: new Map(words.map((word, row) => [word, row])), scales, values };
}

/**
 * Mean vector of a text's words, weighted so that rare words count more (a / (a + frequency), frequency by rank after Zipf;
 * Arora et al. 2017, "A simple but tough-to-beat baseline for sentence embeddings"), of length 1. All zeros where no word is known.
 */
export function meanVector(words: readonly string[], { rows, scales, values, dimensions }: Vectors): Float64Array {
  const mean = new Float64Array(dimensions);
  for (const word of words) {
    const row = rows.get(word);
    if (row === undefined) continue;
    const weight = ((scales[row] ?? 0) * WEIGHT) / (WEIGHT + 0.1 / (row + 1));
    const from = row * dimensions;
    for (let at = 0; at < dimensions; at += 1) mean[at] = (mean[at] as number) + weight * (values[from + at] as number);
  }
  let squares = 0;
  for (const value of mean) squares += value * value;
  if (squares > 0) for (let at = 0; at < dimensions; at += 1) mean[at] = (mean[at] as number) / Math.sqrt(squares);
  return mean;
}

const WEIGHT = 1e-4;

export function cosine(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** The vector times `weight`, rounded to three places, so that the last bits of a sum can't turn a judgement on another machine. */
export function weighted(vector: Float64Array, weight: number): Float64Array {
  return vector.map((value) => Math.round(value * weight * 1000) / 1000);
}
