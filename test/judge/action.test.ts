import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/critique.ts';
import { judgeAction } from '../../src/judge/action.ts';
import type { Action } from '../../src/judge/action.ts';
import { clauseOf, models } from '../support/judging.ts';

function judged(text: string): Action {
  return judgeAction(text, clauseOf(text), models.verbs, (span) => span);
}

const LEVELS: readonly (readonly [Level, string])[] = [
  // B0: a state, feeling or topic; nothing to do.
  [0, 'Staff feel confident.'],
  [0, 'Staff need to be confident.'],
  [0, 'The timeliness of referrals.'],
  // B1: an intention, or a review, a training or a state without more.
  [1, 'Strengthen information sharing.'],
  [1, 'Promote confidence.'],
  [1, 'The Trust should raise awareness of cuckooing.'],
  [1, 'The Trust should remind staff of the policy.'],
  [1, 'The Trust should recirculate the bruising guidance.'],
  [1, 'Review arrangements for missing children.'],
  [1, 'Provide further training on neglect.'],
  [1, 'Audit practice.'],
  [1, 'The Trust should ensure that staff are confident.'],
  [1, 'The Trust should ensure that children are heard.'],
  [1, 'The Trust should consider a new form.'],
  [1, 'Consideration should be given to a shared chronology.'],
  [1, 'Embed professional curiosity.'],
  // B2: a doer could tick it off.
  [2, 'Audit 30 closed cases for a recorded reason for closure.'],
  [2, 'Add a pregnancy question to the custody form.'],
  [2, 'Review the missing-child form so that it asks about debt.'],
  [2, 'Train duty social workers in reading growth charts.'],
  [2, 'The Trust should produce a plan for the closure of the annexe.'],
  [2, 'The Trust should set out how it will fund the night desk.'],
  [2, 'The Home Office should change the law on custody photographs.'],
  [2, 'The ICB should consider options A and B against cost and reach, and decide by 1 June 2033.'],
  [2, 'The Trust and the Council should develop joint training and birth-plan guidance.'],
  [2, 'Pathways for children in most need of support.'],
  [2, 'Learning for home education advisers, stressing the need for a wider assessment.'],
  [2, 'The use of escalation for high-risk cases.'],
  // B3: a deliverable with its how.
  [3, 'Replace the nine-page referral form with two pages built around four questions, tested with six schools, live in the case system after two months.'],
];

describe('judgeAction', () => {
  it.each(LEVELS)('B%i %s', (level, text) => {
    expect(judged(text).level).toBe(level);
  });

  it('takes the level of the highest ask', () => {
    expect(judged('The Trust should raise awareness of cuckooing and add a question to the form.').level).toBe(2);
  });

  it('gives a span an ask', () => {
    const text = 'The Trust should raise awareness of cuckooing and add a question to the form.';
    expect(judged(text).parts.map(({ span }) => text.slice(span.start, span.end))).toEqual(['raise awareness of cuckooing', 'add a question to the form']);
  });

  it('lets the caller cut what belongs to another element', () => {
    const text = 'Publish the guide by June.';
    const { parts } = judgeAction(text, clauseOf(text), models.verbs, ({ start }) => ({ start, end: text.indexOf(' by') }));
    expect(text.slice(parts[0]?.span.start, parts[0]?.span.end)).toBe('Publish the guide');
  });
});

const FLAGS: readonly (readonly [string, readonly string[]])[] = [
  ['Audit 30 closed cases for a signature.', ['audit_only']],
  ['Audit 30 closed cases for a signature and publish the figures on one page.', []],
  ['The Trust should produce a plan for the closure of the annexe.', ['plan_only']],
  ['The ICB should add a second page to the form if resources allow.', ['conditional']],
  ['Provide further training on neglect.', ['training_only']],
  ['Add a question to the form.', []],
];

describe('judgeAction: flags', () => {
  it.each(FLAGS)('%s → %j', (text, flags) => {
    expect(judged(text).flags).toEqual(flags);
  });
});
