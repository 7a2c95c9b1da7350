/**
 * Every stage returns its value together with what it has to say about it, so that nothing is lost silently.
 */
export type MessageLevel = 'error' | 'warning' | 'info';

/** One thing that a reader of the result should know. `rule` is a stable id such as `read/numbering-lost`. */
export interface Message {
  readonly level: MessageLevel;
  readonly rule: string;
  readonly text: string;
  /** Page it speaks of, from 1; null where the source has no pages or the message is about the whole file. */
  readonly page: number | null;
}

export interface Result<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}

export function result<T>(value: T, messages: readonly Message[] = []): Result<T> {
  return { value, messages };
}

export function error(rule: string, text: string, page: number | null = null): Message {
  return { level: 'error', rule, text, page };
}

export function warning(rule: string, text: string, page: number | null = null): Message {
  return { level: 'warning', rule, text, page };
}

export function info(rule: string, text: string, page: number | null = null): Message {
  return { level: 'info', rule, text, page };
}

/**
 * A file that could not be read at all. `cause` says what was found, `remedy` what the user can do;
 * `rule` is a stable id such as `read/encrypted`.
 */
export class UnreadableError extends Error {
  readonly rule: string;
  readonly remedy: string;

  constructor(rule: string, cause: string, remedy: string) {
    super(`${cause} ${remedy}`);
    this.name = 'UnreadableError';
    this.rule = rule;
    this.remedy = remedy;
  }
}
