import type { Critique, Kind } from '../critique.ts';
import { KINDS } from '../critique.ts';
import type { Span } from '../document.ts';
import { align } from './align.ts';
import type { Answer, AnswerUnit } from './answer.ts';
import { answerOf } from './answer.ts';
import { baselineAnswer } from './baseline.ts';
import type { BootstrapOptions } from './bootstrap.ts';
import type { Confusion, ComparedFigure } from './evaluation.ts';
import { figures } from './figures.ts';
import type { Metric } from './metrics.ts';
import type { Counts, Tally } from './tally.ts';
import { addCounts, tally } from './tally.ts';
import { wordsIn } from './words.ts';

/** A passage of a real document with its label, from a file of one JSON object a line; the documents stand in `pdf/` beside it. */
export interface LabelledUnit {
  readonly file: string;
  readonly heading: string | null;
  readonly text: string;
  readonly label: Kind;
  readonly agency: string | null;
  /** A second expert could disagree: shown apart. */
  readonly borderline: boolean;
}

export interface Disagreement extends LabelledUnit {
  readonly judge: string;
  readonly why: readonly string[];
}

export interface LabelledFile {
  readonly judge: Counts;
  readonly baseline: Counts;
  readonly disagreements: readonly Disagreement[];
}

export interface LabelledReport {
  readonly name: string;
  readonly files: number;
  readonly units: number;
  readonly figures: readonly ComparedFigure[];
  readonly confusion: Confusion & { readonly columns: readonly string[] };
  readonly disagreements: readonly Disagreement[];
}

/** From a line of the file; labels may be written with underscores. */
export function labelledUnit(record: Readonly<Record<string, unknown>>): LabelledUnit {
  const text = (name: string): string | null => (typeof record[name] === 'string' ? record[name] : null);
  const label = KINDS.find((kind) => kind === text('label')?.replaceAll('_', '-'));
  return { file: text('file') ?? '', heading: text('heading'), text: withoutBullet(text('text') ?? ''), label: label ?? 'other', agency: text('agency'), borderline: record['borderline'] === true };
}

/** A bullet of a symbol font is often copied as the letter "b" or "o". */
function withoutBullet(text: string): string {
  return text.replace(/^(?:[b-hj-z]|[^\p{L}\p{N}\s"“‘'(]{1,3})\s+(?=\S)/u, '');
}

/** Holds one document's critique against the labelled passages of it. */
export function scoreLabelled(units: readonly LabelledUnit[], critique: Critique): LabelledFile {
  const answer = answerOf(critique);
  const places = placesOf(units, answer.text);
  const judge = tally();
  const baseline = tally();
  const disagreements = units.flatMap((unit, index) => {
    const found = unitAt(answer, places[index] ?? null);
    return count(unit, found, answer, judge) ? [] : [{ ...unit, judge: places[index] === null ? 'not read' : (found?.kind ?? 'in no unit'), why: found?.why ?? [] }];
  });
  const keywords = baselineAnswer(critique);
  units.forEach((unit, index) => count(unit, unitAt(keywords, places[index] ?? null), keywords, baseline));
  return { judge: judge.counts(), baseline: baseline.counts(), disagreements };
}

/** The labelled passages are lined up as one text with the document, as a gold text would be. */
function placesOf(units: readonly LabelledUnit[], text: string): (Span | null)[] {
  const joined = units.map((unit) => `${unit.text}\n`).join('');
  const { locate } = align(joined, text);
  let start = 0;
  return units.map((unit) => {
    const span = { start, end: start + unit.text.length };
    start = span.end + 1;
    return locate(span);
  });
}

function unitAt(answer: Answer, at: Span | null): AnswerUnit | null {
  if (at === null) return null;
  const shared = (unit: AnswerUnit): number => Math.min(unit.end, at.end) - Math.max(unit.start, at.start);
  return answer.units.reduce<AnswerUnit | null>((top, unit) => (shared(unit) > (top === null ? 0 : shared(top)) ? unit : top), null);
}

/** Returns whether label and judge agree. */
function count(unit: LabelledUnit, found: AnswerUnit | null, answer: Answer, sum: Tally): boolean {
  const set = unit.borderline ? 'borderline' : 'clear';
  const group = unit.label === 'recommendation' ? 'recommendations' : 'others';
  sum.add(`${set}/${group}`);
  if (found?.kind === 'recommendation') sum.add(`${set}/${group}/taken`);
  sum.add(`${set}/units`);
  if (found?.kind === unit.label) sum.add(`${set}/same`);
  sum.add(`cell/${unit.label}>${found?.kind ?? 'none'}`);
  if (group === 'recommendations' && !unit.borderline) countAgency(unit, found, answer, sum);
  return found?.kind === unit.label;
}

/** Labels give the owner in words and not by position: two phrases are held together by their words (Jaccard index). */
function countAgency({ agency }: LabelledUnit, found: AnswerUnit | null, answer: Answer, sum: Tally): void {
  const named = answer.spans.filter((span) => span.unit === found?.id && span.element === 'agency');
  if (agency === null) {
    sum.add('agency/unlabelled');
    if (named.some(({ from }) => from === 'item')) sum.add('agency/unlabelled/named');
    return;
  }
  const best = Math.max(0, ...named.map((span) => wordLikeness(agency, answer.text.slice(span.start, span.end))));
  sum.add('agency/labelled');
  if (best >= 0.5) sum.add('agency/overlap');
  if (best > 0) sum.add('agency/any');
}

function wordLikeness(a: string, b: string): number {
  const [first, second] = [a, b].map((text) => new Set(wordsIn(text).map((word) => word.text).filter((word) => word !== 'the'))) as [Set<string>, Set<string>];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / new Set([...first, ...second]).size;
}

const METRICS: readonly Metric[] = [
  share('recall of recommendations', 'clear/recommendations/taken', 'clear/recommendations'),
  share('others taken for recommendations', 'clear/others/taken', 'clear/others'),
  share('same kind', 'clear/same', 'clear/units'),
  share('owner found, half of its words', 'agency/overlap', 'agency/labelled'),
  share('owner found, any of its words', 'agency/any', 'agency/labelled'),
  share('owner found where the label has none', 'agency/unlabelled/named', 'agency/unlabelled'),
  share('borderline: recall', 'borderline/recommendations/taken', 'borderline/recommendations'),
  share('borderline: others taken', 'borderline/others/taken', 'borderline/others'),
];

function share(id: string, part: string, whole: string): Metric {
  return { id, from: [part, whole], value: ([some = 0, all = 0]) => (all === 0 ? null : some / all), n: ([, all = 0]) => all };
}

/** Documents are the clusters of the intervals. */
export function labelledReport(name: string, files: readonly LabelledFile[], options: BootstrapOptions = {}): LabelledReport {
  const baseline = figures(files.map((file) => file.baseline), METRICS, options);
  const counts = addCounts(files.map((file) => file.judge));
  const columns = [...KINDS, 'none'];
  const labels = KINDS.filter((kind) => columns.some((column) => (counts[`cell/${kind}>${column}`] ?? 0) > 0));
  return {
    name, files: files.length, units: (counts['clear/units'] ?? 0) + (counts['borderline/units'] ?? 0),
    figures: figures(files.map((file) => file.judge), METRICS, options).map((figure, index) => {
      const { value, low, high } = baseline[index] ?? { value: null, low: null, high: null };
      return { ...figure, baseline: { value, low, high } };
    }),
    confusion: { id: 'kind', labels, columns, rows: labels.map((label) => columns.map((column) => counts[`cell/${label}>${column}`] ?? 0)) },
    disagreements: files.flatMap((file) => file.disagreements),
  };
}
