import type { Fragment, Piece } from './geometry.ts';
import { textOf, type Type } from './pdf-flow.ts';

/** Makes headings of paragraphs that look like them, whatever their tags say, and gives every heading its level. */
export function findHeadings(pieces: readonly Piece[], type: Type): Piece[] {
  const marked = pieces.map((one) => (looksLikeHeading(one, type) ? { ...one, kind: 'heading' as const } : demoted(one)));
  return withLevels(dropRuns(joinSplitHeadings(marked), type));
}

/** A whole paragraph tagged as a heading is none. */
function demoted(one: Piece): Piece {
  return one.kind === 'heading' && textOf(one).length > 300 ? { ...one, kind: 'text', level: 0 } : one;
}

/** Short, alone, in larger or bold type, without a full stop: "What needs to improve?" */
function looksLikeHeading(one: Piece, type: Type): boolean {
  if (one.kind === 'heading') return textOf(one).length <= 300;
  if ((one.kind !== 'text' && one.kind !== 'list-item') || one.cell !== null || one.label !== null || one.lines.length > 4) return false;
  const text = textOf(one);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3 || text.length > 180 || /^[•◦▪■●○–-]\s/.test(text)) return false;
  if (/[.;,]["'”’)]*$/.test(text) && !/\b(?:etc|e\.g|i\.e)\.$/.test(text)) return false;
  const size = one.lines[0]?.size ?? 0;
  if (size >= type.body * 1.12) return true;
  return type.boldTells && size >= type.body * 0.95 && one.lines.every((line) => line.bold) && text.length <= 130 && !(/:$/.test(text) && text.split(' ').length > 10);
}

/** A heading of two lines that came as two paragraphs: the second continues in lower case. */
function joinSplitHeadings(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const one of pieces) {
    const last = joined.at(-1);
    const [end, start] = [last?.lines.at(-1), one.lines[0]];
    const fits = last?.kind === 'heading' && one.kind === 'heading' && end !== undefined && start !== undefined && end.page === start.page && styleOf(last) === styleOf(one) && end.y - start.y < end.size * 1.6 && end.y > start.y;
    if (fits && last !== undefined && (/^\p{Ll}/u.test(start.text) || /\b(?:and|of|the|for|to|in|on|with|by)$/.test(end.text))) joined[joined.length - 1] = { ...last, lines: [...last.lines, ...one.lines] };
    else joined.push(one);
  }
  return joined;
}

/** Three and more bold lines in a row head nothing: names under a letter, an address. */
function dropRuns(pieces: readonly Piece[], type: Type): Piece[] {
  const kept = [...pieces];
  for (let start = 0; start < pieces.length; ) {
    let end = start;
    while (pieces[end]?.kind === 'heading' && pieces[end]?.level === 0 && (pieces[end]?.lines[0]?.size ?? 0) < type.body * 1.12) end++;
    const closes = pieces.slice(end).every((one) => one.kind === 'footnote');
    if (end - start >= 3 || (closes && end > start)) for (let index = start; index < end; index++) kept[index] = { ...(pieces[index] as Piece), kind: 'text' };
    start = Math.max(end, start + 1);
  }
  return kept;
}

/** Look of a heading: size in half points, then bold. */
function styleOf(one: Piece): string {
  const first = one.lines[0] as Fragment;
  const size = Math.round(first.size * 2) / 2;
  return `${String(1000 - size * 2).padStart(5, '0')}${one.lines.every((line) => line.bold) ? 'a' : 'b'}`;
}

/** Tagged levels stand; the others follow from type: the larger, the higher; bold before plain. */
function withLevels(pieces: readonly Piece[]): Piece[] {
  const headings = pieces.filter((one) => one.kind === 'heading');
  const tagged = new Map<string, number>();
  for (const one of headings) if (one.level > 0 && !tagged.has(styleOf(one))) tagged.set(styleOf(one), one.level);
  const styles = [...new Set(headings.map(styleOf))].sort();
  const whole = headings.every((one) => one.level > 0);
  const ranks = new Map(styles.map((style, index) => [style, Math.min(index + 1, 6)]));
  return pieces.map((one) => {
    if (one.kind !== 'heading') return one;
    const style = styleOf(one);
    const level = whole ? one.level : (tagged.size >= styles.length ? tagged.get(style) : ranks.get(style)) ?? 0;
    return { ...one, level };
  });
}
