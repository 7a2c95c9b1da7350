/**
 * Marks of comments in the parts of a Word file.
 */
import type { Reading } from '../read/reading.ts';
import { wordPrefix } from './docx-package.ts';
import type { DocxDraft } from './docx-package.ts';
import { textItems } from './docx-places.ts';
import type { Anchor, MarkedPart } from './docx-places.ts';
import { withMarks } from './docx-split.ts';
import type { Mark } from './docx-split.ts';
import { CUT } from './docx-strip.ts';
import { scanXml } from './xml-scan.ts';

export interface PlacedMark {
  readonly part: number;
  readonly mark: Mark;
}

/** The parts that the reading counts, as they stand in the draft now; or why nothing can be written into them. */
export function markedParts(draft: DocxDraft, reading: Reading): { readonly parts: readonly MarkedPart[]; readonly refused: string | null } {
  const parts = (reading.origin?.parts ?? []).flatMap((name): readonly MarkedPart[] => {
    const source = draft.text(name);
    if (source === null) return [];
    const root = scanXml(source);
    return [{ name, source, root, items: textItems(root) }];
  });
  const counted = parts.reduce((sum, part) => sum + part.items.length, 0);
  const same = counted === (reading.origin?.itemParts.length ?? -1) && parts.every((part) => wordPrefix(part.source, part.root) !== null);
  return { parts, refused: same ? null : 'The Word file is written in a way that comments can’t be placed in safely. Open it in Word, save it as .docx and try again.' };
}

/** Both ends of a comment's words, and the reference that shows it. Of comments that begin or end together the longer is around the shorter. */
export function commentMarks(parts: readonly MarkedPart[], anchor: Anchor, id: number): readonly PlacedMark[] {
  const part = parts[anchor.part];
  if (part === undefined) return [];
  const w = wordPrefix(part.source, part.root) ?? 'w';
  const blank = (split: boolean): string => (split ? CUT : '');
  const start: Mark = { place: anchor.start, order: id, xml: (split) => `<${w}:commentRangeStart ${w}:id="${id}"${blank(split)}/>` };
  // Ids run in the order of the starts, so that of two that end together the later is the inner one.
  const end: Mark = { place: anchor.end, order: -1 - id, xml: (split) => `<${w}:commentRangeEnd ${w}:id="${id}"${blank(split)}/><${w}:r><${w}:commentReference ${w}:id="${id}"${blank(split)}/></${w}:r>` };
  return [{ part: anchor.part, mark: start }, { part: anchor.part, mark: end }];
}

export function writeMarks(draft: DocxDraft, parts: readonly MarkedPart[], marks: readonly PlacedMark[]): void {
  parts.forEach((part, index) => {
    const own = marks.filter((one) => one.part === index).map(({ mark }) => mark);
    if (own.length > 0) draft.set(part.name, withMarks(part, own));
  });
}
