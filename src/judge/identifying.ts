/**
 * Details that could tell a reader who the child is: prompts with their places, high recall before precision. A review is published, so that each
 * should have a reason to stay; a rapid review holds them for those who need them. An empty list is no clearance to publish.
 */
import type { DocumentKind, Evidence, Identifying, IdentifyingDetail, Kind } from '../critique.ts';
import type { Block, Document, Span } from '../document.ts';
import { overlaps, pageAt } from '../document.ts';
import { matchesAny, worthTrying } from '../language/gate.ts';
import type { Memo } from '../memo.ts';
import { recall } from '../memo.ts';
import type { DetailKind, IdentifyingModel } from './identifying-model.ts';
import { findNames } from './identifying-names.ts';
import { settingName } from './identifying-settings.ts';

export interface IdentifyingInput {
  readonly document: Document;
  readonly kind: DocumentKind;
  readonly units: readonly (Span & { readonly kind: Kind })[];
  /** Words that say by when something is to be done. */
  readonly deadlines: readonly Span[];
  readonly child: string | null;
  readonly common: (word: string) => boolean;
  readonly memo?: Memo | undefined;
}

const CONFIDENTIAL = 'A rapid review holds details like these for those who need them. Take them out of anything that goes further. The list is made of prompts and is not complete.';
const PUBLICATION = 'A review is published, so that each of these should have a reason to stay. They are prompts, and the list is not complete: also where it is empty it is not clearance to publish. Somebody who knows the area, and somebody who doesn’t know the case, should read it for this alone.';
/** Kinds of documents that tell of no one child. */
const NONE: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['inspection', 'list', 'action-plan']);
/** In this order a kind claims its words; a later one leaves them alone. */
const ORDER = ['birth-date', 'number', 'address', 'setting', 'person', 'employer', 'scene', 'exact-date', 'rare'];

interface Found extends Span {
  readonly kind: string;
  readonly text: string;
}

/** Null where the document tells of no child. Pure. */
export function findIdentifying(input: IdentifyingInput, model: IdentifyingModel): Identifying | null {
  if (NONE.has(input.kind)) return null;
  const { found, authors } = byPatterns(input, model);
  const heads = new Map(found.filter(({ kind }) => kind === 'setting').map(({ text }) => [text.split(' ')[0] ?? '', text]));
  const names = findNames({ ...input, heads, authors, claimed: (span) => found.some((other) => overlaps(other, span)) }, model);
  const use = input.kind === 'rapid-review' ? 'confidential' : 'publication';
  return { use, says: use === 'confidential' ? CONFIDENTIAL : PUBLICATION, details: grouped([...found, ...names], input.document, model) };
}

function byPatterns(input: IdentifyingInput, model: IdentifyingModel): { readonly found: readonly Found[]; readonly authors: ReadonlySet<string> } {
  const { document } = input;
  const found: Found[] = [];
  const authors = new Set<string>();
  const placing: Placing = { ...input, plans: plansOf(input), labels: labelsOf(document) };
  const kinds = ORDER.flatMap((id) => model.kinds.find((kind) => kind.id === id) ?? []);
  for (const block of document.blocks) {
    if (block.type === 'contents' || block.type === 'reference') continue;
    const text = document.text.slice(block.start, block.end);
    const own: Found[] = [];
    const matches = recall(input.memo, 'detail', () => text, () => kinds.flatMap((kind) => matchesOf(kind, text)));
    for (const match of matches) {
      const one = { ...match, start: block.start + match.start, end: block.start + match.end };
      const kept = fits(one, block, text, placing, model);
      if (kept === null && one.kind === 'person') for (const word of one.text.match(/\p{Lu}[\p{L}’'-]+/gu) ?? []) authors.add(word);
      if (kept !== null && !own.some((other) => overlaps(other, kept))) own.push(kept);
    }
    found.push(...own);
  }
  return { found, authors };
}

interface Placing extends IdentifyingInput {
  readonly plans: ReadonlySet<string>;
  /** Words of the first cell of its row, for a cell. */
  readonly labels: ReadonlyMap<Block, string>;
}

function labelsOf({ blocks, text }: Document): ReadonlyMap<Block, string> {
  const first = new Map(blocks.flatMap(({ cell, start, end }) => (cell?.column === 0 ? [[`${cell.table} ${cell.row}`, text.slice(start, end)] as const] : [])));
  return new Map(blocks.flatMap((block) => (block.cell === null || block.cell.column === 0 ? [] : [[block, first.get(`${block.cell.table} ${block.cell.row}`) ?? ''] as const])));
}

/** Rows of tables that say what is to be done or was done: "table row". */
function plansOf({ document, units }: IdentifyingInput): ReadonlySet<string> {
  return new Set(document.blocks.flatMap(({ cell, start }) => {
    const kind = cell === null ? null : unitAt(units, start);
    return cell !== null && (kind === 'recommendation' || kind === 'action-taken') ? [`${cell.table} ${cell.row}`] : [];
  }));
}

/** Places are those in `text`. */
function matchesOf(kind: DetailKind, text: string): readonly Found[] {
  return worthTrying(kind.patterns, text).flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({ kind: kind.id, start: match.index, end: match.index + match[0].length, text: match[0] })));
}

/** The match as it is kept, or null where it tells nothing of the child or family. */
function fits(one: Found, block: Block, text: string, input: Placing, model: IdentifyingModel): Found | null {
  if (one.kind === 'exact-date') return isOfLife(one, block, text, input, model) ? one : null;
  if (one.kind === 'setting' || (one.kind === 'address' && /(?:estate|ward|site)$/iu.test(one.text))) return settingName(one, model.generic, input.common);
  if (one.kind === 'employer') return one.text.split(' ').some((word) => model.organisation.has(word.toLowerCase()) || model.titles.has(word.toLowerCase())) ? null : one;
  if (one.kind === 'person') return block.type === 'heading' || isOfAuthors(one, block, text, input, model) ? null : withoutOwning(one);
  return one;
}

/** "Elmore's" → "Elmore". */
function withoutOwning(one: Found): Found {
  const text = one.text.replace(/[’']s?$/u, '');
  return { ...one, text, end: one.start + text.length };
}

/** The clause around a place: up to a full stop, a semicolon or the end of the block. */
function clauseAround(text: string, at: number): string {
  const before = text.slice(0, at);
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), before.lastIndexOf('? ')) + 1;
  const end = text.slice(at).search(/[.;?](?:\s|$)/u);
  return text.slice(start, end === -1 ? text.length : at + end);
}

/** A date of something that happened to the child or family; not of meetings, publication or what is still to be done. */
function isOfLife(one: Found, block: Block, text: string, { units, deadlines, plans, labels }: Placing, model: IdentifyingModel): boolean {
  if (block.type === 'heading' || deadlines.some((span) => overlaps(span, one))) return false;
  // A cell with little more than a date is read with the label of its row: "Date of notification".
  const clause = `${text.length <= 60 ? (labels.get(block) ?? '') : ''} ${clauseAround(text, one.start - block.start)}`;
  const unit = unitAt(units, one.start);
  if (unit === 'recommendation' || (block.cell !== null && plans.has(`${block.cell.table} ${block.cell.row}`))) return false;
  if (UP_TO.test(text.slice(0, one.start - block.start))) return false;
  if (matchesAny(clause, model.life)) return true;
  return unit !== 'action-taken' && !matchesAny(clause, model.administrative);
}

/** What is to be done by then. */
const UP_TO = /\b(?:by|before|until|till|due|later than|effect from|starting(?: on)?|target) (?:the )?$/iu;

function unitAt(units: IdentifyingInput['units'], at: number): Kind | null {
  let [low, high] = [0, units.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((units[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const unit = units[low];
  return unit !== undefined && unit.start <= at && at < unit.end ? unit.kind : null;
}

/** A name that was given for the review, a word that is none, or somebody who made the review. */
function isOfAuthors(one: Found, block: Block, text: string, { child, common }: IdentifyingInput, model: IdentifyingModel): boolean {
  const words = (one.text.match(/\p{Lu}[\p{Ll}’'-]{2,}/gu) ?? []).map((word) => word.replace(/[’']s?$/u, '')).filter((word) => !TITLE.test(word));
  const last = words.at(-1) ?? '';
  const number = /\d/u.test(one.text);
  if (!number && (last === '' || last === child)) return true;
  const titled = TITLE.test(one.text);
  if (!titled && words.every((word) => model.generic.has(word.toLowerCase()) || (common(word.toLowerCase()) && !model.givenNames.has(word.toLowerCase())))) return true;
  return matchesAny(clauseAround(text, one.start - block.start), model.authors);
}

const TITLE = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|PC|PCSO|DC|DS|DI|WPC|Sgt|Sergeant|Constable|Inspector|Sister|Nurse|Midwife|Rev(?:erend)?|Imam|Rabbi|Pastor|Auntie|Aunt|Uncle|Nan|Nana|Grandma)\b/u;

/** The same words are one detail with several places; dates are the same by day and month. */
function grouped(found: readonly Found[], document: Document, model: IdentifyingModel): readonly IdentifyingDetail[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${one.kind} ${keyOf(one)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rank = new Map(model.kinds.map(({ id }, index) => [id, index]));
  const place = ([first]: readonly Found[]): number => first?.start ?? 0;
  const of = ([first]: readonly Found[]): number => rank.get(first?.kind ?? '') ?? 0;
  const sorted = [...groups.values()].map((group) => [...group].sort((a, b) => a.start - b.start)).sort((a, b) => of(a) - of(b) || place(a) - place(b));
  return sorted.flatMap((group, index) => {
    const [first] = group;
    const kind = model.kinds.find(({ id }) => id === first?.kind);
    return first === undefined || kind === undefined ? [] : [{ id: `d${index + 1}`, kind: kind.id, name: kind.name, text: first.text, question: kind.question, places: group.map((span) => evidence(document, span)) }];
  });
}

function keyOf({ kind, text }: Found): string {
  if (kind !== 'exact-date') return text.toLowerCase().replace(/^the /u, '');
  const [day = '', month = ''] = [/\b\d{1,2}(?!\d)/u.exec(text)?.[0] ?? '', /[a-z]{3,9}/iu.exec(text.replace(/^\w{3,6}day,? /u, ''))?.[0].slice(0, 3).toLowerCase() ?? text];
  return `${day} ${month}`;
}

function evidence(document: Document, { start, end }: Span): Evidence {
  return { start, end, text: document.text.slice(start, end), page: pageAt(document, start) };
}
