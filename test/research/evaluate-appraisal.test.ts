import { expect, it } from 'vitest';
import type { Answer } from '../../src/research/answer.ts';
import { countAppraisal } from '../../src/research/evaluate-appraisal.ts';
import { completeGold } from '../../src/research/gold-reading.ts';
import { matchUnits } from '../../src/research/match.ts';
import { placeGold } from '../../src/research/place.ts';
import type { Counts } from '../../src/research/tally.ts';
import { tally } from '../../src/research/tally.ts';

const TEXT = 'The form has one box. She died on 3 May. The Trust should replace the form.\n';
const unit = (id: string, kind: string, from: number, to: number, more: object = {}): object => ({ id, kind, start: from, end: to, ...more });
const GOLD = completeGold({
  text: TEXT, spans: [], units: [unit('u1', 'finding', 0, 21), unit('u2', 'other', 22, 40), unit('u3', 'recommendation', 41, 75, { item: 'r1', answers: ['u1'] })],
  identifying: [{ start: 34, end: 39 }], checklist: { ethnicity: 'found', agencies: 'partly' },
});

function counts(appraisal: NonNullable<Answer['appraisal']> | undefined): Counts {
  const own = (id: string, kind: 'finding' | 'other' | 'recommendation', start: number, end: number): Answer['units'][number] => ({ id, kind, start, end, text: TEXT.slice(start, end), section: null, confidence: 1, why: [], repeats: null, levels: null });
  const answer: Answer = { text: TEXT, documentKind: 'lcspr', units: [own('a1', 'finding', 0, 21), own('a2', 'other', 22, 40), own('a3', 'recommendation', 41, 75)], spans: [], cliches: [], items: 1, ...(appraisal === undefined ? {} : { appraisal }) };
  const placed = placeGold(GOLD, TEXT);
  const sum = tally();
  countAppraisal(GOLD, placed, matchUnits(placed, answer), answer, sum);
  return sum.counts();
}

it('counts answers, details and links that are right', () => {
  const found = counts({ checklist: { ethnicity: 'found', agencies: 'found' }, details: [[{ start: 36, end: 39 }], [{ start: 0, end: 3 }]], links: [{ units: ['a3'], answers: ['a1', 'a2'] }] });
  expect(found).toMatchObject({ 'checklist/all': 2, 'checklist/same': 1, 'checklist/ethnicity/same': 1, 'identifying/gold': 1, 'identifying/hit': 1, 'identifying/system': 2, 'identifying/right': 1, 'links/gold': 1, 'links/system': 2, 'links/hit': 1 });
});

it('counts nothing for an answer without an appraisal', () => {
  expect(counts(undefined)).toEqual({});
});
