import nlp from 'compromise/three';

const NAMES: ReadonlySet<string> = new Set(['FirstName', 'MaleName', 'FemaleName']);

/** Whether a word in lower case is known as a given name ("shannon"); of words that are also something else ("may", "will") it is not. */
export function isGivenName(word: string): boolean {
  const { lexicon } = (nlp.model() as { readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[] | undefined>> } }).one;
  const tags = Object.hasOwn(lexicon, word) ? lexicon[word] : undefined;
  return tags !== undefined && (typeof tags === 'string' ? NAMES.has(tags) : tags.some((tag) => NAMES.has(tag)));
}
