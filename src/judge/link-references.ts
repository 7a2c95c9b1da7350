/**
 * What a recommendation says itself of the learning that it answers: "(Finding 3)", "learning points 1 and 2", "see paragraph 4.12", "Theme one", "finding A3".
 */
import type { LinkUnit } from './links.ts';

export interface Reference {
  /** In lower case: "finding", "theme", "paragraph". */
  readonly kind: string;
  readonly numbers: readonly string[];
}

const NUMBER = '(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}|[A-H]\\d{0,2}|one|two|three|four|five|six|seven|eight|nine|ten)';
const KINDS = 'finding|learning(?: point)?|lesson|theme|key issue|paragraph|section|chapter|para|part|question|see|at';
const REFERENCE = new RegExp(`\\b(${KINDS})s?\\.? (${NUMBER})\\b((?:(?:,| and|, and| &| to) ${NUMBER}\\b){0,8})`, 'giu');
/** "finding" and "at" stand before other words too; a bare place needs its dot ("see 4.12"). */
const BARE: ReadonlySet<string> = new Set(['see', 'at']);
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** "4.1 Finding 1: Forms", "Theme Two", "Question A". */
const LABEL = /\b(finding|learning point|theme|lesson|key issue|question|part|chapter)s? (\d{1,2}|[A-H]|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu;

/** References in its words, and in its heading where that is no label of its own. */
export function referencesIn(text: string, section: string | null): readonly Reference[] {
  const whole = `${section === null || labelOf(section) !== null ? '' : section} ${text}`;
  return [...whole.matchAll(REFERENCE)].flatMap(([, name = '', first = '', more = '']): readonly Reference[] => {
    const kind = name.toLowerCase();
    const numbers = [first, ...(more.match(new RegExp(`\\b${NUMBER}\\b`, 'giu')) ?? [])].map(plain);
    return BARE.has(kind) && !numbers.every((number) => number.includes('.')) ? [] : [{ kind: BARE.has(kind) ? 'paragraph' : kind, numbers }];
  });
}

/** Whether a reference leads to this learning or finding: by its own number, by that of its paragraph, or by the label of its heading. */
export function refersTo(references: readonly Reference[], to: LinkUnit): boolean {
  return references.some(({ kind, numbers }) => (/^(?:para|section|chapter)/u.test(kind) ? numbers.some((number) => isWithin(to, number)) : numbered(kind, numbers, to)));
}

/** The number in the label of a heading. */
export function labelOf(section: string | null): { readonly kind: string; readonly number: string } | null {
  const found = LABEL.exec(section ?? '');
  return found === null ? null : { kind: (found[1] ?? '').toLowerCase(), number: plain(found[2] ?? '') };
}

function plain(number: string): string {
  const word = WORDS.indexOf(number.toLowerCase());
  return word === -1 ? number.toUpperCase() : String(word + 1);
}

/** Paragraph 4.2 is 4.2 or 4.2.1; section 4 is what stands below the heading "4 Analysis". */
function isWithin(to: LinkUnit, number: string): boolean {
  const own = /^\d{1,2}(?:\.\d{1,2})*/u.exec(to.number ?? '')?.[0] ?? null;
  if (own !== null && number.includes('.')) return own === number || own.startsWith(`${number}.`);
  const heading = /^\d{1,2}(?:\.\d{1,2})*/u.exec(to.section ?? '')?.[0] ?? null;
  return heading === number;
}

function numbered(kind: string, numbers: readonly string[], to: LinkUnit): boolean {
  const label = labelOf(to.section);
  if (label !== null && numbers.includes(label.number) && (label.kind.startsWith(kind.split(' ')[0] ?? kind) || kind === 'finding')) return true;
  // "finding A3": the third under "Question A".
  if (label !== null && numbers.some((number) => number.length > 1 && number === `${label.number}${to.number ?? ''}`)) return to.kind === 'finding';
  return to.kind === (kind.startsWith('finding') ? 'finding' : 'learning-point') && numbers.includes((to.number ?? '').toUpperCase());
}
