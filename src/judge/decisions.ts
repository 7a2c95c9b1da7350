/**
 * "Not so": a reviewer's decision that a finding doesn't hold, with the reason. It is matched by rule and normalised words, so that it
 * survives edits elsewhere; it leaves the finding out of the summary, and keeps it in the result with its status.
 */
import type { AppliedRule, Cliche, Critique, Dimension, IdentifyingDetail, Item, Kind, Level, Unit } from '../critique.ts';
import { DIMENSIONS, KINDS } from '../critique.ts';
import { sha256Hex } from '../hash.ts';
import { info } from '../result.ts';
import { changesThatHelp } from './changes.ts';
import { summarise } from './summary.ts';

export interface Decision {
  /** Id of a rule (`agency/generic`), of a phrase (`cliche/robust`), of a kind (`kind/recommendation`) or of a kind of detail (`identifying/setting`). */
  readonly rule: string;
  /** Normalised words of the unit that it was found in; of a detail that could identify, its own words. */
  readonly words: string;
  readonly reason: string;
}

/** The file that keeps them: `{ "version": "1", "decisions": [ … ] }`. */
export interface DecisionFile {
  readonly version: '1';
  readonly decisions: readonly Decision[];
}

/** Lower case, letters and digits only: a full stop or a curly quotation mark more makes no other words. */
export function decisionWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Reads a decisions file. Throws an `Error` that says what is wrong and what to do. */
export function parseDecisions(text: string): readonly Decision[] {
  const value = parsed(text);
  if (value?.['version'] !== '1') throw new Error('It is not a file of decisions of version 1. Give a file that the page or an earlier result wrote.');
  const list = value['decisions'];
  if (!Array.isArray(list)) throw new Error('"decisions" must be a list. Give a file that the page wrote.');
  return list.map((one: unknown, index) => decision(one, index));
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    throw new Error('It is not JSON. Give a file that the page wrote.');
  }
}

function decision(value: unknown, index: number): Decision {
  const { rule, words, reason } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  if (typeof rule !== 'string' || typeof words !== 'string' || typeof reason !== 'string') throw new Error(`decisions[${index}] needs "rule", "words" and "reason", each a text.`);
  return { rule, words: decisionWords(words), reason };
}

export function decisionFile(decisions: readonly Decision[]): string {
  const file: DecisionFile = { version: '1', decisions: [...decisions].sort((a, b) => (a.rule + a.words < b.rule + b.words ? -1 : 1)) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What decisions speak of. */
type Decided = Pick<Critique, 'units' | 'cliches' | 'recommendations'>;

/** The findings with the decisions marked, and the decisions that matched one. */
export function markDecisions<Found extends Decided>(found: Found, decisions: readonly Decision[]): { readonly marked: Found; readonly used: ReadonlySet<Decision> } {
  const used = new Set<Decision>();
  if (decisions.length === 0) return { marked: found, used };
  const words = new Map(found.units.map((unit) => [unit.id, decisionWords(unit.text)]));
  const find = (rule: string, unit: string | null): { readonly decision: { readonly status: 'not-so'; readonly reason: string } } | Record<string, never> => {
    const own = decisions.find((one) => one.rule === rule && unit !== null && one.words === words.get(unit));
    if (own === undefined) return {};
    used.add(own);
    return { decision: { status: 'not-so', reason: own.reason } };
  };
  const units = found.units.map((unit): Unit => ({ ...unit, ...find(`kind/${unit.kind}`, unit.id) }));
  const cliches = found.cliches.map((hit): Cliche => ({ ...hit, ...find(`cliche/${hit.id}`, hit.unit) }));
  const recommendations = found.recommendations.map((one) => ({ ...one, rules: one.rules.map((rule): AppliedRule => ({ ...rule, ...find(rule.id, one.unit) })) }));
  return { marked: { ...found, units, cliches, recommendations }, used };
}

/** Details that somebody looked at and kept. */
function markDetails(identifying: Critique['identifying'], decisions: readonly Decision[]): { readonly marked: Pick<Critique, 'identifying'>; readonly used: readonly Decision[] } {
  if (identifying === undefined || identifying === null) return { marked: {}, used: [] };
  const ofDetail = ({ kind, text }: IdentifyingDetail): Decision | undefined => decisions.find((one) => one.rule === `identifying/${kind}` && one.words === decisionWords(text));
  const details = identifying.details.map((detail): IdentifyingDetail => { const own = ofDetail(detail); return own === undefined ? detail : { ...detail, decision: { status: 'not-so', reason: own.reason } }; });
  return { marked: { identifying: { ...identifying, details } }, used: identifying.details.flatMap((detail) => ofDetail(detail) ?? []) };
}

/** The critique with the decisions marked, and its summary without what they set aside. */
export function applyDecisions(critique: Critique, decisions: readonly Decision[], unmatchedAre: 'told' | 'silent' = 'told'): Critique {
  if (decisions.length === 0) return critique;
  const { marked: found, used: ofUnits } = markDecisions(critique, decisions);
  const details = markDetails(critique.identifying, decisions);
  const used = new Set([...ofUnits, ...details.used]);
  const marked: Critique = { ...found, ...details.marked, tool: { ...critique.tool, config: `sha256:${sha256Hex(JSON.stringify([critique.tool.config, decisionFile(decisions)]))}` } };
  const unmatched = unmatchedAre === 'silent' ? 0 : decisions.length - used.size;
  const note = unmatched === 0 ? [] : [info('decisions/unmatched', `${unmatched === 1 ? 'A decision' : `${unmatched} decisions`} of “not so” matched no finding of this text: the words have changed since.`)];
  return { ...marked, summary: summaryWithout(marked), messages: [...critique.messages, ...note] };
}

/** Dimensions of an item on which a finding was set aside. */
export function disputed(critique: Critique, item: Item): readonly Dimension[] {
  const own = critique.recommendations.filter(({ unit }) => item.units.includes(unit));
  return DIMENSIONS.filter((dimension) => own.some((one) => one.rules.some((rule) => rule.dimension === dimension && rule.decision !== undefined && rule.level === item.levels[dimension])));
}

/** Whether all of an item was said to be no recommendation, or not to have the form that it was given. */
export function setAside(critique: Critique, item: Item): boolean {
  return item.units.every((id) => critique.units.some((unit) => unit.id === id && unit.decision !== undefined)
    || critique.recommendations.some((one) => one.unit === id && one.rules.some((rule) => rule.dimension === 'form' && rule.decision !== undefined)));
}

function summaryWithout(critique: Critique): Critique['summary'] {
  const kept = critique.items.filter((item) => !setAside(critique, item));
  // A disputed level counts neither for nor against: it is scored at its best for the changes, and left out of every count.
  const open = kept.map((item) => ({ item, without: disputed(critique, item) }));
  const items = open.map(({ item, without }): Item => ({ ...item, levels: levels(item, without, null) }));
  const cliches = critique.cliches.filter(({ decision }) => decision === undefined);
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, critique.units.filter((unit) => unit.kind === kind && unit.repeats === null && unit.decision === undefined).length])) as Record<Kind, number>;
  const summary = summarise(counts, items, critique.recommendations, critique.units, cliches);
  const certain = summarise(counts, open.filter(({ without }) => without.length === 0).map(({ item }) => item), critique.recommendations, critique.units, cliches);
  const changes = critique.summary.changes.length === 0 ? [] : changesThatHelp({ items: open.map(({ item, without }) => ({ ...item, levels: levels(item, without, 3) })), recommendations: critique.recommendations, cliches });
  return { ...summary, repeats: critique.summary.repeats, tiers: certain.tiers, misfiled: certain.misfiled, changes };
}

function levels(item: Item, without: readonly Dimension[], level: Level | null): Item['levels'] {
  return { ...item.levels, ...Object.fromEntries(without.map((dimension) => [dimension, level])) };
}
