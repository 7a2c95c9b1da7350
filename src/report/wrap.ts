/** Breaks text into lines for a terminal. Text comes from documents that we didn't write, so it is made harmless first. */

/** Takes out control characters: an escape sequence in a review must not reach the terminal. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim();
}

/**
 * Lines of at most `width` columns. The first begins with `first`, the others with `rest`.
 * `paint` colours the words of each line, and not the indent.
 */
export function wrap(text: string, width: number, first = '', rest = ' '.repeat(first.length), paint: (line: string) => string = (line) => line): readonly string[] {
  const room = Math.max(20, width - Math.max(first.length, rest.length));
  const lines: string[] = [];
  let line = '';
  for (const word of plain(text).split(' ').flatMap((one) => pieces(one, room))) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((one, index) => `${index === 0 ? first : rest}${paint(one)}`.trimEnd());
}

/** Joins `parts` with " · " and breaks lines only between them. */
export function wrapParts(parts: readonly string[], width: number, rest = '  '): readonly string[] {
  const lines: string[] = [];
  for (const part of parts.map(plain)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length + 5 <= width) lines[lines.length - 1] = `${last} · ${part}`;
    else lines.push(last === undefined ? part : `${rest}${part}`);
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} ·` : line));
}

/** A word that is longer than the line (an address) is cut. */
function pieces(word: string, room: number): readonly string[] {
  const cut: string[] = [];
  for (let at = 0; at < word.length; at += room) cut.push(word.slice(at, at + room));
  return cut;
}

/** At most `length` characters, cut at a space, with "…" where something was left out. */
export function shortened(text: string, length: number): string {
  const whole = plain(text);
  if (whole.length <= length) return whole;
  const cut = whole.lastIndexOf(' ', length - 1);
  return `${whole.slice(0, cut > length / 2 ? cut : length - 1)} …`;
}
