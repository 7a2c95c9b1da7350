/** `h` with types that a strict compiler takes: preact's own don't fit `exactOptionalPropertyTypes`. */
import { createElement } from 'preact';
import type { Component, ComponentChildren, VNode } from 'preact';

export type { ComponentChildren, VNode } from 'preact';

type Attributes = Readonly<Record<string, unknown>>;

type Kind<P> = ((props: P) => VNode | null) | (new (props: P) => Component<P>);

export function h<P extends object>(type: Kind<P>, props: P & { readonly key?: string }): VNode;
export function h(type: string, attributes: Attributes | null, ...children: readonly ComponentChildren[]): VNode;
export function h<P extends object>(type: string | Kind<P>, props: P | Attributes | null, ...children: readonly ComponentChildren[]): VNode {
  return createElement(type as string, props as object, ...children);
}
