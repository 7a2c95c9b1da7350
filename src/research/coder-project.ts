/**
 * Coders of a REFI-QDA project: each of its users. Where the project came from our own export, its passages (the tool's codes of kind) are the units,
 * and what a person coded belongs to the passages that it covers by half; else each coded stretch of text is a unit, named by its place.
 */
import type { Span } from '../document.ts';
import { CODE_GROUPS } from './codings.ts';
import type { CodedUnit, Coder } from './coders.ts';
import type { LabelBook } from './labels.ts';
import { codeNamed } from './labels.ts';
import { lineage } from '../judge/themes.ts';
import type { ReadCoding, ReadProject } from './qdpx-read.ts';
import { VARIABLES } from './variables.ts';

/** Under this name the tool codes in what it exports. */
export const TOOL_USER = 'second-question';

/** Users of a project who coded anything, in the order of their names. */
export function projectUsers({ codings }: ReadProject): readonly string[] {
  return [...new Set(codings.map(({ coder }) => coder))].sort();
}

/** A passage of a source that coders decide about. */
export interface Passage extends Span {
  readonly unit: string;
  readonly text: string;
}

/** Passages by source. */
export type Frame = ReadonlyMap<string, readonly Passage[]>;

/**
 * @param user whose codings; those of everybody where it is null.
 * @param frame the passages that are decided about; left out, they are the tool's own in the project, where it has any.
 */
export function coderFromProject(name: string, project: ReadProject, user: string | null, book: LabelBook, frame: Frame = ownFrame(project)): Coder {
  const own = project.codings.filter(({ coder }) => user === null || coder === user);
  return { name, units: frame.size > 0 ? framed(own, frame, book) : placed(own, book), variables: VARIABLES };
}

function ownFrame({ codings }: ReadProject): Frame {
  const passages = codings.filter(({ coder, path }) => coder === TOOL_USER && path[0] === CODE_GROUPS.kind);
  return new Map([...groupBySource(passages)].map(([source, all]) => [source, all.map(({ start, end, text }) => ({ unit: `${start}-${end}`, start, end, text }))]));
}

/** The passages of every source in which the coder coded anything. */
function framed(own: readonly ReadCoding[], frame: Frame, book: LabelBook): CodedUnit[] {
  return [...groupBySource(own)].flatMap(([source, codings]) => (frame.get(source) ?? []).map((passage) => unitOf({ ...passage, document: source }, codings.filter((coding) => belongs(coding, passage)), labelsAsked(codings), book)));
}

function placed(own: readonly ReadCoding[], book: LabelBook): CodedUnit[] {
  const places = new Map<string, ReadCoding[]>();
  for (const coding of own) {
    const key = JSON.stringify([coding.source, coding.start, coding.end]);
    places.set(key, [...(places.get(key) ?? []), coding]);
  }
  const asked = labelsAsked(own);
  return [...places.values()].flatMap((codings) => codings.slice(0, 1).map(({ source, start, end, text }) => unitOf({ document: source, unit: `${start}-${end}`, text }, codings, asked, book)));
}

function groupBySource(codings: readonly ReadCoding[]): ReadonlyMap<string, readonly ReadCoding[]> {
  const groups = new Map<string, ReadCoding[]>();
  for (const coding of codings) {
    const known = groups.get(coding.source);
    if (known === undefined) groups.set(coding.source, [coding]);
    else known.push(coding);
  }
  return groups;
}

/** It covers half of the passage, or stands inside it. */
function belongs(coding: Span, passage: Span): boolean {
  const shared = Math.min(coding.end, passage.end) - Math.max(coding.start, passage.start);
  return shared > 0 && (shared * 2 >= passage.end - passage.start || (coding.start >= passage.start && coding.end <= passage.end));
}

/** Whether the coder used any code of which a passage may have several: then a passage without one has none. */
function labelsAsked(codings: readonly ReadCoding[]): boolean {
  return codings.some(({ path }) => isLabel(path));
}

const PLACES_ONLY: readonly string[] = [CODE_GROUPS.element, CODE_GROUPS.cliche];

function isLabel([group = '']: readonly string[]): boolean {
  return group === CODE_GROUPS.theme || ![CODE_GROUPS.kind, CODE_GROUPS.level, ...PLACES_ONLY].includes(group);
}

function unitOf({ document, unit, text }: { readonly document: string; readonly unit: string; readonly text: string }, codings: readonly ReadCoding[], asked: boolean, book: LabelBook): CodedUnit {
  return {
    document, unit, text, codes: new Map(codings.flatMap(({ path }) => codeOf(path))),
    ...(asked ? { labels: new Set(codings.filter(({ path }) => isLabel(path)).flatMap(({ path }) => labelsOf(path, book))) } : {}),
  };
}

/** ["Kind", "finding"] is kind: finding; ["Level", "agency", "agency 2"] is agency: 2. */
function codeOf(path: readonly string[]): (readonly [string, string])[] {
  const [id, written] = path[0] === CODE_GROUPS.kind ? ['kind', path[1] ?? ''] : path[0] === CODE_GROUPS.level ? [path[1] ?? '', / (\d)$/u.exec(path.at(-1) ?? '')?.[1] ?? ''] : ['', ''];
  const value = VARIABLES.find((variable) => variable.id === id)?.normal(written) ?? null;
  return value === null ? [] : [[id, value]];
}

/** A theme by its id where the codebook knows it; else the code and all above it, by their paths. */
function labelsOf(path: readonly string[], book: LabelBook): readonly string[] {
  const own = path[0] === CODE_GROUPS.theme ? path.slice(1) : path;
  const known = codeNamed(own.at(-1) ?? '', book);
  return known === undefined ? own.map((_, index) => own.slice(0, index + 1).join(' / ')) : lineage(known, book.codes);
}
