/** Joins editor, worker and views: every event of the page ends here. */
import { render } from 'preact';
import { name as exampleName, base64 as example } from 'second-question:example';
import { parseDecisions } from '../judge/decisions.ts';
import { count } from '../report/words.ts';
import type { Actions } from './actions.ts';
import { Head, Side, Table } from './app.ts';
import { fromBase64 } from './base64.ts';
import { startClient } from './client.ts';
import { h } from './dom.ts';
import { download } from './download.ts';
import { startEditor } from './editor.ts';
import type { Since } from './editor.ts';
import { fromFolder, readFiles, takeDrops } from './files.ts';
import type { Dropped } from './files.ts';
import { startLive } from './live.ts';
import { toEditor } from './places.ts';
import type { Judged, Order, OutputId } from './protocol.ts';
import type { Draft, State } from './state.ts';
import { EMPTY, byName, currentDraft, withDraft } from './state.ts';
import { workerCode } from './worker-code.ts';

export function startPage(): void {
  const client = startClient(workerCode);
  let state: State = EMPTY;
  let lastFile = 0;
  /** What was typed since the judgement that the cards show. */
  let sinceCards: Since | null = null;

  const place = (id: string): HTMLElement => {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`the page has no #${id}`);
    return found;
  };
  const paint = (): void => {
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
  const tell = (cause: unknown, before = ''): void => set({ busy: null, notice: `${before}${cause instanceof Error ? cause.message : String(cause)}` });

  const editor = startEditor(place('editor'), {
    changed: () => live.changed(),
    pasted: (html) => {
      void typeIn(html, true);
      return true;
    },
    asked: (position) => {
      const judged = currentDraft(state)?.judged;
      const item = judged == null ? null : itemAt(judged, position, now);
      if (item !== null) actions.card(item);
    },
  });
  const live = startLive(editor, client, {
    file: () => (currentDraft(state)?.judged == null ? null : state.current),
    begin: () => typeIn(editor.view.state.doc.toString(), false),
    judged: (file, judged, since) => {
      const draft = state.drafts.find((one) => one.file === file);
      if (draft === undefined) return;
      cardsOf(judged, since);
      set(withDraft(state, { ...draft, judged, trouble: null }));
    },
    failed: (cause) => tell(cause, 'The draft could not be judged: '),
  });

  /** Draws a judgement, and leads the places in its cards to the text as it stands. */
  function cardsOf({ marks }: Judged, since: Since): void {
    editor.drop(sinceCards);
    sinceCards = since;
    editor.show(marks, since);
  }

  function now(position: number): number {
    const length = editor.view.state.doc.length;
    const changes = sinceCards?.changes;
    return Math.min(length, changes === undefined || position > changes.length ? position : changes.mapPos(position));
  }

  function placed(offset: number): number {
    return now(toEditor(currentDraft(state)?.judged?.places ?? null, offset));
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
    const since = editor.since();
    const judged = await judgedBy({ kind: 'type', file: draft.file, name: draft.name, text, html });
    state = { ...withDraft(state, { ...draft, judged }), current: draft.file, screen: 'draft' };
    if (html) shown(judged);
    else cardsOf(judged, since);
    paint();
  }

  function shown(judged: Judged | null): void {
    editor.load(judged?.text ?? '');
    sinceCards = null;
    if (judged !== null) cardsOf(judged, editor.since());
  }

  async function openAll(files: readonly Dropped[]): Promise<void> {
    await live.settled();
    const drafts = files.map(({ name }): Draft => {
      lastFile += 1;
      return { file: lastFile, name, judged: null, trouble: null };
    });
    const several = drafts.length > 1;
    const [only] = drafts;
    set({ drafts: [...state.drafts.filter(({ judged }) => judged !== null), ...drafts], current: only?.file ?? null, screen: several ? 'table' : 'draft', busy: several ? `Reading ${drafts.length} files …` : `Reading ${only?.name ?? ''} …`, notice: null });
    if (!several) shown(null);
    for (const [index, draft] of drafts.entries()) {
      const done = await judgedDraft(draft, files[index]?.bytes);
      state = withDraft(state, done);
      if (several) paint();
      else if (state.current === draft.file) shown(done.judged);
    }
    if (several) await tabled();
    set({ busy: null, notice: several ? `${count(drafts.length, 'file')} read.` : said(state.drafts.find(({ file }) => file === only?.file) ?? null) });
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

  async function compareWith(file: File): Promise<void> {
    const draft = await judgedDraft({ file: -1, name: file.name, judged: null, trouble: null }, async () => new Uint8Array(await file.arrayBuffer()));
    await client.ask({ kind: 'close', file: -1 });
    if (draft.judged === null || draft.judged.text === '') set({ notice: `${file.name}: ${draft.trouble ?? draft.judged?.critique.messages[0]?.text ?? 'could not be read'}` });
    else set({ earlier: { name: file.name, critique: draft.judged.critique }, notice: `Compared with ${file.name}.` });
  }

  async function decided(change: (own: Judged['decisions']) => Judged['decisions']): Promise<void> {
    await live.settled();
    const draft = currentDraft(state);
    if (draft?.judged == null) return;
    const since = editor.since();
    const judged = await judgedBy({ kind: 'decide', file: draft.file, decisions: change(draft.judged.decisions) });
    cardsOf(judged, since);
    set(withDraft(state, { ...draft, judged }));
  }

  async function bringIn(file: File): Promise<void> {
    try {
      const brought = parseDecisions(await file.text());
      await decided((own) => [...own.filter((one) => !brought.some(({ rule, words }) => rule === one.rule && words === one.words)), ...brought]);
      set({ notice: `${count(brought.length, 'decision')} brought in from ${file.name}.` });
    } catch (cause) {
      tell(cause, `${file.name}: `);
    }
  }

  async function takeAway(order: Order): Promise<void> {
    try {
      await live.settled();
      const answer = await client.ask(order);
      if (answer.kind !== 'written') return;
      download(answer.written);
      set({ notice: [`${answer.written.name} was handed to the browser to save.`, ...answer.written.notes].join(' ') });
    } catch (cause) {
      tell(cause);
    }
  }

  const own = (output: OutputId, register: Uint8Array | null): Order => ({ kind: 'write', file: state.current ?? -1, output, register });

  const actions: Actions = {
    openFiles: (files) => void openAll(readFiles(files)),
    openFolder: (files) => void openAll(readFiles(fromFolder(files))),
    openExample: () => void openAll([{ name: exampleName, bytes: () => Promise.resolve(fromBase64(example)) }]),
    openEarlier: (file) => void compareWith(file),
    closeEarlier: () => set({ earlier: null }),
    newDraft: () => void live.settled().then(() => {
      set({ current: null, screen: 'draft', earlier: null, notice: null, chosen: null });
      shown(null);
      editor.view.focus();
    }),
    choose: (file) => void live.settled().then(() => {
      const draft = state.drafts.find((one) => one.file === file);
      if (draft === undefined) return;
      set({ current: file, screen: 'draft', chosen: null, notice: said(draft) });
      shown(draft.judged);
    }),
    table: () => void live.settled().then(tabled).then(() => set({ screen: 'table', notice: null })),
    order: (order) => set({ order }),
    filter: (filter) => set({ filter }),
    labels: (labels) => set({ labels }),
    show: (start, end, item) => {
      state = { ...state, chosen: item };
      editor.reveal(placed(start), placed(end));
      place('editor').scrollIntoView({ block: 'nearest' });
    },
    card: (item) => {
      set({ chosen: item, filter: state.filter });
      const card = document.getElementById(`card-${item}`);
      if (card === null) return set({ filter: 'all', notice: 'All recommendations are shown again.' });
      card.focus();
      card.scrollIntoView({ block: 'start' });
    },
    rewrite: (start, end, words) => editor.replace(placed(start), placed(end), words),
    decide: (decision) => void decided((known) => [...known, decision]),
    takeBack: (decision) => void decided((known) => known.filter(({ rule, words }) => rule !== decision.rule || words !== decision.words)),
    loadDecisions: (file) => void bringIn(file),
    writeBatch: (output) => void takeAway({ kind: 'write-batch', files: byName(state.drafts).map(({ file }) => file), output }),
    write: (output) => void takeAway(own(output, null)),
    updatePlan: (file) => void file.arrayBuffer().then((bytes) => takeAway(own('register-xlsx', new Uint8Array(bytes)))),
    print: () => window.print(),
  };

  takeDrops(document.documentElement, (files) => void openAll(files));
  window.addEventListener('beforeunload', (event) => {
    if (currentDraft(state)?.judged?.critique.messages.some(({ rule }) => rule === 'web/edited') === true) event.preventDefault();
  });
  paint();
}

function said(draft: Draft | null): string {
  if (draft === null) return '';
  if (draft.judged === null || draft.judged.text === '') return `${draft.name} could not be read.`;
  return `${draft.name}: ${count(draft.judged.critique.summary.recommendations, 'recommendation')} found.`;
}

function itemAt({ critique, places }: Judged, position: number, now: (position: number) => number): string | null {
  const unit = critique.units.find(({ start, end, item }) => item !== null && now(toEditor(places, start)) <= position && position <= now(toEditor(places, end)));
  return unit?.item ?? null;
}
