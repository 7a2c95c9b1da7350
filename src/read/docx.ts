import { info, result, UnreadableError, warning, type Message, type Result } from '../result.ts';
import { assemble } from './blocks.ts';
import { inked, NO_CHARS } from './chars.ts';
import { numberItems, type Context } from './docx-context.ts';
import { noteElements, readBlocks } from './docx-body.ts';
import { judgeLook } from './docx-look.ts';
import { PROMPT_STYLE, stylesFrom } from './docx-styles.ts';
import { nativeFidelity } from './fidelity.ts';
import { numberingFrom } from './numbering.ts';
import { child, related, xmlPart, type Element } from './ooxml.ts';
import { openPackage, type Package } from './ooxml-zip.ts';
import type { Reading, ReadOptions } from './reading.ts';
import { typeByText } from './type-by-text.ts';

/** Reads a Word file (.docx, .docm, .dotx) from its own markup, numbers as they print. */
export function readDocx(bytes: Uint8Array, _options: ReadOptions): Result<Reading> {
  const file = openPackage(bytes);
  const main = related(file, '', 'officeDocument') ?? 'word/document.xml';
  const parts = partsOf(file, main);
  const roots = parts.map((part) => part.root);
  const { items, itemParts } = numberItems(roots);
  const context = contextOf(file, main, parts, items);
  const body = child(roots[0] ?? null, 'body');
  if (body === null) throw new UnreadableError('read/no-text', 'The file holds no Word document.', 'Save the review as .docx and try again.');
  readBlocks(context, body);
  const drafts = typeByText(judgeLook(context.drafts));
  const title = context.title ?? coreTitle(file) ?? drafts.find((one) => one.type === 'heading')?.content.text ?? null;
  const { document, origin } = assemble(drafts, { parts: parts.map((part) => part.name), itemParts }, title);
  const total = [...items.keys()].reduce((sum, one) => sum + (one.localName === 't' ? inked(one.textContent ?? '') : 0), 0);
  const kept = drafts.reduce((sum, one) => sum + ink(one.content) + (one.marker === null ? 0 : ink(one.marker)), 0);
  return result({ document, origin, fidelity: nativeFidelity('docx', document, kept + context.out, total) }, messagesOf(context));
}

interface Part {
  readonly name: string;
  readonly root: Element;
}

/** The main part first; its notes after it. Heads and feet are not read. */
function partsOf(file: Package, main: string): Part[] {
  const names = [main, related(file, main, 'footnotes'), related(file, main, 'endnotes')];
  const parts = names.flatMap((name) => {
    const root = name === null ? null : (xmlPart(file, name)?.documentElement ?? null);
    return name === null || root === null ? [] : [{ name, root }];
  });
  if (parts[0]?.name === main) return parts;
  throw new UnreadableError('read/damaged', 'The file is damaged: its main part is missing.', 'Open it in Word, let Word repair it, and save it as .docx.');
}

function contextOf(file: Package, main: string, parts: readonly Part[], items: ReadonlyMap<Element, number>): Context {
  const root = (type: string): Element | null => {
    const name = related(file, main, type);
    return name === null ? null : (xmlPart(file, name)?.documentElement ?? null);
  };
  const notes = (name: string): Element | null => parts.find((part) => part.root.localName === name)?.root ?? null;
  return {
    styles: stylesFrom(root('styles')),
    numbering: numberingFrom(root('numbering')),
    items,
    footnotes: noteElements(notes('footnotes')),
    endnotes: noteElements(notes('endnotes')),
    drafts: [],
    // Forced breaks alone would give page numbers that are too low; Word's notes of its own breaks are needed.
    paged: (parts[0]?.root.getElementsByTagName('w:lastRenderedPageBreak').length ?? 0) > 0,
    page: 1,
    inkSinceBreak: false,
    fields: [],
    carried: NO_CHARS,
    tables: 0,
    boxes: 0,
    notes: 0,
    endnoteCount: 0,
    out: 0,
    hidden: 0,
    prompts: 0,
    tracked: 0,
    title: null,
  };
}

function coreTitle(file: Package): string | null {
  const name = related(file, '', 'core-properties');
  const title = name === null ? null : child(xmlPart(file, name)?.documentElement ?? null, 'title')?.textContent?.replace(/\s+/g, ' ').trim();
  // Word puts the first line or an old file name there: "Microsoft Word - draft3.doc"
  return title === undefined || title === null || title === '' || /^microsoft word|\.docx?$|^untitled|^document\d*$/i.test(title) ? null : title;
}

function ink(chars: { readonly text: string; readonly items: readonly number[] }): number {
  let count = 0;
  for (let index = 0; index < chars.text.length; index++) if ((chars.items[index] ?? -1) >= 0 && chars.text[index] !== ' ') count++;
  return count;
}

function messagesOf(context: Context): Message[] {
  const messages: Message[] = [];
  if (context.prompts > 0) messages.push(info('read/prompts', `${context.prompts === 1 ? 'A prompt' : `${context.prompts} prompts`} of the template (style “${PROMPT_STYLE}”) ${context.prompts === 1 ? 'was' : 'were'} left out: ${context.prompts === 1 ? 'it is' : 'they are'} no text of the review.`));
  if (context.hidden > 0) messages.push(warning('read/hidden-text', `Hidden text (${context.hidden} characters) was left out. To have it read, unhide it in Word.`));
  if (context.tracked > 0) messages.push(info('read/tracked-changes', 'The file holds tracked changes. It was read as if all of them had been accepted.'));
  return messages;
}
