import type { Span } from '../document.ts';

/** "A Local Elm Lane Primary School" → "Elm Lane Primary School"; null for "the Local Primary School", which names none. */
export function settingName<T extends Span & { readonly text: string }>(found: T, generic: ReadonlySet<string>, common: (word: string) => boolean): T | null {
  const words = [...found.text.matchAll(/\S+/gu)];
  // "Does practice" begins a sentence; "Elmstead practice" has a name.
  const plain = words.length === 2 && /^\p{Ll}/u.test(words[1]?.[0] ?? '');
  const isGeneric = (word: string): boolean => generic.has(word.toLowerCase()) || (plain && common(word.toLowerCase()));
  const first = words.findIndex(([word]) => !isGeneric(word));
  // The last word is mostly the kind of place: "School".
  if (first === -1 || (words.length > 1 && first === words.length - 1 && !/^(?:at|from|to|of) /u.test(found.text))) return null;
  const from = words[first]?.index ?? 0;
  return { ...found, start: found.start + from, text: found.text.slice(from) };
}
