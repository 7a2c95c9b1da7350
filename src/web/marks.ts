/** What the editor marks: the words for who, what, how, know, when, clichés, and the kind of each line. Positions are the editor's. */
import type { ElementName, Kind } from '../critique.ts';
import type { Document } from '../document.ts';
import type { Marked } from '../pipeline.ts';
import { ELEMENT_WORDS } from '../report/words.ts';
import { toEditor } from './places.ts';
import type { Places } from './protocol.ts';

export type MarkKind = ElementName | 'cliche' | 'blame';

export interface TextMark {
  readonly from: number;
  readonly to: number;
  readonly kind: MarkKind;
  readonly label: string;
}

export interface LineMark {
  readonly at: number;
  readonly letter: string;
  readonly title: string;
}

/** A heading, or a line of the contents or of the references. */
export interface LineLook {
  readonly at: number;
  readonly look: 'heading' | 'title' | 'quiet';
}

/** All that the editor draws. */
export interface Marks {
  readonly text: readonly TextMark[];
  readonly lines: readonly LineMark[];
  readonly looks: readonly LineLook[];
  /** False while the causes are not judged anew: reasons that only they show stay as they were. */
  readonly whole: boolean;
}

export function marksOf(judged: Marked, document: Document, places: Places | null, whole: boolean): Marks {
  return { text: textMarks(judged, places), lines: lineMarks(judged, places), looks: lineLooks(document, places), whole };
}

export const MARK_WORDS: Readonly<Record<MarkKind, string>> = { ...ELEMENT_WORDS, cliche: 'cliché', blame: 'wording' };

/** Letters of the margin; running text has none. */
export const LETTERS: readonly (readonly [kind: Kind, letter: string, name: string])[] = [
  ['recommendation', 'R', 'recommendation'], ['learning-point', 'L', 'learning point'], ['question', 'Q', 'question'],
  ['good-practice', 'G', 'good practice'], ['action-taken', 'A', 'action taken'], ['finding', 'F', 'finding'],
];

function textMarks(judged: Marked, places: Places | null): readonly TextMark[] {
  const seen = new Set<string>();
  const marks: TextMark[] = [];
  const add = (kind: MarkKind, start: number, end: number): void => {
    const key = `${kind} ${start} ${end}`;
    if (seen.has(key)) return;
    seen.add(key);
    const [from, to] = [toEditor(places, start), toEditor(places, end)];
    if (to > from) marks.push({ from, to, kind, label: MARK_WORDS[kind] });
  };
  for (const { elements } of judged.recommendations) {
    for (const kind of Object.keys(elements) as ElementName[]) {
      for (const span of elements[kind]) if (span.source === undefined) add(kind, span.start, span.end);
    }
  }
  for (const hit of judged.cliches) if (hit.use === 'used' && hit.decision === undefined) add(hit.group === 'blame' ? 'blame' : 'cliche', hit.start, hit.end);
  return marks.sort((a, b) => a.from - b.from || b.to - a.to);
}

function lineMarks({ units, items }: Marked, places: Places | null): readonly LineMark[] {
  const labels = new Map(items.map(({ id, number }) => [id, number === null ? '' : ` ${number}`]));
  return units.flatMap((unit) => {
    const found = LETTERS.find(([kind]) => kind === unit.kind);
    if (found === undefined || unit.decision !== undefined) return [];
    const [, letter, name] = found;
    return [{ at: toEditor(places, unit.start), letter, title: `${name}${unit.repeats === null ? '' : ' (a repeat)'}${labels.get(unit.item ?? '') ?? ''}` }];
  });
}

function lineLooks(document: Document, places: Places | null): readonly LineLook[] {
  return document.blocks.flatMap((block): LineLook[] => {
    const at = toEditor(places, block.marker?.start ?? block.start);
    if (block.type === 'heading') return [{ at, look: block.level === 1 ? 'title' : 'heading' }];
    return block.type === 'contents' || block.type === 'reference' ? [{ at, look: 'quiet' }] : [];
  });
}
