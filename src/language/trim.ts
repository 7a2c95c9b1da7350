/** Where a passage that would end at `end` ends without the blanks and marks at its tail. Walks back a character at a time, so that its cost is bounded by the tail. */
export function trimmedEnd(text: string, end: number, marks = ',;:.'): number {
  let at = end;
  while (at > 0 && (/\s/u.test(text[at - 1] ?? '') || marks.includes(text[at - 1] ?? ''))) at -= 1;
  return at;
}
