import type { Places } from './protocol.ts';

/** Where an offset of the critique stands in the editor. Text that the reader made itself (a separator) stands where the next piece begins. */
export function toEditor(places: Places | null, offset: number): number {
  if (places === null) return offset;
  const { starts, lengths, offsets } = places;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (offsets[low] ?? 0) + Math.min(Math.max(0, offset - (starts[low] ?? 0)), lengths[low] ?? 0);
}
