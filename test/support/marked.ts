/**
 * Marks spans inside the text of a test, so that nobody counts offsets:
 * `{agency:The ICB} should {action:audit {measure:50 records}}` gives the plain text and its spans. Marks may nest.
 */
export interface MarkedSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Marked {
  readonly text: string;
  /** In order of their start; of two with the same start the longer first. */
  readonly spans: readonly MarkedSpan[];
}

/** Reads marks; throws where a brace is left open, so that a slip in a test is not silent. */
export function marked(source: string): Marked {
  let text = '';
  const open: { name: string; start: number }[] = [];
  const closed: { name: string; start: number; end: number }[] = [];
  const token = /\{([a-z][\w/-]*):|\}|[^{}]+|\{/gu;
  for (const match of source.matchAll(token)) {
    const name = match[1];
    if (name !== undefined) open.push({ name, start: text.length });
    else if (match[0] === '}') {
      const top = open.pop();
      if (top === undefined) throw new Error(`A mark closes that never opened: ${source}`);
      closed.push({ ...top, end: text.length });
    } else text += match[0];
  }
  if (open.length > 0) throw new Error(`A mark is left open: ${source}`);
  const spans = closed
    .map((span) => ({ ...span, text: text.slice(span.start, span.end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, spans };
}

/** Spans of one name. */
export function named({ spans }: Marked, name: string): readonly MarkedSpan[] {
  return spans.filter((span) => span.name === name);
}
