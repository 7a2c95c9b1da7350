/**
 * Which learning or finding a recommendation answers. Explicit cross-references come first; all else is inferred from section, number,
 * shared words and word vectors, by a small linear model (`models/links.json`), and is marked so.
 */
import type { Kind } from '../critique.ts';
import type { Feature, LinearModel, RawLinear } from '../language/linear.ts';
import { linearModel, scores, valuedFeatures } from '../language/linear.ts';
import type { Vectors } from '../language/vectors.ts';
import { cosine, meanVector } from '../language/vectors.ts';
import type { Memo } from '../memo.ts';
import { recall } from '../memo.ts';
import { contentWords } from './similar.ts';

export interface LinkUnit {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
  readonly section: string | null;
  readonly number: string | null;
  readonly item: string | null;
  readonly repeats: string | null;
}

/** `stated`: the text itself refers to it; `inferred`: by place, words and vectors. */
export interface Link {
  readonly unit: string;
  readonly by: 'stated' | 'inferred';
  readonly confidence: number;
}

export interface LinkModel {
  readonly link: LinearModel<'no' | 'yes'>;
  readonly why: LinearModel<'0' | '1' | '2' | '3'>;
  /** Confidence from which a link is given. */
  readonly threshold: number;
  /** Expected level of the why-link from which it is 2, and from which it is 3. */
  readonly cuts: readonly [number, number];
}

export interface RawLinks {
  readonly threshold: number;
  readonly cuts: readonly number[];
  readonly link: RawLinear;
  readonly why: RawLinear;
}

export function linkModel(raw: RawLinks): LinkModel {
  return { link: linearModel(raw.link), why: linearModel(raw.why), threshold: raw.threshold, cuts: [raw.cuts[0] ?? 1, raw.cuts[1] ?? 2] };
}

interface Prepared {
  readonly unit: LinkUnit;
  readonly at: number;
  readonly words: ReadonlySet<string>;
  readonly mean: Float64Array;
  readonly title: ReadonlySet<string>;
}

export interface Pair {
  readonly from: LinkUnit;
  readonly to: LinkUnit;
  readonly stated: boolean;
  readonly features: readonly Feature[];
}

/** Links of one recommendation at most. */
const MOST = 3;

/** Links by recommendation unit, the surest first. */
export function findLinks(units: readonly LinkUnit[], model: LinkModel, vectors: Vectors, memo?: Memo): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>();
  for (const pair of linkPairs(units, vectors, memo)) {
    const confidence = pair.stated ? 1 : Math.round(probability(model.link, pair.features) * 100) / 100;
    if (!pair.stated && confidence < model.threshold) continue;
    links.set(pair.from.id, [...(links.get(pair.from.id) ?? []), { unit: pair.to.id, by: pair.stated ? 'stated' : 'inferred', confidence }]);
  }
  return new Map([...links.entries()].map(([id, list]) => [id, [...list].sort((a, b) => b.confidence - a.confidence).slice(0, MOST)]));
}

function probability(model: LinearModel<'no' | 'yes'>, features: readonly Feature[]): number {
  const [no = 0, yes = 0] = scores(model, valuedFeatures(features));
  return 1 / (1 + Math.exp(no - yes));
}

/** Every pair that could be a link, with its features; sub-items and repeats lean on the head of their item. */
export function linkPairs(units: readonly LinkUnit[], vectors: Vectors, memo?: Memo): readonly Pair[] {
  const heads = new Set<string>();
  const recommendations = units.map((unit, at) => ({ unit, at })).filter(({ unit }) => {
    if (unit.kind !== 'recommendation' || unit.repeats !== null || (unit.item !== null && heads.has(unit.item))) return false;
    if (unit.item !== null) heads.add(unit.item);
    return true;
  });
  const targets = units.map((unit, at) => ({ unit, at })).filter(({ unit }) => (unit.kind === 'learning-point' || unit.kind === 'finding') && unit.repeats === null).map(({ unit, at }) => prepare(unit, at, unit.text, vectors, memo));
  const rarity = rarities(targets);
  const places = sectionPlaces(targets);
  return recommendations.flatMap(({ unit, at }) => {
    const whole = units.filter((other) => other === unit || (unit.item !== null && other.item === unit.item)).map(({ text }) => text).join(' ');
    const from = prepare(unit, at, whole, vectors, memo);
    const references = referencesIn(whole, unit.section);
    const near = targets.map((to) => ({ to, shared: sharedWeight(from, to, rarity), close: cosine(from.mean, to.mean), stated: refersTo(references, to.unit) }));
    const [bestShared, bestClose] = [Math.max(0, ...near.map(({ shared }) => shared)), Math.max(0, ...near.map(({ close }) => close))];
    const here = near.filter(({ to }) => to.unit.section === unit.section);
    const [hereShared, hereClose] = [Math.max(0, ...here.map(({ shared }) => shared)), Math.max(0, ...here.map(({ close }) => close))];
    const last = here.filter(({ to }) => to.at < at).map(({ to }) => to.at);
    const lastLearning = Math.max(-1, ...here.filter(({ to }) => to.at < at && to.unit.kind === 'learning-point').map(({ to }) => to.at));
    const own: readonly Feature[] = OWN_CAUSE.test(whole) ? [['own cause', 1]] : [];
    const nearest = Math.max(...last, -1);
    const force: readonly Feature[] = [['strong', STRONG.test(whole) ? 1 : 0], ['weak', WEAK.test(whole) ? 1 : 0]];
    return near.filter(({ to, shared, stated }) => stated || shared > 0 || to.unit.section === unit.section).map(({ to, shared, close, stated }) => ({
      from: unit, to: to.unit, stated,
      features: [
        ...features(from, to, { shared, close, bestShared, bestClose, gap: gapBetween(units, from, to) }), ...own, ...(to.unit.section === unit.section ? own.map(([name]) => [`${name} here`, 1] as const) : []),
        ...(to.unit.section !== unit.section ? [['elsewhere, some here', here.length > 0 ? 1 : 0] as const] : [
          ['best shared here', shared > 0 && shared === hereShared ? 1 : 0] as const, ['best close here', close === hereClose ? 1 : 0] as const, ['last learning', to.at === lastLearning ? 1 : 0] as const,
          ['last', to.at === nearest ? 1 : 0] as const, ['alone here', here.length === 1 ? 1 : 0] as const, ['many here', Math.min(1, here.length / 10)] as const,
        ]),
        ...(places.get(to.at) ?? []), ...force,
      ],
    }));
  });
}

const OWN_CAUSE = /\b(?:because|since|given that|owing to|due to)\b|(?:^|, )as (?:the|no|it|this|there|they|its|each|a)\b/i;
const STRONG = /\b(?:replace|write into|amend|remove|set|fund|stop|publish|build|move|give|add|put|open|appoint|commission|redesign|introduce|create|change)\b/i;
const WEAK = /\b(?:consider|ensure|remind|training|assurance|promote|raise awareness|embed|strengthen|explore|encourage|continue|robust)/i;

/** Whether a target is the first or the last of its kind in its section. */
function sectionPlaces(targets: readonly Prepared[]): ReadonlyMap<number, readonly Feature[]> {
  return new Map(targets.map((own, index) => {
    const before = targets[index - 1];
    const after = targets[index + 1];
    return [own.at, [['first of section', before?.unit.section === own.unit.section ? 0 : 1], ['last of section', after?.unit.section === own.unit.section ? 0 : 1]]] as const;
  }));
}

function prepare(unit: LinkUnit, at: number, text: string, vectors: Vectors, memo: Memo | undefined): Prepared {
  const { words, mean } = recall(memo, 'link', () => text, () => ({ words: new Set(contentWords(text)), mean: meanVector(text.toLowerCase().match(/\p{L}+/gu) ?? [], vectors) }));
  const section = unit.section ?? '';
  return { unit, at, words, mean, title: recall(memo, 'title', () => section, () => new Set(contentWords(section).filter((word) => !COMMON.has(word) && !/^\d+$/u.test(word)))) };
}

/** Words of headings that tell nothing of the subject. */
const COMMON = new Set(contentWords('recommendation recommendations learning points point findings finding action actions analysis key practice theme what for summary conclusion review'));

function rarities(targets: readonly Prepared[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of targets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts.entries()].map(([word, count]) => [word, Math.log((targets.length + 1) / count)]));
}

function sharedWeight(from: Prepared, to: Prepared, rarity: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const word of to.words) if (from.words.has(word)) sum += rarity.get(word) ?? 0;
  return sum / Math.sqrt(to.words.size + 4);
}

/** Units of learning or findings between the two, counted forwards or backwards within one section. */
function gapBetween(units: readonly LinkUnit[], from: Prepared, to: Prepared): number | null {
  if (from.unit.section !== to.unit.section) return null;
  const [low, high] = from.at < to.at ? [from.at, to.at] : [to.at, from.at];
  let between = 0;
  for (let at = low + 1; at < high && between < 6; at += 1) if (units[at]?.kind !== 'recommendation') between += 1;
  return from.at > to.at ? between : -1 - between;
}

function features(from: Prepared, to: Prepared, { shared, close, bestShared, bestClose, gap }: { readonly shared: number; readonly close: number; readonly bestShared: number; readonly bestClose: number; readonly gap: number | null }): readonly Feature[] {
  let title = 0;
  for (const word of to.title) if (from.title.has(word)) title += 1;
  const nameless = from.title.size === 0;
  let topic = 0;
  for (const word of to.title) if (from.words.has(word)) topic += 1;
  return [
    ['bias', 1], ['shared', shared], ['close', close], ['best shared', shared > 0 && shared === bestShared ? 1 : 0], ['best close', close > 0 && close === bestClose ? 1 : 0],
    ['share of best', bestShared === 0 ? 0 : shared / bestShared], [`kind ${to.unit.kind}`, 1], ['same section', gap === null ? 0 : 1],
    ...(gap === null ? [] : [[`gap ${gap < 0 ? 'after' : Math.min(gap, 6)}`, 1] as const, [`gap ${gap < 0 ? 'after' : Math.min(gap, 3)} ${to.unit.kind}`, 1] as const, ['shared here', shared] as const]),
    ['title words', Math.min(title, 2)], ['topic words', Math.min(topic, 3)], ['no title', nameless ? 1 : 0],
    ...(sameNumber(from.unit, to.unit) ? [['same number', 1] as const] : []),
    ['long', Math.min(1, from.words.size / 40)],
  ];
}

function sameNumber(from: LinkUnit, to: LinkUnit): boolean {
  const own = /^\d+/u.exec(from.number ?? '')?.[0];
  return own !== undefined && from.section !== to.section && (own === /^(?:l|lp|f|finding|learning point)? ?(\d+)$/i.exec(to.number ?? '')?.[1] || own === LABEL.exec(to.section ?? '')?.[1]);
}

const LABEL = /\b(?:finding|learning point|theme|lesson)s? (\d{1,2})\b/i;
const REFERENCE = /\b(finding|learning(?: point)?|lesson|theme|paragraph|section|para)s?\.? (\d{1,2}(?:\.\d{1,2})*)((?:(?:,| and|, and| &) \d{1,2}(?:\.\d{1,2})*)*)/gi;

interface Reference {
  readonly kind: string;
  readonly numbers: readonly string[];
}

/** "(Finding 3)", "see paragraph 4.2", in a recommendation or its heading. */
function referencesIn(text: string, section: string | null): readonly Reference[] {
  const whole = `${section === null || LABEL.test(section) ? '' : section} ${text}`;
  return [...whole.matchAll(REFERENCE)].map(([, name = '', first = '', more = '']) => ({ kind: name.toLowerCase(), numbers: [first, ...(more.match(/\d{1,2}(?:\.\d{1,2})*/gu) ?? [])] }));
}

function refersTo(references: readonly Reference[], to: LinkUnit): boolean {
  return references.some(({ kind, numbers }) => (kind.startsWith('para') ? numbers.includes(to.number ?? '') : numbered(kind, numbers, to)));
}

function numbered(kind: string, numbers: readonly string[], to: LinkUnit): boolean {
  const heading = LABEL.exec(to.section ?? '');
  if (heading !== null && numbers.includes(heading[1] ?? '') && heading[0].toLowerCase().startsWith(kind.split(' ')[0] ?? kind)) return true;
  const wanted = kind.startsWith('finding') ? 'finding' : 'learning-point';
  return to.kind === wanted && numbers.includes(to.number ?? '');
}
