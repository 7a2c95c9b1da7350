import type { BlockType } from '../document.ts';
import { draft, finish, splitLines } from './blocks.ts';
import { concat, made, NO_CHARS, type Chars } from './chars.ts';
import { BODY, leaveOut, type Context, type Place } from './docx-context.ts';
import { overallLook, readInline, type Inline } from './docx-runs.ts';
import { isFramed, outlineOf, PROMPT_STYLE, type Style } from './docx-styles.ts';
import { readTable } from './docx-tables.ts';
import { formatNumber } from './counters.ts';
import { attribute, child, children, value, type Element } from './ooxml.ts';

/** Half points stand in `size` until the whole file is known (docx-look.ts). */
export function readBlocks(context: Context, parent: Element, place: Place = BODY): void {
  let frame: number | null = null;
  for (const one of children(parent)) {
    if (one.localName === 'p') {
      if (isPrompt(context, one)) {
        leaveOut(context, one);
        context.prompts++;
        continue;
      }
      const framed = place.box === null && place.cell === null && framedParagraph(context, one);
      // neighbouring framed paragraphs print as one box
      frame = framed ? (frame ?? context.boxes++) : null;
      readParagraph(context, one, frame === null ? place : { ...place, box: frame });
      continue;
    }
    if (!['bookmarkStart', 'bookmarkEnd', 'proofErr'].includes(one.localName ?? '')) frame = null;
    if (one.localName === 'tbl') readTable(context, one, place, readBlocks);
    else if (one.localName === 'AlternateContent') readAlternate(context, one, place);
    else if (one.localName === 'del' || one.localName === 'moveFrom') leaveOut(context, one);
    else if (!['sectPr', 'tcPr', 'sdtPr', 'pPr'].includes(one.localName ?? '')) readBlocks(context, one, place);
  }
}

function readAlternate(context: Context, alternate: Element, place: Place): void {
  const chosen = child(alternate, 'Choice') ?? child(alternate, 'Fallback');
  for (const other of children(alternate)) if (other !== chosen) leaveOut(context, other);
  if (chosen !== null) readBlocks(context, chosen, place);
}

function isPrompt(context: Context, paragraph: Element): boolean {
  return context.styles.paragraph(value(child(paragraph, 'pPr'), 'pStyle')).name === PROMPT_STYLE.toLowerCase();
}

function framedParagraph(context: Context, paragraph: Element): boolean {
  const properties = child(paragraph, 'pPr');
  const own = child(properties, 'pBdr') ?? child(properties, 'shd');
  const style = context.styles.paragraph(value(properties, 'pStyle'));
  if (style.outline !== null) return false;
  return own === null ? style.framed : isFramed(properties);
}

function readParagraph(context: Context, paragraph: Element, place: Place): void {
  const properties = child(paragraph, 'pPr');
  const style = context.styles.paragraph(value(properties, 'pStyle'));
  const inline = readInline(context, paragraph, style);
  const content = concat([context.carried, inline.chars]);
  context.carried = NO_CHARS;
  const mark = child(properties, 'rPr');
  if (child(mark, 'del') !== null || child(mark, 'moveFrom') !== null) context.carried = content;
  else put(context, place, content, inline, style, properties);
  readAround(context, inline, place);
}

/** Notes and text boxes come after the paragraph that they hang on. */
function readAround(context: Context, inline: Inline, place: Place): void {
  for (const box of inline.boxes) readBlocks(context, box, { ...place, cell: null, box: place.box ?? context.boxes++ });
  for (const { id, kind } of inline.notes) {
    const note = (kind === 'footnote' ? context.footnotes : context.endnotes).get(id);
    if (note === undefined || place.note !== null) continue;
    const number = kind === 'footnote' ? String(++context.notes) : formatNumber(++context.endnoteCount, 'lowerRoman');
    readBlocks(context, note, { cell: null, box: null, note: made(number, context.paged ? context.page : 0) });
  }
}

function put(context: Context, place: Place, content: Chars, inline: Inline, style: Style, properties: Element | null): void {
  const number = automaticNumber(context, style, properties);
  const lines = splitLines(content);
  const { bold, underline, size } = overallLook(inline);
  const type = typeOf(place, inline, style, properties, number.text);
  const outline = headingLevel(style, properties);
  lines.forEach((line, index) => {
    const automatic = index === 0 && number.text !== '' ? made(number.text, line.pages[0] ?? 0) : null;
    const marker = place.note !== null && isFirstOfNote(context, place.note) ? place.note : automatic;
    const finished = finish(draft(type, line, { marker, level: type === 'heading' ? (outline ?? 0) : type === 'list-item' ? number.level : 0, cell: place.cell, box: place.box, size, bold: bold || (underline && type === 'paragraph' && !place.cell) }));
    if (finished === null) return;
    if (style.name === 'title') context.title ??= finished.content.text;
    context.drafts.push(finished);
  });
}

/** A note's number stands before its first paragraph only. */
function isFirstOfNote(context: Context, number: Chars): boolean {
  const last = context.drafts.at(-1);
  if (last?.type !== 'footnote') return true;
  for (let index = context.drafts.length - 1; context.drafts[index]?.type === 'footnote'; index--) {
    if (context.drafts[index]?.marker !== null) return context.drafts[index]?.marker?.text !== number.text;
  }
  return true;
}

function automaticNumber(context: Context, style: Style, properties: Element | null): { readonly text: string; readonly level: number } {
  const own = child(properties, 'numPr');
  const numId = value(own, 'numId') ?? style.numId;
  if (numId === null || numId === '0') return { text: '', level: 0 };
  const given = value(own, 'ilvl');
  const level = given !== null ? Number.parseInt(given, 10) : (context.numbering.levelOfStyle(numId, style.id) ?? style.level ?? 0);
  const bounded = Math.min(Math.max(Number.isFinite(level) ? level : 0, 0), 8);
  return { text: context.numbering.next(numId, bounded), level: bounded };
}

function headingLevel(style: Style, properties: Element | null): number | null {
  return outlineOf(style.name, value(properties, 'outlineLvl'), style.outline);
}

function typeOf(place: Place, inline: Inline, style: Style, properties: Element | null, number: string): BlockType {
  if (place.note !== null) return 'footnote';
  if (inline.contents || /^(?:toc \d|table of figures)/.test(style.name)) return 'contents';
  const heading = headingLevel(style, properties) !== null;
  if (place.cell !== null) return number !== '' && !heading ? 'list-item' : 'table-cell';
  if (heading) return 'heading';
  if (style.name === 'caption') return 'caption';
  if (/\bquote\b/.test(style.name)) return 'quote';
  if (style.name === 'bibliography') return 'reference';
  return number === '' ? 'paragraph' : 'list-item';
}

export function noteElements(root: Element | null): Map<string, Element> {
  const notes = new Map<string, Element>();
  for (const one of root === null ? [] : children(root)) {
    const id = attribute(one, 'id');
    // separators are notes with a type
    if (id !== null && (attribute(one, 'type') ?? 'normal') === 'normal') notes.set(id, one);
  }
  return notes;
}
