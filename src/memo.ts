/**
 * What the page remembers between two judgements of one draft, so that an edit costs what it touches. A memo only ever returns what the same
 * function gave for the same key; judging without one gives the same result. Each table holds what its last two turns used, and no more.
 */
export interface Memo {
  readonly recall: <T extends object | string>(table: string, key: string, make: () => T) => T;
  /** Begins a judgement in these tables: what the one before last used, and nobody since, is forgotten. */
  readonly turn: (tables: readonly string[]) => void;
}

interface Table {
  now: Map<string, unknown>;
  before: Map<string, unknown>;
}

export function makeMemo(): Memo {
  const tables = new Map<string, Table>();
  const tableOf = (name: string): Table => {
    const known = tables.get(name);
    if (known !== undefined) return known;
    const table: Table = { now: new Map(), before: new Map() };
    tables.set(name, table);
    return table;
  };
  return {
    recall: <T extends object | string>(name: string, key: string, make: () => T): T => {
      const { now, before } = tableOf(name);
      const known = now.get(key) as T | undefined;
      if (known !== undefined) return known;
      const value = (before.get(key) as T | undefined) ?? make();
      now.set(key, value);
      return value;
    },
    turn: (names) => {
      for (const name of names) {
        const table = tableOf(name);
        table.before = table.now;
        table.now = new Map();
      }
    },
  };
}

/** Without a memo the value is made anew. */
export function recall<T extends object | string>(memo: Memo | undefined, table: string, key: () => string, make: () => T): T {
  return memo === undefined ? make() : memo.recall(table, key(), make);
}
