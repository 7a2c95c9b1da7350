import type { Cell } from '../document.ts';
import type { Draft } from './blocks.ts';
import { from, inked, NO_CHARS, type Chars } from './chars.ts';
import { isTextElement, textElements, type Element } from './ooxml.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './docx-styles.ts';

/** What is known while a Word file is walked from its first paragraph to its last. */
export interface Context {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Item number of each text element. */
  readonly items: ReadonlyMap<Element, number>;
  readonly footnotes: ReadonlyMap<string, Element>;
  readonly endnotes: ReadonlyMap<string, Element>;
  readonly drafts: Draft[];
  /** Whether Word has noted where its pages ended. */
  readonly paged: boolean;
  page: number;
  /** Whether anything was printed since the last page break: a forced break and the note of it are one. */
  inkSinceBreak: boolean;
  /** Open fields: while one is in its instruction ("PAGE \* MERGEFORMAT") nothing prints. */
  readonly fields: Field[];
  /** Content of paragraphs whose end mark was deleted: it opens the next one. */
  carried: Chars;
  tables: number;
  boxes: number;
  notes: number;
  endnoteCount: number;
  /** Characters that are left out on purpose. */
  out: number;
  hidden: number;
  /** Paragraphs of prompts that our own template put there. */
  prompts: number;
  tracked: number;
  title: string | null;
}

export interface Field {
  instruction: string;
  inResult: boolean;
}

/** Where a paragraph stands. */
export interface Place {
  readonly cell: Cell | null;
  readonly box: number | null;
  readonly note: Chars | null;
}

export const BODY: Place = { cell: null, box: null, note: null };

/** Numbers the text elements of all parts, and says which part each is in. */
export function numberItems(roots: readonly Element[]): { readonly items: Map<Element, number>; readonly itemParts: number[]; readonly starts: number[] } {
  const items = new Map<Element, number>();
  const itemParts: number[] = [];
  const starts: number[] = [];
  roots.forEach((root, part) => {
    starts.push(itemParts.length);
    for (const element of textElements(root)) {
      items.set(element, itemParts.length);
      itemParts.push(part);
    }
  });
  return { items, itemParts, starts };
}

/** Text of one element as characters that know their origin. */
export function charsOf(context: Context, element: Element, text: string): Chars {
  if (text === '') return NO_CHARS;
  return from(text, context.items.get(element) ?? -1, 0, context.paged ? context.page : 0);
}

/** Notes that the text below an element is left out on purpose; returns how much there was. */
export function leaveOut(context: Context, element: Element): number {
  let size = 0;
  for (const one of isTextElement(element) ? [element] : textElements(element)) if (one.localName === 't') size += inked(one.textContent ?? '');
  context.out += size;
  return size;
}
