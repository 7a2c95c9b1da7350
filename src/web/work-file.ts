/**
 * "Save my work": one file that holds the draft as it stands, how it was read, the decisions, and the Word file it came from.
 */
import type { Document } from '../document.ts';
import { sha256Hex } from '../hash.ts';
import type { Decision } from '../judge/decisions.ts';
import { parseDecisions } from '../judge/decisions.ts';
import type { Memo } from '../memo.ts';
import { makeMemo } from '../memo.ts';
import type { Fidelity, Reading } from '../read/reading.ts';
import { UnreadableError } from '../result.ts';
import type { Message, Result } from '../result.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** A draft in the page: what was read, what became of it, and what was decided about it. */
export interface Held {
  readonly name: string;
  /** Of the file's bytes; null for a draft that was typed, which has none. */
  readonly sha256: string | null;
  readonly reading: Result<Reading>;
  /** The document as it was read, before any edit in the page. */
  readonly first: Document;
  /** Bytes of a Word file: comments can be written into it. */
  readonly original: Uint8Array | null;
  /** Text of a draft that was typed into the page; it is read anew after each edit. */
  readonly typed: string | null;
  readonly decisions: readonly Decision[];
  /** What was judged before; never saved. */
  readonly memo: Memo;
}

/** Of the file, or of the words that were typed. */
export function hashOf({ sha256, typed }: Held): string {
  return sha256 ?? sha256Hex(typed ?? '');
}

const FORMAT = 'second-question/work';

export function workFile(held: Held): string {
  const { document, fidelity } = held.reading.value;
  return `${JSON.stringify({
    format: FORMAT, version: '1', name: held.name, sha256: hashOf(held), typed: held.typed, document, first: held.first === document ? null : held.first, fidelity,
    messages: held.reading.messages, decisions: { version: '1', decisions: held.decisions }, original: held.original === null ? null : toBase64(held.original),
  })}\n`;
}

/** Whether the bytes are a file of saved work; a review in JSON isn't. */
export function isWorkFile(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 64)).replace(/\s/gu, '').startsWith(`{"format":"${FORMAT}"`);
}

interface Saved {
  readonly version: string;
  readonly name: string;
  readonly sha256: string;
  readonly typed: string | null;
  readonly document: Document;
  readonly first: Document | null;
  readonly fidelity: Fidelity;
  readonly messages: readonly Message[];
  readonly decisions: unknown;
  readonly original: string | null;
}

/** @throws {UnreadableError} where the file was cut short or written by a later version. */
export function openWork(bytes: Uint8Array, name: string): Held {
  try {
    const saved = JSON.parse(new TextDecoder().decode(bytes)) as Saved;
    if (saved.version !== '1' || typeof saved.document.text !== 'string' || !Array.isArray(saved.document.blocks)) throw new Error('version');
    return {
      name: saved.name, sha256: saved.typed === null ? saved.sha256 : null, reading: { value: { document: saved.document, origin: null, fidelity: saved.fidelity }, messages: saved.messages },
      first: saved.first ?? saved.document, original: saved.original === null ? null : fromBase64(saved.original), typed: saved.typed, decisions: parseDecisions(JSON.stringify(saved.decisions)), memo: makeMemo(),
    };
  } catch {
    throw new UnreadableError('web/work', `${name} is saved work that can't be read: it is cut short, or a later version of this page wrote it.`, 'Open an earlier copy of it, or the draft itself.');
  }
}
