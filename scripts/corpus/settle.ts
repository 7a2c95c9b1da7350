import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readRows } from '../../src/research/rows.ts';
import type { Gold, GoldUnit } from './gold.ts';

/** What each coder wrote: document, then unit, then variable. `text` holds the first words of the unit. */
export interface Coding {
  readonly coder: string;
  readonly units: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, string>>>>;
}

/** A variable of a unit on which the three codings were not of one mind. */
export interface Settled {
  readonly document: string;
  readonly unit: string;
  readonly variable: string;
  /** In the order author, then the coders. */
  readonly codings: readonly string[];
  readonly settled: string;
}

const LEVELS = ['agency', 'action', 'measure', 'deadline'] as const;
const FORMS = ['fact', 'learning', 'soft', 'directive'];

export function readCodings(folder: string): Coding[] {
  return readdirSync(folder).filter((name) => /^coder-\w+\.csv$/.test(name)).sort().map((name) => {
    const units = new Map<string, Map<string, Readonly<Record<string, string>>>>();
    for (const { cells } of readRows(readFileSync(join(folder, name))).rows) {
      const document = cells['document'] ?? '';
      units.set(document, (units.get(document) ?? new Map<string, Readonly<Record<string, string>>>()).set(cells['unit'] ?? '', cells));
    }
    return { coder: name.slice(0, -'.csv'.length), units };
  });
}

/**
 * The author's labels and those of the blind coders, settled: what two of three say is the gold; where all three differ, the author's stands (codebook 8.4).
 * The author's own labels stay in the `.review` file, the coders' in theirs.
 */
export function settle(gold: Gold, codings: readonly Coding[]): { readonly gold: Gold; readonly settled: readonly Settled[]; readonly problems: readonly string[] } {
  const own = codings.flatMap(({ coder, units }) => { const found = units.get(gold.id); return found === undefined ? [] : [{ coder, units: found }]; });
  if (own.length < 2) return { gold, settled: [], problems: [] };
  const settled: Settled[] = [];
  const problems: string[] = [];
  const units = gold.units.map((unit) => {
    const rows = own.flatMap(({ units: coded }): Readonly<Record<string, string>>[] => { const row = coded.get(unit.id); return row === undefined ? [] : [row]; });
    const opens = gold.text.slice(unit.start, unit.end).split(/\s+/).slice(0, 3).join(' ');
    if (rows.length < own.length || rows.some((row) => !(row['text'] ?? '').startsWith(opens))) {
      problems.push(`${unit.id} “${opens} …” is not what the coders coded under that id; their labels are left out`);
      return unit;
    }
    return settleUnit(gold.id, unit, rows, settled);
  });
  const asking = new Set(units.filter(({ kind }) => kind === 'recommendation').map(({ id }) => id));
  return { gold: { ...gold, coders: ['author', ...own.map(({ coder }) => coder)], units, spans: gold.spans.filter(({ unit }) => asking.has(unit)) }, settled, problems };
}

function settleUnit(document: string, unit: GoldUnit, rows: readonly Readonly<Record<string, string>>[], settled: Settled[]): GoldUnit {
  const decide = (variable: string, author: string): string => {
    const codings = [author, ...rows.map((row) => row[variable] ?? '')];
    const value = majority(codings);
    if (new Set(codings).size > 1) settled.push({ document, unit: unit.id, variable, codings, settled: value });
    return value;
  };
  const kind = decide('kind', unit.kind) as GoldUnit['kind'];
  if (kind !== 'recommendation') return { ...unit, kind, item: null, levels: null, form: null, actionType: null, whyLink: null };
  const number = (variable: string, author: number | null): number | null => {
    const value = decide(variable, author === null ? '' : String(author));
    return value === '' ? null : Number(value);
  };
  const [agency, action, measure, deadline] = LEVELS.map((name) => number(name, unit.levels?.[name] ?? null) ?? 0);
  const form = decide('form', unit.form === null ? '' : String(FORMS.indexOf(unit.form)));
  return {
    ...unit, kind, item: unit.item ?? unit.id, levels: { agency: agency ?? 0, action: action ?? 0, measure: measure ?? 0, deadline: deadline ?? 0 },
    form: FORMS[Number(form === '' ? 3 : form)] ?? null, actionType: number('actionType', unit.actionType), whyLink: number('whyLink', unit.whyLink),
  };
}

/** What most say; the first, where no two agree. */
function majority(values: readonly string[]): string {
  return values.find((value, index) => values.indexOf(value) === index && values.filter((other) => other === value).length * 2 > values.length) ?? values[0] ?? '';
}
