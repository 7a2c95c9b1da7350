import { describe, expect, it } from 'vitest';
import type { Item, Level, Recommendation } from '../../src/critique.ts';
import { changesThatHelp } from '../../src/judge/changes.ts';
import type { ChangesInput } from '../../src/judge/changes.ts';
import { CHANGE_KINDS } from '../../src/judge/change-kinds.ts';

interface Sketch {
  readonly levels?: readonly [Level | null, Level | null, Level | null, Level | null];
  readonly tier?: Item['tier'];
  readonly more?: Partial<Recommendation>;
  readonly phrase?: { readonly text: string; readonly group: string };
}

/** A review from sketches of its recommendations, numbered from 1. */
function review(...sketches: readonly Sketch[]): ChangesInput {
  const items = sketches.map((sketch, index): Item => {
    const [agency, action, measure, deadline] = sketch.levels ?? [3, 3, 3, 3];
    return { id: `r${index + 1}`, number: String(index + 1), units: [`u${index + 1}`], levels: { agency, action, measure, deadline }, tier: sketch.tier ?? 'clear' };
  });
  const none = { agency: [], action: [], measure: [], deadline: [], method: [], reason: [], outcome: [], target: [] };
  const recommendations = items.map((item, index): Recommendation => ({
    unit: `u${index + 1}`, item: item.id, form: 'directive', misfiled: false, scope: 'local', elements: none, parts: [], levels: item.levels, levelsOwn: item.levels,
    specificity: 50, tier: item.tier, actionType: 2, trainingOnly: false, clicheBurden: 0, whyLink: null, answers: [], flags: [], rules: [], frame: '', questions: [],
    ...sketches[index]?.more,
  }));
  const cliches = sketches.flatMap(({ phrase }, index) => (phrase === undefined ? [] : [{ id: 'x', unit: `u${index + 1}`, severity: 3 as const, use: 'used' as const, ...phrase }]));
  return { items, recommendations, cliches };
}

function ids(...sketches: readonly Sketch[]): readonly string[] {
  return changesThatHelp(review(...sketches)).map(({ id }) => id);
}

describe('changesThatHelp', () => {
  it('asks nothing of a review that says it all, or has no recommendations', () => {
    expect(ids({})).toEqual([]);
    expect(changesThatHelp(review())).toEqual([]);
  });

  it('names the items, groups them by what they lack and keeps the order what, who, know, when', () => {
    const changes = changesThatHelp(review({ levels: [3, 3, 0, 3] }, { levels: [0, 1, 0, 0], tier: 'aspiration' }, { levels: [3, 3, 1, 0] }));
    expect(changes.map(({ id, items }) => `${id} ${items.join(' ')}`)).toEqual(['what/action R2', 'who/owner R2', 'know/effect R1 R2 R3', 'when/date R2 R3']);
    expect(changes[2]).toEqual({
      id: 'know/effect', items: ['R1', 'R2', 'R3'], needs: 'agreement',
      text: 'R1, R2 and R3: the text doesn’t yet say how anyone would see a difference. Compare what, with what, when?',
    });
  });

  it('says nothing about causes while they aren’t judged, and puts them first once they are', () => {
    expect(ids({ levels: [3, 3, 0, 3] })).toEqual(['know/effect']);
    expect(ids({ levels: [3, 3, 0, 3], more: { whyLink: 0 } })).toEqual(['why/cause', 'know/effect']);
    expect(ids({ more: { whyLink: 0, flags: ['mirror_of_failure'] } })).toEqual(['why/mirror']);
  });

  it('gives at most five, at most one of them about dates', () => {
    const all = review(
      { levels: [0, 1, 0, 0], tier: 'aspiration', more: { whyLink: 0 } }, { levels: [0, 1, 0, 2], tier: 'aspiration', more: { whyLink: 1, trainingOnly: true } },
      { levels: [3, 2, 2, 1], more: { whyLink: 0, flags: ['mirror_of_failure'] } }, { levels: [0, 2, 0, 2], more: { clicheBurden: 2 }, phrase: { text: 'robust', group: 'worn-phrase' } },
    );
    const changes = changesThatHelp(all);
    expect(changes).toHaveLength(5);
    expect(changes.filter(({ id }) => id.startsWith('when/')).length).toBeLessThan(2);
  });

  it('asks no local measure of a national body', () => {
    expect(ids({ levels: [3, 3, 0, 3], more: { scope: 'national' } })).toEqual([]);
  });

  it('tells wording from agreement', () => {
    const changes = changesThatHelp(review({ tier: 'not-a-recommendation', levels: [0, 0, 0, 0], more: { misfiled: true } }, { more: { clicheBurden: 2 }, phrase: { text: 'Robust', group: 'worn-phrase' } }));
    expect(changes.map(({ id, needs }) => `${id} ${needs}`)).toEqual(['what/misfiled wording', 'what/phrases wording']);
    expect(changes[1]?.text).toContain('“Robust”');
  });

  it('speaks of words that can place blame without calling them clichés', () => {
    const [change] = changesThatHelp(review({ phrase: { text: 'lifestyle choice', group: 'blame' } }));
    expect(change?.text).toBe('R1: “lifestyle choice” can be read as placing blame on a child or family. Say what happened and who did it.');
  });

  it('notices a review in which all rests on memory', () => {
    expect(ids({ more: { actionType: 0 } }, { more: { actionType: 1 } })).toEqual(['what/memory']);
    expect(ids({ more: { actionType: 0 } }, { more: { actionType: 3 } })).toEqual([]);
  });

  it('cuts a long list of names in the line, not in the data', () => {
    const [change] = changesThatHelp(review(...Array.from({ length: 12 }, () => ({ levels: [3, 3, 0, 3] as const }))));
    expect(change?.text).toMatch(/^R1, R2, R3, R4, R5, R6, R7 and 5 more: /);
    expect(change?.items).toHaveLength(12);
  });

  it('leaves alone what could not be read', () => {
    expect(ids({ levels: [null, null, null, null] })).toEqual([]);
  });

  it('never asks for more recommendations, audits or training', () => {
    for (const kind of CHANGE_KINDS) expect(kind.says([]), kind.id).not.toMatch(/\b(?:audit|more recommendations|more training|train (?:all|staff)|add a recommendation)\b/i);
  });
});
