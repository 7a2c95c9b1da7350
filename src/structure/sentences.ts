import type { Span } from '../document.ts';

/** Words after which a full stop does not end a sentence. Source: usage in statutory guidance and court citations. */
const ABBREVIATIONS = new Set([
  'mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'rev', 'hon', 'sgt', 'insp', 'supt', 'cllr', 'sir',
  'e.g', 'i.e', 'eg', 'ie', 'cf', 'viz', 'vs', 'v', 'al', 'ed', 'eds', 'edn', 'vol', 'no', 'nos', 'p', 'pp', 'para', 'paras',
  's', 'ss', 'sec', 'sch', 'art', 'reg', 'regs', 'ch', 'fig', 'ref', 'incl', 'approx', 'govt', 'dept', 'ltd', 'co', 'inc', 'est', 'min', 'max',
  'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec',
]);
/** Of these, the ones that may also end a sentence when a new one clearly begins ("… in no. The next"). */
const MAY_END = new Set(['no', 'min', 'max', 'co', 'inc', 'al', 'p', 'may', 's', 'v', 'ed']);

const BOUNDARY = /(?<![.?!…])[.?!…]{1,6}[)\]”’"']{0,3}(?=\s)/gu;
const OPENER = /^[“‘"'([]{0,2}[\p{Lu}\p{N}]/u;

/**
 * Splits the text of one block into sentences.
 * Returns spans relative to `text`, without the blanks between them; together they cover every non-blank character.
 * Works inside one block only, so that a heading or a bullet never runs into its neighbour.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = skipBlanks(text, 0);
  for (const match of text.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    if (end <= start || !endsSentence(text, start, match.index, match[0], end)) continue;
    spans.push({ start, end });
    start = skipBlanks(text, end);
  }
  const end = text.trimEnd().length;
  if (start < end) spans.push({ start, end });
  return spans;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function endsSentence(text: string, start: number, stop: number, mark: string, end: number): boolean {
  const rest = text.slice(skipBlanks(text, end), end + 8);
  if (mark.startsWith('…') || mark.startsWith('...')) return OPENER.test(rest);
  if (mark.startsWith('?') || mark.startsWith('!')) {
    // "Why?" he asked: a closing quotation mark and a small letter carry the sentence on.
    return OPENER.test(rest);
  }
  if (!OPENER.test(rest) && !/^[•▪◦-]/.test(rest)) return false;
  const before = text.slice(start, stop);
  const word = before.slice(before.search(/(?<![\p{L}\p{N}.’'])[\p{L}\p{N}.’']{0,40}$/u));
  const lower = word.toLowerCase();
  if (mark.length > 1) return true;
  // "1. The police …" at the very start of a sentence is a number, not a sentence.
  if (/^(?:\d{1,3}|[a-z]|[ivx]{1,4})$/i.test(word) && before.trim() === word) return false;
  // An initial: "J. Smith". "Child B. The …" ends.
  if (/^\p{Lu}$/u.test(word)) return /(?:child|baby|person|adult|sibling|family|school|mr|mrs|ms|case|area|appendix|annex|plan|option|part|tier|band|year|grade|hepatitis|vitamin|agency|town|and|or|&)\s+\p{Lu}$/iu.test(before);
  if (/^(?:[a-z]\.)+[a-z]$/.test(lower)) return false;
  if (!ABBREVIATIONS.has(lower)) return true;
  if (/^\p{N}/u.test(rest)) return false;
  return MAY_END.has(lower) && /^(?:The|This|These|It|They|He|She|There|A|An|In|We|However|No)\b/.test(rest) && !/\b(?:Mr|Mrs|Ms|Dr)$/.test(word);
}
