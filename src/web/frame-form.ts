/** The frame, ready to be filled in: the recommendation's own words stand in it, and what was not found is a field. */
import { h } from './dom.ts';
import type { VNode } from './dom.ts';
import type { Span } from '../document.ts';
import type { ItemView } from '../report/view.ts';
import type { Actions } from './actions.ts';
import { Details } from './parts.ts';

const BLANK = /_{2,}/u;

interface FrameFormProps {
  readonly view: ItemView;
  /** The view as it stands when a frame is put in place: its words may have moved since it was drawn. */
  readonly latest: () => ItemView;
  readonly actions: Actions;
}

export function FrameForm({ view, latest, actions }: FrameFormProps): VNode | null {
  const [unit] = view.units;
  if (view.frames.length === 0 || unit === undefined) return null;
  return h(Details, { title: 'Rewrite it: who will do what, how, by when, so that …, seen by …', body: () => view.frames.map((frame, index) => {
    const put = (words: string): void => {
      const span = replaced(latest(), index);
      if (span !== null) actions.rewrite(span.start, span.end, words);
    };
    return h(OneFrame, { key: frame, id: `frame-${view.id}-${index}`, label: view.label, frame, put });
  }) });
}

/** A frame for each unit takes the place of its own; one for all takes the place of the whole item. */
function replaced({ units, frames }: ItemView, index: number): Span | null {
  const own = units.length === frames.length ? units[index] : undefined;
  const [first, last] = own === undefined ? [units[0], units.at(-1)] : [own, own];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

interface OneFrameProps {
  readonly id: string;
  readonly label: string;
  readonly frame: string;
  readonly put: (words: string) => void;
}

/** Lines as the frame has them: who … will …; how; by when; so that; seen by. */
function OneFrame({ id, label, frame, put }: OneFrameProps): VNode {
  const lines = frame.split(' · ');
  const submit = (event: Event): void => {
    event.preventDefault();
    const values = [...(event.currentTarget as HTMLFormElement).querySelectorAll('input')].map(({ value }) => value.trim());
    put(sentence(lines, values));
  };
  let field = 0;
  return h('form', { class: 'frame', onSubmit: submit },
    h('p', { class: 'hint' }, 'Its own words stand in the order in which a reader asks for them. A field is empty where nothing was found in the text; what you leave empty stays a gap.'),
    lines.map((line) => h('p', { class: 'line' }, line.split(/_{2,}/u).flatMap((piece, index) => {
      if (index === 0) return [piece];
      field += 1;
      return [h('input', { type: 'text', id: `${id}-${field}`, class: 'govuk-input', 'aria-label': `${fieldName(line, index)} in ${label}`, ...QUIET }), piece];
    }))),
    h('button', { type: 'submit', class: 'govuk-button govuk-button--secondary' }, 'Put it into the draft in place of these words'));
}

const QUIET = { spellcheck: false, autocomplete: 'off', autocorrect: 'off', autocapitalize: 'off', translate: false, writingsuggestions: 'false', 'data-gramm': 'false', 'data-enable-grammarly': 'false' } as const;

function fieldName(line: string, index: number): string {
  if (/^how:/u.test(line)) return 'How';
  if (/^by when:/u.test(line)) return 'By when';
  if (/^so that/u.test(line)) return 'So that';
  if (/^seen by/u.test(line)) return index > 1 || !/^seen by _{2,}/u.test(line) ? 'Compared with' : 'Seen by';
  return index === 1 && BLANK.test(line.slice(0, 4)) ? 'Who' : 'What';
}

/** One sentence from the lines; a line that is all gap is left out, a gap inside a line stays to be seen. */
function sentence(lines: readonly string[], values: readonly string[]): string {
  let field = 0;
  const said = lines.flatMap((line, place) => {
    const gaps = line.split(/_{2,}/u).length - 1;
    const own = values.slice(field, field + gaps);
    field += gaps;
    if (place > 0 && gaps > 0 && own.every((value) => value === '') && line.replace(/_{2,}|^how:|^by when:|^so that|^seen by|compared with|\s/gu, '') === '') return [];
    let at = 0;
    const filled = line.replace(/_{2,}/gu, () => own[at++] || '____').trim();
    return [filled.replace(/^how: /u, 'by ').replace(/^by when: (?=(?:by|within|from|before|after|no later|at|in|on|every)\s)/iu, '').replace(/^by when: /u, 'by ').replace(/^seen by /u, 'This will be seen by ')];
  });
  const [main = '', ...rest] = said;
  const seen = rest.filter((line) => line.startsWith('This will'));
  return `${[main, ...rest.filter((line) => !line.startsWith('This will'))].join(', ').replace(/\.$/u, '')}.${seen.map((line) => ` ${line.replace(/\.$/u, '')}.`).join('')}`;
}
