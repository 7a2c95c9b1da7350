/** The marks as CodeMirror draws them. They move with the typing until the next judgement comes. */
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, WidgetType, gutter } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import type { LineMark, Marks, TextMark } from './marks.ts';

export const setMarks = StateEffect.define<Marks>();
export const setHere = StateEffect.define<{ readonly from: number; readonly to: number } | null>();

class Label extends WidgetType {
  readonly kind: string;
  readonly label: string;

  constructor(kind: string, label: string) {
    super();
    this.kind = kind;
    this.label = label;
  }

  override eq(other: Label): boolean {
    return other.kind === this.kind;
  }

  override toDOM(): HTMLElement {
    const span = document.createElement('span');
    span.className = `tag tag-${this.kind}`;
    span.textContent = this.label;
    return span;
  }
}

class Letters extends GutterMarker {
  readonly letters: string;
  readonly title: string;

  constructor(letters: string, title: string) {
    super();
    this.letters = letters;
    this.title = title;
  }

  override eq(other: Letters): boolean {
    return other.letters === this.letters && other.title === this.title;
  }

  override toDOM(): HTMLElement {
    const span = document.createElement('span');
    span.className = `letter letter-${this.letters.charAt(0)}`;
    span.textContent = this.letters;
    span.title = this.title;
    return span;
  }
}

const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return drawn(effect.value.text, transaction.newDoc.length);
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const hereField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(here, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setHere)) return effect.value === null || effect.value.to <= effect.value.from ? Decoration.none : Decoration.set([Decoration.mark({ class: 'here' }).range(effect.value.from, Math.min(effect.value.to, transaction.newDoc.length))]);
    }
    return here.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const linesField = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(lines, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) {
        const byLine = new Map<number, LineMark[]>();
        for (const mark of effect.value.lines) {
          if (mark.at > transaction.newDoc.length) continue;
          const { from } = transaction.newDoc.lineAt(mark.at);
          byLine.set(from, [...(byLine.get(from) ?? []), mark]);
        }
        return RangeSet.of([...byLine.entries()].sort(([a], [b]) => a - b).map(([from, marks]) => letters(marks).range(from)));
      }
    }
    return lines.map(transaction.changes);
  },
});

/** Headings look like headings; lines of the contents stand back. */
const looksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(looks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) {
        const ranges = effect.value.looks.filter(({ at }) => at <= transaction.newDoc.length).map(({ at, look }) => Decoration.line({ class: `look-${look}` }).range(transaction.newDoc.lineAt(at).from));
        return Decoration.set(ranges, true);
      }
    }
    return looks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const ORDER = 'RLQGAF';

/** The letters of a line, each once and the weightiest first; three at most. */
function letters(marks: readonly LineMark[]): Letters {
  const found = [...new Set(marks.map(({ letter }) => letter))].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return new Letters(found.slice(0, 3).join(''), [...new Set(marks.map(({ title }) => title))].join(', '));
}

/** Marks of the same depth would hide one another: those that overlap are drawn at different depths below the words. */
function drawn(marks: readonly TextMark[], length: number): DecorationSet {
  const open: { readonly to: number; readonly depth: number }[] = [];
  const ranges = marks.filter(({ to }) => to <= length).flatMap((mark) => {
    for (let at = open.length - 1; at >= 0; at -= 1) if ((open[at]?.to ?? 0) <= mark.from) open.splice(at, 1);
    const depth = [0, 1, 2].find((one) => !open.some((other) => other.depth === one)) ?? 3;
    open.push({ to: mark.to, depth });
    return [
      Decoration.widget({ widget: new Label(mark.kind, mark.label), side: 1 }).range(mark.from),
      Decoration.mark({ class: `m m-${mark.kind} d${depth}`, inclusive: false }).range(mark.from, mark.to),
    ];
  });
  return Decoration.set(ranges, true);
}

/** Marks in the text and letters in the margin. */
export function markExtensions(): Extension {
  return [marksField, hereField, linesField, looksField, gutter({ class: 'letters', markers: (view) => view.state.field(linesField), initialSpacer: () => new Letters('RLF', '') })];
}
