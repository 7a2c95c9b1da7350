import type { Draft } from './blocks.ts';

/** Turns half points into shares of the body size, and finds the headings that only look like headings. */
export function judgeLook(drafts: readonly Draft[]): Draft[] {
  const body = bodySize(drafts);
  return drafts.map((one, index) => {
    const size = one.size === null || body === null ? null : Math.round((one.size / body) * 100) / 100;
    const sized = { ...one, size };
    return looksLikeHeading(sized, drafts[index + 1]) ? asHeading(sized) : sized;
  });
}

/** The size in which most characters are set. */
function bodySize(drafts: readonly Draft[]): number | null {
  const lengths = new Map<number, number>();
  for (const one of drafts) if (one.size !== null && one.type !== 'heading') lengths.set(one.size, (lengths.get(one.size) ?? 0) + one.content.text.length);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Short, its own paragraph, bold or larger, no sentence's end: "Analysis", "4.2 Escalation", "Recommendation 3". */
function looksLikeHeading(one: Draft, next: Draft | undefined): boolean {
  if (one.cell !== null || next === undefined) return false;
  const { text } = one.content;
  const bullet = one.marker !== null && !/[\p{L}\d]/u.test(one.marker.text);
  if (bullet || (one.type !== 'paragraph' && one.type !== 'list-item')) return false;
  if (!one.bold && (one.size ?? 1) < 1.15) return false;
  if (text.length > 120 || text.split(' ').length > 15 || !/\p{L}/u.test(text)) return false;
  if (/[.;,]$/.test(text) || /^\p{Ll}/u.test(text)) return false;
  // "R3: Review the escalation policy" in bold is an item; "Recommendation 3: Escalation" a heading
  const label = one.marker !== null && /\p{L} ?\d/u.test(one.marker.text);
  return !label || text.split(' ').length <= 8;
}

/** "4.2" gives level 2; other headings by look have no known level. */
function asHeading(one: Draft): Draft {
  const number = /^\d{1,2}(?:\.\d{1,2})*(?=\.?$)/.exec(one.marker?.text ?? '')?.[0];
  return { ...one, type: 'heading', level: number === undefined ? 0 : number.split('.').length };
}
