import type { Evidence, Unit } from '../critique.ts';
import type { Finder } from './theme-patterns.ts';
import { finders, gated, placesOf } from './theme-patterns.ts';

/** A codebook of themes (`models/themes.json`, or a researcher's own of the same form). */
export interface Codebook {
  readonly format: 'second-question-codebook/1';
  readonly version: string;
  readonly name: string;
  readonly source: string;
  /** Lists of words that patterns use as `«name»`. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly pathway?: { readonly actor: Readonly<Record<string, readonly string[]>>; readonly time: Readonly<Record<string, readonly string[]>> };
  readonly follows?: readonly Follow[];
  readonly codes: readonly Code[];
}

/** Reviews that say `if` together with one of `words` outside their recommendations, held against those that do not: do their recommendations say `then`? */
export interface Follow {
  readonly id: string;
  readonly says: string;
  readonly if: string;
  readonly words: readonly string[];
  readonly then: string;
  readonly seed: string;
}

export interface Code {
  readonly id: string;
  readonly name: string;
  /** Code that this one is a part of; what has the part has the whole. */
  readonly parent: string | null;
  readonly definition: string;
  readonly source: string;
  /** A stage of the pathways to harm and to protection: coded with actor and time too. */
  readonly pathway?: boolean;
  readonly seed: SeedFigure | null;
  /** What the study says of rapid reviews and of LCSPRs apart, where it does. */
  readonly seedByKind?: Readonly<Partial<Record<'rapid-review' | 'lcspr', SeedFigure>>>;
  /** Regular expressions for whole words, in any case; words of capitals alone only in capitals (`theme-patterns.ts` has the rest). */
  readonly patterns: readonly string[];
  /** What looks like the code and is not: a place that touches one of these is no evidence. */
  readonly except?: readonly string[];
  readonly example: string;
}

/** What the 2021 study says of the code, of what, and as a range of shares where it gave one. */
export interface SeedFigure {
  readonly says: string;
  readonly of: string;
  readonly share: readonly [number, number] | null;
}

export interface ThemeUse {
  readonly code: string;
  readonly unit: string;
  /** The words that earned the code; those of its parts where it has none of its own. */
  readonly evidence: readonly Evidence[];
  /** For stages of the pathways: who is spoken of and when, as far as the words say. */
  readonly actors: readonly string[];
  readonly times: readonly string[];
}

type Coded = Pick<Unit, 'id' | 'text' | 'start' | 'page'>;

/** Codes units by the words of a codebook, at any depth. Throws an `Error` that names a code whose parent or pattern is at fault. */
export function themeCoder(book: Codebook): (unit: Coded) => readonly ThemeUse[] {
  checkTree(book.codes);
  const all: Finder[] = [];
  const listed = (found: readonly Finder[]): readonly number[] => found.map((finder) => all.push(finder) - 1);
  const codes = book.codes.map((code) => ({
    code, own: listed(finders(code.id, code.patterns, book.parts)), except: listed(finders(code.id, code.except ?? [], book.parts)), parts: partsOf(code.id, book.codes),
  }));
  const cues = (of: Readonly<Record<string, readonly string[]>> | undefined): Cues => Object.entries(of ?? {}).map(([name, patterns]) => [name, listed(finders(name, patterns, book.parts))] as const);
  const [actors, times] = [cues(book.pathway?.actor), cues(book.pathway?.time)];
  const asked = gated(all);
  return (unit) => {
    const places = asked(unit.text);
    const told = (named: Cues): string[] => named.flatMap(([name, words]) => (words.some((index) => places(index).length > 0) ? [name] : []));
    const own = new Map(codes.map(({ code, own: words, except }): readonly [string, readonly Evidence[]] => {
      const found = words.flatMap(places);
      return [code.id, found.length === 0 ? [] : placesOf(found, except.flatMap(places)).map(({ from, to }) => ({ start: unit.start + from, end: unit.start + to, text: unit.text.slice(from, to), page: unit.page }))];
    }));
    return codes.flatMap(({ code, parts }): ThemeUse[] => {
      const evidence = [own.get(code.id) ?? [], parts.flatMap((part) => own.get(part) ?? [])].find((found) => found.length > 0) ?? [];
      if (evidence.length === 0) return [];
      const stage = code.pathway === true;
      return [{ code: code.id, unit: unit.id, evidence, actors: stage ? told(actors) : [], times: stage ? told(times) : [] }];
    });
  };
}

/** "T1.4 Quality of referrals": what a code is called where ids have no place. */
export function codeTitle({ id, name }: Pick<Code, 'id' | 'name'>): string {
  return id === name ? id : `${id} ${name}`;
}

type Cues = readonly (readonly [string, readonly number[]])[];

function checkTree(codes: readonly Code[]): void {
  const parents = new Map<string, string | null>();
  for (const { id, parent } of codes) {
    if (parents.has(id)) throw new Error(`code ${id} is there twice. Give each code its own id.`);
    parents.set(id, parent);
  }
  for (const { id, parent } of codes) {
    if (parent !== null && !parents.has(parent)) throw new Error(`code ${id} belongs to ${parent}, which is no code of the codebook.`);
    let above = parent;
    for (let steps = 0; above !== null; steps += 1) {
      if (above === id || steps > codes.length) throw new Error(`code ${id} belongs to itself. Give it another parent, or null.`);
      above = parents.get(above) ?? null;
    }
  }
}

/** All codes below one, at any depth. */
function partsOf(id: string, codes: readonly Code[]): string[] {
  return codes.filter(({ parent }) => parent === id).flatMap((code) => [code.id, ...partsOf(code.id, codes)]);
}

/** The code and all above it, the outermost first. */
export function lineage(id: string, codes: readonly Code[]): readonly string[] {
  const parent = codes.find((code) => code.id === id)?.parent ?? null;
  return parent === null ? [id] : [...lineage(parent, codes), id];
}
