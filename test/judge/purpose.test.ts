import { describe, expect, it } from 'vitest';
import { reasonSpans } from '../../src/judge/purpose.ts';
import { marked, named } from '../support/marked.ts';
import { expectSpans, models, passage } from '../support/judging.ts';

/** Actions, reasons, intended outcomes and methods are marked. */
const SENTENCES: readonly string[] = [
  'The ward should {action:print the rota} {outcome:so that parents know whom to ring}.',
  'The ward should {action:print the rota}, {reason:because calls went to a closed office}.',
  '{reason:Because calls went to a closed office, the ward should print the rota}.',
  'The ward should {action:cut the wait {method:by adding a second clinic}}.',
  'The ward should {action:cut the wait {method:by adding a second clinic}} {outcome:so that babies are seen in time}.',
  'The ward should {action:print the rota} {outcome:so that parents can ring}, {reason:because nobody answered}.',
  'The ward should {action:print the rota}.',
  'The ward should {action:ask {method:using a card}}; snow fell.',
  'It was printed by a printing firm.',
];

describe('reasonSpans', () => {
  it.each(SENTENCES)('%s', (source) => {
    const m = marked(source);
    const found = reasonSpans(passage(m.text), models.measures, named(m, 'action'));
    expectSpans(found.reason, named(m, 'reason'));
    expectSpans(found.outcome, named(m, 'outcome'));
    expectSpans(found.method, named(m, 'method'));
  });

  it('says that what the context gives comes from there', () => {
    expect(reasonSpans(passage('so that parents can ring', 'outcome'), models.measures, []).outcome[0]?.from).toBe('context');
  });
});
