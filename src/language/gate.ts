import { requiredLiterals } from './literals.ts';

/**
 * Tells which of many patterns are worth trying on a text: those whose literal texts stand in it. One pass over the text serves all patterns
 * (Aho and Corasick 1975, "Efficient string matching"); most sentences hold the words of few of them.
 */
export interface Gate {
  /** Indexes of the patterns that could match, in rising order. */
  readonly open: (text: string) => readonly number[];
}

interface Node {
  readonly next: Map<number, Node>;
  /** Patterns whose literal ends here, or at the end of a shorter one inside it. */
  patterns: readonly number[];
  fail: Node | null;
}

export function makeGate(patterns: readonly RegExp[]): Gate {
  const root: Node = { next: new Map(), patterns: [], fail: null };
  const always: number[] = [];
  patterns.forEach((pattern, index) => {
    const literals = requiredLiterals(pattern);
    if (literals === null || literals.some(isOutside)) always.push(index);
    else for (const literal of literals) add(root, literal, index);
  });
  const nodes = connect(root);
  const table = flatten(nodes);
  return { open: (text) => walk(folded(text), table, always, patterns.length) };
}

/** Lower case; the long s is an s to a pattern that ignores case, and stays itself in lower case. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('ſ') ? lower.replaceAll('ſ', 's') : lower;
}

/** Characters from here on have no column in the table; a pattern that needs one is always tried. */
const CODES = 0x2100;

function isOutside(literal: string): boolean {
  return [...literal].some((character) => (character.codePointAt(0) ?? 0) >= CODES);
}

function add(root: Node, literal: string, index: number): void {
  let node = root;
  for (let at = 0; at < literal.length; at += 1) {
    const code = literal.charCodeAt(at);
    const next = node.next.get(code) ?? { next: new Map<number, Node>(), patterns: [], fail: null };
    node.next.set(code, next);
    node = next;
  }
  if (!node.patterns.includes(index)) node.patterns = [...node.patterns, index];
}

/** Breadth first: each node falls back to the longest end of it that begins another literal. */
function connect(root: Node): readonly Node[] {
  const order: Node[] = [root];
  for (const node of order) {
    for (const [code, child] of node.next) {
      let back = node.fail;
      while (back !== null && !back.next.has(code)) back = back.fail;
      child.fail = back === null ? root : (back.next.get(code) ?? root);
      child.patterns = [...new Set([...child.patterns, ...child.fail.patterns])];
      order.push(child);
    }
  }
  return order;
}

/** The automaton as one table: a row a node, a column a character that occurs in a literal. */
interface Table {
  readonly columns: Uint16Array;
  readonly width: number;
  readonly moves: Int32Array;
  readonly outputs: readonly (readonly number[])[];
}

function flatten(nodes: readonly Node[]): Table {
  const codes = [...new Set(nodes.flatMap((node) => [...node.next.keys()]))];
  const columns = new Uint16Array(CODES);
  codes.forEach((code, index) => { columns[code] = index + 1; });
  const width = codes.length + 1;
  const place = new Map(nodes.map((node, index) => [node, index]));
  const moves = new Int32Array(nodes.length * width);
  nodes.forEach((node, row) => {
    const back = node.fail === null ? 0 : (place.get(node.fail) ?? 0);
    codes.forEach((code, index) => {
      const child = node.next.get(code);
      moves[row * width + index + 1] = child === undefined ? (row === 0 ? 0 : (moves[back * width + index + 1] ?? 0)) : (place.get(child) ?? 0);
    });
  });
  return { columns, width, moves, outputs: nodes.map(({ patterns }) => patterns) };
}

function walk(text: string, { columns, width, moves, outputs }: Table, always: readonly number[], count: number): readonly number[] {
  const seen = new Uint8Array(count);
  for (const index of always) seen[index] = 1;
  let node = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    node = moves[node * width + (code < CODES ? (columns[code] ?? 0) : 0)] ?? 0;
    for (const index of outputs[node] ?? []) seen[index] = 1;
  }
  const open: number[] = [];
  for (let index = 0; index < count; index += 1) if (seen[index] === 1) open.push(index);
  return open;
}

/** Patterns without the flag `g`, in order, with their gate. */
export interface PatternSet {
  readonly patterns: readonly RegExp[];
  readonly gate: Gate;
}

export function patternSet(patterns: readonly RegExp[]): PatternSet {
  return { patterns, gate: makeGate(patterns) };
}

/** Those patterns that could match the text, in order. */
export function worthTrying({ patterns, gate }: PatternSet, text: string): readonly RegExp[] {
  return gate.open(text).flatMap((index) => patterns[index] ?? []);
}

export function matchesAny(text: string, set: PatternSet): boolean {
  return set.patterns.length > 0 && worthTrying(set, text).some((pattern) => pattern.test(text));
}
