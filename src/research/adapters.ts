/** What a file of one JSON object a line holds, told by its fields. */
export type Shape = 'labelled' | 'challenge';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Lines of JSON; blank lines are skipped. Throws a `SyntaxError` that names the line. */
export function jsonLines(text: string): JsonRecord[] {
  return text.replace(/^\uFEFF/, '').split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as JsonRecord];
    } catch {
      throw new SyntaxError(`line ${index + 1} is not JSON`);
    }
  });
}

/** Null where the fields fit neither. */
export function shapeOf(records: readonly JsonRecord[]): Shape | null {
  const all = (...names: string[]): boolean => records.length > 0 && records.every((record) => names.every((name) => name in record));
  if (all('file', 'text', 'label')) return 'labelled';
  return all('id', 'text', 'kind', 'authors_verdict') ? 'challenge' : null;
}
