/** Joins editor, worker and views: every event of the page ends here. */
import { render } from 'preact';
import { name as exampleName, base64 as example } from 'second-question:example';
import type { Actions } from './actions.ts';
import { Head, Side, Table } from './app.ts';
import { fromBase64 } from './base64.ts';
import { startClient } from './client.ts';
import { h } from './dom.ts';
import { startEditor } from './editor.ts';
import { fromFolder, readFiles, takeDrops } from './files.ts';
import { toEditor } from './places.ts';
import type { Judged, Order, OutputId, Written } from './protocol.ts';
import type { Draft, State } from './state.ts';
import { EMPTY, byName, currentDraft, withDraft } from './state.ts';
import { count } from '../report/words.ts';
import { workerCode } from './worker-code.ts';
import { parseDecisions } from '../judge/decisions.ts';

/** Longest that the cards wait while somebody types; the marks in the text never wait. */
const CARDS_WAIT = 250;

export function startPage(): void {
  const client = startClient(workerCode);
  let state: State = EMPTY;
  let lastFile = 0;
  let judging = false;
  let painted = 0;

  const place = (id: string): HTMLElement => {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`the page has no #${id}`);
    return found;
  };
  const paint = (): void => {
    painted = 0;
    document.body.classList.toggle('has-table', state.screen === 'table');
    document.body.classList.toggle('no-labels', !state.labels);
    render(h(Head, { state, actions }), place('head'));
    render(state.screen === 'table' ? h(Table, { state, actions }) : null, place('table'));
    render(state.screen === 'table' ? null : h(Side, { state, actions }), place('side'));
  };
  const set = (next: Partial<State>): void => {
    state = { ...state, ...next };
    paint();
  };
  /** While somebody types the cards follow at leisure, so that the typing itself never waits for them. */
  const setSoon = (next: State): void => {
    state = next;
    if (painted === 0) painted = window.setTimeout(paint, CARDS_WAIT);
  };

  const editor = startEditor(place('editor'), {
    changed: () => void follow(),
    pasted: (html) => {
      void typeIn(html, true);
      return true;
    },
    asked: (position) => {
      const judged = currentDraft(state)?.judged;
      const item = judged == null ? null : itemAt(judged, position);
      if (item !== null) actions.card(item);
    },
  });

  /** One judgement at a time; what was typed meanwhile goes with the next. */
  async function follow(): Promise<void> {
    if (judging) return;
    judging = true;
    try {
      for (;;) {
        const draft = currentDraft(state);
        if (draft?.judged == null) {
          if (editor.view.state.doc.length === 0) return;
          await typeIn(editor.view.state.doc.toString(), false);
          continue;
        }
        const edits = editor.takeEdits();
        if (edits === null) return;
        const judged = await judgedBy({ kind: 'edit', file: draft.file, edits });
        if (state.current !== draft.file) return;
        editor.show(judged);
        setSoon(withDraft(state, { ...draft, judged, trouble: null }));
      }
    } catch (cause) {
      set({ notice: `The draft could not be judged: ${cause instanceof Error ? cause.message : String(cause)}` });
    } finally {
      judging = false;
    }
  }

  async function judgedBy(order: Order): Promise<Judged> {
    const answer = await client.ask(order);
    if (answer.kind !== 'judged') throw new Error('unexpected answer');
    return answer.judged;
  }

  /** A draft that begins in the page. Word's HTML becomes a document with its headings, lists and tables. */
  async function typeIn(text: string, html: boolean): Promise<void> {
    lastFile += 1;
    const draft: Draft = { file: lastFile, name: 'Draft typed in the page', judged: null, trouble: null };
    if (!html) editor.takeEdits();
    const judged = await judgedBy({ kind: 'type', file: draft.file, name: draft.name, text, html });
    if (html) editor.load(judged.text);
    editor.show(judged);
    set({ ...withDraft(state, { ...draft, judged }), current: draft.file, screen: 'draft' });
  }

  async function openAll(files: readonly { readonly name: string; readonly bytes: () => Promise<Uint8Array> }[]): Promise<void> {
    const drafts = files.map(({ name }): Draft => {
      lastFile += 1;
      return { file: lastFile, name, judged: null, trouble: null };
    });
    const several = drafts.length > 1;
    set({ drafts: [...state.drafts.filter(({ judged }) => judged !== null), ...drafts], current: drafts[0]?.file ?? null, screen: several ? 'table' : 'draft', busy: several ? `Reading ${drafts.length} files …` : `Reading ${drafts[0]?.name ?? ''} …`, notice: null });
    if (!several) editor.load('');
    for (const [index, draft] of drafts.entries()) {
      const done = await judgedDraft(draft, files[index]?.bytes);
      state = withDraft(state, done);
      if (several) paint();
      else if (state.current === draft.file) shown(done);
    }
    if (several) await tabled();
    set({ busy: null, notice: several ? `${count(drafts.length, 'file')} read.` : said(state.drafts.find(({ file }) => file === drafts[0]?.file) ?? null) });
  }

  async function tabled(): Promise<void> {
    const answer = await client.ask({ kind: 'batch', files: byName(state.drafts).map(({ file }) => file) });
    if (answer.kind === 'table') state = { ...state, batch: { heads: answer.heads, rows: answer.rows } };
  }

  async function judgedDraft(draft: Draft, bytes: (() => Promise<Uint8Array>) | undefined): Promise<Draft> {
    try {
      const judged = await judgedBy({ kind: 'open', file: draft.file, name: draft.name, bytes: (await bytes?.()) ?? new Uint8Array(0) });
      return { ...draft, name: judged.critique.document.source, judged };
    } catch (cause) {
      return { ...draft, trouble: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  function shown(draft: Draft): void {
    editor.load(draft.judged?.text ?? '');
    if (draft.judged !== null) editor.show(draft.judged);
  }

  function said(draft: Draft | null): string {
    if (draft === null) return '';
    if (draft.judged === null || draft.judged.text === '') return `${draft.name} could not be read.`;
    return `${draft.name}: ${count(draft.judged.critique.summary.recommendations, 'recommendation')} found.`;
  }

  async function decided(decisions: Judged['decisions']): Promise<void> {
    const draft = currentDraft(state);
    if (draft === null) return;
    const judged = await judgedBy({ kind: 'decide', file: draft.file, decisions });
    editor.show(judged);
    set({ ...withDraft(state, { ...draft, judged }) });
  }

  async function takeAway(output: OutputId, register: Uint8Array | null): Promise<void> {
    const draft = currentDraft(state);
    if (draft === null) return;
    await follow();
    try {
      const answer = await client.ask({ kind: 'write', file: draft.file, output, register });
      if (answer.kind === 'written') download(answer.written);
    } catch (cause) {
      set({ notice: cause instanceof Error ? cause.message : String(cause) });
    }
  }

  const actions: Actions = {
    openFiles: (files) => void openAll(readFiles(files)),
    openFolder: (files) => void openAll(readFiles(fromFolder(files))),
    openExample: () => void openAll([{ name: exampleName, bytes: () => Promise.resolve(fromBase64(example)) }]),
    openEarlier: (file) => void (async () => {
      const draft = await judgedDraft({ file: -1, name: file.name, judged: null, trouble: null }, async () => new Uint8Array(await file.arrayBuffer()));
      await client.ask({ kind: 'close', file: -1 });
      if (draft.judged === null || draft.judged.text === '') set({ notice: `${file.name}: ${draft.trouble ?? draft.judged?.critique.messages[0]?.text ?? 'could not be read'}` });
      else set({ earlier: { name: file.name, critique: draft.judged.critique }, notice: `Compared with ${file.name}.` });
    })(),
    closeEarlier: () => set({ earlier: null }),
    newDraft: () => {
      editor.load('');
      set({ current: null, screen: 'draft', earlier: null, notice: null, chosen: null });
      editor.view.focus();
    },
    choose: (file) => {
      const draft = state.drafts.find((one) => one.file === file);
      if (draft === undefined) return;
      set({ current: file, screen: 'draft', chosen: null, notice: said(draft) });
      shown(draft);
    },
    table: () => void tabled().then(() => set({ screen: 'table', notice: null })),
    order: (order) => set({ order }),
    filter: (filter) => set({ filter }),
    labels: (labels) => set({ labels }),
    show: (start, end, item) => {
      const places = currentDraft(state)?.judged?.places ?? null;
      state = { ...state, chosen: item };
      editor.reveal(editor.now(toEditor(places, start)), editor.now(toEditor(places, end)));
      place('editor').scrollIntoView({ block: 'nearest' });
    },
    card: (item) => {
      set({ chosen: item, filter: state.filter });
      const card = document.getElementById(`card-${item}`);
      if (card === null) return set({ filter: 'all', notice: 'All recommendations are shown again.' });
      card.focus();
      card.scrollIntoView({ block: 'start' });
    },
    rewrite: (start, end, words) => {
      const places = currentDraft(state)?.judged?.places ?? null;
      editor.replace(editor.now(toEditor(places, start)), editor.now(toEditor(places, end)), words);
    },
    decide: (decision) => void decided([...(currentDraft(state)?.judged?.decisions ?? []), decision]),
    takeBack: (decision) => void decided((currentDraft(state)?.judged?.decisions ?? []).filter(({ rule, words }) => rule !== decision.rule || words !== decision.words)),
    loadDecisions: (file) => void (async () => {
      try {
        const brought = parseDecisions(await file.text());
        const own = currentDraft(state)?.judged?.decisions ?? [];
        await decided([...own.filter((one) => !brought.some(({ rule, words }) => rule === one.rule && words === one.words)), ...brought]);
        set({ notice: `${count(brought.length, 'decision')} brought in from ${file.name}.` });
      } catch (cause) {
        set({ notice: `${file.name}: ${cause instanceof Error ? cause.message : String(cause)}` });
      }
    })(),
    writeBatch: (output) => void client.ask({ kind: 'write-batch', files: byName(state.drafts).map(({ file }) => file), output }).then((answer) => {
      if (answer.kind === 'written') download(answer.written);
    }, (cause: unknown) => set({ notice: cause instanceof Error ? cause.message : String(cause) })),
    write: (output) => void takeAway(output, null),
    updatePlan: (file) => void file.arrayBuffer().then((bytes) => takeAway('register-xlsx', new Uint8Array(bytes))),
    print: () => window.print(),
  };

  takeDrops(document.documentElement, (files) => void openAll(files));
  window.addEventListener('beforeunload', (event) => {
    if (currentDraft(state)?.judged?.critique.messages.some(({ rule }) => rule === 'web/edited') === true) event.preventDefault();
  });
  paint();
}

function itemAt({ critique, places }: Judged, position: number): string | null {
  const unit = critique.units.find(({ start, end, item }) => item !== null && toEditor(places, start) <= position && position <= toEditor(places, end));
  return unit?.item ?? null;
}

/** Hands a file to the browser's own saving. */
function download({ name, type, bytes }: Written): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
