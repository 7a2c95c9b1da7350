import { describe, expect, it } from 'vitest';
import type { FiledItem } from '../../src/judge/repeats.ts';
import { findRepeats } from '../../src/judge/repeats.ts';

const FULL = 'Holmere ICB should fund a second specialist midwife for the moorland clinics by June 2033.';
const item = (text: string, list: string, number: string | null = null): FiledItem => ({ text, list, number });

/** What each item repeats, by place. */
const TABLE: readonly (readonly [string, readonly FiledItem[], readonly (number | null)[]])[] = [
  ['a summary’s shorter words repeat the full statement', [item('Fund a second specialist midwife for the moorland clinics.', 'summary'), item(FULL, 'list')], [1, null]],
  ['a plan’s row repeats it', [item(FULL, 'list'), item('Fund second specialist midwife, moorland clinics', 'table')], [null, 0]],
  ['the same words twice: the first one stays', [item(FULL, 'list'), item(FULL, 'appendix')], [null, 0]],
  ['items of one list repeat nothing', [item(FULL, 'list'), item(FULL, 'list')], [null, null]],
  ['other words stand alone', [item(FULL, 'list'), item('The constabulary should print the number on every custody card.', 'appendix')], [null, null]],
  ['the same number needs less likeness', [item(FULL, 'list', '3'), item('Specialist midwife to be funded for clinics on the moor, with a driver', 'table', '3')], [null, 0]],
  ['other numbers need more', [item(FULL, 'list', '3'), item('Specialist midwife to meet the clinics’ drivers and porters about winter', 'table', '4')], [null, null]],
  ['two words are too few to tell', [item(FULL, 'list'), item('Specialist midwife', 'table')], [null, null]],
  ['three statements of one: two repeat the fullest', [item(FULL, 'list'), item('Fund a second specialist midwife for the moorland clinics', 'summary'), item('Fund a second specialist midwife for the moorland clinics by June', 'appendix')], [null, 0, 0]],
  ['nothing', [], []],
];

describe('findRepeats', () => {
  it.each(TABLE)('%s', (_, items, expected) => {
    expect(findRepeats(items)).toEqual(expected);
  });

  it('never lets a repeat be repeated', () => {
    const items = ['a', 'b', 'c', 'd'].map((list, index) => item(FULL.split(' ').slice(0, 14 - index).join(' '), list));
    const repeats = findRepeats(items);
    for (const of of repeats) if (of !== null) expect(repeats[of]).toBeNull();
  });
});
