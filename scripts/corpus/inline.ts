import type { Attributes, Kind, Slip, SourceBlock, SourceUnit, Span } from './model.ts';

export type Inline = Pick<SourceBlock, 'text' | 'units' | 'spans' | 'notes'>;

const KINDS: Readonly<Record<string, Kind>> = {
  r: 'recommendation', l: 'learning-point', f: 'finding', g: 'good-practice', q: 'question', a: 'action-taken', o: 'other',
};

const ELEMENTS: Readonly<Record<string, string>> = {
  who: 'agency', do: 'action', see: 'measure', by: 'deadline', how: 'method', why: 'reason', so: 'outcome', to: 'target',
  cl: 'cliche-used', cm: 'cliche-mentioned', pii: 'identifying',
};

/** A label, the opening or end of a span, or a footnote reference. */
const TOKEN = /\[(?<kind>[rlfgqao])(?<attributes>\s[^\]]*)?\]\s*|\{(?<element>who|do|see|by|how|why|so|to|cl|cm|pii):\s*|(?<close>\})|\[\^(?<note>[^\]\s]+)\]/g;

/** `[f id=f2] Text {who:the ICB} should` → text, units and spans with offsets in that text. */
export function parseInline(source: string, line: number, slips: Slip[]): Inline {
  const open: { element: string; start: number }[] = [];
  const begun: { kind: Kind; start: number; attributes: Attributes }[] = [];
  const spans: Span[] = [];
  const notes: { name: string; at: number }[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(TOKEN)) {
    text = append(text, source.slice(at, match.index));
    at = match.index + match[0].length;
    const { kind, attributes = '', element, close, note } = match.groups ?? {};
    if (kind !== undefined) begun.push({ kind: KINDS[kind] ?? 'other', start: text.length, attributes: parseAttributes(attributes, line, slips) });
    else if (element !== undefined) open.push({ element: ELEMENTS[element] ?? element, start: text.length });
    else if (note !== undefined) notes.push({ name: note, at: text.length });
    else if (close !== undefined) {
      const one = open.pop();
      if (one === undefined) slips.push({ line, level: 'error', text: 'a } without its {' });
      else spans.push(trimmed(text, { element: one.element, start: one.start, end: text.length }));
    }
  }
  text = append(text, source.slice(at)).trimEnd();
  for (const one of open) slips.push({ line, level: 'error', text: `{${one.element}: is not closed` });
  if (/[{}]|\[[a-z](?:\s|\])/.test(text)) slips.push({ line, level: 'error', text: `unknown markup in “${/.{0,20}(?:[{}]|\[[a-z](?:\s|\])).{0,20}/.exec(text)?.[0] ?? ''}”` });
  return { text, units: unitsOf(text, begun, line), spans: spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start || b.end - a.end), notes };
}

/** One blank between words, none at the start, whatever stood between two tokens. */
function append(text: string, more: string): string {
  const tidied = more.replace(/\s+/g, ' ');
  return text + (text === '' || text.endsWith(' ') ? tidied.trimStart() : tidied);
}

function trimmed(text: string, span: Span): Span {
  const end = span.start + text.slice(span.start, span.end).trimEnd().length;
  return { ...span, end };
}

function unitsOf(text: string, begun: readonly { kind: Kind; start: number; attributes: Attributes }[], line: number): SourceUnit[] {
  return begun.flatMap(({ kind, start, attributes }, index) => {
    const raw = text.slice(start, begun[index + 1]?.start ?? text.length);
    const end = start + raw.trimEnd().length;
    return end > start ? [{ line, kind, start, end, attributes }] : [];
  });
}

function parseAttributes(source: string, line: number, slips: Slip[]): Attributes {
  const levels: Record<string, number> = {};
  const named: Record<string, string> = {};
  const flags = new Set<string>();
  for (const word of source.trim().split(/\s+/).filter(Boolean)) {
    const level = /^([ABMDFSW])([0-3])$/.exec(word);
    const pair = /^(id|of|rep|ans)=(\S+)$/.exec(word);
    if (level !== null) levels[level[1] ?? ''] = Number(level[2]);
    else if (pair !== null) named[pair[1] ?? ''] = pair[2] ?? '';
    else if (word === 'T' || word === 'X') flags.add(word);
    else slips.push({ line, level: 'error', text: `unknown attribute “${word}”` });
  }
  return {
    id: named['id'] ?? null, of: named['of'] ?? null, rep: named['rep'] ?? null,
    ans: named['ans']?.split(',').filter(Boolean) ?? [], levels, training: flags.has('T'), excluded: flags.has('X'),
  };
}
