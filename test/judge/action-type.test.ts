import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/critique.ts';
import { judgeAction } from '../../src/judge/action.ts';
import { judgeActionType } from '../../src/judge/action-type.ts';
import { clauseOf, models } from '../support/judging.ts';

const TYPES: readonly (readonly [Level, string])[] = [
  [0, 'Remind staff of the policy.'],
  [0, 'Recirculate the rules.'],
  [0, 'Raise awareness of cuckooing.'],
  [0, 'The Trust should consider its culture.'],
  [0, 'Encourage managers to check.'],
  [1, 'Update the protocol.'],
  [1, 'Deliver two workshops for duty staff on growth charts.'],
  [1, 'Audit 30 closed cases for a signature.'],
  [1, 'Provide further training on neglect.'],
  [2, 'Add a GP alert for missed blood tests to the record system.'],
  [2, 'Appoint a key worker for each family with the authority to call meetings.'],
  [2, 'Introduce a new closure checklist with four questions.'],
  [2, 'Hold a joint visit with housing within the first month of each plan.'],
  [3, 'Set up the system so that a case cannot be closed without a second manager’s entry.'],
  [3, 'Amend the contract so that both parents are seen.'],
  [3, 'The Home Office should change the law on custody photographs.'],
];

describe('judgeActionType', () => {
  it.each(TYPES)('S%i %s', (level, text) => {
    const action = judgeAction(text, clauseOf(text), models.verbs, (span) => span);
    expect(judgeActionType(text, action, models.verbs).level).toBe(level);
  });

  it('does not look above “weaker” where nothing could be ticked off', () => {
    const text = 'Improve IT alerts.';
    const action = judgeAction(text, clauseOf(text), models.verbs, (span) => span);
    expect(judgeActionType(text, action, models.verbs).level).toBeLessThanOrEqual(1);
  });
});
