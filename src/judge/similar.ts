/** Words that carry no content when two recommendations are compared. */
const LITTLE = new Set('a an and any are as at be been by for from has have in is it its of on or that the their them there they this to was were which who will with should must shall need needs all also can may not into than so such'.split(' '));

/** Content words of a text, lower case, with a crude stem so that "reviewing" meets "review". */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().replace(/[’']s?\b/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !LITTLE.has(word)).map((word) => (word.length > 5 ? word.replace(/(?:ations?|ments?|ings?|ed|es|s|ly|e)$/u, '') : word.replace(/s$/u, '')));
}

export interface Similarity {
  /** Share of the union that two sets have in common. */
  readonly jaccard: number;
  /** Share of the smaller one. */
  readonly containment: number;
}

export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): Similarity {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return shares(a.size, b.size, common);
}

/** The same from the sizes of the two and of what both hold. */
export function shares(a: number, b: number, common: number): Similarity {
  const union = a + b - common;
  const smaller = Math.min(a, b);
  return { jaccard: union === 0 ? 0 : common / union, containment: smaller === 0 ? 0 : common / smaller };
}
