import { expect, test } from 'vitest';
import type { Critique } from '../../src/critique.ts';
import { jsonLines, shapeOf } from '../../src/research/adapters.ts';
import { challengeDocument, challengeItem, challengeReport, orderShare, scoreChallenge } from '../../src/research/challenge.ts';
import { labelledReport, labelledUnit, scoreLabelled } from '../../src/research/labelled.ts';
import { exampleCritique } from '../support/critique-example.ts';

test('the shape of a file is told by its fields', () => {
  expect(shapeOf(jsonLines('{"file":"a.pdf","text":"x","label":"other"}\n\n'))).toBe('labelled');
  expect(shapeOf(jsonLines('{"id":"1","text":"x","kind":"other","authors_verdict":"weak"}'))).toBe('challenge');
  expect(shapeOf(jsonLines('{"id":"1"}'))).toBeNull();
  expect(shapeOf([])).toBeNull();
  expect(() => jsonLines('{}\n{')).toThrow('line 2 is not JSON');
});

test.each([['b The use of maps.', 'The use of maps.'], ['• Maps.', 'Maps.'], ['A map is needed.', 'A map is needed.'], ['“Maps” are needed.', '“Maps” are needed.'], ['a map', 'a map']])('a bullet is taken off: %s', (written, text) => {
  expect(labelledUnit({ text: written, label: 'learning_point' })).toMatchObject({ text, label: 'learning-point', borderline: false });
});

/** The example critique with its units laid out as one text. */
function laidOut(): Critique {
  const text = exampleCritique.units.map((unit) => `${unit.text}\n`).join('');
  let start = 0;
  const units = exampleCritique.units.map((unit) => {
    const moved = { ...unit, start, end: start + unit.text.length };
    start = moved.end + 1;
    return moved;
  });
  return { ...exampleCritique, document: { ...exampleCritique.document, text }, units };
}

test('labelled passages are found in the document, part of a unit or in other spacing, and compared', () => {
  const critique = laidOut();
  const asked = critique.units.find(({ kind }) => kind === 'recommendation');
  const units = [
    labelledUnit({ file: 'a.pdf', text: `b ${asked?.text.toUpperCase() ?? ''}`, label: 'recommendation', agency: null }),
    labelledUnit({ file: 'a.pdf', text: 'Nothing of this stands anywhere in that document', label: 'finding' }),
  ];
  const scored = scoreLabelled(units, critique);
  expect(scored.judge).toMatchObject({ 'clear/recommendations': 1, 'clear/recommendations/taken': 1, 'clear/others': 1 });
  expect(scored.disagreements).toMatchObject([{ judge: 'not read', label: 'finding' }]);
  const report = labelledReport('x', [scored]);
  expect(report.figures[0]).toMatchObject({ id: 'recall of recommendations', value: 1, low: null, n: 1 });
  expect(report.units).toBe(2);
});

test('the share of pairs in order: above is one, a tie a half, below nothing', () => {
  const at = (tier: number, index: number): { tier: number; index: number } => ({ tier, index });
  expect(orderShare([at(3, 42)], [at(1, 33), at(3, 42), at(4, 50), at(3, 20)], true)).toBe(0.625);
  expect(orderShare([at(3, 42)], [at(3, 20)], false)).toBe(0.5);
  expect(orderShare([], [at(1, 1)], true)).toBeNull();
});

test('an item takes its highest recommendation; one without any stands lowest, with the reason', () => {
  const item = challengeItem({ id: 'C1', text: 'Do  it.', kind: 'recommendation', authors_verdict: 'strong' });
  expect(challengeDocument(item)).toBe('Recommendations\n\n1. Do it.\n');
  const best = scoreChallenge(item, exampleCritique);
  const none = scoreChallenge({ ...item, id: 'C2', verdict: 'weak' }, { ...exampleCritique, recommendations: [] });
  expect(best.tier).toBeGreaterThan(none.tier);
  expect(none).toMatchObject({ tier: 0, index: 0, clicheBurden: null });
  expect(none.reasons[0]).toMatch(/^taken for /);
  const report = challengeReport('x', [best, none]);
  expect(report.figures[0]).toMatchObject({ value: 1, n: 1 });
  expect(report.scores.map(({ id }) => id)).toEqual(['C1', 'C2']);
});
