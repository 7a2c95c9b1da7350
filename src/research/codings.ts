/**
 * A critique as a researcher's codings: which code stands at which words of which source. The codes are those of the wire format
 * (kinds, elements, levels, worn phrases) and of a codebook of themes.
 */
import type { Critique, ElementName } from '../critique.ts';
import { DIMENSIONS } from '../critique.ts';
import type { Span } from '../document.ts';
import type { Codebook } from '../judge/themes.ts';
import { codeTitle, lineage, themeCoder } from '../judge/themes.ts';

/** One code at one place. `start` and `end` are UTF-16 offsets in the source's text; `path` leads from the outermost code inwards. */
export interface Coding extends Span {
  readonly path: readonly string[];
  readonly unit: string;
}

export interface CodedSource {
  readonly name: string;
  /** Hash of the original file: what makes ids the same each time. */
  readonly sha256: string;
  readonly text: string;
  readonly codings: readonly Coding[];
  readonly year: string | null;
  readonly yearFrom: string;
  /** Codes of themes of each unit that has any, and the units that are narrative. */
  readonly themes: ReadonlyMap<string, readonly string[]>;
  readonly narrative: ReadonlySet<string>;
  /** What is known of the source as a whole, by name. */
  readonly variables: Readonly<Record<string, string>>;
}

export const CODE_GROUPS = { kind: 'Kind', element: 'Element', level: 'Level', cliche: 'Worn phrase', theme: 'Theme' } as const;

/** The canonical text where the critique holds it, else its units one below the other; codings follow their words. */
export function codedSource(critique: Critique, book: Codebook, about: { readonly year: string | null; readonly yearFrom: string } = { year: null, yearFrom: 'not known' }): CodedSource {
  const { text, moved } = textOf(critique);
  const inUnits = (span: Span, unit: string | null, path: readonly string[]): Coding[] => {
    const place = moved(span);
    return place === null || place.end <= place.start ? [] : [{ ...place, path, unit: unit ?? '' }];
  };
  const coder = themeCoder(book);
  const uses = new Map(critique.units.map((unit) => [unit.id, coder(unit)]));
  const codings = [
    ...critique.units.flatMap((unit) => inUnits(unit, unit.id, [CODE_GROUPS.kind, unit.kind])),
    ...critique.recommendations.flatMap(({ unit, elements, levels }) => {
      const own = critique.units.find(({ id }) => id === unit);
      return [
        ...(Object.keys(elements) as ElementName[]).flatMap((name) => elements[name].filter(({ source }) => source === undefined).flatMap((span) => inUnits(span, unit, [CODE_GROUPS.element, name]))),
        ...(own === undefined ? [] : DIMENSIONS.flatMap((name) => (levels[name] === null ? [] : inUnits(own, unit, [CODE_GROUPS.level, name, `${name} ${levels[name]}`])))),
      ];
    }),
    ...critique.cliches.filter(({ use }) => use === 'used').flatMap((hit) => inUnits(hit, hit.unit, [CODE_GROUPS.cliche, hit.group, hit.id])),
    ...critique.units.flatMap((unit) => (uses.get(unit.id) ?? []).flatMap(({ code, evidence }) => evidence.flatMap((span) => inUnits(span, unit.id, [CODE_GROUPS.theme, ...themePath(code, book)])))),
  ];
  const { document } = critique;
  return {
    name: document.source, sha256: document.sha256, text, codings: distinct(codings),
    ...about, themes: new Map([...uses].filter(([, own]) => own.length > 0).map(([id, own]) => [id, own.map(({ code }) => code)])),
    narrative: new Set(critique.units.filter(({ kind, repeats }) => kind === 'other' || repeats !== null).map(({ id }) => id)),
    variables: { year: about.year ?? '', 'kind of document': document.kind, pages: document.pages === null ? '' : String(document.pages), words: String(document.words), recommendations: String(critique.items.length) },
  };
}

/** Units of a critique at their places in the source that is made from it. */
export function passagesOf(critique: Critique): readonly { readonly unit: string; readonly start: number; readonly end: number; readonly text: string }[] {
  const { moved } = textOf(critique);
  return critique.units.flatMap((unit) => {
    const place = moved(unit);
    return place === null ? [] : [{ unit: unit.id, start: place.start, end: place.end, text: unit.text }];
  });
}

/** Titles of a theme and of all above it, the outermost first. */
export function themePath(code: string, book: Codebook): readonly string[] {
  return lineage(code, book.codes).map((id) => codeTitle(book.codes.find((own) => own.id === id) ?? { id, name: id }));
}

/** In order of places; the same code twice at one place is one coding. */
function distinct(codings: readonly Coding[]): Coding[] {
  const seen = new Set<string>();
  return [...codings].sort((a, b) => a.start - b.start || b.end - a.end || (a.path.join('/') < b.path.join('/') ? -1 : 1)).filter(({ start, end, path }) => {
    const key = `${start} ${end} ${path.join('/')}`;
    return seen.has(key) ? false : seen.add(key).size > 0;
  });
}

function textOf({ document, units }: Critique): { readonly text: string; readonly moved: (span: Span) => Span | null } {
  if (document.text !== undefined) return { text: document.text, moved: ({ start, end }) => ({ start, end }) };
  let text = '';
  const placed = units.map((unit) => {
    const at = text.length;
    text += `${unit.text}\n`;
    return { unit, at };
  });
  const moved = ({ start, end }: Span): Span | null => {
    const inside = placed.find(({ unit }) => start >= unit.start && start < unit.end);
    return inside === undefined ? null : { start: start - inside.unit.start + inside.at, end: Math.min(end, inside.unit.end) - inside.unit.start + inside.at };
  };
  return { text, moved };
}
