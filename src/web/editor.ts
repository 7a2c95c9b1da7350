/** The draft in CodeMirror. Nothing that a browser or an add-on offers for writing is on: some of them send what is typed to their makers. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { Annotation, ChangeSet, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { markExtensions, setHere, setMarks } from './editor-marks.ts';
import type { Edit } from './edited.ts';
import type { Marks, TextMark } from './marks.ts';

const QUIET = {
  spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', autocomplete: 'off', translate: 'no', writingsuggestions: 'false', 'data-gramm': 'false', 'data-gramm_editor': 'false',
  'data-enable-grammarly': 'false', 'data-ms-editor': 'false', 'data-lt-active': 'false', 'data-lt-tmp-id': 'off',
} as const;

export interface EditorCalls {
  /** Somebody changed the text. */
  readonly changed: () => void;
  /** Word's own HTML was pasted into an empty draft. True if it was taken. */
  readonly pasted: (html: string) => boolean;
  /** The reader asks for the critique of the words at this place. */
  readonly asked: (position: number) => void;
}

/** What was typed since a moment: leads places of a judgement that was asked for then to the text as it stands now. */
export interface Since {
  changes: ChangeSet;
}

export interface Editor {
  readonly view: EditorView;
  /** A new draft: the whole text, without a way back to the one before. */
  readonly load: (text: string) => void;
  /** Edits since they were taken last, in one list; null if there are none. */
  readonly takeEdits: () => readonly Edit[] | null;
  /** Follows what is typed from now on. */
  readonly since: () => Since;
  readonly drop: (since: Since | null) => void;
  /** Draws marks, moved over what was typed since they were asked for. */
  readonly show: (marks: Marks, since: Since | null) => void;
  readonly reveal: (from: number, to: number) => void;
  readonly replace: (from: number, to: number, insert: string) => void;
}

const loaded = Annotation.define<boolean>();

export function startEditor(parent: HTMLElement, calls: EditorCalls): Editor {
  /** Edits not yet taken. */
  let open = ChangeSet.empty(0);
  const followed = new Set<Since>();
  /** What is drawn, in the text as it stood when it was drawn. */
  let drawn: readonly TextMark[] = [];
  let sinceDrawn: Since | null = null;
  const extensions = [
    history(),
    keymap.of([{ key: 'Mod-Enter', run: ({ state }) => { calls.asked(state.selection.main.head); return true; } }, ...defaultKeymap, ...historyKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ ...QUIET, tabindex: '0', 'aria-label': 'The draft', 'aria-describedby': 'draft-help' }),
    placeholder('Type or paste the draft here, or open a file above.'),
    markExtensions(),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged || update.transactions.some((one) => one.annotation(loaded) === true)) return;
      open = open.compose(update.changes);
      for (const one of followed) one.changes = one.changes.compose(update.changes);
      calls.changed();
    }),
    EditorView.domEventHandlers({
      paste: (event, view) => {
        const html = event.clipboardData?.getData('text/html') ?? '';
        const whole = view.state.doc.length === 0 || view.state.selection.main.to - view.state.selection.main.from === view.state.doc.length;
        if (html === '' || !whole || !calls.pasted(html)) return false;
        event.preventDefault();
        return true;
      },
      dblclick: (event, view) => {
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (position !== null) calls.asked(position);
        return false;
      },
    }),
  ];
  const view = new EditorView({ parent, state: EditorState.create({ doc: '', extensions }) });
  const since = (): Since => {
    const one: Since = { changes: ChangeSet.empty(view.state.doc.length) };
    followed.add(one);
    return one;
  };
  const drop = (one: Since | null): void => void (one !== null && followed.delete(one));
  return {
    view,
    load: (text) => {
      view.setState(EditorState.create({ doc: text, extensions }));
      open = ChangeSet.empty(view.state.doc.length);
      followed.clear();
      [drawn, sinceDrawn] = [[], null];
    },
    takeEdits: () => {
      if (open.empty) return null;
      const edits: Edit[] = [];
      open.iterChanges((from, to, _fromB, _toB, insert) => edits.push({ from, to, insert: insert.toString() }));
      open = ChangeSet.empty(open.newLength);
      return edits;
    },
    since,
    drop,
    show: (marks, from) => {
      const changes = from?.changes ?? ChangeSet.empty(view.state.doc.length);
      const kept = marks.whole || sinceDrawn === null ? [] : moved(drawn.filter(({ kind }) => kind === 'reason'), sinceDrawn.changes);
      drawn = joined(moved(marks.text, changes), kept);
      drop(sinceDrawn);
      sinceDrawn = since();
      view.dispatch({ effects: setMarks.of({ ...marks, text: drawn, lines: marks.lines.map((mark) => ({ ...mark, at: changes.mapPos(mark.at) })), looks: marks.looks.map((one) => ({ ...one, at: changes.mapPos(one.at) })) }) });
    },
    reveal: (from, to) => {
      const end = Math.min(to, view.state.doc.length);
      const start = Math.min(from, end);
      view.dispatch({ selection: { anchor: start }, effects: [setHere.of({ from: start, to: end }), EditorView.scrollIntoView(start, { y: 'center' })] });
      view.focus();
    },
    replace: (from, to, insert) => {
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: from, head: from + insert.length }, effects: EditorView.scrollIntoView(from, { y: 'center' }), userEvent: 'input' });
      view.focus();
    },
  };
}

function moved(marks: readonly TextMark[], changes: ChangeSet): readonly TextMark[] {
  if (changes.empty) return marks;
  return marks.map((mark) => ({ ...mark, from: changes.mapPos(mark.from, 1), to: changes.mapPos(mark.to, -1) })).filter(({ from, to }) => to > from);
}

/** Both in the order of the text, each place once. */
function joined(marks: readonly TextMark[], kept: readonly TextMark[]): readonly TextMark[] {
  if (kept.length === 0) return marks;
  const key = ({ kind, from, to }: TextMark): string => `${kind} ${from} ${to}`;
  const known = new Set(marks.map(key));
  return [...marks, ...kept.filter((mark) => !known.has(key(mark)))].sort((a, b) => a.from - b.from || b.to - a.to);
}
