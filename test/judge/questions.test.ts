import { describe, expect, it } from 'vitest';
import rubricData from '../../models/rubric.json' with { type: 'json' };
import { questionsFor } from '../../src/judge/questions.ts';
import type { QuestionInput } from '../../src/judge/questions.ts';
import type { Rubric } from '../../src/judge/rubric.ts';

const rubric: Rubric = rubricData;
const WHY = 'Why did competent people act as they did? What made it make sense then?';
const WHAT = 'What would a worker do on Monday that they did not do last Friday?';
const HOW = 'What has to change for this to be possible: time, form, system, contract, authority?';
const WHO = 'Who would you write to? Who reports back, and to whom?';
const KNOW = 'How would you know, a year on, that it made a difference to children? Compared with what?';
const WHEN = 'By when, counted from which event?';
const TRAINING = 'Is knowledge the block? Is there cover to attend? What follows in supervision?';

function ask(more: Partial<QuestionInput>): readonly string[] {
  return questionsFor(
    {
      form: 'directive', levels: { agency: 3, action: 3, measure: 3, deadline: 3 }, flags: [], scope: 'local', trainingOnly: false, actionType: 2,
      clicheBurden: 0, whyLink: null, cliches: [], ...more,
    },
    rubric,
  );
}

const robust = { id: 'robust', text: 'robust', severity: 2, question: 'What would a reader see?' } as const;
const curiosity = { id: 'professional-curiosity', text: 'professional curiosity', severity: 3, question: 'What was not asked?' } as const;
const timely = { id: 'timely', text: 'timely', severity: 1, question: 'Within how many days?' } as const;

describe('questionsFor', () => {
  it('asks nothing of a recommendation that says it all', () => {
    expect(ask({})).toEqual([]);
  });

  it('asks in the order what, who, know, when', () => {
    expect(ask({ levels: { agency: 0, action: 1, measure: 1, deadline: 0 } })).toEqual([WHAT, WHO, KNOW, WHEN]);
  });

  it('asks why first, once causes are judged, and stops at four', () => {
    expect(ask({ whyLink: 0, levels: { agency: 0, action: 1, measure: 1, deadline: 0 } })).toEqual([WHY, WHAT, WHO, KNOW]);
  });

  it('asks how of a task without a how', () => {
    const levels = { agency: 3, action: 2, measure: 3, deadline: 3 } as const;
    expect(ask({ levels })).toEqual([HOW]);
    expect(ask({ levels, hasMethod: true })).toEqual([]);
  });

  it('asks training about the block', () => {
    expect(ask({ trainingOnly: true, levels: { agency: 3, action: 1, measure: 3, deadline: 3 } })).toEqual([TRAINING]);
  });

  it('fills in the cause where the review gives one', () => {
    expect(ask({ whyLink: 1, cause: 'two case systems' })).toEqual(['The cause you give is “two case systems”; this action doesn\'t touch it. Is there one that does?']);
    expect(ask({ whyLink: 1 })[0]).toMatch(/^The review gives a cause/);
  });

  it('asks a mirror of the failure once', () => {
    expect(ask({ whyLink: 0, flags: ['mirror_of_failure'] })).toEqual(['If people already knew this, why will saying it again work?']);
  });

  it('leaves a place to phrases that carry the meaning', () => {
    const levels = { agency: 0, action: 1, measure: 0, deadline: 0 } as const;
    expect(ask({ levels, clicheBurden: 3, cliches: [robust, curiosity, timely] })).toEqual([WHAT, WHO, KNOW, '“professional curiosity”: What was not asked?']);
    expect(ask({ clicheBurden: 1, cliches: [robust, curiosity, timely] })).toEqual(['“professional curiosity”: What was not asked?', '“robust”: What would a reader see?']);
  });

  it('asks no local measure of a national body, and nothing about what could not be read', () => {
    expect(ask({ scope: 'national', levels: { agency: 3, action: null, measure: 0, deadline: 3 } })).toEqual([]);
  });

  it('asks of what is filed as a recommendation and is not one', () => {
    expect(ask({ form: 'fact', levels: { agency: 0, action: 0, measure: 0, deadline: 0 } })).toEqual(['Is this something to know, or something to do? If to do: who would do what?']);
  });

  it('asks for the learning only where links are judged', () => {
    expect(ask({ answers: [] })).toEqual(['Which learning point does this answer?']);
    expect(ask({ answers: ['u1'] })).toEqual([]);
  });
});
