import type { DocumentKind } from '../critique.ts';
import type { Decision } from '../judge/decisions.ts';

/** What a worker needs to judge one file. Paths are absolute and stay inside the process; `file` is what results show. */
export interface Task {
  /** Path relative to the folder, with "/" on every system. */
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
  /** Where the critique is to be written. */
  readonly out: string;
  /** The kind of document that the metadata gives, which is believed before our own reading of it. */
  readonly kind: DocumentKind | null;
  readonly plan: { readonly name: string; readonly path: string } | null;
  /** Set where the file is known to be unreadable for a cause outside it: then it isn't opened again. */
  readonly trouble?: { readonly rule: string; readonly text: string };
}

/** The same for all tasks of a run. */
export interface WorkerSettings {
  /** Name or file of a pipeline; null takes the one that fits the kind of document. */
  readonly pipeline: string | null;
  /** Cover details that could identify a child. */
  readonly redact: boolean;
  /** Findings that a person marked as not so, in whichever of the files their words stand. */
  readonly decisions: readonly Decision[];
}

/** What a worker tells of a finished file. The critique itself lies on the disk, so that the memory of a run does not grow with it. */
export interface Done {
  readonly read: boolean;
  /** SHA-256 of the critique as written. */
  readonly out: string;
  readonly recommendations: number;
  /** Rules of the warnings and errors. */
  readonly warnings: readonly string[];
}
