import { splitMarker } from './marker.ts';

/** A line of a plain text with its place in it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\f\v\u2028\u2029]/g)) {
    lines.push({ start, end: match.index, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  return [...lines, { start, end: text.length, text: text.slice(start) }];
}

export function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

/** Width at which lines were broken by hand or by a mail program, or null where each line is a whole paragraph. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines.filter((line) => !isBlank(line)).map((line) => line.text.trimEnd().length).sort((a, b) => a - b);
  const widest = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (widest > 130 || widest < 40) return null;
  const inner = lines.filter((line, index) => !isBlank(line) && !isBlank(lines[index + 1]));
  const full = inner.filter((line, index) => line.text.trimEnd().length > widest * 0.7 && /[\p{L},]$/u.test(line.text.trimEnd()) && index >= 0);
  return full.length >= 2 && full.length > inner.length * 0.25 ? widest : null;
}

/** Lines put together to paragraphs: [first, past last). */
export function paragraphs(lines: readonly Line[]): [number, number][] {
  const width = wrapWidth(lines);
  const groups: [number, number][] = [];
  for (let first = 0; first < lines.length; first++) {
    if (isBlank(lines[first])) continue;
    let end = first + 1;
    while (width !== null && end < lines.length && goesOn(lines[end - 1] as Line, lines[end] as Line, width)) end++;
    groups.push([first, end]);
    first = end - 1;
  }
  return groups;
}

/** Whether `next` is the rest of the paragraph of `line`: the line was full, and no list item begins. */
function goesOn(line: Line, next: Line, width: number): boolean {
  if (isBlank(next) || isRule(next) || splitMarker(next.text.trim()) !== null) return false;
  const firstWord = /^\S+/.exec(next.text.trim())?.[0].length ?? 0;
  // the next word wouldn't have fitted, or would have fitted only just
  return line.text.trimEnd().length + firstWord + 1 >= width * 0.85 || /^\s*\p{Ll}/u.test(next.text);
}

/** "=====" or "-----" under a heading. */
export function isRule(line: Line | undefined): boolean {
  return line !== undefined && /^\s*(?:={3,}|-{3,}|_{3,}|~{3,}|\*{3,})\s*$/.test(line.text);
}
