/**
 * Judges while somebody types. The marks follow each keystroke; the rest of the judgement, and with it the cards, follows a short pause,
 * so that neither the typing nor the marks ever wait for it.
 */
import type { Client } from './client.ts';
import type { Editor, Since } from './editor.ts';
import type { Judged } from './protocol.ts';

/** Milliseconds without a keystroke after which the cards follow. */
const PAUSE = 300;

export interface LiveCalls {
  /** The draft that is in the editor; null while there is none. */
  readonly file: () => number | null;
  /** Somebody typed where there was no draft: makes one of it. */
  readonly begin: () => Promise<void>;
  readonly judged: (file: number, judged: Judged, since: Since) => void;
  readonly failed: (cause: unknown) => void;
}

export interface Live {
  /** Somebody changed the text. */
  readonly changed: () => void;
  /** Once all that was typed is judged to the end. */
  readonly settled: () => Promise<void>;
}

export function startLive(editor: Editor, { ask }: Client, calls: LiveCalls): Live {
  let running: Promise<void> | null = null;
  let settling: Promise<void> | null = null;
  let timer = 0;
  /** Whether edits were sent whose judgement was not taken to its end. */
  let open = false;

  /** One edit at a time; what was typed meanwhile goes with the next. */
  async function follow(): Promise<void> {
    for (;;) {
      const file = calls.file();
      if (file === null) {
        if (editor.view.state.doc.length === 0) return;
        await calls.begin();
        continue;
      }
      const edits = editor.takeEdits();
      if (edits === null) return;
      const since = editor.since();
      open = true;
      const answer = await ask({ kind: 'edit', file, edits });
      if (answer.kind === 'marked' && calls.file() === file) editor.show(answer.marks, since);
      editor.drop(since);
    }
  }

  async function run(): Promise<void> {
    try {
      await follow();
    } catch (cause) {
      calls.failed(cause);
    } finally {
      running = null;
      if (open) timer = window.setTimeout(() => void settled(), PAUSE);
    }
  }

  async function settle(file: number): Promise<void> {
    const since = editor.since();
    const { doc } = editor.view.state;
    open = false;
    try {
      const answer = await ask({ kind: 'settle', file });
      if (answer.kind === 'judged' && calls.file() === file) calls.judged(file, { ...answer.judged, text: doc.toString() }, since);
      else editor.drop(since);
    } catch (cause) {
      calls.failed(cause);
    }
  }

  async function settled(): Promise<void> {
    window.clearTimeout(timer);
    for (;;) {
      await running;
      const file = calls.file();
      if (settling === null && (!open || file === null)) return;
      if (file !== null) settling ??= settle(file).finally(() => {
        settling = null;
      });
      await settling;
    }
  }

  return {
    changed: () => {
      window.clearTimeout(timer);
      running ??= run();
    },
    settled,
  };
}
