/**
 * Reads a REFI-QDA project (.qdpx) that people coded: which code stands at which words of which source, by whom.
 * Only text sources are read; what is left out (pictures, sound, codes without words) is said.
 */
import { DOMParser } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import { openPackage } from '../read/ooxml-zip.ts';
import type { Message, Result } from '../result.ts';
import { result, warning } from '../result.ts';

export interface ReadCoding {
  readonly source: string;
  /** Names of the codes from the outermost inwards. */
  readonly path: readonly string[];
  /** UTF-16 offsets in the source's text, and the words there. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly coder: string;
}

export interface ReadProject {
  readonly sources: readonly { readonly name: string; readonly text: string }[];
  readonly codings: readonly ReadCoding[];
}

/** Why a file is no project that can be read; names what was found and what to do. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
}

/** @throws ProjectError where the zip, its XML or its root is not a project's; UnreadableError where it unpacks to too much. */
export function readQdpx(bytes: Uint8Array): Result<ReadProject> {
  const messages: Message[] = [];
  const zip = opened(bytes);
  const qde = zip.names.find((name) => /(?:^|\/)project\.qde$/iu.test(name));
  const part = qde === undefined ? null : zip.part(qde);
  if (part === null) throw new ProjectError('There is no project.qde in it. Export the project again as REFI-QDA (.qdpx).');
  const root = parsed(part);
  const names = codeNames(root);
  const users = new Map(all(root, 'User').map((user) => [id(user, 'guid'), user.getAttribute('name') ?? '']));
  const sources: { name: string; text: string }[] = [];
  const codings: ReadCoding[] = [];
  for (const source of all(root, 'TextSource')) {
    const name = source.getAttribute('name') ?? '';
    const text = textOf(source, zip, name, messages);
    if (text === null) continue;
    sources.push({ name, text });
    const at = offsets(text);
    for (const selection of all(source, 'PlainTextSelection')) {
      const [start, end] = [at(Number(selection.getAttribute('startPosition'))), at(Number(selection.getAttribute('endPosition')))];
      if (start === null || end === null || end <= start) {
        messages.push(warning('qdpx/selection', `${name}: a selection from ${selection.getAttribute('startPosition') ?? '?'} to ${selection.getAttribute('endPosition') ?? '?'} lies outside the text and is left out.`));
        continue;
      }
      for (const coding of all(selection, 'Coding')) {
        const target = all(coding, 'CodeRef').map((reference) => id(reference, 'targetGUID'))[0] ?? '';
        const path = names.get(target);
        if (path === undefined) messages.push(warning('qdpx/code', `${name}: a coding names a code (${target.slice(0, 40)}) that the codebook does not have. It is left out.`));
        else codings.push({ source: name, path, start, end, text: text.slice(start, end), coder: users.get(id(coding, 'creatingUser') || id(selection, 'creatingUser')) ?? '' });
      }
    }
  }
  const other = ['PictureSource', 'PDFSource', 'AudioSource', 'VideoSource'].flatMap((tag) => all(root, tag)).length;
  if (other > 0) messages.push(warning('qdpx/other-sources', `${other} ${other === 1 ? 'source is' : 'sources are'} no plain text and ${other === 1 ? 'is' : 'are'} left out.`));
  return result({ sources, codings }, messages);
}

function opened(bytes: Uint8Array): ReturnType<typeof openPackage> {
  try {
    return openPackage(bytes);
  } catch (cause) {
    throw new ProjectError(`It is no REFI-QDA project, or it is damaged (${cause instanceof Error ? cause.message : 'no zip file'}). Export the project again as .qdpx.`);
  }
}

function parsed(part: Uint8Array): Element {
  const text = new TextDecoder().decode(part);
  // A project needs no document type; one could make a small file grow without end.
  if (/<!DOCTYPE/iu.test(text.slice(0, 4000))) throw new ProjectError('Its project.qde declares a document type, which no REFI-QDA project does. It is not opened.');
  try {
    const root = new DOMParser({ onError: () => undefined }).parseFromString(text, 'text/xml').documentElement;
    if (root?.localName === 'Project') return root;
  } catch {
    throw new ProjectError('Its project.qde is no XML. Export the project again as .qdpx.');
  }
  throw new ProjectError('Its project.qde holds no <Project>. Export the project again as .qdpx.');
}

function all(parent: Element, name: string): Element[] {
  return [...parent.getElementsByTagName('*')].filter(({ localName }) => localName === name);
}

function id(element: Element, name: string): string {
  return (element.getAttribute(name) ?? '').replace(/[{}]/gu, '').toLowerCase();
}

/** Paths of all codes by id; of two codes with one id the first counts. */
function codeNames(root: Element): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  const walk = (element: Element, above: readonly string[]): void => {
    for (const child of [...element.childNodes] as Element[]) {
      if (child.localName !== 'Code') continue;
      const path = [...above, child.getAttribute('name') ?? ''];
      if (!names.has(id(child, 'guid'))) names.set(id(child, 'guid'), path);
      if (path.length < 40) walk(child, path);
    }
  };
  for (const codes of all(root, 'Codes')) walk(codes, []);
  return names;
}

/** The text inside the source, or the file that it names; only files inside the project are opened. */
function textOf(source: Element, zip: ReturnType<typeof openPackage>, name: string, messages: Message[]): string | null {
  const inside = all(source, 'PlainTextContent')[0];
  if (inside !== undefined) return inside.textContent ?? '';
  const path = source.getAttribute('plainTextPath') ?? '';
  const file = /^internal:\/\/([^/\\]+)$/u.exec(path)?.[1];
  const part = file === undefined ? null : (zip.part(`sources/${file}`) ?? zip.part(`Sources/${file}`));
  if (part !== null) return new TextDecoder().decode(part);
  messages.push(warning('qdpx/source', `${name}: its text (${path.slice(0, 80) || 'no path'}) is not inside the project. It is left out; export the project with its sources.`));
  return null;
}

/** Code points → UTF-16 offset; null outside the text. */
function offsets(text: string): (point: number) => number | null {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) starts.push(at);
  starts.push(text.length);
  return (point) => (Number.isInteger(point) && point >= 0 ? (starts[point] ?? null) : null);
}
