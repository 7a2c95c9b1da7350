import type { Fragment } from './geometry.ts';

/** Tells how deep list items are nested by how far their bullets or numbers are indented. */
export class ListDepth {
  /** Indents of the lists that are open, the outermost first. */
  readonly #indents: number[] = [];
  #last: Fragment | null = null;

  /** Depth of an item that begins with `first`. */
  item(first: Fragment): number {
    const jumped = this.#last !== null && (first.page !== this.#last.page || first.y > this.#last.y);
    // A new column or page may be set further in; that makes no item deeper.
    if (jumped && !this.#indents.some((indent) => Math.abs(indent - first.x) <= 6)) this.#indents.length = 0;
    while (this.#indents.length > 0 && first.x < (this.#indents.at(-1) ?? 0) - 6) this.#indents.pop();
    if (this.#indents.length === 0 || first.x > (this.#indents.at(-1) ?? 0) + 6) this.#indents.push(first.x);
    this.#last = first;
    return this.#indents.length - 1;
  }

  /** Text that is no item and not indented as one ends the list. */
  other(first: Fragment): void {
    this.#last = first;
    if (first.x <= (this.#indents[0] ?? Infinity) + 6) this.#indents.length = 0;
  }
}
