import { attribute, child, children, toggle, value, type Element } from './ooxml.ts';

/** What a paragraph or character style gives, its ancestors' gifts included (`w:basedOn`). */
export interface Style {
  readonly id: string;
  /** Lower case, as Word's own names are compared: "heading 1". */
  readonly name: string;
  /** From 1; null where the style is no heading. */
  readonly outline: number | null;
  readonly numId: string | null;
  readonly level: number | null;
  readonly bold: boolean | null;
  readonly hidden: boolean | null;
  readonly underline: boolean | null;
  /** In half points. */
  readonly size: number | null;
  readonly framed: boolean;
}

/** Name of the style that our own templates give to their prompts, as Word shows it. Prompts are no text of the review. */
export const PROMPT_STYLE = 'Second question';

export interface Styles {
  readonly normal: Style;
  paragraph(id: string | null): Style;
  character(id: string | null): Style;
}

const EMPTY: Style = { id: '', name: '', outline: null, numId: null, level: null, bold: null, hidden: null, underline: null, size: null, framed: false };

export function stylesFrom(root: Element | null): Styles {
  const elements = new Map<string, Element>();
  let standard: string | null = null;
  for (const one of root === null ? [] : children(root)) {
    const id = attribute(one, 'styleId');
    if (one.localName !== 'style' || id === null) continue;
    elements.set(id, one);
    if (attribute(one, 'type') === 'paragraph' && ['1', 'true', 'on'].includes(attribute(one, 'default') ?? '')) standard = id;
  }
  const defaults = { ...EMPTY, ...look(child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr')) };
  const known = new Map<string, Style>();
  const get = (id: string | null, base: Style): Style => (id === null ? base : resolve(id, elements, known, base, 0));
  const normal = get(standard, defaults);
  return {
    normal,
    paragraph: (id) => (id === null || !elements.has(id) ? normal : get(id, defaults)),
    character: (id) => get(id, EMPTY),
  };
}

function resolve(id: string, elements: ReadonlyMap<string, Element>, known: Map<string, Style>, base: Style, depth: number): Style {
  const ready = known.get(id);
  if (ready !== undefined) return ready;
  const element = elements.get(id);
  // A style based on itself, or a chain without end, inherits nothing more.
  if (element === undefined || depth > 50) return base;
  const parentId = value(element, 'basedOn');
  const root = attribute(element, 'type') === 'character' ? EMPTY : base;
  const parent = parentId === null ? root : resolve(parentId, elements, known, root, depth + 1);
  const style = derive(id, element, parent);
  known.set(id, style);
  return style;
}

function derive(id: string, element: Element, parent: Style): Style {
  const properties = child(element, 'pPr');
  const numbering = child(properties, 'numPr');
  const level = value(numbering, 'ilvl');
  const name = (value(element, 'name') ?? id).toLowerCase();
  return {
    ...parent,
    ...look(child(element, 'rPr'), parent),
    id,
    name,
    outline: outlineOf(name, value(properties, 'outlineLvl'), parent.outline),
    numId: value(numbering, 'numId') ?? parent.numId,
    level: level === null ? parent.level : Number(level),
    framed: parent.framed || isFramed(properties),
  };
}

/** Outline level 9 means body text. */
export function outlineOf(name: string, level: string | null, inherited: number | null): number | null {
  const named = /^heading ([1-9])\b/.exec(name)?.[1];
  if (named !== undefined) return Number(named);
  if (level === null) return name === 'title' ? 1 : inherited;
  const parsed = Number.parseInt(level, 10);
  return parsed >= 0 && parsed < 9 ? parsed + 1 : null;
}

type Look = Pick<Style, 'bold' | 'hidden' | 'underline' | 'size'>;

/** The look that a `w:rPr` sets, over an inherited one. */
export function look(properties: Element | null, parent: Look = EMPTY): Look {
  if (properties === null) return { bold: parent.bold, hidden: parent.hidden, underline: parent.underline, size: parent.size };
  const size = Number.parseFloat(value(properties, 'sz') ?? '');
  return {
    bold: toggle(properties, 'b') ?? parent.bold,
    hidden: toggle(properties, 'vanish') ?? parent.hidden,
    underline: toggle(properties, 'u') ?? parent.underline,
    size: Number.isFinite(size) ? size : parent.size,
  };
}

/** Whether paragraph properties draw a frame (three sides or more) or a shaded ground. */
export function isFramed(properties: Element | null): boolean {
  const borders = child(properties, 'pBdr');
  const sides = borders === null ? [] : children(borders).filter((side) => ['top', 'left', 'bottom', 'right', 'start', 'end'].includes(side.localName ?? '') && !['nil', 'none'].includes(attribute(side, 'val') ?? ''));
  return sides.length >= 3 || isShaded(child(properties, 'shd'));
}

export function isShaded(shading: Element | null): boolean {
  const fill = attribute(shading, 'fill');
  return fill !== null && !['auto', 'ffffff', ''].includes(fill.toLowerCase());
}
