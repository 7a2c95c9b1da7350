/** The draft in CodeMirror. Nothing that a browser or an add-on offers for writing is on: some of them send what is typed to their makers. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { Annotation, ChangeSet, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { markExtensions, setHere, setMarks } from './editor-marks.ts';
import type { Edit } from './edited.ts';
import { lineMarks, textMarks } from './marks.ts';
import type { Judged } from './protocol.ts';

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

export interface Editor {
  readonly view: EditorView;
  /** A new draft: the whole text, without a way back to the one before. */
  readonly load: (text: string) => void;
  /** Edits since they were taken last, in one list; null if there are none. */
  readonly takeEdits: () => readonly Edit[] | null;
  /** Draws the marks of a judgement, moved over what was typed since it was asked for. */
  readonly show: (judged: Judged) => void;
  /** Leads a place of the last judgement to the text as it stands now. */
  readonly now: (position: number) => number;
  readonly reveal: (from: number, to: number) => void;
  readonly replace: (from: number, to: number, insert: string) => void;
}

const loaded = Annotation.define<boolean>();

export function startEditor(parent: HTMLElement, calls: EditorCalls): Editor {
  /** Edits not yet taken; those since the text that is being judged; those since the judgement that is shown. */
  let open = ChangeSet.empty(0);
  let since = ChangeSet.empty(0);
  let drift = ChangeSet.empty(0);
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
      since = since.compose(update.changes);
      drift = drift.compose(update.changes);
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
  const reset = (): void => {
    open = ChangeSet.empty(view.state.doc.length);
    since = open;
    drift = open;
  };
  return {
    view,
    load: (text) => {
      view.setState(EditorState.create({ doc: text, extensions }));
      reset();
    },
    takeEdits: () => {
      if (open.empty) return null;
      const edits: Edit[] = [];
      open.iterChanges((from, to, _fromB, _toB, insert) => edits.push({ from, to, insert: insert.toString() }));
      since = open = ChangeSet.empty(open.newLength);
      return edits;
    },
    show: (judged) => {
      drift = since;
      const marks = { text: textMarks(judged).map((mark) => ({ ...mark, from: since.mapPos(mark.from, 1), to: since.mapPos(mark.to, -1) })).filter(({ from, to }) => to > from), lines: lineMarks(judged).map((mark) => ({ ...mark, at: since.mapPos(mark.at) })), looks: judged.looks.map((one) => ({ ...one, at: since.mapPos(one.at) })) };
      view.dispatch({ effects: setMarks.of(marks) });
    },
    now: (position) => (position <= drift.length ? drift.mapPos(position) : view.state.doc.length),
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
