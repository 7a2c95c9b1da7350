import type { Evidence, Unit } from '../critique.ts';

/** A codebook of themes (`models/themes.json`, or a researcher's own of the same form). */
export interface Codebook {
  readonly format: 'second-question-codebook/1';
  readonly version: string;
  readonly name: string;
  readonly source: string;
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
  /** Regular expressions for whole words, in any case; words of capitals alone only in capitals. */
  readonly patterns: readonly string[];
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

/** Codes units by the words of a codebook. Throws an `Error` that names a code whose parent or pattern is at fault. */
export function themeCoder(book: Codebook): (unit: Coded) => readonly ThemeUse[] {
  const codes = book.codes.map((code) => ({ code, patterns: compiled(code.id, code.patterns), parts: book.codes.filter(({ parent }) => parent === code.id).map(({ id }) => id) }));
  const ids = book.codes.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`code ${twice} is there twice. Give each code its own id.`);
  for (const { id, parent } of book.codes) {
    if (parent !== null && book.codes.every((code) => code.id !== parent || code.parent !== null)) throw new Error(`code ${id} belongs to ${parent}, which is no main code of the codebook.`);
  }
  const cues = (of: Readonly<Record<string, readonly string[]>> | undefined): (readonly [string, readonly RegExp[]])[] => Object.entries(of ?? {}).map(([name, patterns]) => [name, compiled(name, patterns)] as const);
  const [actors, times] = [cues(book.pathway?.actor), cues(book.pathway?.time)];
  const told = (text: string, all: typeof actors): string[] => all.flatMap(([name, patterns]) => (patterns.some((pattern) => text.search(pattern) >= 0) ? [name] : []));
  return (unit) => {
    const own = new Map(codes.map(({ code, patterns }) => [code.id, evidenceIn(unit, patterns)]));
    return codes.flatMap(({ code, parts }): ThemeUse[] => {
      const evidence = [own.get(code.id) ?? [], parts.flatMap((part) => own.get(part) ?? [])].find((found) => found.length > 0) ?? [];
      if (evidence.length === 0) return [];
      const stage = code.pathway === true;
      return [{ code: code.id, unit: unit.id, evidence, actors: stage ? told(unit.text, actors) : [], times: stage ? told(unit.text, times) : [] }];
    });
  };
}

/** Patterns as whole words. */
export function compiled(id: string, patterns: readonly string[]): readonly RegExp[] {
  return patterns.map((pattern) => {
    try {
      return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, /^[A-Z]+$/.test(pattern) ? 'gu' : 'giu');
    } catch {
      throw new Error(`code ${id}: "${pattern}" is no pattern. Write words, or a regular expression.`);
    }
  });
}

/** Longest first where two patterns start together; none inside another. */
function evidenceIn(unit: Coded, patterns: readonly RegExp[]): Evidence[] {
  const found = patterns.flatMap((pattern) => [...unit.text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let reached = 0;
  return found.flatMap(({ from, to }) => {
    if (from < reached) return [];
    reached = to;
    return [{ start: unit.start + from, end: unit.start + to, text: unit.text.slice(from, to), page: unit.page }];
  });
}
