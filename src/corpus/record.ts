import type { Critique, DocumentKind, Item, Kind, Level, Levels, Recommendation, Scope, Tier, Unit } from '../critique.ts';
import { disputed, setAside } from '../judge/decisions.ts';
import type { MetadataRow } from './metadata.ts';
import { kindFrom, yearFrom } from './metadata.ts';
import { signatureOf } from './near.ts';

/** What is kept of a recommendation for counting; its words stay in the critique. */
export interface ItemRecord {
  readonly id: string;
  readonly number: string | null;
  readonly page: number | null;
  readonly text: string;
  readonly levels: Levels;
  readonly tier: Tier;
  readonly actionType: Level | null;
  readonly trainingOnly: boolean;
  readonly burden: Level;
  readonly scope: Scope;
}

/** What is kept of a review while a batch is counted. */
export interface ReviewRecord {
  /** Place in the order of files, from 1. */
  readonly n: number;
  readonly file: string;
  readonly submission: string | null;
  readonly plan: boolean;
  readonly read: boolean;
  /** As the tool made it out, and as the metadata have it where they say. */
  readonly found: DocumentKind;
  readonly type: DocumentKind;
  readonly pipeline: string;
  readonly reason: string;
  readonly year: string | null;
  readonly incident: string | null;
  readonly age: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly sha256: string;
  readonly textSha256: string | null;
  readonly signature: Uint32Array;
  readonly words: number;
  readonly pages: number | null;
  readonly kinds: Readonly<Record<Kind, number>>;
  readonly repeats: number;
  readonly items: readonly ItemRecord[];
  /** Uses of each worn phrase in the whole review. */
  readonly cliches: Readonly<Record<string, number>>;
  readonly messages: readonly { readonly level: string; readonly rule: string; readonly text: string }[];
}

/** "R0012": what stands for a file where no name may stand. */
export function reviewId(n: number): string {
  return `R${String(n).padStart(4, '0')}`;
}

export function reviewRecord(critique: Critique, place: { readonly n: number; readonly file: string; readonly plan: boolean; readonly row: MetadataRow | undefined }): ReviewRecord {
  const { document, summary, messages } = critique;
  const { row } = place;
  const given = kindFrom(row);
  const read = critique.units.length > 0 || !messages.some(({ level }) => level === 'error');
  return {
    n: place.n, file: place.file, plan: place.plan, read, submission: row?.known.submission ?? null,
    found: document.kind, type: given ?? document.kind, pipeline: critique.tool.pipeline,
    reason: critique.tool.pipelineWhy ?? (read ? 'kind of document as read' : 'not read'),
    year: yearFrom(row), incident: row?.known.incident ?? null, age: row?.known.age ?? null, metadata: row?.all ?? {},
    sha256: document.sha256, textSha256: document.textSha256, signature: signatureOf(critique.units.map(({ text }) => text)),
    words: document.words, pages: document.pages, kinds: summary.kinds, repeats: summary.repeats,
    items: itemRecords(critique), cliches: summary.cliches,
    messages: messages.map(({ level, rule, text }) => ({ level, rule, text })),
  };
}

export interface WholeItem {
  readonly item: Item;
  readonly units: readonly Unit[];
  readonly judged: readonly Recommendation[];
}

/** The items as counted, with their units and judgements; repeats are left out already, and so is what a person said is no recommendation. A disputed level is not known. */
export function wholeItems(critique: Critique): readonly WholeItem[] {
  const units = new Map(critique.units.map((unit) => [unit.id, unit]));
  const judged = new Map(critique.recommendations.map((one) => [one.unit, one]));
  return counted(critique).map((item) => ({ item, units: item.units.flatMap((id) => units.get(id) ?? []), judged: item.units.flatMap((id) => judged.get(id) ?? []) }));
}

function counted(critique: Critique): readonly Item[] {
  const decided = critique.units.some(({ decision }) => decision !== undefined) || critique.recommendations.some(({ rules }) => rules.some(({ decision }) => decision !== undefined));
  if (!decided) return critique.items;
  return critique.items.filter((item) => !setAside(critique, item)).map((item) => ({ ...item, levels: { ...item.levels, ...Object.fromEntries(disputed(critique, item).map((dimension) => [dimension, null])) } }));
}

function itemRecords(critique: Critique): readonly ItemRecord[] {
  return wholeItems(critique).map(({ item, units, judged }) => ({
    id: item.id, number: item.number, page: units[0]?.page ?? null, text: units.map(({ text }) => text).join('\n'), levels: item.levels, tier: item.tier,
    actionType: highest(judged.map(({ actionType }) => actionType)), trainingOnly: judged.length > 0 && judged.every(({ trainingOnly }) => trainingOnly),
    burden: highest(judged.map(({ clicheBurden }) => clicheBurden)) ?? 0, scope: widest(judged),
  }));
}

function highest(levels: readonly (Level | null)[]): Level | null {
  const known = levels.filter((level) => level !== null);
  return known.length === 0 ? null : (Math.max(...known) as Level);
}

export function widest(judged: readonly Recommendation[]): Scope {
  const scopes = judged.map(({ scope }) => scope);
  return scopes.includes('national') ? 'national' : scopes.includes('regional') ? 'regional' : 'local';
}
