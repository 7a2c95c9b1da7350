import { concat, type Chars } from './chars.ts';
import { charsOf, leaveOut, type Context } from './docx-context.ts';
import { look, type Style } from './docx-styles.ts';
import { attribute, child, children, type Element } from './ooxml.ts';
import { bullet } from './numbering.ts';

/** What stands in the lines of one paragraph. A line break is "\n" here; the paragraph decides what it means. */
export interface Inline {
  readonly chars: Chars;
  readonly looks: readonly Look[];
  readonly notes: readonly { readonly id: string; readonly kind: 'footnote' | 'endnote' }[];
  /** `w:txbxContent` elements anchored here. */
  readonly boxes: readonly Element[];
  readonly contents: boolean;
}

interface Look {
  readonly length: number;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly size: number | null;
}

interface Growing {
  readonly pieces: Chars[];
  readonly looks: Look[];
  readonly notes: { id: string; kind: 'footnote' | 'endnote' }[];
  readonly boxes: Element[];
  contents: boolean;
}

export function readInline(context: Context, paragraph: Element, style: Style): Inline {
  const growing: Growing = { pieces: [], looks: [], notes: [], boxes: [], contents: inContents(context) };
  walk(context, paragraph, style, growing);
  return { ...growing, contents: growing.contents || inContents(context), chars: concat(growing.pieces) };
}

function inContents(context: Context): boolean {
  return context.fields.some((field) => /^\s*TOC\b/.test(field.instruction));
}

function walk(context: Context, parent: Element, style: Style, into: Growing): void {
  for (const one of children(parent)) {
    switch (one.localName) {
      case 'pPr': case 'rPr': case 'sdtPr': case 'proofErr': break;
      case 'r': run(context, one, style, into); break;
      case 'del': case 'moveFrom':
        context.tracked++;
        leaveOut(context, one);
        break;
      case 'AlternateContent': walkAlternate(context, one, style, into); break;
      case 'fldSimple': simpleField(context, one, style, into); break;
      case 'ins': case 'moveTo':
        context.tracked++;
        walk(context, one, style, into);
        break;
      // hyperlink, smartTag, sdt, sdtContent, customXml, bdo, dir, oMath …: what is in them prints
      default: walk(context, one, style, into);
    }
  }
}

/** The same content for newer and older programs: `mc:Choice` and `mc:Fallback`. Read once. */
function walkAlternate(context: Context, alternate: Element, style: Style, into: Growing): void {
  const chosen = child(alternate, 'Choice') ?? child(alternate, 'Fallback');
  for (const other of children(alternate)) if (other !== chosen) leaveOut(context, other);
  if (chosen === null) return;
  if ((alternate.parentNode as Element | null)?.localName === 'r') for (const one of children(chosen)) runChild(context, one, { bold: false, underline: false, size: null, length: 0 }, into);
  else walk(context, chosen, style, into);
}

function simpleField(context: Context, field: Element, style: Style, into: Growing): void {
  context.fields.push({ instruction: attribute(field, 'instr') ?? '', inResult: true });
  into.contents ||= inContents(context);
  walk(context, field, style, into);
  context.fields.pop();
}

function run(context: Context, element: Element, style: Style, into: Growing): void {
  const properties = child(element, 'rPr');
  const named = attribute(child(properties, 'rStyle'), 'val');
  const character = context.styles.character(named);
  const { bold, hidden, underline, size } = look(properties, {
    bold: character.bold ?? style.bold, hidden: character.hidden ?? style.hidden, underline: character.underline ?? style.underline, size: character.size ?? style.size,
  });
  if (hidden === true) {
    context.hidden += leaveOut(context, element);
    // a field may begin or end in a hidden run
    for (const one of children(element)) if (one.localName === 'fldChar' || one.localName === 'instrText') runChild(context, one, { bold: false, underline: false, size: null, length: 0 }, into);
    return;
  }
  for (const one of children(element)) runChild(context, one, { bold: bold ?? false, underline: underline ?? false, size, length: 0 }, into);
}

function runChild(context: Context, one: Element, how: Look, into: Growing): void {
  switch (one.localName) {
    case 'fldChar': fieldMark(context, attribute(one, 'fldCharType'), into); return;
    case 'instrText': instruction(context, one.textContent ?? ''); return;
    case 'lastRenderedPageBreak': turnPage(context); return;
    case 'footnoteReference': case 'endnoteReference': {
      const id = attribute(one, 'id');
      if (id !== null) into.notes.push({ id, kind: one.localName === 'endnoteReference' ? 'endnote' : 'footnote' });
      return;
    }
    case 'drawing': case 'pict': case 'object': into.boxes.push(...textBoxes(context, one)); return;
    case 'AlternateContent': walkAlternate(context, one, context.styles.normal, into); return;
    // reviewers' phonetic guides: the base text prints in the line
    case 'ruby': for (const base of children(one)) if (base.localName === 'rubyBase') walk(context, base, context.styles.normal, into); return;
    default: put(context, one, textOf(context, one), how, into);
  }
}

function put(context: Context, one: Element, text: string, how: Look, into: Growing): void {
  if (text === '') return;
  if (context.fields.some((field) => !field.inResult)) {
    leaveOut(context, one);
    return;
  }
  if (text.trim() !== '') context.inkSinceBreak = true;
  into.pieces.push(charsOf(context, one, text));
  into.looks.push({ ...how, length: text.trim().length });
}

function textOf(context: Context, one: Element): string {
  switch (one.localName) {
    case 't': return one.textContent ?? '';
    case 'tab': case 'ptab': return '\t';
    case 'cr': return '\n';
    case 'br': return lineBreak(context, one);
    case 'noBreakHyphen': return '-';
    case 'sym': return symbol(one);
    default: return '';
  }
}

function lineBreak(context: Context, element: Element): string {
  if (attribute(element, 'type') === 'page') turnPage(context);
  return '\n';
}

/** `<w:sym w:font="Symbol" w:char="F0B7"/>` is a bullet typed with the Insert Symbol window. */
function symbol(element: Element): string {
  const code = Number.parseInt(attribute(element, 'char') ?? '', 16);
  if (!Number.isFinite(code) || code <= 0 || code > 0xffff) return '';
  return bullet(String.fromCharCode(code >= 0xf000 ? code : 0xf000 + code)) || '•';
}

function turnPage(context: Context): void {
  if (context.inkSinceBreak) context.page++;
  context.inkSinceBreak = false;
}

function fieldMark(context: Context, type: string | null, into: Growing): void {
  if (type === 'begin') context.fields.push({ instruction: '', inResult: false });
  const open = context.fields.at(-1);
  if (type === 'separate' && open !== undefined) open.inResult = true;
  if (type === 'end') context.fields.pop();
  into.contents ||= inContents(context);
}

function instruction(context: Context, text: string): void {
  const open = context.fields.at(-1);
  if (open !== undefined) open.instruction += text;
}

/** Text boxes below a drawing, without those inside one of them; where both the new and the old form are given, one. */
function textBoxes(context: Context, parent: Element): Element[] {
  const found: Element[] = [];
  for (const one of children(parent)) {
    if (one.localName === 'txbxContent') found.push(one);
    else if (one.localName === 'AlternateContent') {
      const chosen = child(one, 'Choice') ?? child(one, 'Fallback');
      for (const other of children(one)) if (other !== chosen) leaveOut(context, other);
      if (chosen !== null) found.push(...textBoxes(context, chosen));
    } else found.push(...textBoxes(context, one));
  }
  return found;
}

/** Whether all of it is bold, and the size of most of it in half points. */
export function overallLook(inline: Inline): { readonly bold: boolean; readonly underline: boolean; readonly size: number | null } {
  const inkedLooks = inline.looks.filter((one) => one.length > 0);
  const sizes = new Map<number, number>();
  for (const { size, length } of inkedLooks) if (size !== null) sizes.set(size, (sizes.get(size) ?? 0) + length);
  const most = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  return {
    bold: inkedLooks.length > 0 && inkedLooks.every((one) => one.bold),
    underline: inkedLooks.length > 0 && inkedLooks.every((one) => one.underline),
    size: most,
  };
}
