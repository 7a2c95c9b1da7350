import type { Critique, DocumentKind, Unit } from '../critique.ts';
import type { ThemeUse, themeCoder } from '../judge/themes.ts';

/** What of a critique is coded. */
export type ThemedReview = Pick<Critique, 'items'> & {
  readonly units: readonly Pick<Unit, 'id' | 'kind' | 'text' | 'start' | 'page' | 'repeats'>[];
  readonly document: Pick<Critique['document'], 'kind' | 'source'>;
  /** Year of receipt from the metadata, else the document's own; null where neither is known. */
  readonly year?: string | null;
};

export interface Themed {
  readonly review: ThemedReview;
  readonly uses: readonly ThemeUse[];
  /** Codes of each passage that is not narrative and repeats no other; of each recommendation; of each learning point. */
  readonly passages: readonly ReadonlySet<string>[];
  readonly items: readonly ReadonlySet<string>[];
  readonly learning: readonly ReadonlySet<string>[];
  readonly codes: ReadonlySet<string>;
}

export function themedReview(review: ThemedReview, coder: ReturnType<typeof themeCoder>): Themed {
  const units = review.units.filter(({ kind, repeats }) => kind !== 'other' && repeats === null);
  const byUnit = new Map(units.map((unit) => [unit.id, coder(unit)]));
  const codesOf = (ids: readonly string[]): ReadonlySet<string> => new Set(ids.flatMap((id) => (byUnit.get(id) ?? []).map(({ code }) => code)));
  const uses = [...byUnit.values()].flat();
  return {
    review, uses, codes: new Set(uses.map(({ code }) => code)), passages: units.map(({ id }) => codesOf([id])), items: review.items.map((item) => codesOf(item.units)),
    learning: units.filter(({ kind }) => kind === 'learning-point').map(({ id }) => codesOf([id])),
  };
}

/** A code is often in a document where it has two passages or more, and a twentieth of all that are not narrative. */
export function isOften({ passages }: Themed, code: string): boolean {
  const own = passages.filter((codes) => codes.has(code)).length;
  return own >= 2 && own * 20 >= passages.length;
}

export interface Grouped {
  readonly name: string;
  /** The one kind of document in it, or null for rapid reviews and LCSPRs together. */
  readonly kind: DocumentKind | null;
  readonly themed: readonly Themed[];
}

const KINDS: readonly (readonly [DocumentKind, string])[] = [
  ['rapid-review', 'Rapid reviews'], ['lcspr', 'LCSPRs'], ['serious-case-review', 'Serious case reviews'], ['thematic-review', 'Thematic reviews'], ['inspection', 'Inspection reports'],
  ['action-plan', 'Action plans'], ['briefing', 'Briefings'], ['list', 'Lists of recommendations'], ['other', 'Documents of other kinds'],
];

/** Rapid reviews and LCSPRs together, which is what the 2021 study read; then each kind of document apart. Kinds are never put together otherwise. */
export function grouped(all: readonly Themed[]): Grouped[] {
  const groups = KINDS.map(([kind, name]) => ({ name, kind, themed: all.filter(({ review }) => review.document.kind === kind) })).filter(({ themed }) => themed.length > 0);
  const study = groups.filter(({ kind }) => kind === 'rapid-review' || kind === 'lcspr');
  return [...(study.length === 2 ? [{ name: 'Rapid reviews and LCSPRs', kind: null, themed: all.filter(({ review: { document } }) => document.kind === 'rapid-review' || document.kind === 'lcspr') }] : []), ...groups];
}
