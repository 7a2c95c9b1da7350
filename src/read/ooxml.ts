import { DOMParser, type Document as XmlDocument, type Element, type Node } from '@xmldom/xmldom';
import { UnreadableError } from '../result.ts';
import { decodeText } from './encoding.ts';
import type { Package } from './ooxml-zip.ts';

export type { Element } from '@xmldom/xmldom';

const MAX_DEPTH = 400;

/** One part as XML, or null where there is none. */
export function xmlPart(from: Package, name: string): XmlDocument | null {
  const bytes = from.part(name);
  return bytes === null ? null : parseXml(decodeText(bytes).text, name);
}

/** Parses XML without entities of its own (they can be nested to fill any memory) and without endless nesting. */
export function parseXml(text: string, name: string): XmlDocument {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw broken(name, 'holds definitions that a Word file never has');
  if (depth(text) > MAX_DEPTH) throw broken(name, 'is nested deeper than any document');
  try {
    const parsed = new DOMParser({ onError: (level, message) => { if (level !== 'warning') throw new Error(message); } }).parseFromString(text, 'text/xml');
    if (parsed.documentElement !== null) return parsed;
  } catch {
    // reported below, in words that help
  }
  throw broken(name, 'is not well formed');
}

function broken(name: string, what: string): UnreadableError {
  return new UnreadableError('read/damaged', `The file is damaged: its part ${name} ${what}.`, 'Open it in Word, let Word repair it, and save it as .docx.');
}

/** Greatest depth of open elements; counts tags only, without building anything. */
function depth(text: string): number {
  let open = 0;
  let deepest = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1];
    if (next === '/') open--;
    else if (next !== '?' && next !== '!') {
      const end = text.indexOf('>', at);
      if (end !== -1 && text[end - 1] !== '/') deepest = Math.max(deepest, ++open);
    }
  }
  return deepest;
}

export function children(parent: Node): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) if (node.nodeType === 1) found.push(node as Element);
  return found;
}

/** First child of that local name; prefixes differ between writers. */
export function child(parent: Node | null, name: string): Element | null {
  if (parent === null) return null;
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1 && (node as Element).localName === name) return node as Element;
  }
  return null;
}

/** Value of the attribute of that local name, whatever its prefix. */
export function attribute(element: Element | null, name: string): string | null {
  if (element === null) return null;
  const direct = element.getAttribute(`w:${name}`);
  if (direct !== null && direct !== '') return direct;
  for (const one of element.attributes) if (one.localName === name) return one.value;
  return null;
}

/** `w:val` of a child: value(pPr, "numId"). */
export function value(parent: Node | null, name: string): string | null {
  return attribute(child(parent, name), 'val');
}

/** Whether an on/off property is set: `<w:b/>` yes, `<w:b w:val="0"/>` no, absent null. */
export function toggle(parent: Node | null, name: string): boolean | null {
  const found = child(parent, name);
  if (found === null) return null;
  const set = attribute(found, 'val');
  return set === null || !['0', 'false', 'off', 'none'].includes(set);
}

/** Local names of what prints in a run. */
export const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['t', 'tab', 'ptab', 'br', 'cr', 'noBreakHyphen', 'softHyphen', 'sym']);

/** Whether the origin map counts this element: `w:t`, `w:tab`, `w:br` … directly in a run (a `w:tab` in a list of tab stops isn't). */
export function isTextElement(element: Element): boolean {
  return TEXT_ELEMENTS.has(element.localName ?? '') && (element.parentNode as Element | null)?.localName === 'r';
}

/** All text elements of a part in document order: item numbers of the origin map count them, part by part. */
export function textElements(root: Node): Element[] {
  const found: Element[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeType === 1 && isTextElement(node as Element)) found.push(node as Element);
    for (let next = node.lastChild; next !== null; next = next.previousSibling) stack.push(next);
  }
  return found;
}

/** Target of the first relationship whose type ends so ("officeDocument"), resolved against the part's folder. */
export function related(from: Package, part: string, type: string): string | null {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '';
  const file = part.slice(folder.length);
  const relations = xmlPart(from, `${folder}_rels/${file}.rels`);
  if (relations === null) return null;
  const found = children(relations.documentElement as Node).find((one) => (attribute(one, 'Type') ?? '').endsWith(`/${type}`));
  const target = attribute(found ?? null, 'Target');
  if (target === null) return null;
  return resolve(target.startsWith('/') ? target.slice(1) : folder + target);
}

function resolve(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
