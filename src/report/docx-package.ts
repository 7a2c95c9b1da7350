/**
 * The parts of a Word file that are being written into, as text. What nobody changes stays as it was in the file.
 */
import { strToU8 } from 'fflate';
import { decodeText } from '../read/encoding.ts';
import { related } from '../read/ooxml.ts';
import { openPackage } from '../read/ooxml-zip.ts';
import type { Package } from '../read/ooxml-zip.ts';
import { attributeOf, escapeXml, scanXml } from './xml-scan.ts';
import type { XmlNode } from './xml-scan.ts';
import { rewriteZip } from './zip-rewrite.ts';

export interface DocxDraft {
  readonly main: string;
  /** Text of a part, or null where there is none. */
  readonly text: (name: string) => string | null;
  readonly set: (name: string, text: string | null) => void;
  /** Name of the part that the main part is related to by this type ("comments"), or null. */
  readonly relatedPart: (type: string) => string | null;
  readonly bytes: () => Uint8Array;
}

export function draftOf(original: Uint8Array): DocxDraft {
  const file = openPackage(original);
  const main = related(file, '', 'officeDocument') ?? 'word/document.xml';
  const changed = new Map<string, string | null>();
  const key = (name: string): string => name.toLowerCase();
  const names = new Map(file.names.map((name) => [key(name), name]));
  const text = (name: string): string | null => {
    const set = changed.get(names.get(key(name)) ?? name);
    if (set !== undefined) return set;
    const bytes = file.part(name);
    return bytes === null ? null : decodeText(bytes).text;
  };
  return {
    main, text,
    set: (name, value) => changed.set(names.get(key(name)) ?? name, value),
    relatedPart: (type) => related(overlaid(file, text), main, type),
    bytes: () => rewriteZip(original, new Map([...changed].map(([name, value]) => [name, value === null ? null : encoded(file, name, value)]))),
  };
}

/** The package as it would be read after the changes. */
function overlaid(file: Package, text: (name: string) => string | null): Package {
  return {
    names: file.names,
    part(name) {
      const value = text(name);
      return value === null ? null : strToU8(value);
    },
  };
}

/** In UTF-8, with the byte order mark if the part had one; the same text gives the part's own bytes back. */
function encoded(file: Package, name: string, value: string): Uint8Array {
  const old = file.part(name);
  if (old === null) return strToU8(value);
  const { text, encoding } = decodeText(old);
  if (text === value) return old;
  if (encoding !== 'utf-8') return strToU8(value.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/, '$1UTF-8'));
  return strToU8(old[0] === 0xef && old[1] === 0xbb ? `\uFEFF${value}` : value);
}

/** The prefix under which this part knows Word's own names ("w"); null where it has none that an attribute could bear. */
export function wordPrefix(source: string, root: XmlNode): string | null {
  if (root.prefix !== '') return root.prefix;
  const tag = source.slice(root.start, root.openEnd);
  const own = attributeOf(source, root, 'xmlns');
  return [...tag.matchAll(/\sxmlns:(\w+)\s*=\s*["']([^"']*)["']/g)].find(([, , uri]) => uri === own)?.[1] ?? null;
}

/** Address of Word's own names in this part; Strict files have another than the usual ones. */
export function wordNamespace(source: string): string {
  const root = scanXml(source);
  const tag = source.slice(root.start, root.openEnd);
  const name = root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix}`;
  return [...tag.matchAll(/\s(xmlns(?::\w+)?)\s*=\s*["']([^"']*)["']/g)].find(([, given]) => given === name)?.[2] ?? 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
}

const CONTENT_TYPES = '[Content_Types].xml';

/** Adds a part that the main part is related to, and says so where a package lists its parts. */
export function addPart(draft: DocxDraft, name: string, type: string, contentType: string, text: string): void {
  const strict = (draft.text('_rels/.rels') ?? '').includes('purl.oclc.org');
  const address = strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = relationsOf(draft.main);
  const before = draft.text(relations) ?? EMPTY_RELATIONS;
  draft.set(name, text);
  draft.set(relations, appended(before, `Relationship Id="${RELATION_ID}" Type="${address}/${type}" Target="/${escapeXml(name)}"/>`));
  draft.set(CONTENT_TYPES, appended(draft.text(CONTENT_TYPES) ?? '', `Override PartName="/${escapeXml(name)}" ContentType="${contentType}"/>`));
}

/** Takes a part out again that `addPart` added; says whether it was one. */
export function removeAddedPart(draft: DocxDraft, name: string): boolean {
  const relations = relationsOf(draft.main);
  const before = draft.text(relations) ?? '';
  const relation = scanXml(before).children.find((node) => attributeOf(before, node, 'Id') === RELATION_ID);
  const types = draft.text(CONTENT_TYPES) ?? '';
  const override = scanXml(types).children.find((node) => attributeOf(types, node, 'PartName') === `/${name}`);
  if (relation === undefined || override === undefined) return false;
  const left = before.slice(0, relation.start) + before.slice(relation.end);
  draft.set(relations, left === EMPTY_RELATIONS ? null : left);
  draft.set(CONTENT_TYPES, types.slice(0, override.start) + types.slice(override.end));
  draft.set(name, null);
  return true;
}

const RELATION_ID = 'rIdSecondQuestion';
const EMPTY_RELATIONS = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

function relationsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Appends an element, given without "<" and prefix, as the last in the root. */
export function appended(source: string, element: string): string {
  const root = scanXml(source);
  const tag = `<${root.prefix === '' ? '' : `${root.prefix}:`}${element}`;
  if (root.closeStart < root.end) return source.slice(0, root.closeStart) + tag + source.slice(root.closeStart);
  const name = root.prefix === '' ? root.name : `${root.prefix}:${root.name}`;
  return `${source.slice(0, root.start)}${source.slice(root.start, root.openEnd - 2).trimEnd()}>${tag}</${name}>${source.slice(root.end)}`;
}
