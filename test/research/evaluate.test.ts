import { expect, test } from 'vitest';
import type { Answer, AnswerUnit } from '../../src/research/answer.ts';
import { evaluateReview } from '../../src/research/evaluate.ts';
import { figures } from '../../src/research/figures.ts';
import type { CodedGold } from '../../src/research/gold-reading.ts';
import { completeGold } from '../../src/research/gold-reading.ts';
import { METRICS } from '../../src/research/metrics.ts';
import { stepsOf } from '../../src/research/scales.ts';
import type { Counts } from '../../src/research/tally.ts';
import { marked } from '../support/marked.ts';

const RUBRIC = { tierRules: [{ tier: 'clear', atLeast: { agency: 2, action: 2 } }, { tier: 'aspiration' }] };

/** A gold file from marked sentences: the mark of the whole sentence is its kind, marks inside are spans. */
function goldOf(...sentences: readonly string[]): CodedGold {
  let text = '';
  const units: object[] = [];
  const spans: object[] = [];
  for (const sentence of sentences) {
    const { text: own, spans: marks } = marked(sentence);
    const [whole, ...inner] = marks;
    const id = `g${units.length + 1}`;
    const asks = whole?.name === 'recommendation';
    units.push({ id, kind: whole?.name, start: text.length, end: text.length + own.length, ...(asks ? { item: `r${units.length + 1}`, levels: { agency: 3, action: 2, measure: 0, deadline: 0 }, form: 'directive', actionType: 1, trainingOnly: false } : {}) });
    for (const { name, start, end } of inner) spans.push({ unit: id, element: name, start: start + text.length, end: end + text.length, from: 'item' });
    text += `${own}\n`;
  }
  return completeGold({ format: 'second-question-gold/1', id: 'x', kind: 'lcspr', method: 'recommendations', text, units, spans });
}

/** An answer in the same way. */
function answerOf(...sentences: readonly string[]): Answer {
  const gold = goldOf(...sentences);
  const units = gold.units.map(({ id, kind, start, end, levels }): AnswerUnit => ({
    id: `a${id}`, kind, start, end, text: gold.text.slice(start, end), section: null, confidence: 0.9, why: ['because'], repeats: null,
    levels: levels === null ? null : { steps: stepsOf(levels, 'clear', 'directive', 1, null, false), reasons: { agency: 'named' } },
  }));
  return { text: gold.text, documentKind: 'lcspr', units, cliches: [], items: units.filter(({ levels }) => levels !== null).length, spans: gold.spans.map(({ unit, element, from, start, end }) => ({ unit: `a${unit}`, element, from, start, end })) };
}

const counts = (gold: CodedGold, answer: Answer): Counts => evaluateReview(gold, answer, RUBRIC, false).counts;

const ASK = '{recommendation:{agency:Tidewell ICB} should {action:audit forty files}.}';
const FACT = '{finding:The letter was filed unread by the surgery.}';

test('an answer that is the gold is right in everything', () => {
  const found = counts(goldOf(FACT, ASK), answerOf(FACT, ASK));
  const all = figures([found], METRICS).filter(({ value, n }) => value !== null && n > 0);
  for (const { id, value } of all.filter(({ id }) => /f1|accuracy|exact$|unit\/read/.test(id))) expect([id, value]).toEqual([id, 1]);
});

test('a unit that was not read counts as wrong', () => {
  const found = counts(goldOf(FACT, ASK), answerOf(ASK));
  expect(found['unit/read']).toBe(1);
  expect(found['kind/finding/gold']).toBe(1);
  expect(found['kind/finding/hit'] ?? 0).toBe(0);
  expect(found['kind/cell/finding>none']).toBe(1);
});

test('a unit of the answer outside the gold text is spurious and lowers precision', () => {
  const found = counts(goldOf(ASK), answerOf(ASK, '{recommendation:{agency:Everyone} must {action:sign the visitors’ book at the door}.}'));
  expect(found['kind/recommendation/system']).toBe(2);
  expect(found['kind/recommendation/hit']).toBe(1);
  expect(found['span/agency/all/system']).toBe(2);
  expect(found['span/agency/matched/system']).toBe(1);
});

test('a recommendation that was missed loses its spans end to end, and not where it is left out', () => {
  const found = counts(goldOf(ASK), answerOf('{finding:Tidewell ICB should audit forty files.}'));
  expect(found['span/agency/all/gold']).toBe(1);
  expect(found['span/agency/all/any'] ?? 0).toBe(0);
  expect(found['span/agency/matched/gold'] ?? 0).toBe(0);
});

test('bounds that are off by a word count by overlap and not as exact', () => {
  const found = counts(goldOf(ASK), answerOf('{recommendation:{agency:Tidewell ICB} should audit {action:forty files}.}'));
  expect([found['span/action/all/exact'] ?? 0, found['span/action/all/overlap']]).toEqual([0, 1]);
});

test('levels of both fill the confusion matrix, and the gold’s tier follows from them', () => {
  const found = counts(goldOf(ASK), answerOf(ASK));
  expect(found['level/agency/3>3']).toBe(1);
  expect(found['level/tier/3>3']).toBe(1);
  expect(found['level/whyLink/missing'] ?? 0).toBe(0);
});

test('worn phrases count only where they were coded', () => {
  const gold = goldOf(ASK);
  const answer: Answer = { ...answerOf(ASK), cliches: [{ id: 'x', start: 0, end: 8, use: 'used' }] };
  expect(counts(gold, answer)['cliche/used/system']).toBeUndefined();
  const coded = { ...gold, clichesCoded: true, cliches: [{ id: 'x', start: 0, end: 12, use: 'used' }] };
  expect([counts(coded, answer)['cliche/used/hit'], counts(coded, answer)['cliche/used/system']]).toEqual([1, 1]);
});

test('a repeat is right only where it points to the item that is repeated', () => {
  const gold = goldOf(ASK, FACT, ASK);
  const [first, fact, again] = gold.units;
  const repeated = { ...gold, units: [first, fact, { ...again, repeats: 'g1' }] } as CodedGold;
  const answer = answerOf(ASK, FACT, ASK);
  const pointing = (target: string): Answer => ({ ...answer, units: answer.units.map((unit) => (unit.id === 'ag3' ? { ...unit, repeats: target } : unit)) });
  expect(counts(repeated, pointing('ag1'))['repeats/right']).toBe(1);
  expect(counts(repeated, pointing('ag2'))['repeats/right'] ?? 0).toBe(0);
  expect(counts(repeated, pointing('ag2'))['repeats/hit']).toBe(1);
});

test('errors hold the passage, both answers and the reasons', () => {
  const { errors } = evaluateReview(goldOf(ASK), answerOf('{finding:Tidewell ICB should audit forty files.}'), RUBRIC, true);
  expect(errors).toMatchObject([{ about: 'kind', gold: 'recommendation', judge: 'finding (0.90)', why: ['because'], text: 'Tidewell ICB should audit forty files.' }]);
});
