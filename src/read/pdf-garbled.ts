/**
 * Whether a text layer is no language: characters without meaning, or words that can't be ones ("Tkf tdippm").
 * Needs some text to judge by.
 */
export function isGarbled(text: string): boolean {
  const inked = text.replace(/\s+/g, '');
  if (inked.length < 40) return false;
  const unknown = inked.match(/[\uFFFD\uE000-\uF8FF\u0000-\u001F]/g)?.length ?? 0;
  if (unknown > inked.length * 0.08) return true;
  const letters = inked.match(/\p{L}/gu)?.length ?? 0;
  if (letters < inked.length * 0.25) return !/\d/.test(inked);
  const words = text.match(/[A-Za-z]{4,}/g) ?? [];
  if (words.length < 12) return false;
  const odd = words.filter((word) => !/[aeiouy]/i.test(word) || /[a-z][A-Z][a-z]*[A-Z]/.test(word) || /[^aeiouy\W]{6}/i.test(word)).length;
  const small = words.length < 30 ? 0.5 : 0.3;
  return odd > words.length * small;
}
