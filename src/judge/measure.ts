import type { ElementSpan, Level } from '../critique.ts';
import type { Span } from '../document.ts';
import type { Ask } from '../language/clause.ts';
import type { Passage } from './passage.ts';
import { place } from './passage.ts';
import type { Gate } from '../language/gate.ts';
import { makeGate } from '../language/gate.ts';
import { trimmedEnd } from '../language/trim.ts';
import { anyCase } from '../any-case.ts';
import { measuredThing } from './measured-thing.ts';
import type { Region } from './measure-regions.ts';
import { regionsOf } from './measure-regions.ts';

/** Words that open a measure, a purpose, a reason or a method. */
export interface CueWords {
  readonly pattern: RegExp;
  readonly gate: Gate;
}

export interface MeasureModel {
  readonly monitoring: CueWords;
  readonly process: CueWords;
  readonly comparison: CueWords;
  /** Hold only in a clause that stands beside the main ask. */
  readonly besideMonitoring: CueWords;
  readonly besideProcess: CueWords;
  readonly outcome: CueWords;
  readonly reason: CueWords;
  readonly method: CueWords;
}

export type RawMeasures = Readonly<Record<keyof MeasureModel, readonly string[]>>;

export interface Measure {
  readonly spans: readonly ElementSpan[];
  /** Clauses beside the ask that measure, relative to the text: what the action doesn't hold. */
  readonly beside: readonly Span[];
  readonly level: Level;
  readonly rule: string;
}

export function measureModel(raw: RawMeasures): MeasureModel {
  const any = (patterns: readonly string[]): CueWords => {
    const pattern = anyCase(patterns.map((source) => `(?:${source})`).join('|'), 'g');
    return { pattern, gate: makeGate([pattern]) };
  };
  return { monitoring: any(raw.monitoring), process: any(raw.process), comparison: any(raw.comparison), besideMonitoring: any(raw.besideMonitoring), besideProcess: any(raw.besideProcess), outcome: any(raw.outcome), reason: any(raw.reason), method: any(raw.method) };
}

/**
 * How an effect would be seen (codebook M): the clauses beside the ask that measure, and the thing that an ask itself measures. What stands in a
 * column for measures is one, whole; its level comes from its cues. `dates` are cut from the end of a measure.
 */
export function findMeasure(passage: Passage, model: MeasureModel, asks: readonly Ask[] = [], dates: readonly Span[] = []): Measure {
  const { text } = passage;
  const from = passage.from === 'own' ? ('item' as const) : ('context' as const);
  const made = (found: readonly Span[], level: Level, beside: readonly Span[] = []): Measure => ({ beside, spans: level === 0 ? [] : found.map((span) => ({ ...place(passage, span), page: null, from })), level, rule: RULES[level] ?? 'measure/none' });
  if (passage.from === 'measure') return made([{ start: 0, end: text.trimEnd().length }], levelOf(text, cuesOf(text, model), true));
  const found = regionsOf(text, asks).filter((region) => !isDate(text, region, dates)).flatMap((region) => inRegion(text, region, model));
  const level = Math.max(0, ...found.map((one) => one.level)) as Level;
  return made(merged(text, found.flatMap(({ span }) => (span === null ? [] : [withoutDates(text, span, dates)]))), level, found.flatMap(({ span, main }) => (span === null || main ? [] : [span])));
}

const RULES: readonly string[] = ['measure/none', 'measure/monitoring', 'measure/process', 'measure/outcome-comparison'];

interface Found {
  readonly level: Level;
  /** Null where a level is given and nothing is set apart: "seek assurance" is the ask itself. */
  readonly span: Span | null;
  readonly main: boolean;
}

function inRegion(text: string, region: Region, model: MeasureModel): Found[] {
  const words = text.slice(region.start, region.end);
  const cues = cuesOf(words, model);
  if (!region.main) {
    const level = Math.max(levelOf(words, cues, false), besideLevel(words, cues, model)) as Level;
    return level === 0 || NO_MEASURE.test(words) ? [] : [{ level, span: { start: region.start, end: region.end }, main: false }];
  }
  const thing = region.ask === null ? null : measuredThing(text, region.ask, region.end);
  if (thing !== null) return [{ level: Math.max(levelOf(words, cues, false), 2) as Level, span: thing, main: true }];
  const target = TARGET.exec(words);
  if (target !== null) return [{ level: 2, span: { start: region.start + target.index, end: region.end }, main: true }];
  return assures(words, region, cues) ? [{ level: 1, span: null, main: true }] : [];
}

/** Reasons, aims and what went before measure nothing: "since one nurse held twice the list", "The count of closures having hastened them, …". */
const NO_MEASURE = /^(?:so that|because|since|given|as)\b|\bhaving\s+(?:been|\w+ed|had)\b/iu;

function besideLevel(words: string, { comparison }: Cues, model: MeasureModel): Level {
  if (hits(words, model.besideProcess).length > 0) return comparison.length > 0 ? 3 : 2;
  return hits(words, model.besideMonitoring).length > 0 ? 1 : 0;
}

/** Whether the main ask itself is to watch: "seek assurance that …", "evaluate the training"; not "decline to close it on evidence of training". */
function assures(words: string, { ask, start }: Region, { monitoring }: Cues): boolean {
  if (ask === null) return monitoring.length > 0;
  const verb = ask.verb.end - start;
  return monitoring.some((cue) => cue.start <= verb + 14 && !/\b(?:up)?on\s+$/iu.test(words.slice(0, cue.start))) || /^(?:re-?)?audit|^survey/iu.test(ask.lemma);
}

/** "ensure that 90% of duty staff have read it"; not "pupils whose attendance is below 60%". */
const TARGET = /(?<!\b(?:below|under|above|over|beneath|exceeds?|than)\s)\b(?:at least |all but )?\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent)\s+of\b/iu;

interface Cues {
  readonly monitoring: readonly Span[];
  readonly process: readonly Span[];
  readonly comparison: readonly Span[];
}

function cuesOf(text: string, model: MeasureModel): Cues {
  return { monitoring: hits(text, model.monitoring), process: hits(text, model.process), comparison: hits(text, model.comparison) };
}

function levelOf(text: string, cues: Cues, column: boolean): Level {
  const numbered = /\d|\b(?:half|third|quarter|ten|twenty|thirty|forty|fifty)\b/i.test(text);
  if (cues.comparison.length > 0 && (cues.process.length > 0 || numbered || /\bbaseline|\bcompar/i.test(text))) return 3;
  if (cues.process.length > 0) return countable(text, cues.process) || column ? 2 : 1;
  if (cues.monitoring.length > 0) return 1;
  return column && text.trim().length > 12 && !/^(?:tbc|n\/a|none|to be (?:confirmed|agreed))/i.test(text.trim()) ? 1 : 0;
}

/** "Audit practice" names no content; "Audit 40 files for a recorded conversation" and "Survey 60 parents" do. */
function countable(text: string, process: readonly Span[]): boolean {
  if (process.some((span) => !/^(?:re-?)?(?:audit|survey|sampl)/i.test(text.slice(span.start, span.end)))) return true;
  return process.some((span) => /\b(?:of|for|against|whether|that|how|to\s+(?:check|see|test|establish|confirm|identify)|on|about|regarding|in\s+which|(?!(?:19|20)\d{2}\b)\d+)\b/i.test(text.slice(span.end, span.end + 80)));
}

/** All places of the cue words in a text, in order, without overlaps. */
export function hits(text: string, { pattern, gate }: CueWords): Span[] {
  if (gate.open(text).length === 0) return [];
  pattern.lastIndex = 0;
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A date at the end of a measure is none of it, unless a sentence of its own says when to look: "Count again in June." */
function withoutDates(text: string, span: Span, dates: readonly Span[]): Span {
  let { start, end } = span;
  const sentence = start > 0 && /[.?!]\s{1,3}$/u.test(text.slice(Math.max(0, start - 4), start));
  for (const date of dates) {
    if (sentence && /^(?:in|after|at|over|during)\b/iu.test(text.slice(date.start, date.end)) && !/,\s*$/u.test(text.slice(0, date.start))) continue;
    if (date.start > start && date.end >= end && date.start < end) end = trimmedEnd(text, date.start, ',;:.–—-');
    else if (date.start <= start && date.end < end && date.end > start) start = date.end + (/^[\s,]*/u.exec(text.slice(date.end))?.[0].length ?? 0);
  }
  return end > start ? { start, end } : span;
}

/** ", reporting in June 2032", "and report by the end of March": a date, not a measure. */
function isDate(text: string, { start, end, main }: Region, dates: readonly Span[]): boolean {
  const date = main ? undefined : dates.find((one) => one.start < end && one.end > start);
  return date !== undefined && /^(?:to\s)?(?:report(?:ing)?(?:\sback)?|reply(?:ing)?|complet(?:e|ing)|start(?:ing)?)?\s*$/iu.test(`${text.slice(start, Math.max(start, date.start))}${text.slice(Math.min(end, date.end), end)}`);
}

/** Measures that follow one another are one: "In January 44 of 71 calls went unanswered. Count again in June." */
function merged(text: string, spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last !== undefined && /^[\s.]*$/u.test(text.slice(last.end, span.start))) all[all.length - 1] = { start: last.start, end: span.end };
    else all.push(span);
  }
  return all;
}

export function clauseEnd(text: string, from: number): number {
  const stop = /[;.](?=\s|$)|\b(?:so that|in order (?:to|that)|because)\b/i.exec(text.slice(from));
  return trimmedEnd(text, stop === null ? text.length : from + stop.index);
}
