/**
 * What the page remembers between two judgements of one draft, so that an edit costs what it touches. A memo only ever returns what the same
 * function gave for the same key; judging without one gives the same result. It holds what the last two turns used, and no more.
 */
export interface Memo {
  readonly recall: <T>(table: string, key: string, make: () => T) => T;
  /** Begins a judgement: what the one before last used, and nobody since, is forgotten. */
  readonly turn: () => void;
}

export function makeMemo(): Memo {
  let now = new Map<string, unknown>();
  let before = new Map<string, unknown>();
  return {
    recall: <T>(table: string, key: string, make: () => T): T => {
      const name = `${table} ${key}`;
      const known = now.has(name) ? now : before;
      const value = known.has(name) ? (known.get(name) as T) : make();
      now.set(name, value);
      return value;
    },
    turn: () => {
      before = now;
      now = new Map();
    },
  };
}

/** Without a memo the value is made anew. */
export function recall<T>(memo: Memo | undefined, table: string, key: () => string, make: () => T): T {
  return memo === undefined ? make() : memo.recall(table, key(), make);
}
