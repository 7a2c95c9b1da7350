import type { Rubric } from '../judge/rubric.ts';
import { tierOf } from '../judge/tier.ts';
import type { Answer } from './answer.ts';
import type { ReviewError } from './errors.ts';
import { kindErrors, levelErrors, spanErrors } from './errors.ts';
import { countAppraisal } from './evaluate-appraisal.ts';
import type { CodedGold } from './gold-reading.ts';
import type { Matches } from './match.ts';
import { matchUnits } from './match.ts';
import { placeGold } from './place.ts';
import type { Placed } from './place.ts';
import { SCALES, goldSteps } from './scales.ts';
import type { Steps } from './scales.ts';
import { CLOSENESS, likeness, pairSpans } from './spans.ts';
import { spanSets } from './span-sets.ts';
import type { Counts, Tally } from './tally.ts';
import { tally } from './tally.ts';

/** One review, read from one file, held against its gold. */
export interface ReviewScore {
  readonly counts: Counts;
  /** Empty where they were not asked for. */
  readonly errors: readonly ReviewError[];
}

/** Holds an answer against the gold. The same counts are made for the judge and for the baseline. */
export function evaluateReview(gold: CodedGold, answer: Answer, rubric: Pick<Rubric, 'tierRules'>, withErrors: boolean): ReviewScore {
  const placed = placeGold(gold, answer.text);
  const matches = matchUnits(placed, answer);
  const steps = new Map(gold.units.map((unit) => [unit.id, goldSteps(unit, (input) => tierOf(input, rubric))]));
  const sum = tally();
  countKinds(matches, sum);
  countLevels(matches, steps, sum);
  countSpans(placed, matches, answer, sum);
  countRepeats(matches, sum);
  countItems(gold, answer, sum);
  if (gold.clichesCoded) countCliches(placed, answer, sum);
  countAppraisal(gold, placed, matches, answer, sum);
  const errors = withErrors ? [...kindErrors(matches, gold), ...levelErrors(matches, steps, gold), ...spanErrors(spanSets(placed, matches, answer), matches, gold)] : [];
  return { counts: sum.counts(), errors };
}

/** A gold unit that is not in the text that was read, or in no unit of the answer, has no kind and is wrong. */
function countKinds({ units, spurious }: Matches, sum: Tally): void {
  for (const { gold, at, found } of units) {
    sum.add('unit/all');
    if (at !== null) sum.add('unit/read');
    sum.add(`kind/${gold.kind}/gold`);
    if (found !== null) sum.add(`kind/${found.kind}/system`);
    if (found?.kind === gold.kind) sum.add(`kind/${gold.kind}/hit`);
    sum.add(`kind/cell/${gold.kind}>${found?.kind ?? 'none'}`);
  }
  for (const unit of spurious) sum.add(`kind/${unit.kind}/system`);
  sum.add('unit/spurious', spurious.length);
}

/** Recommendations of the gold that were found as recommendations. */
function countLevels({ units }: Matches, steps: ReadonlyMap<string, Steps>, sum: Tally): void {
  for (const { gold, found } of units) {
    if (gold.kind !== 'recommendation' || found === null || found.levels === null) continue;
    for (const scale of SCALES) {
      const own = steps.get(gold.id)?.[scale] ?? null;
      const given = found.levels.steps[scale];
      if (own !== null) sum.add(given === null ? `level/${scale}/missing` : `level/${scale}/${own}>${given}`);
    }
  }
}

function countSpans(placed: Placed, matches: Matches, answer: Answer, sum: Tally): void {
  for (const { element, scope, gold, found } of spanSets(placed, matches, answer)) {
    const name = `span/${element}/${scope}`;
    sum.add(`${name}/gold`, gold.length);
    sum.add(`${name}/system`, found.length);
    const located = gold.flatMap(({ at }) => at ?? []);
    for (const closeness of CLOSENESS) sum.add(`${name}/${closeness}`, pairSpans(located, found, closeness).filter((pair) => pair !== null).length);
  }
}

function countRepeats({ units, spurious }: Matches, sum: Tally): void {
  const items = new Map(units.map(({ gold }) => [gold.id, gold.item]));
  for (const { gold, found } of units) {
    if (gold.repeats !== null) sum.add('repeats/gold');
    if (found === null || found.repeats === null) continue;
    sum.add('repeats/system');
    if (gold.repeats === null) continue;
    sum.add('repeats/hit');
    const meant = items.get(gold.repeats) ?? null;
    if (units.some((other) => other.found?.id === found.repeats && (other.gold.id === gold.repeats || (meant !== null && other.gold.item === meant)))) sum.add('repeats/right');
  }
  sum.add('repeats/system', spurious.filter(({ repeats }) => repeats !== null).length);
}

/** What is counted and shown: items without repeats (codebook 12.12). */
function countItems(gold: CodedGold, answer: Answer, sum: Tally): void {
  const items = new Set(gold.units.filter(({ item, repeats }) => item !== null && repeats === null).map(({ item }) => item));
  sum.add('items/gold', items.size);
  sum.add('items/system', answer.items);
  sum.add('items/apart', Math.abs(items.size - answer.items));
  sum.add('document/all');
  if (gold.kind === answer.documentKind) sum.add('document/hit');
}

/** `mentioned` and `exempt` are one: the words are there and nothing leans on them. */
function countCliches({ cliches }: Placed, answer: Answer, sum: Tally): void {
  for (const use of ['used', 'mentioned'] as const) {
    const of = (own: string): boolean => (own === 'used') === (use === 'used');
    const gold = cliches.filter((cliche) => of(cliche.use));
    const left = answer.cliches.filter((cliche) => of(cliche.use));
    sum.add(`cliche/${use}/gold`, gold.length);
    sum.add(`cliche/${use}/system`, left.length);
    for (const { id, at } of gold) {
      const index = left.findIndex((cliche) => (id === 'any' || cliche.id === id) && at !== null && likeness(cliche, at) > 0);
      if (index === -1) continue;
      left.splice(index, 1);
      sum.add(`cliche/${use}/hit`);
    }
  }
}

