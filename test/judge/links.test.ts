import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/critique.ts';
import type { LinkUnit } from '../../src/judge/links.ts';
import { findLinks, linkLooks } from '../../src/judge/links.ts';
import { models } from '../support/judging.ts';

function unit(id: string, kind: Kind, text: string, more: Partial<LinkUnit> = {}): LinkUnit {
  return { id, kind, text, section: null, number: null, item: kind === 'recommendation' ? `item ${id}` : null, repeats: null, ...more };
}

function links(units: readonly LinkUnit[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...findLinks(units, models.links).entries()].map(([id, list]) => [id, list.map((link) => `${link.unit} ${link.by}`)]));
}

const LEARNING = [
  unit('l1', 'learning-point', 'A letter that is read on Thursdays is no alarm.', { number: '1', section: 'Learning' }),
  unit('l2', 'learning-point', 'A booking form with one box hides the second adult.', { number: '2', section: 'Learning' }),
];

describe('findLinks', () => {
  it('takes what the text states first', () => {
    const found = findLinks([...LEARNING, unit('r1', 'recommendation', 'The Trust should ring (Learning point 1).', { section: 'Recommendations' })], models.links).get('r1');
    expect(found?.[0]).toEqual({ unit: 'l1', by: 'stated', confidence: 1 });
  });

  it('reads several numbers and paragraphs', () => {
    const paragraph = unit('f1', 'finding', 'The inbox was closed.', { number: '4.2', section: 'Analysis' });
    expect(links([...LEARNING, paragraph, unit('r1', 'recommendation', 'Ring at once (learning points 1 and 2; paragraph 4.2).', { section: 'Asks' })])['r1']?.filter((link) => link.endsWith('stated')).sort()).toEqual(['f1 stated', 'l1 stated', 'l2 stated']);
  });

  it('follows a heading that carries the number', () => {
    const finding = unit('f1', 'finding', 'The record has one box.', { section: '4.1 Finding 1: Forms' });
    expect(links([finding, unit('r1', 'recommendation', 'Replace the field, as the record has room for one adult (Finding 1).', { section: 'Asks' })])['r1']).toEqual(['f1 stated']);
  });

  it('links no repeat and nothing but learning and findings', () => {
    const other = unit('o1', 'other', 'The booking form has one box.', { section: 'Learning' });
    const repeat = unit('r2', 'recommendation', 'The Trust should ring (Learning point 1).', { repeats: 'r1' });
    expect(links([other, ...LEARNING, repeat])).toEqual({});
  });

  it('gives a confidence below 1 to what is inferred', () => {
    const all = [...findLinks([...LEARNING, unit('r1', 'recommendation', 'As the booking form has one box for an adult, replace the booking form with one that has room for a second adult.', { section: 'Learning' })], models.links).values()].flat();
    expect(all.filter(({ by, confidence }) => by === 'inferred' && (confidence < models.links.threshold || confidence > 1))).toEqual([]);
  });

  it.each([
    ['see 4.12', unit('f1', 'finding', 'The inbox was closed.', { number: '4.12', section: '4 Analysis' })],
    ['paragraph 4.1', unit('f1', 'finding', 'The inbox was closed.', { number: '4.1.2', section: '4 Analysis' })],
    ['Theme 1', unit('l1', 'learning-point', 'An inbox needs a reader.', { section: 'Theme one: Letters' })],
    ['finding A3', unit('f1', 'finding', 'The inbox was closed.', { number: '3', section: 'Question A. Who knew?' })],
    ['section 5', unit('f1', 'finding', 'The inbox was closed.', { section: '5 Letters' })],
  ])('follows "(%s)"', (words, target) => {
    const other = unit('f9', 'finding', 'Nobody rang the school about the fare.', { number: '7.7', section: '7 School' });
    expect(links([other, target, unit('r1', 'recommendation', `Ring at once (${words}).`, { section: 'Asks' })])['r1']).toEqual([`${target.id} stated`]);
  });

  it('adds nothing to what is stated, and weighs all others against each other and none', () => {
    const looks = linkLooks([...LEARNING, unit('r1', 'recommendation', 'Replace the booking form.', { section: 'Asks' })], models.links);
    const [look] = looks;
    const sum = (look?.options ?? []).reduce((total, { share }) => total + share, 0);
    expect(sum).toBeCloseTo(look?.any ?? -1);
    expect(look?.options.map(({ likeness }) => likeness > 0)).toEqual([false, true]);
  });
});
