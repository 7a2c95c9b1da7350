/**
 * The figures of an evaluation as tables of words, once for terminal, page and Markdown.
 */
import { ELEMENT_NAMES, KINDS } from '../critique.ts';
import { CHECKLIST_IDS } from '../judge/checklist.ts';
import type { ComparedFigure, Confusion, Group } from '../research/evaluation.ts';
import { CODER_KEYS, HEADLINES } from '../research/evaluation.ts';
import type { EvaluationReport } from '../research/evaluation-report.ts';
import type { Estimate } from '../research/figures.ts';
import { SCALES } from '../research/scales.ts';

export interface Table {
  readonly title: string;
  readonly note: string;
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

const HEADLINE_WORDS: Readonly<Record<string, string>> = {
  'kind/recommendation/f1': 'recommendation F1', 'kind/learning-point/f1': 'learning point F1', 'kind/macro-f1': 'all kinds, mean F1', 'kind/alpha': 'all kinds, alpha',
  ...Object.fromEntries(['agency', 'action', 'measure', 'deadline'].flatMap((name) => [[`span/${name}/all/overlap/f1`, `${name} span F1`], [`level/${name}/kappa`, `${name} kappa`]])),
  'level/tier/cut-f1': 'tier cut F1', 'repeats/f1': 'repeats F1',
};

export function evaluationTables(report: EvaluationReport): Table[] {
  const [first] = report.splits;
  if (first === undefined) return [];
  return [
    headlines(report.splits), kinds(first), bySource(first, report.sources), spans(first, 'all'), spans(first, 'matched'), levels(first, report), further(first), appraisal(report.splits),
    ...first.confusions.filter(({ rows }) => rows.flat().some((count) => count > 0)).map(confusion),
    breakdown('By layout', report.layouts), breakdown('By kind of document', report.kinds), breakdown('By author (a voice, never a person)', report.authors),
  ].filter(({ rows }) => rows.length > 0);
}

function headlines(splits: readonly Group[]): Table {
  const [first] = splits;
  return {
    title: 'Headline figures', note: 'Spans are counted end to end: a recommendation that was missed loses its spans. A span is found where it shares at least half of the characters of both together. The tier cut is "an aspiration or less" against "a task or more".',
    head: ['', ...splits.map(({ name, reviews }) => `${name} (${reviews})`), 'keywords'],
    rows: HEADLINES.map((id) => [HEADLINE_WORDS[id] ?? id, ...splits.map((split) => shown(figureOf(split, id))), shown(figureOf(first, id)?.baseline)]),
  };
}

function kinds(group: Group): Table {
  const row = (name: string): string[] => [name, ...['precision', 'recall', 'f1'].map((rate) => shown(figureOf(group, `kind/${name}/${rate}`))), plain(figureOf(group, `kind/${name}/f1`)?.baseline.value), cases(figureOf(group, `kind/${name}/recall`))];
  return { title: `Kinds of units, ${group.name}`, note: 'A unit of the gold that was not read is wrong; a unit of the judge that lies mostly outside the gold text is spurious. "kw": F1 of the keyword baseline.', head: ['', 'precision', 'recall', 'F1', 'kw', 'n'], rows: KINDS.map(row) };
}

function bySource(both: Group, sources: readonly Group[]): Table {
  const ids = ['unit/read', 'document/kind', 'items/ratio', ...HEADLINES];
  const words: Readonly<Record<string, string>> = { ...HEADLINE_WORDS, 'unit/read': 'units read', 'document/kind': 'kind of document', 'items/ratio': 'items found : gold' };
  return {
    title: `By file, ${both.name}`, note: '', head: ['', ...sources.map(({ name }) => name), 'together'],
    rows: sources.length < 2 ? [] : ids.map((id) => [words[id] ?? id, ...[...sources, both].map((group) => shown(figureOf(group, id)))]),
  };
}

function spans(group: Group, scope: 'all' | 'matched'): Table {
  const of = (element: string, end: string): ComparedFigure | undefined => figureOf(group, `span/${element}/${scope}/${end}`);
  return {
    title: scope === 'all' ? `Spans end to end, ${group.name}` : `Spans in recommendations that were found, ${group.name}`,
    note: scope === 'all' ? '"half": at least half of the characters in common; "any": F1 where one shared character is enough, for information.' : 'Judge and keywords ("kw") each in the recommendations that they found themselves.',
    head: ['', 'exact F1', 'half: prec.', 'half: recall', 'half: F1', 'any', 'kw', 'n'],
    rows: ELEMENT_NAMES.filter((element) => (of(element, 'overlap/recall')?.n ?? 0) + (of(element, 'overlap/precision')?.n ?? 0) > 0).map((element) => [
      element, shown(of(element, 'exact/f1')), ...['precision', 'recall', 'f1'].map((rate) => shown(of(element, `overlap/${rate}`))),
      plain(of(element, 'any/f1')?.value), plain(of(element, 'overlap/f1')?.baseline.value), cases(of(element, 'overlap/recall')),
    ]),
  };
}

function levels(group: Group, { coders }: EvaluationReport): Table {
  const of = (scale: string, id: string): ComparedFigure | undefined => figureOf(group, `level/${scale}/${id}`);
  const coded = (scale: string): string => shown(coders?.[CODER_KEYS[`level/${scale}/alpha`] ?? '']);
  const rows = SCALES.filter((scale) => (of(scale, 'kappa')?.n ?? 0) > 0).map((scale) => [
    scale, shown(of(scale, 'kappa')), shown(of(scale, 'alpha')), coded(scale), plain(of(scale, 'exact')?.value), plain(of(scale, 'within-one')?.value), plain(of(scale, 'kappa')?.baseline.value), cases(of(scale, 'kappa')),
  ]);
  const kind = ['kind', shown(figureOf(group, 'kind/kappa')), shown(figureOf(group, 'kind/alpha')), shown(coders?.['kind']), plain(figureOf(group, 'kind/accuracy')?.value), '–', plain(figureOf(group, 'kind/kappa')?.baseline.value), cases(figureOf(group, 'kind/accuracy'))];
  return {
    title: `Levels and agreement, ${group.name}`,
    note: `Kappa is Cohen’s with quadratic weights (without weights for kind and trainingOnly), alpha Krippendorff’s (ordinal; nominal for these two), of judge and gold. "coders": alpha of two coders before they settled their differences${coders === null ? ' (no agreement.json beside the gold yet)' : ''}. Levels of judge and keywords ("kw") are compared on the recommendations that the judge found.`,
    head: ['', 'kappa', 'alpha', 'coders', 'same', '±1', 'kw', 'n'], rows: [kind, ...rows],
  };
}

function further(group: Group): Table {
  const ids: readonly (readonly [string, string])[] = [
    ['repeats found', 'repeats'], ['phrases used', 'cliche/used'], ['phrases mentioned', 'cliche/mentioned'],
  ];
  const rows = ids.map(([name, prefix]) => [name, ...['precision', 'recall', 'f1'].map((rate) => shown(figureOf(group, `${prefix}/${rate}`))), plain(figureOf(group, `${prefix}/f1`)?.baseline.value), cases(figureOf(group, `${prefix}/recall`))]);
  return { title: `Repeats and worn phrases, ${group.name}`, note: '"–" with n 0: not coded in these reviews, or none there.', head: ['', 'precision', 'recall', 'F1', 'kw', 'n'], rows };
}

/** The review as a whole, for each split: so few reviews hold a checklist that one split alone tells little. */
function appraisal(splits: readonly Group[]): Table {
  const rows: readonly (readonly [string, string])[] = [
    ['checklist: answers right', 'checklist/right'], ...CHECKLIST_IDS.map((id) => [`– ${id}`, `checklist/${id}`] as const),
    ['identifying details: recall', 'identifying/recall'], ['identifying details: precision', 'identifying/precision'],
    ['links to learning: precision', 'links/precision'], ['links to learning: recall', 'links/recall'], ['links to learning: F1', 'links/f1'], ['why-link: kappa', 'level/whyLink/kappa'],
  ];
  return {
    title: 'The review as a whole', note: 'Shares of the answers that are the coded ones; of coded details that any prompt touches, and of prompts that touch one; of links, by recommendations as filed, in reviews in which any were coded. Few links were coded, so that many a given link is neither right nor wrong.',
    head: ['', ...splits.map(({ name }) => name), 'n'],
    rows: rows.flatMap(([name, id]) => (splits.every((split) => (figureOf(split, id)?.n ?? 0) === 0) ? [] : [[name, ...splits.map((split) => shown(figureOf(split, id))), splits.map((split) => cases(figureOf(split, id))).join(' · ')]])),
  };
}

function confusion({ id, labels, rows }: Confusion): Table {
  const used = labels.map((_, index) => rows.some((row, at) => (row[index] ?? 0) > 0 || (at === index && row.some((count) => count > 0))));
  const columns = labels.flatMap((label, index) => (used[index] === true ? [{ label, index }] : []));
  return {
    title: `Confusion: ${id}`, note: 'Rows: gold; columns: judge. Both files of a review count.', head: ['', ...columns.map(({ label }) => abbreviated(label))],
    rows: rows.flatMap((row, index) => (row.every((count) => count === 0) ? [] : [[labels[index] ?? '', ...columns.map((column) => String(row[column.index] ?? 0))]])),
  };
}

const SHORT: Readonly<Record<string, string>> = {
  recommendation: 'rec.', 'learning-point': 'learning', 'good-practice': 'good', 'action-taken': 'taken', 'not-a-recommendation': 'not', aspiration: 'aspir.', checkable: 'check.', testable: 'test.',
};

export function abbreviated(label: string): string {
  return SHORT[label] ?? label;
}

const BROKEN_DOWN = ['kind/recommendation/f1', 'kind/macro-f1', 'span/action/all/overlap/f1', 'level/action/kappa'] as const;

function breakdown(title: string, groups: readonly Group[]): Table {
  return {
    title, note: 'Fewer than three reviews give no interval. n: reviews; split: s sealed, d dev, t train, n none.', head: ['', 'split', 'rec. F1', 'kinds F1', 'action span', 'action kappa', 'n'],
    rows: groups.map((group) => [group.name, group.splits.map((split) => split.charAt(0)).join(' '), ...BROKEN_DOWN.map((id) => shown(figureOf(group, id))), String(group.reviews)]),
  };
}

export function figureOf(group: Group | undefined, id: string): ComparedFigure | undefined {
  return group?.figures.find((figure) => figure.id === id);
}

/** ".93 (.88–.97)". */
export function shown(estimate: Estimate | undefined): string {
  if (estimate === undefined || estimate.value === null) return '–';
  return estimate.low === null || estimate.high === null ? plain(estimate.value) : `${plain(estimate.value)} (${plain(estimate.low)}–${plain(estimate.high)})`;
}

export function plain(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  return value.toFixed(2).replace(/^-?0(?=\.)/, (zero) => zero.replace('0', '')).replace(/^-(?=\.00$)/, '').replace('-', '−');
}

function cases(figure: ComparedFigure | undefined): string {
  return String(figure?.n ?? 0);
}
