import type { Span } from '../document.ts';

/** Longest quotation, so that one lost mark can't swallow a page. */
const LONGEST = 2000;
/** A quotation whose end mark is lost runs to the end of its sentence, at most this far. */
const LONGEST_UNCLOSED = 300;

const DOUBLE_OPEN = '“„«';
const DOUBLE_CLOSE = '”»';

/**
 * Spans of quotations, marks included, in order and without overlap (the outer one counts).
 * `‘hard to reach’` is a quotation, `the parents’ views` and `the ’90s` are not. A quotation stays within its paragraph,
 * unless the next one opens with a mark again, as printers do in a quotation of several paragraphs.
 */
export function findQuotations(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const end = quotationEnd(text, at);
    if (end === null) at += 1;
    else {
      spans.push({ start: at, end });
      at = end;
    }
  }
  return spans;
}

/** End of the quotation that opens at `at`, or null if none does. */
function quotationEnd(text: string, at: number): number | null {
  const mark = text.charAt(at);
  if (DOUBLE_OPEN.includes(mark)) return closeDouble(text, at) ?? unclosedEnd(text, at);
  if (mark === '"') return opensHere(text, at) ? closeDouble(text, at) : null;
  if (mark === '‘') return opensSingle(text, at) ? (closeSingle(text, at, '’') ?? null) : null;
  if (mark === "'") return opensSingle(text, at) ? closeSingle(text, at, "'") : null;
  return null;
}

function closeDouble(text: string, at: number): number | null {
  const stop = paragraphEnd(text, at);
  for (let index = at + 1; index < stop; index += 1) {
    const mark = text.charAt(index);
    if (DOUBLE_CLOSE.includes(mark)) return index + 1;
    if (mark === '"' && (text.charAt(at) === '"' || !opensHere(text, index))) return index + 1;
  }
  return null;
}

/** “First paragraph. ⏎ “Second paragraph.” belongs together; otherwise the quotation ends with its sentence. */
function unclosedEnd(text: string, at: number): number {
  const stop = paragraphEnd(text, at);
  if (text.charAt(stop) === '\n' && DOUBLE_OPEN.includes(text.charAt(stop + 1) || ' ')) return stop;
  const sentence = /[.!?](?=\s)/u.exec(text.slice(at, stop));
  const end = sentence === null ? stop : at + sentence.index + 1;
  return Math.min(end, at + LONGEST_UNCLOSED);
}

/**
 * The closing mark is the first that stands after a word and before none. After an `s` it may be a plural's apostrophe
 * (‘the parents’ views were not sought’), so a later one is taken if there is one before the next opening mark.
 */
function closeSingle(text: string, at: number, close: string): number | null {
  const stop = paragraphEnd(text, at);
  let possible: number | null = null;
  for (let index = at + 1; index < stop; index += 1) {
    const mark = text.charAt(index);
    if (index > at + 1 && (mark === '‘' || mark === "'") && opensSingle(text, index) && possible !== null) return possible;
    if (mark !== close || isWord(text.charAt(index + 1)) || /\s/u.test(text.charAt(index - 1))) continue;
    if (!isPluralApostrophe(text, index)) return index + 1;
    possible ??= index + 1;
  }
  return possible;
}

function isPluralApostrophe(text: string, index: number): boolean {
  return /[sz]/i.test(text.charAt(index - 1)) && /^\s\p{L}/u.test(text.slice(index + 1, index + 3));
}

/** A mark opens where nothing, a blank, a bracket, a dash or another opening mark is before it and a word after it. */
function opensHere(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return (before === '' || /[\s([{/–—“‘"-]/u.test(before)) && /\S/u.test(text.charAt(at + 1));
}

/** ’90s, ‘til, 'em and 'twas leave letters out; they open nothing. */
function opensSingle(text: string, at: number): boolean {
  return opensHere(text, at) && !/^.(?:\d\ds?\b|(?:til|em|twas|tis|cause|n)\b)/i.test(text.slice(at, at + 7));
}

function paragraphEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return Math.min(newline < 0 ? text.length : newline, at + LONGEST);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
