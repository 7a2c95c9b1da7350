import { sha256Hex } from '../hash.ts';
import type { Memo } from '../memo.ts';
import { recall } from '../memo.ts';

/**
 * Keys that survive edits elsewhere: made from a unit's normalised words, its section and the occurrence of the same words there.
 */
export function unitKeys(units: readonly { readonly text: string; readonly section: string }[], memo?: Memo): string[] {
  const seen = new Map<string, number>();
  const words = (text: string): string => recall(memo, 'words', () => text, () => normalised(text));
  return units.map(({ text, section }) => {
    const named = `${words(section)}|${words(text)}`;
    const occurrence = (seen.get(named) ?? 0) + 1;
    seen.set(named, occurrence);
    return recall(memo, 'key', () => `${named}|${occurrence}`, () => sha256Hex(`${named}|${occurrence}`).slice(0, 16));
  });
}

function normalised(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
