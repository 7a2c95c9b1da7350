/**
 * XML as it stands in a file, element by element with its places in the source: what is written into such a file goes in at a place,
 * and everything around it keeps its bytes. The source must have been parsed before, so that it is known to be well formed.
 */
export interface XmlNode {
  readonly prefix: string;
  /** Name without its prefix; prefixes differ between writers. */
  readonly name: string;
  readonly start: number;
  /** Just behind the ">" of the opening tag. */
  readonly openEnd: number;
  /** Where the closing tag begins; equals `end` for an element without one. */
  closeStart: number;
  end: number;
  readonly parent: XmlNode | null;
  readonly children: XmlNode[];
}

/** A replacement in a source: `remove` characters at `at` give way to `insert`. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The root element of a source, with all elements below it. */
export function scanXml(source: string): XmlNode {
  let open: XmlNode | null = null;
  let root: XmlNode | null = null;
  for (let at = source.indexOf('<'); at !== -1; at = source.indexOf('<', at)) {
    const skipped = skipOther(source, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const end = tagEnd(source, at);
    if (source[at + 1] === '/') {
      if (open !== null) {
        open.closeStart = at;
        open.end = end;
        open = open.parent;
      }
    } else {
      const node: XmlNode = elementAt(source, at, end, open);
      root ??= node;
      open?.children.push(node);
      if (source[end - 2] !== '/') open = node;
    }
    at = end;
  }
  if (root === null) throw new Error('a part holds no element');
  return root;
}

/** Behind a comment, an instruction, character data or a declaration; `at` itself for a tag. */
function skipOther(source: string, at: number): number {
  const close = source.startsWith('<!--', at) ? '-->' : source.startsWith('<![CDATA[', at) ? ']]>' : source[at + 1] === '?' ? '?>' : source[at + 1] === '!' ? '>' : '';
  if (close === '') return at;
  const end = source.indexOf(close, at);
  return end === -1 ? source.length : end + close.length;
}

/** Just behind the ">" of a tag; one in quotation marks doesn't count. */
function tagEnd(source: string, at: number): number {
  let quote = '';
  for (let index = at + 1; index < source.length; index++) {
    const char = source[index] ?? '';
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return index + 1;
  }
  return source.length;
}

function elementAt(source: string, start: number, openEnd: number, parent: XmlNode | null): XmlNode {
  let stop = start + 1;
  while (stop < openEnd && !' \t\r\n/>'.includes(source[stop] ?? '>')) stop++;
  const qualified = source.slice(start + 1, stop);
  const colon = qualified.indexOf(':');
  return { prefix: qualified.slice(0, Math.max(colon, 0)), name: qualified.slice(colon + 1), start, openEnd, closeStart: openEnd, end: openEnd, parent, children: [] };
}

/** All elements from `root` down in the order of the source. */
export function* walkXml(root: XmlNode): Generator<XmlNode> {
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** Value of the attribute of that local name, or null. */
export function attributeOf(source: string, node: XmlNode, name: string): string | null {
  const tag = source.slice(node.start, node.openEnd);
  for (const [, qualified = '', double, single] of tag.matchAll(/\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (qualified.slice(qualified.indexOf(':') + 1) === name) return unescapeXml(double ?? single ?? '');
  }
  return null;
}

/** Elements around a node, the nearest first. */
export function ancestors(node: XmlNode): XmlNode[] {
  const found: XmlNode[] = [];
  for (let up = node.parent; up !== null; up = up.parent) found.push(up);
  return found;
}

/** Makes all edits at once; those at one place in the order given. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, remove, insert } of [...edits].sort((a, b) => a.at - b.at)) {
    pieces.push(source.slice(from, Math.max(from, at)), insert);
    from = Math.max(from, at + remove);
  }
  return pieces.join('') + source.slice(from);
}

const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replaceAll(ENTITY, (_whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? '';
    return String.fromCodePoint(hex === undefined ? Number.parseInt(decimal ?? '0', 10) : Number.parseInt(hex, 16));
  });
}

/** Text for an element or a quoted attribute; characters that XML has no place for are taken out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Place in escaped text of the character that is number `offset` of the text it stands for; null where that can't be told. */
export function escapedPlace(escaped: string, offset: number): number | null {
  if (escaped.includes('<')) return null;
  let at = 0;
  let passed = 0;
  for (const { index, 0: entity } of escaped.matchAll(ENTITY)) {
    if (passed + index - at >= offset) break;
    passed += index - at + unescapeXml(entity).length;
    at = index + entity.length;
  }
  return passed > offset ? null : at + offset - passed;
}
