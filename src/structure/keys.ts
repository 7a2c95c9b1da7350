import { sha256Hex } from '../hash.ts';

/**
 * Keys that survive edits elsewhere: made from a unit's normalised words, its section and the occurrence of the same words there.
 */
export function unitKeys(units: readonly { readonly text: string; readonly section: string }[]): string[] {
  const seen = new Map<string, number>();
  return units.map(({ text, section }) => {
    const words = `${normalised(section)}|${normalised(text)}`;
    const occurrence = (seen.get(words) ?? 0) + 1;
    seen.set(words, occurrence);
    return sha256Hex(`${words}|${occurrence}`).slice(0, 16);
  });
}

function normalised(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
