/**
 * Splits a printed number or bullet from the paragraph that it opens: "3. Text", "(a) Text", "4.2 Text", "Recommendation 3: Text", "• Text".
 * Shared by all readers; automatic numbers of Word don't come through here.
 */
export interface SplitMarker {
  /** As printed, without the blank after it: "Recommendation 3:". */
  readonly marker: string;
  /** Where the content begins in the given text. */
  readonly contentStart: number;
  readonly kind: 'bullet' | 'number' | 'label';
}

const BULLET = /^(?:[•◦▪‣●○■□▫◼◻◾◽⬛⬜▬−◆◇➢➤►▶→✓✔❖⁃∙·–—*§\u{F0A7}\u{F0B7}\u{F0D8}\u{F0FC}\u{F076}-]|o(?=\s+\S))(?=\s)/u;

/** "4.2", "4.2.1", "4.2(a)"; without a leading nought, so that the date 03.04.31 is none. */
const DECIMAL = /^[1-9]\d?(?:\.(?:0|[1-9]\d?)){1,4}\.?(?:\([a-z]{1,2}\)|[a-z])?[.):]?(?=\s)/;

/** "3.", "3)", "3a.", "3(a)", "(3)", "[3]", "3:"; at most three digits, so that the year "2031." is none. */
const SIMPLE = /^(?:\(\d{1,3}[a-z]?\)|\[\d{1,3}\]|\d{1,3}[a-z]?[.):]|\d{1,3}\([a-z]{1,4}\))(?=\s)/;

/** "(a)", "a)", "a.", "(iv)", "iv.", "B)", "(B)", "II."; not "A. Smith", whose A is an initial. */
const LETTER = /^(?:\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|[IVX]{1,5})\)|(?:[a-z]|[ivx]{1,5}|[A-Z]|[IVX]{2,5})\)|(?:[a-z]|[ivx]{1,5}|[IVX]{2,5})\.)(?=\s)/;

const NOUNS = 'recommendation|rec|learning|lesson|finding|question|action|theme|point|issue|priority|objective|consideration|enquiry|kloe|message|chapter|section|part|appendix|annex';

/** "Recommendation 3:", "Single agency recommendation 2.", "Learning point 4 –", "Theme One:", "Appendix A:"; at most three words before the noun. */
const LABEL = new RegExp(
  String.raw`^(?:[A-Za-z-]{2,14} ){0,3}(?:${NOUNS})\.?,? ?(?:no\.? |number )?(?:\d{1,2}(?:\.\d{1,2}){0,2}(?: ?\(?[a-z]\)?)?|(?<= )(?<letter>[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten))(?<stop>\s?[:.)]|\s[–—-])?(?=\s)`,
  'i',
);

/** "R3:", "LP2", "Q1.", "KLOE 4:", "SA2)". */
const CODE = /^[A-Z]{1,5} ?\d{1,2}(?:\.\d{1,2})?[a-z]?(?<stop>[:.)]|\s[–—-])?(?=\s)/;
const BARE_CODES = /^(?:R|REC|LP|KLOE|Q)/;

/** In a heading a bare number counts as well: "4 Analysis", "A. Background". */
const HEADING = /^(?:\d{1,2}|[A-Z][.:])(?=\s+\p{Lu})/u;

/**
 * The marker at the start of `text`, or null. Nothing after it means that it is itself the content ("3." alone in a cell).
 * `heading` also takes a bare number: "4 Analysis"; elsewhere "12 children" is no marker.
 */
export function splitMarker(text: string, heading = false): SplitMarker | null {
  const found = bullet(text) ?? number(text) ?? label(text) ?? (heading ? bare(text) : null);
  if (found === null) return null;
  const blanks = /^\s*/.exec(text.slice(found.marker.length))?.[0].length ?? 0;
  const contentStart = found.marker.length + blanks;
  return contentStart < text.length ? { ...found, contentStart } : null;
}

type Found = Omit<SplitMarker, 'contentStart'>;

function bullet(text: string): Found | null {
  const marker = BULLET.exec(text)?.[0];
  return marker === undefined ? null : { marker, kind: 'bullet' };
}

function number(text: string): Found | null {
  const decimal = DECIMAL.exec(text)?.[0];
  // "4.2 The school" but not "4.2 million" or "2.5 hours"
  if (decimal !== undefined && opensSentence(text.slice(decimal.length))) return { marker: decimal, kind: 'number' };
  const marker = SIMPLE.exec(text)?.[0] ?? LETTER.exec(text)?.[0];
  return marker === undefined ? null : { marker, kind: 'number' };
}

function label(text: string): Found | null {
  const match = LABEL.exec(text);
  // "Recommendation 3 The board …" but not "Recommendation 3 was accepted" or "Recommendation 3 and 4"
  if (match !== null && stands(match, text)) return { marker: match[0], kind: 'label' };
  const code = CODE.exec(text);
  if (code === null) return null;
  const known = code.groups?.['stop'] !== undefined || BARE_CODES.test(code[0]);
  return known && stands(code, text) ? { marker: code[0], kind: 'label' } : null;
}

function stands(match: RegExpExecArray, text: string): boolean {
  if (!/^\p{Lu}/u.test(text)) return false;
  // "Action a" and "point i" are no labels; "Appendix A" and "Theme one:" are
  if (/^[a-z]$/.test(match.groups?.['letter'] ?? '')) return false;
  return match.groups?.['stop'] !== undefined || opensSentence(text.slice(match[0].length));
}

function bare(text: string): Found | null {
  const marker = HEADING.exec(text)?.[0];
  return marker === undefined ? null : { marker, kind: 'number' };
}

function opensSentence(rest: string): boolean {
  return /^\s+["'“‘(]?\p{Lu}/u.test(rest);
}
