/**
 * REFI-QDA 1.0 (www.qdasoftware.org): the exchange format of NVivo, MAXQDA, ATLAS.ti, QDA Miner and others. A project (.qdpx) is a zip of
 * `project.qde` and the sources; a codebook (.qdc) is the codes alone. Positions are Unicode code points from 0, the end behind the last one.
 * Ids come from hashes and no date is written: the same critiques give the same bytes.
 */
import { strToU8, zipSync } from 'fflate';
import type { Codebook } from '../judge/themes.ts';
import { codeTitle } from '../judge/themes.ts';
import type { CodedSource } from '../research/codings.ts';
import { codeDescription } from '../research/codebook-qdc.ts';
import { CODE_GROUPS, themePath } from '../research/codings.ts';
import { guid } from '../research/guid.ts';
import { VERSION } from '../version.ts';

const ORIGIN = `second-question ${VERSION}`;
const USER = guid('user', 'second-question');
/** A zip can't hold a time before this one. */
const NO_TIME = new Date(1980, 0, 1, 12, 0, 0);

interface CodeNode {
  readonly name: string;
  readonly guid: string;
  readonly description: string;
  readonly children: CodeNode[];
}

/** @param made what it was made by, in one line. */
export function qdpx(sources: readonly CodedSource[], book: Codebook, made = ORIGIN): Uint8Array {
  const codes = codeTree(sources, book);
  const texts = Object.fromEntries(sources.map((source, index) => [`sources/${sourceGuid(source, index)}.txt`, strToU8(source.text)] as const));
  return zipSync({ 'project.qde': strToU8(projectXml(sources, codes, made)), ...texts }, { mtime: NO_TIME, level: 6 });
}

/** The codebook alone: themes with their definitions, and the codes of the wire format that the sources use. */
export function qdc(sources: readonly CodedSource[], book: Codebook, made = ORIGIN): string {
  return `${HEAD}<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${xml(made)}">\n${codesXml(codeTree(sources, book), 1)}</CodeBook>\n`;
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Every theme of the codebook, and every other code that a source bears. */
function codeTree(sources: readonly CodedSource[], book: Codebook): readonly CodeNode[] {
  const roots: CodeNode[] = [];
  const add = (path: readonly string[]): void => {
    let level = roots;
    path.forEach((name, depth) => {
      let node = level.find((other) => other.name === name);
      if (node === undefined) {
        const theme = path[0] === CODE_GROUPS.theme ? book.codes.find((code) => codeTitle(code) === name) : undefined;
        node = { name, guid: codeGuid(path.slice(0, depth + 1)), description: theme === undefined ? '' : codeDescription(theme, book.parts), children: [] };
        level.push(node);
      }
      level = node.children;
    });
  };
  const themes = book.codes.map(({ id }) => [CODE_GROUPS.theme, ...themePath(id, book)]);
  const used = sources.flatMap(({ codings }) => codings.map(({ path }) => path)).filter(([group]) => group !== CODE_GROUPS.theme);
  const all = [...new Map([...used, ...themes].map((path) => [path.join('\u0000'), path])).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, path] of all) add(path);
  return roots;
}

function codeGuid(path: readonly string[]): string {
  return guid('code', ...path);
}

function sourceGuid({ sha256 }: CodedSource, index: number): string {
  return guid('source', sha256, String(index));
}

function codesXml(nodes: readonly CodeNode[], indent: number): string {
  const pad = '  '.repeat(indent);
  const one = ({ name, guid: id, description, children }: CodeNode, deep: string): string => {
    const inner = `${description === '' ? '' : `${deep}  <Description>${xml(description)}</Description>\n`}${children.map((child) => one(child, `${deep}  `)).join('')}`;
    return `${deep}<Code guid="${id}" name="${xml(name)}" isCodable="true"${inner === '' ? '/>' : `>\n${inner}${deep}</Code>`}\n`;
  };
  return `${pad}<Codes>\n${nodes.map((node) => one(node, `${pad}  `)).join('')}${pad}</Codes>\n`;
}

function projectXml(sources: readonly CodedSource[], codes: readonly CodeNode[], made: string): string {
  const names = [...new Set(sources.flatMap(({ variables }) => Object.keys(variables)))];
  const variables = names.map((name) => `    <Variable guid="${guid('variable', name)}" name="${xml(name)}" typeOfVariable="Text"/>\n`).join('');
  const cases = sources.map((source, index) => caseXml(source, index)).join('');
  const texts = sources.map((source, index) => sourceXml(source, index)).join('');
  return `${HEAD}<Project xmlns="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd" name="Second Question" origin="${xml(ORIGIN)}" creatingUserGUID="${USER}">
  <Users>
    <User guid="${USER}" name="second-question"/>
  </Users>
  <CodeBook>
${codesXml(codes, 2)}  </CodeBook>
  <Variables>
${variables}  </Variables>
  <Cases>
${cases}  </Cases>
  <Sources>
${texts}  </Sources>
  <Description>${xml(`Made by ${made}. The codings of the user second-question are the tool’s.`)}</Description>
</Project>
`;
}

function caseXml(source: CodedSource, index: number): string {
  const id = sourceGuid(source, index);
  const values = Object.entries(source.variables).map(([name, value]) => `      <VariableValue>\n        <VariableRef targetGUID="${guid('variable', name)}"/>\n        <TextValue>${xml(value)}</TextValue>\n      </VariableValue>\n`).join('');
  return `    <Case guid="${guid('case', id)}" name="${xml(source.name)}">\n${values}      <SourceRef targetGUID="${id}"/>\n    </Case>\n`;
}

function sourceXml(source: CodedSource, index: number): string {
  const id = sourceGuid(source, index);
  const at = codePoints(source.text);
  const selections = source.codings.map(({ start, end, path }, place) => {
    const selection = guid('selection', id, String(place), path.join('/'));
    const name = source.text.slice(start, Math.min(end, start + 60)).replace(/\s+/gu, ' ');
    return `      <PlainTextSelection guid="${selection}" name="${xml(name)}" startPosition="${at(start)}" endPosition="${at(end)}" creatingUser="${USER}">
        <Coding guid="${guid('coding', selection)}" creatingUser="${USER}">
          <CodeRef targetGUID="${codeGuid(path)}"/>
        </Coding>
      </PlainTextSelection>
`;
  }).join('');
  return `    <TextSource guid="${id}" name="${xml(source.name)}" plainTextPath="internal://${id}.txt" creatingUser="${USER}">\n${selections}    </TextSource>\n`;
}

/** UTF-16 offset → number of code points before it. */
export function codePoints(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let at = 0; at < text.length - 1; at += 1) {
    const high = text.charCodeAt(at);
    if (high >= 0xd800 && high < 0xdc00) pairs.push(at);
  }
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset - 1) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

/** Characters that XML 1.0 can't hold are left out. */
function xml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}
