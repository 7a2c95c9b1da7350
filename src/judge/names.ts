import type { Span } from '../document.ts';

/**
 * Tells whether a phrase is part of a capitalised name that is longer than the phrase: "Trauma Informed Practice Lead".
 * Capitals alone don't make a name ("embed Professional Curiosity" is a live use), nor does a sentence set all in capitals.
 */
export function isPartOfName(text: string, hit: Span, sentence: Span): boolean {
  const words = capitalisable(text.slice(hit.start, hit.end));
  if (words.length === 0 || !words.every(isCapitalised)) return false;
  if (isSetInCapitals(text.slice(sentence.start, sentence.end))) return false;
  const opensSentence = text.slice(sentence.start, hit.start).trim() === '';
  if (opensSentence && words.length === 1) return false;
  return nameGoesOn(text.slice(hit.end, sentence.end)) || nameGoesBack(text.slice(sentence.start, hit.start));
}

/** Words that a title would write with a capital. */
function capitalisable(text: string): readonly string[] {
  return text.match(/\p{L}{4,}|\p{Lu}{2,}/gu) ?? [];
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** "… Practice Lead", "… and Challenge Toolkit". */
function nameGoesOn(after: string): boolean {
  return /^[\s-](?:(?:of|and|for|in|the|to|with)\s){0,2}\p{Lu}[\p{L}\d]/u.test(after.slice(0, 40));
}

/** "the Northmere …", but not the first word of a sentence: "Practitioners' Professional Curiosity". */
function nameGoesBack(before: string): boolean {
  const match = /(\S{1,30}\s)?\p{Lu}[\p{L}’']{1,30}[\s-](?:(?:of|and|for|in|the)\s){0,2}$/u.exec(before.slice(-80));
  return match?.[1] !== undefined && !/[’']s?\s$/u.test(before);
}

/** Title case throughout, or capitals throughout, says nothing about names. */
function isSetInCapitals(sentence: string): boolean {
  const words = sentence.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 4 && words.filter(isCapitalised).length / words.length > 0.9;
}
