/**
 * Counts of what speaks of the review as a whole: answers to the checklist, details that could identify, links from recommendations to learning.
 */
import type { Answer } from './answer.ts';
import type { CodedGold } from './gold-reading.ts';
import { goldLinks } from './gold-links.ts';
import type { Matches } from './match.ts';
import type { Placed } from './place.ts';
import type { Tally } from './tally.ts';

/** Nothing is counted for what nobody coded, nor for an answer (the keyword baseline) that has no appraisal. */
export function countAppraisal(gold: CodedGold, placed: Placed, matches: Matches, { appraisal }: Answer, sum: Tally): void {
  if (appraisal === undefined) return;
  for (const [id, wanted] of Object.entries(gold.checklist ?? {})) {
    sum.add('checklist/all');
    sum.add(`checklist/${id}/all`);
    if (appraisal.checklist[id] !== wanted) continue;
    sum.add('checklist/same');
    sum.add(`checklist/${id}/same`);
  }
  countIdentifying(placed, appraisal.details, sum);
  countLinks(gold, matches, appraisal.links, sum);
}

/** A coded detail is found where any place of any prompt touches it; a prompt is right where any of its places touches a coded one. */
function countIdentifying({ identifying }: Placed, details: NonNullable<Answer['appraisal']>['details'], sum: Tally): void {
  if (identifying === null) return;
  const touches = (a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number } | null): boolean => b !== null && a.start < b.end && b.start < a.end;
  sum.add('identifying/gold', identifying.length);
  sum.add('identifying/hit', identifying.filter((at) => details.some((places) => places.some((place) => touches(place, at)))).length);
  sum.add('identifying/system', details.length);
  sum.add('identifying/right', details.filter((places) => places.some((place) => identifying.some((at) => touches(place, at)))).length);
}

/** By items: what a recommendation answers as its author filed it. */
function countLinks(gold: CodedGold, { units }: Matches, links: NonNullable<Answer['appraisal']>['links'], sum: Tally): void {
  const wanted = goldLinks(gold);
  if (wanted.length === 0) return;
  const found = new Map(units.map(({ gold: unit, found: own }) => [unit.id, own?.id ?? null]));
  sum.add('links/gold', wanted.length);
  sum.add('links/system', links.reduce((total, { answers }) => total + answers.length, 0));
  for (const { head, answers } of wanted) {
    const [own, to] = [found.get(head) ?? null, found.get(answers) ?? null];
    if (own !== null && to !== null && links.some((link) => link.units.includes(own) && link.answers.includes(to))) sum.add('links/hit');
  }
}
