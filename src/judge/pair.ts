/**
 * What a Local Child Safeguarding Practice Review added to the rapid review of the same child (Dickens et al. 2021, chapter 4): lines of enquiry taken
 * up or not, learning and recommendations that are new or more specific, early recommendations done since, and whose views are told.
 * Passages are matched by their words and marked so: a match is a place to look, not a finding.
 */
import type { AppraisalItem, Critique, Evidence, Tier, Unit } from '../critique.ts';
import type { Vectors } from '../language/vectors.ts';
import { cosine, meanVector } from '../language/vectors.ts';
import { contentWords } from './similar.ts';

/** A passage of the other review that is like it, with the share of its weighed words that they have in common. */
export interface Likeness {
  readonly unit: string;
  readonly passage: Evidence;
  readonly kind: Unit['kind'];
  readonly likeness: number;
}

export interface Enquiry {
  readonly asked: Evidence;
  /** `developed`: several passages, learning or a recommendation among them. */
  readonly answer: 'developed' | 'taken-up' | 'not-found';
  readonly passages: readonly Likeness[];
}

export interface Carried {
  readonly passage: Evidence;
  readonly number: string | null;
  /** Of what the LCSPR says: `again` in much the same words, `more-specific` where its tier is higher, else `new`. Of what the rapid review asked: `done`, `again`, `more-specific` or `not-found`. */
  readonly answer: 'new' | 'again' | 'more-specific' | 'done' | 'not-found';
  readonly like: Likeness | null;
  readonly tier: Tier | null;
  readonly likeTier: Tier | null;
}

export interface Views {
  readonly id: string;
  readonly asked: string;
  readonly rapid: string;
  readonly lcspr: string;
}

export interface Pair {
  readonly rapid: Critique['document'];
  readonly lcspr: Critique['document'];
  readonly enquiries: readonly Enquiry[];
  readonly learning: readonly Carried[];
  readonly recommendations: readonly Carried[];
  readonly early: readonly Carried[];
  readonly views: readonly Views[];
  /** What could not be compared, and why. */
  readonly notes: readonly string[];
}

/** Share of weighed words from which two passages may speak of one thing: at .32 one line of enquiry in ten is matched with a review of another child (fictional pairs of `samples/corpus`). */
export const ALIKE = 0.32;
/** From here on, both ways, they say much the same. */
const SAME = 0.62;
const TIERS: readonly Tier[] = ['not-a-recommendation', 'aspiration', 'task', 'clear', 'checkable', 'testable'];
const VIEWS = ['family-views', 'child-voice', 'practitioner-involvement', 'why-explored', 'ethnicity'];
const ENQUIRY = /lines? of enquiry|areas? (?:for|of) (?:enquiry|exploration)|questions? for the (?:review|lcspr|reviewer)|not (?:yet )?known/iu;

interface Prepared {
  readonly unit: Unit;
  readonly words: ReadonlySet<string>;
  readonly mean: Float64Array;
}

/** Compares two critiques. Pure; the order of the two is taken as given, and a doubt about it is a note. */
export function comparePair(rapid: Critique, lcspr: Critique, vectors: Vectors): Pair {
  const [early, later] = [prepared(rapid, vectors), prepared(lcspr, vectors)];
  const weigh = weights([...early, ...later]);
  const near = (one: Prepared, others: readonly Prepared[]): readonly Likeness[] => likest(one, others, weigh);
  const tierOf = (critique: Critique): ReadonlyMap<string, Tier> => new Map(critique.items.flatMap(({ units, tier }) => units.map((unit) => [unit, tier] as const)));
  const [earlyTiers, laterTiers] = [tierOf(rapid), tierOf(lcspr)];
  const of = (list: readonly Prepared[], kind: Unit['kind']): readonly Prepared[] => list.filter(({ unit }) => unit.kind === kind && unit.repeats === null);
  return {
    rapid: rapid.document, lcspr: lcspr.document,
    enquiries: early.filter(({ unit }) => isEnquiry(unit)).map((one) => enquiry(one, near(one, later))),
    learning: of(later, 'learning-point').map((one) => carried(one, near(one, early.filter(({ unit }) => unit.kind === 'learning-point' || unit.kind === 'recommendation' || unit.kind === 'finding')), null, laterTiers, earlyTiers)),
    recommendations: of(later, 'recommendation').map((one) => carried(one, near(one, early.filter(({ unit }) => unit.kind === 'recommendation')), null, laterTiers, earlyTiers)),
    early: of(early, 'recommendation').map((one) => carried(one, near(one, of(later, 'recommendation')), near(one, of(later, 'action-taken')), earlyTiers, laterTiers)),
    views: VIEWS.flatMap((id) => viewsOf(id, rapid, lcspr)),
    notes: notesOn(rapid, lcspr),
  };
}

function prepared({ units }: Critique, vectors: Vectors): readonly Prepared[] {
  return units.map((unit) => ({ unit, words: new Set(contentWords(unit.text)), mean: meanVector(unit.text.toLowerCase().match(/\p{L}+/gu) ?? [], vectors) }));
}

/** Rare words of the two reviews weigh more (inverse document frequency). */
function weights(all: readonly Prepared[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { words } of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log((all.length + 1) / (counts.get(word) ?? 1));
}

/** Passages that share enough weighed words, the likest first; vectors decide between equals. */
function likest(one: Prepared, others: readonly Prepared[], weigh: (word: string) => number): readonly Likeness[] {
  const whole = sum(one.words, weigh);
  return others.flatMap((other) => {
    const common = [...one.words].filter((word) => other.words.has(word));
    const [shared, full] = [sum(common, weigh), sum(other.words, weigh)];
    // A general statement that was made specific stands whole in a longer one; a short one is easily met by chance, so that this way counts less.
    const likeness = whole === 0 || full === 0 ? 0 : Math.max(shared / whole, (0.8 * shared) / full);
    return likeness >= ALIKE && common.length >= 2 ? [{ other, likeness, rank: Math.min(shared / whole, shared / full), close: cosine(one.mean, other.mean) }] : [];
  }).sort((a, b) => b.rank - a.rank || b.close - a.close)
    .map(({ other, likeness }) => ({ unit: other.unit.id, passage: evidence(other.unit), kind: other.unit.kind, likeness: Math.round(likeness * 100) / 100 }));
}

function sum(words: Iterable<string>, weigh: (word: string) => number): number {
  let total = 0;
  for (const word of words) total += weigh(word);
  return total;
}

function isEnquiry({ kind, section, text }: Unit): boolean {
  return kind === 'question' || (ENQUIRY.test(section ?? '') && (/\?[”’"')\s]{0,3}$/u.test(text) || /^(?:how|why|what|whether|who|which|to what extent)\b/iu.test(text)));
}

function enquiry(one: Prepared, found: readonly Likeness[]): Enquiry {
  const yields = found.some(({ kind }) => kind === 'learning-point' || kind === 'recommendation');
  return { asked: evidence(one.unit), answer: found.length === 0 ? 'not-found' : found.length >= 2 && yields ? 'developed' : 'taken-up', passages: found.slice(0, 3) };
}

function carried(one: Prepared, found: readonly Likeness[], done: readonly Likeness[] | null, own: ReadonlyMap<string, Tier>, other: ReadonlyMap<string, Tier>): Carried {
  const [like = null] = found;
  const tier = own.get(one.unit.id) ?? null;
  const base = { passage: evidence(one.unit), number: one.unit.number, tier };
  const finished = done?.[0] ?? null;
  if (finished !== null && (like === null || finished.likeness >= like.likeness)) return { ...base, answer: 'done', like: finished, likeTier: null };
  if (like === null) return { ...base, answer: done === null ? 'new' : 'not-found', like, likeTier: null };
  const likeTier = other.get(like.unit) ?? null;
  const [earlier, later] = done === null ? [likeTier, tier] : [tier, likeTier];
  const higher = earlier !== null && later !== null && TIERS.indexOf(later) > TIERS.indexOf(earlier);
  return { ...base, answer: higher ? 'more-specific' : done === null && like.likeness < SAME ? 'new' : 'again', like, likeTier };
}

function evidence({ start, end, text, page }: Unit): Evidence {
  return { start, end, text, page };
}

function viewsOf(id: string, rapid: Critique, lcspr: Critique): readonly Views[] {
  const [a, b] = [itemOf(rapid, id), itemOf(lcspr, id)];
  return a === undefined && b === undefined ? [] : [{ id, asked: (b ?? a)?.asked ?? id, rapid: a?.says ?? a?.answer ?? 'not asked of this kind of review', lcspr: b?.says ?? b?.answer ?? 'not asked of this kind of review' }];
}

function itemOf({ appraisal }: Critique, id: string): AppraisalItem | undefined {
  return appraisal.items.find((item) => item.id === id);
}

function notesOn(rapid: Critique, lcspr: Critique): readonly string[] {
  const [first, second] = [rapid.document, lcspr.document];
  const notes: string[] = [];
  if (second.kind === 'rapid-review' && first.kind !== 'rapid-review') notes.push(`${first.source} does not look like a rapid review, and ${second.source} does. Was the order meant to be the other way round? Give the rapid review first.`);
  else if (first.kind !== 'rapid-review') notes.push(`${first.source} does not look like a rapid review (it was read as: ${first.kind}).`);
  for (const { document, units } of [rapid, lcspr]) {
    if (document.kind === 'list' || document.kind === 'action-plan') notes.push(`${document.source} is a list only: lines of enquiry, learning and views can't be compared.`);
    if (units.length === 0) notes.push(`${document.source} could not be read, so that nothing can be compared with it.`);
  }
  if (first.textSha256 === second.textSha256) notes.push('Both files hold the same text.');
  return notes;
}
