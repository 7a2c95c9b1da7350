/**
 * Codebooks of themes as REFI-QDA codebooks (.qdc), there and back. The standard has no place for words to look for, so that they stand in the
 * description of a code, in lines that people can write in NVivo or MAXQDA too: "Words: damp; mould; overcrowd*", or "Patterns:" with one pattern a line.
 */
import { DOMParser } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import { withParts } from '../language/parts.ts';
import type { Code, Codebook } from '../judge/themes.ts';
import type { Result } from '../result.ts';
import { result, warning } from '../result.ts';
import { CODE_GROUPS } from './codings.ts';

/** What stands in a code's description: definition, source, example, and the words, with the codebook's own lists written out. */
export function codeDescription({ definition, source, example, patterns, except = [] }: Code, parts: Codebook['parts'] = {}): string {
  const listed = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => withParts(line, parts))]);
  return [definition, ...(source === '' ? [] : [`Source: ${source}`]), ...(example === '' ? [] : [`Example: ${example}`]), ...listed('Patterns', patterns), ...listed('Not', except)].filter((line) => line !== undefined && line !== '').join('\n');
}

/** @throws Error that says what a .qdc needs, where this is none. */
export function readQdc(text: string, name: string): Result<Codebook> {
  if (/<!DOCTYPE/iu.test(text.slice(0, 4000))) throw new Error('it declares a document type, which no REFI-QDA codebook does. It is not opened.');
  const root = rootOf(text);
  const tops = childCodes(childrenOf(root, 'Codes')[0] ?? root);
  if (tops.length === 0) throw new Error('it holds no code. Export the codebook again as REFI-QDA (.qdc).');
  // Our own export also holds kinds, elements and levels, which are no themes.
  const themes = tops.find((top) => nameOf(top) === CODE_GROUPS.theme && childCodes(top).length > 0);
  const found = (themes === undefined ? tops : childCodes(themes)).flatMap((top) => codesBelow(top, null, []));
  const named = found.filter(({ words }) => !words).map(({ code }) => code.name);
  const taken = new Map<string, number>();
  for (const { code } of found) taken.set(code.id, (taken.get(code.id) ?? 0) + 1);
  const twice = [...taken].find(([, count]) => count > 1)?.[0];
  if (twice !== undefined) throw new Error(`two of its codes are called "${twice}" under the same parent. Give each its own name.`);
  return result({ format: 'second-question-codebook/1' as const, version: root.getAttribute('origin') ?? '', name, source: name, codes: found.map(({ code }) => code) }, [
    ...(named.length === 0 ? [] : [warning('codebook/names', `${named.length} of its ${found.length} codes have no line "Words:" or "Patterns:" in their description, so that their names are looked for: ${named.slice(0, 8).join(', ')}${named.length > 8 ? ' …' : ''}.`)]),
    ...(themes === undefined ? [] : [warning('codebook/theme-only', `only what stands below "${CODE_GROUPS.theme}" is taken.`)]),
  ]);
}

interface Read {
  readonly code: Code;
  readonly words: boolean;
}

function codesBelow(element: Element, parent: string | null, above: readonly string[]): Read[] {
  const title = nameOf(element);
  const [, short, rest] = /^([A-Za-z]{1,3}\d+(?:\.\d+)*)\s+(\S.*)$/su.exec(title) ?? [];
  const path = [...above, title];
  const id = short ?? path.join(' / ');
  const said = described(childrenOf(element, 'Description')[0]?.textContent ?? '');
  const inner = path.length < 40 ? childCodes(element).flatMap((child) => codesBelow(child, id, path)) : [];
  const words = said.patterns.length > 0;
  // A folder of codes says nothing of its own.
  const folder = element.getAttribute('isCodable') === 'false' && inner.length > 0;
  const code: Code = {
    id, name: rest ?? title, parent, definition: said.definition, source: said.source, seed: null, example: said.example, except: said.except,
    patterns: words ? said.patterns : folder ? [] : [plainWords(rest ?? title)],
  };
  return [{ code, words: words || folder }, ...inner];
}

function described(text: string): { readonly definition: string; readonly source: string; readonly example: string; readonly patterns: readonly string[]; readonly except: readonly string[] } {
  const found: Record<string, string[]> = { definition: [], source: [], example: [], patterns: [], not: [], words: [] };
  let place = 'definition';
  for (const line of text.split(/\r?\n/u).map((one) => one.trim()).filter((one) => one !== '')) {
    const [, label, rest = ''] = /^(words|patterns|not|source|example):(.*)$/iu.exec(line) ?? [];
    if (label !== undefined) place = label.toLowerCase();
    const own = label === undefined ? line : rest.trim();
    if (own !== '') found[place]?.push(own);
  }
  const join = (key: string): string => (found[key] ?? []).join(' ');
  return {
    definition: join('definition'), source: join('source'), example: join('example'), except: found['not'] ?? [],
    patterns: [...(found['words'] ?? []).flatMap((line) => line.split(/[;|]/u)).map((word) => word.trim()).filter((word) => word !== '').map(plainWords), ...(found['patterns'] ?? [])],
  };
}

/** Words as people write them: "overcrowd*" for any ending, blanks for any white space. */
function plainWords(words: string): string {
  return words.replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&').replaceAll('*', '[\\p{L}\\p{N}]*').replaceAll(/\s+/gu, '\\s+');
}

function rootOf(text: string): Element {
  try {
    const root = new DOMParser({ onError: () => undefined }).parseFromString(text, 'text/xml').documentElement;
    if (root?.localName === 'CodeBook') return root;
    const inner = root === null ? undefined : [...root.getElementsByTagName('*')].find(({ localName }) => localName === 'CodeBook');
    if (inner !== undefined) return inner;
  } catch {
    throw new Error('it is no XML. Export the codebook again as REFI-QDA (.qdc).');
  }
  throw new Error('it holds no <CodeBook>. Export the codebook again as REFI-QDA (.qdc).');
}

function childrenOf(element: Element, name: string): Element[] {
  return ([...element.childNodes] as Element[]).filter(({ localName }) => localName === name);
}

function childCodes(element: Element): Element[] {
  return childrenOf(element, 'Code');
}

function nameOf(element: Element): string {
  return (element.getAttribute('name') ?? '').trim();
}
