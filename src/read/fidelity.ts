import type { Document } from '../document.ts';
import type { Fidelity, SourceFormat } from './reading.ts';

/** Fidelity of a format without pages. `kept` and `total` count non-blank characters; those left out on purpose are in both. */
export function nativeFidelity(format: SourceFormat, document: Document, kept: number, total: number): Fidelity {
  return {
    format,
    structure: 'native',
    charactersKept: total === 0 ? 1 : Math.round(Math.min(kept / total, 1) * 10_000) / 10_000,
    numbersInOrder: numbersInOrder(document),
    garbledPages: [],
    imageOnlyPages: [],
    emptyPages: [],
    furnitureLines: 0,
    ocrPages: [],
  };
}

/**
 * Whether printed numbers run on: each is the one before it of the same pattern plus one, the same again, or a new first ("1", "a").
 * 1 2 4 and 4 3 don't; 1 2 3 1 2 does, since lists begin again. Contents, references and cells of tables are left alone: a row may answer recommendations 1, 3 and 5.
 */
export function numbersInOrder(document: Document): boolean {
  const last = new Map<string, number>();
  for (const block of document.blocks) {
    if (block.marker === null || block.cell !== null || !['heading', 'list-item', 'paragraph'].includes(block.type)) continue;
    const number = patternOf(block.marker.text);
    if (number === null) continue;
    const before = last.get(number.pattern);
    if (before !== undefined && !runsOn(before, number.value)) return false;
    last.set(number.pattern, number.value);
  }
  return true;
}

function runsOn(before: number, value: number): boolean {
  return value === before + 1 || value === before || value === 1;
}

/** "4.2.1" → pattern "4.2.#" and 1; "(c)" → "(a)" and 3; "R3:" → "R#:" and 3. Roman numbers are left alone: "(i)" may be a letter. */
function patternOf(marker: string): { readonly pattern: string; readonly value: number } | null {
  const digits = /^(?<before>.*?)(?<number>\d{1,3})(?<after>\D{0,3})$/.exec(marker);
  if (digits?.groups !== undefined) return { pattern: `${digits.groups['before'] ?? ''}#${digits.groups['after'] ?? ''}`.toLowerCase(), value: Number(digits.groups['number']) };
  const letter = /^(?<before>\(?)(?<letter>[a-h])(?<after>[.)]{1,2})$/.exec(marker);
  if (letter?.groups === undefined) return null;
  return { pattern: `${letter.groups['before'] ?? ''}a${letter.groups['after'] ?? ''}`, value: (letter.groups['letter']?.charCodeAt(0) ?? 97) - 96 };
}
