/**
 * The rules of REFI-QDA 1.0 (the standard of 25 September 2019, sections 5.2, 5.3 and 8 to 13) for all that a project of plain text may hold, written down
 * as a grammar, and a reader that takes nothing else: order and number of children, attributes and their types, ids that are there, places inside the text.
 */
import { DOMParser } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';

const GUID = /^(?:[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}|\{[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}\})$/u;
const TYPES: Readonly<Record<string, RegExp>> = { guid: GUID, string: /^/u, boolean: /^(?:true|false|0|1)$/u, integer: /^-?\d{1,15}$/u, colour: /^#(?:[\dA-Fa-f]{6}|[\dA-Fa-f]{3})$/u, time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/u, variable: /^(?:Text|Boolean|Integer|Float|Date|DateTime)$/u };

interface Rule {
  /** Children in their order: "?" at most one, "*" any number, "+" one or more, else one. */
  readonly children: readonly string[];
  /** Attributes with their types; "!" must be there. */
  readonly attributes: readonly string[];
}

const made = ['creatingUser:guid', 'creationDateTime:time', 'modifyingUser:guid', 'modifiedDateTime:time'];
const rule = (children: string, ...attributes: readonly string[]): Rule => ({ children: children.split(' ').filter((one) => one !== ''), attributes });
const RULES: Readonly<Record<string, Rule>> = {
  Project: rule('Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*', 'name!:string', 'origin:string', 'creatingUserGUID:guid', 'creationDateTime:time', 'modifyingUserGUID:guid', 'modifiedDateTime:time', 'basePath:string'),
  Users: rule('User+'), User: rule('', 'guid!:guid', 'name:string', 'id:string'),
  CodeBook: rule('Codes Sets?', 'origin:string'), Codes: rule('Code+'), Code: rule('Description? NoteRef* Code*', 'guid!:guid', 'name!:string', 'isCodable!:boolean', 'color:colour'),
  Variables: rule('Variable+'), Variable: rule('Description?', 'guid!:guid', 'name!:string', 'typeOfVariable!:variable'),
  Cases: rule('Case+'), Case: rule('Description? CodeRef* VariableValue* SourceRef* SelectionRef*', 'guid!:guid', 'name:string'),
  VariableValue: rule('VariableRef TextValue? IntegerValue?'), TextValue: rule(''), IntegerValue: rule(''), Description: rule(''),
  Sources: rule('TextSource+'), TextSource: rule('Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*', 'guid!:guid', 'name:string', 'richTextPath:string', 'plainTextPath:string', ...made),
  PlainTextSelection: rule('Description? Coding* NoteRef*', 'guid!:guid', 'name:string', 'startPosition!:integer', 'endPosition!:integer', ...made),
  Coding: rule('CodeRef NoteRef*', 'guid!:guid', 'creatingUser:guid', 'creationDateTime:time'),
  ...Object.fromEntries(['CodeRef', 'SourceRef', 'VariableRef', 'NoteRef', 'SelectionRef'].map((name) => [name, rule('', 'targetGUID!:guid')])),
};

/** Everything in which a .qdpx departs from the standard; empty where it keeps to it. */
export function qdpxFaults(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes);
  const qde = files['project.qde'];
  if (qde === undefined) return ['no project.qde at the top'];
  const root = rootOf(qde, 'urn:QDA-XML:project:1.0', 'Project');
  const strangers = Object.keys(files).filter((name) => name !== 'project.qde' && !/^sources\/[\da-f-]{36}\.[a-z]+$/u.test(name)).map((name) => `${name} is no source named by a guid`);
  return [...strangers, ...elementFaults(root), ...referenceFaults(root), ...all(root, 'TextSource').flatMap((source) => sourceFaults(source, files))];
}

export function qdcFaults(text: string): string[] {
  const root = rootOf(new TextEncoder().encode(text), 'urn:QDA-XML:codebook:1.0', 'CodeBook');
  return [...elementFaults(root), ...referenceFaults(root)];
}

function rootOf(bytes: Uint8Array, namespace: string, name: string): Element {
  const root = new DOMParser({ onError: (level, message) => { throw new Error(`${level}: ${message}`); } }).parseFromString(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'text/xml').documentElement;
  if (root?.localName !== name || root.namespaceURI !== namespace) throw new Error(`the root is no ${name} of ${namespace}`);
  return root;
}

function elements(element: Element): Element[] {
  return ([...element.childNodes] as Element[]).filter(({ nodeType }) => nodeType === 1);
}

function all(element: Element, name: string): Element[] {
  return [...element.getElementsByTagName('*')].filter(({ localName }) => localName === name);
}

function elementFaults(element: Element): string[] {
  const name = element.localName ?? '';
  const own = RULES[name];
  if (own === undefined) return [`<${name}> is not known`];
  return [...childFaults(name, elements(element).map(({ localName }) => localName ?? ''), own), ...attributeFaults(element, own), ...elements(element).flatMap(elementFaults)];
}

function childFaults(name: string, found: readonly string[], { children }: Rule): string[] {
  let at = 0;
  for (const child of children) {
    const [, wanted = '', many = ''] = /^(\w+)([?*+]?)$/u.exec(child) ?? [];
    const from = at;
    while (found[at] === wanted && (many === '*' || many === '+' || at === from)) at += 1;
    if (at === from && (many === '' || many === '+')) return [`<${name}> lacks <${wanted}>`];
  }
  return at < found.length ? [`<${found[at] ?? ''}> has no place there in <${name}>`] : [];
}

function attributeFaults(element: Element, { attributes }: Rule): string[] {
  const known = new Map(attributes.map((one) => { const [name = '', type = ''] = one.split(':'); return [name.replace('!', ''), { type, needed: name.endsWith('!') }] as const; }));
  const given = [...element.attributes].filter(({ name }) => !/^(?:xmlns|xsi:)/u.test(name));
  return [
    ...[...known].filter(([name, { needed }]) => needed && element.getAttribute(name) === null).map(([name]) => `<${element.localName}> lacks ${name}`),
    ...given.filter(({ name, value }) => TYPES[known.get(name)?.type ?? '']?.test(value) !== true).map(({ name, value }) => `<${element.localName} ${name}="${value}"> is not allowed`),
  ];
}

/** Every id once, and every reference to one that is there and of its kind. */
function referenceFaults(root: Element): string[] {
  const ids = new Map<string, string>();
  const twice: string[] = [];
  for (const element of [root, ...root.getElementsByTagName('*')]) {
    const id = element.getAttribute('guid');
    if (id !== null && ids.has(id)) twice.push(`${id} is there twice`);
    if (id !== null) ids.set(id, element.localName ?? '');
  }
  const kinds: readonly (readonly [string, string, string])[] = [['CodeRef', 'targetGUID', 'Code'], ['SourceRef', 'targetGUID', 'TextSource'], ['VariableRef', 'targetGUID', 'Variable'], ['Coding', 'creatingUser', 'User'], ['PlainTextSelection', 'creatingUser', 'User'], ['TextSource', 'creatingUser', 'User']];
  return [...twice, ...kinds.flatMap(([name, attribute, kind]) => all(root, name).filter((element) => element.getAttribute(attribute) !== null && ids.get(element.getAttribute(attribute) ?? '') !== kind).map(() => `a <${name}> refers to no <${kind}>`))];
}

/** Text inside or in a file of the project, not both; places counted in code points, the end behind the last. */
function sourceFaults(source: Element, files: Readonly<Record<string, Uint8Array>>): string[] {
  const path = /^internal:\/\/([^/]+)$/u.exec(source.getAttribute('plainTextPath') ?? '')?.[1];
  const part = path === undefined ? undefined : files[`sources/${path}`];
  if (part === undefined) return ['a source has no text in the project'];
  const text = new TextDecoder('utf-8', { fatal: true }).decode(part);
  const length = [...text].length;
  return [
    ...(text.startsWith('\uFEFF') || text.includes('\r') ? ['a text has a mark at its beginning or carriage returns, which readers count differently'] : []),
    ...all(source, 'PlainTextSelection').filter((one) => !(Number(one.getAttribute('startPosition')) >= 0 && Number(one.getAttribute('startPosition')) < Number(one.getAttribute('endPosition')) && Number(one.getAttribute('endPosition')) <= length)).map((one) => `a selection from ${one.getAttribute('startPosition') ?? ''} to ${one.getAttribute('endPosition') ?? ''} lies outside its text`),
  ];
}
