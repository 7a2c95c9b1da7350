import { attribute, child, children, toggle, value, type Element } from './ooxml.ts';
import { formatNumber } from './counters.ts';

/** Numbers Word paragraphs as they print (ECMA-376 17.9). It holds the counters, so it is asked once a paragraph, in order. */
export interface Numbering {
  /** The printed number of the next paragraph of this list and level; '' where it prints none. */
  next(numId: string, level: number): string;
  /** Level of a list that a paragraph style stands for, or null. */
  levelOfStyle(numId: string, style: string): number | null;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly style: string | null;
  readonly legal: boolean;
  /** 0: never starts again; null: after any higher level. */
  readonly restart: number | null;
  readonly hidden: boolean;
}

interface List {
  /** Lists of one abstract definition share their counters. */
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** The number reached on each level; undefined where the level begins anew. */
type Counts = (number | undefined)[];

/** `root` is the `w:numbering` element, or null in a file without lists. */
export function numberingFrom(root: Element | null): Numbering {
  const lists = readLists(root);
  const counters = new Map<string, Counts>();
  const begun = new Set<string>();
  return {
    next(numId, level) {
      const list = lists.get(numId);
      const own = list?.levels.get(level);
      if (list === undefined || own === undefined) return '';
      const counts: Counts = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counts);
      applyOverrides(list, numId, level, counts, begun);
      count(list, level, counts);
      return own.hidden ? '' : print(list, own, level, counts);
    },
    levelOfStyle(numId, style) {
      for (const [level, one] of lists.get(numId)?.levels ?? []) if (one.style === style) return level;
      return null;
    },
  };
}

/** A `w:startOverride` begins the count anew the first time its list is used at that level. */
function applyOverrides(list: List, numId: string, level: number, counts: Counts, begun: Set<string>): void {
  for (const [overridden, start] of list.startOverrides) {
    const key = `${numId}/${overridden}`;
    if (overridden > level || begun.has(key)) continue;
    begun.add(key);
    counts.length = Math.min(counts.length, overridden);
    if (overridden < level) counts[overridden] = start;
    else counts[overridden] = start - 1;
  }
}

function count(list: List, level: number, counts: Counts): void {
  for (let higher = 0; higher < level; higher++) counts[higher] ??= list.levels.get(higher)?.start ?? 1;
  const before = counts[level];
  counts[level] = before === undefined ? (list.levels.get(level)?.start ?? 1) : before + 1;
  for (let deeper = level + 1; deeper < counts.length; deeper++) {
    const restart = list.levels.get(deeper)?.restart ?? null;
    // "w:lvlRestart 2" on level 3: only levels 0 and 1 begin it anew
    if (restart === null || (restart > 0 && level < restart)) counts[deeper] = undefined;
  }
}

function print(list: List, own: Level, level: number, counts: Readonly<Counts>): string {
  if (own.format === 'bullet') return bullet(own.text);
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    if (index > level) return '';
    const format = list.levels.get(index)?.format ?? 'decimal';
    return formatNumber(counts[index] ?? list.levels.get(index)?.start ?? 1, own.legal && format !== 'none' ? 'decimal' : format);
  }).trim();
}

/** Bullets of the symbol fonts stand in the private use area: U+F0B7 is •, U+F0A7 is ▪. */
export function bullet(text: string): string {
  const plain = text.trim();
  if (plain === '\uF0A7') return '▪';
  if (plain === 'o') return '◦';
  return /^[\uE000-\uF8FF]$/.test(plain) ? '•' : plain;
}

function readLists(root: Element | null): Map<string, List> {
  const lists = new Map<string, List>();
  if (root === null) return lists;
  const abstracts = new Map<string, Element>();
  for (const one of children(root)) if (one.localName === 'abstractNum') abstracts.set(attribute(one, 'abstractNumId') ?? '', one);
  for (const num of children(root)) {
    const id = attribute(num, 'numId');
    if (num.localName !== 'num' || id === null) continue;
    const abstract = resolveStyle(abstracts, value(num, 'abstractNumId') ?? '');
    lists.set(id, readList(num, abstract, abstracts.get(abstract) ?? null));
  }
  return lists;
}

/** A definition may only point at a numbering style (`w:numStyleLink`), which another definition describes (`w:styleLink`). */
function resolveStyle(abstracts: ReadonlyMap<string, Element>, id: string): string {
  const link = value(abstracts.get(id) ?? null, 'numStyleLink');
  if (link === null) return id;
  for (const [other, element] of abstracts) if (value(element, 'styleLink') === link) return other;
  return id;
}

function readList(num: Element, abstract: string, definition: Element | null): List {
  const levels = new Map<number, Level>();
  const startOverrides = new Map<number, number>();
  for (const one of definition === null ? [] : children(definition)) if (one.localName === 'lvl') levels.set(integer(attribute(one, 'ilvl')), readLevel(one));
  for (const one of children(num)) {
    if (one.localName !== 'lvlOverride') continue;
    const index = integer(attribute(one, 'ilvl'));
    const level = child(one, 'lvl');
    if (level !== null) levels.set(index, readLevel(level));
    const start = value(one, 'startOverride');
    if (start !== null) startOverrides.set(index, integer(start));
  }
  return { abstract, levels, startOverrides };
}

function readLevel(level: Element): Level {
  const restart = value(level, 'lvlRestart');
  const start = value(level, 'start');
  return {
    // The standard's default is 0 where w:start is missing; Word writes it always.
    start: start === null ? 0 : integer(start),
    format: value(level, 'numFmt') ?? 'decimal',
    text: value(level, 'lvlText') ?? '',
    style: value(level, 'pStyle'),
    legal: toggle(level, 'isLgl') ?? false,
    restart: restart === null ? null : integer(restart),
    hidden: toggle(child(level, 'rPr'), 'vanish') ?? false,
  };
}

function integer(text: string | null): number {
  const parsed = Number.parseInt(text ?? '', 10);
  return Number.isFinite(parsed) ? Math.max(-1_000_000, Math.min(parsed, 1_000_000)) : 0;
}
