/**
 * A small generator of pseudo-random numbers, so that the same seed gives the same interval on every machine.
 * Mulberry32 by Tommy Ettinger (2017), public domain: a Weyl sequence of 32 bits, mixed by multiplication and shifts.
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
