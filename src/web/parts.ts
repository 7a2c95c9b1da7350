/** Small pieces that several views share. */
import { useState } from 'preact/hooks';
import { h } from './dom.ts';
import type { ComponentChildren, VNode } from './dom.ts';
import type { Level } from '../critique.ts';

/** A button that looks like a link: it goes somewhere within the page. */
export function LinkButton(props: { readonly go: () => void; readonly children: ComponentChildren; readonly label?: string }): VNode {
  return h('button', { type: 'button', class: 'link', onClick: props.go, ...(props.label === undefined ? {} : { 'aria-label': props.label }) }, props.children);
}

export function Button(props: { readonly go: () => void; readonly children: ComponentChildren; readonly secondary?: boolean }): VNode {
  return h('button', { type: 'button', class: `govuk-button${props.secondary === true ? ' govuk-button--secondary' : ''}`, onClick: props.go }, props.children);
}

/** A choice of files that looks like a button and is one for the keyboard. */
export function FileButton(props: { readonly id: string; readonly accept: string; readonly chosen: (files: readonly File[]) => void; readonly children: ComponentChildren; readonly several?: boolean; readonly folder?: boolean; readonly main?: boolean }): VNode {
  const take = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file may be chosen again after it was changed.
    input.value = '';
    if (files.length > 0) props.chosen(files);
  };
  return h('span', { class: `file govuk-button${props.main === true ? '' : ' govuk-button--secondary'}` },
    h('label', { for: props.id }, props.children),
    h('input', { id: props.id, type: 'file', accept: props.folder === true ? undefined : props.accept, multiple: props.several === true, ...(props.folder === true ? { webkitdirectory: true } : {}), onChange: take }));
}

/** Three boxes, filled up to the level; the words beside it say the same. */
export function Meter(props: { readonly level: Level | null }): VNode {
  const { level } = props;
  return h('span', { class: 'meter', 'aria-hidden': 'true' }, [1, 2, 3].map((at) => h('i', { class: level !== null && at <= level ? 'on' : '' })));
}

export function Tag(props: { readonly kind: string; readonly children: ComponentChildren }): VNode {
  return h('span', { class: `tag tag-${props.kind}` }, props.children);
}

/** What is inside is made only once somebody opens it: a long review has hundreds of these. */
export function Details(props: { readonly title: ComponentChildren; readonly body: () => ComponentChildren; readonly id?: string }): VNode {
  const [opened, setOpened] = useState(false);
  return h('details', { class: 'govuk-details', id: props.id, onToggle: () => setOpened(true) },
    h('summary', { class: 'govuk-details__summary' }, h('span', { class: 'govuk-details__summary-text' }, props.title)),
    h('div', { class: 'govuk-details__text' }, opened ? props.body() : null));
}

export function Choice<T extends string>(props: { readonly id: string; readonly label: string; readonly value: T; readonly options: readonly (readonly [T, string])[]; readonly chosen: (value: T) => void }): VNode {
  return h('span', { class: 'choice' },
    h('label', { class: 'govuk-label', for: props.id }, props.label),
    h('select', { class: 'govuk-select', id: props.id, value: props.value, onChange: (event: Event) => props.chosen((event.currentTarget as HTMLSelectElement).value as T) },
      props.options.map(([value, words]) => h('option', { value, selected: value === props.value }, words))));
}
