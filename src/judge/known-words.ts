
/**
 * Names of the features that stand for words, for those words that a model has weights for. Most pairs of words in a review are in no model, and
 * names that were made once need no making, and no reading letter by letter, for each sentence.
 */
export interface KnownWords {
  /** By word: `w=…`. */
  readonly words: ReadonlyMap<string, string>;
  /** By first and second word: `b=…_…`. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By word of a heading: `title=…`. */
  readonly titles: ReadonlyMap<string, string>;
}

/** From the names of all features that count. */
export function knownWords(names: Iterable<string>): KnownWords {
  const [words, pairs, titles] = [new Map<string, string>(), new Map<string, Map<string, string>>(), new Map<string, string>()];
  for (const name of names) {
    if (name.startsWith('w=')) words.set(name.slice(2), name);
    else if (name.startsWith('title=')) titles.set(name.slice(6), name);
    else if (name.startsWith('b=')) addPair(pairs, name);
  }
  return { words, pairs, titles };
}

/** A word may hold a "_" itself, so that "b=a_b_c" stands for two pairs. */
function addPair(pairs: Map<string, Map<string, string>>, name: string): void {
  for (let at = name.indexOf('_', 2); at !== -1; at = name.indexOf('_', at + 1)) {
    const [first, second] = [name.slice(2, at), name.slice(at + 1)];
    const following = pairs.get(first) ?? new Map<string, string>();
    pairs.set(first, following.set(second, name));
  }
}
