import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attr(element: HtmlElement, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

export function style(element: HtmlElement): string {
  return (attr(element, 'style') ?? '').toLowerCase().replace(/\s+/g, ' ').replace(/ ?: ?/g, ':');
}

const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg', 'math', 'iframe', 'object', 'select', 'button', 'textarea', 'del']);

/** What a browser (or Word, "mso-hide") doesn't print. */
export function isHidden(element: HtmlElement): boolean {
  return UNSEEN.has(element.tagName) || attr(element, 'hidden') !== null || /display:none|visibility:hidden|mso-hide:all/.test(style(element));
}

export function isBold(element: HtmlElement): boolean | null {
  const weight = /font-weight:(bold|normal|\d{3})/.exec(style(element))?.[1];
  if (weight !== undefined) return weight === 'bold' || Number(weight) >= 600;
  return ['b', 'strong', 'th'].includes(element.tagName) ? true : null;
}

/** A frame round paragraphs: `border:solid …` of a `div` or `p`; Word writes it as a para-border-div. */
export function isFrame(element: HtmlElement): boolean {
  return ['div', 'p', 'aside', 'section'].includes(element.tagName) && /(?:^|;\s*)border:[^;]*(?:solid|double|dashed|\d(?:pt|px))(?![^;]*none)/.test(style(element)) && !/border:none/.test(style(element));
}

/** Level of Word's own list paragraphs: "mso-list:l0 level2 lfo1" is 1; null for others. */
export function wordListLevel(element: HtmlElement): number | null {
  const level = /mso-list:[^;]*level(\d)/.exec(style(element))?.[1];
  return level === undefined ? null : Number(level) - 1;
}

const FORMATS: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' };
const CSS_FORMATS: Readonly<Record<string, string>> = { 'lower-alpha': 'lowerLetter', 'lower-latin': 'lowerLetter', 'upper-alpha': 'upperLetter', 'upper-latin': 'upperLetter', 'lower-roman': 'lowerRoman', 'upper-roman': 'upperRoman', none: 'none' };

/** How a list numbers its items, in Word's words (counters.ts); "bullet" for `ul`. */
export function listFormat(list: HtmlElement): string {
  const css = /list-style(?:-type)?:([a-z-]+)/.exec(style(list))?.[1];
  const styled = css === undefined ? undefined : CSS_FORMATS[css];
  if (styled !== undefined) return styled;
  return list.tagName === 'ol' ? (FORMATS[attr(list, 'type') ?? ''] ?? 'decimal') : 'bullet';
}
