import type { ElementSpan, Level } from '../critique.ts';
import type { Span } from '../document.ts';
import type { Passage } from './passage.ts';
import { place } from './passage.ts';
import type { Gate } from '../language/gate.ts';
import { makeGate } from '../language/gate.ts';
import { trimmedEnd } from '../language/trim.ts';
import { anyCase } from '../any-case.ts';

/** Words that open a measure, a purpose, a reason or a method. */
export interface CueWords {
  readonly pattern: RegExp;
  readonly gate: Gate;
}

export interface MeasureModel {
  readonly monitoring: CueWords;
  readonly process: CueWords;
  readonly comparison: CueWords;
  readonly outcome: CueWords;
  readonly reason: CueWords;
  readonly method: CueWords;
}

export type RawMeasures = Readonly<Record<keyof MeasureModel, readonly string[]>>;

export interface Measure {
  readonly spans: readonly ElementSpan[];
  readonly level: Level;
  readonly rule: string;
}

export function measureModel(raw: RawMeasures): MeasureModel {
  const any = (patterns: readonly string[]): CueWords => {
    const pattern = anyCase(patterns.map((source) => `(?:${source})`).join('|'), 'g');
    return { pattern, gate: makeGate([pattern]) };
  };
  return { monitoring: any(raw.monitoring), process: any(raw.process), comparison: any(raw.comparison), outcome: any(raw.outcome), reason: any(raw.reason), method: any(raw.method) };
}

/**
 * How an effect would be seen (codebook M). A measure runs from its first cue to the end of its clause.
 * In a column for measures the whole cell is one, and its level comes from its cues.
 */
export function findMeasure(passage: Passage, model: MeasureModel): Measure {
  const from = passage.from === 'own' ? 'item' : 'context';
  const { text } = passage;
  const cues = { monitoring: hits(text, model.monitoring), process: hits(text, model.process), comparison: hits(text, model.comparison) };
  const level = levelOf(text, cues, passage.from === 'measure');
  if (level === 0) return { spans: [], level, rule: 'measure/none' };
  const whole = { start: 0, end: text.trimEnd().length };
  const spans = passage.from === 'measure' ? [whole] : merge(text, [...cues.comparison, ...cues.process, ...(cues.process.length + cues.comparison.length === 0 ? cues.monitoring : [])]);
  return { spans: spans.map((span) => ({ ...place(passage, span), page: null, from })), level, rule: RULES[level] ?? 'measure/none' };
}

const RULES: readonly string[] = ['measure/none', 'measure/monitoring', 'measure/process', 'measure/outcome-comparison'];

interface Cues {
  readonly monitoring: readonly Span[];
  readonly process: readonly Span[];
  readonly comparison: readonly Span[];
}

function levelOf(text: string, cues: Cues, column: boolean): Level {
  const numbered = /\d|\b(?:half|third|quarter|ten|twenty|thirty|forty|fifty)\b/iu.test(text);
  if (cues.comparison.length > 0 && (cues.process.length > 0 || numbered || /\bbaseline|\bcompar/iu.test(text))) return 3;
  if (cues.process.length > 0) return countable(text, cues.process) || column ? 2 : 1;
  if (cues.monitoring.length > 0) return 1;
  return column && text.trim().length > 12 && !/^(?:tbc|n\/a|none|to be (?:confirmed|agreed))/iu.test(text.trim()) ? 1 : 0;
}

/** "Audit practice" names no content; "Audit 40 files for a recorded conversation" and "Survey 60 parents" do. */
function countable(text: string, process: readonly Span[]): boolean {
  if (process.some((span) => !/^(?:re-?)?(?:audit|survey|sampl)/iu.test(text.slice(span.start, span.end)))) return true;
  return process.some((span) => /\b(?:of|for|against|whether|that|how|to\s+(?:check|see|test|establish|confirm|identify)|on|about|regarding|in\s+which|(?!(?:19|20)\d{2}\b)\d+)\b/iu.test(text.slice(span.end, span.end + 80)));
}

/** All places of the cue words in a text, in order, without overlaps. */
export function hits(text: string, { pattern, gate }: CueWords): Span[] {
  if (gate.open(text).length === 0) return [];
  pattern.lastIndex = 0;
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Each cue runs on to the end of its clause; cues of one clause are one measure. */
function merge(text: string, cues: readonly Span[]): Span[] {
  const spans = cues.map((cue) => ({ start: cue.start, end: clauseEnd(text, cue.end) })).sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end + 2) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

export function clauseEnd(text: string, from: number): number {
  const stop = /[;.](?=\s|$)|\b(?:so that|in order (?:to|that)|because)\b/iu.exec(text.slice(from));
  return trimmedEnd(text, stop === null ? text.length : from + stop.index);
}
