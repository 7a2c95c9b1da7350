import { describe, expect, it } from 'vitest';
import { markDuplicates } from '../../src/corpus/duplicates.ts';
import { signatureOf } from '../../src/corpus/near.ts';
import { aReview } from '../support/review-records.ts';

const long = (from: number): string => Array.from({ length: 400 }, (_, index) => `word${from + index}`).join(' ');

describe('what is counted once', () => {
  it.each([
    ['the same bytes', { sha256: 'a' }, { sha256: 'a' }, 'same bytes', 1],
    ['the same text in another format', { textSha256: 't' }, { textSha256: 't' }, 'same text', 1],
    ['nearly the same text', { signature: signatureOf([long(0)]) }, { signature: signatureOf([`${long(0)} a late page`]) }, 'nearly the same text', 1],
    ['two reviews of their own', {}, {}, null, null],
    ['a plan', {}, { plan: true }, 'plan of a submission', null],
    ['a file that could not be read, and whose empty text others share', { textSha256: '' }, { read: false, textSha256: '' }, 'not read', null],
  ] as const)('%s', (_, first, second, left, of) => {
    expect(markDuplicates([aReview(1, first), aReview(2, second)])[1]).toMatchObject({ left, of });
  });

  it('leads every copy to the first of all', () => {
    const marked = markDuplicates([aReview(1, { sha256: 'a', textSha256: 't' }), aReview(2, { textSha256: 't', sha256: 'b' }), aReview(3, { sha256: 'b' })]);
    expect(marked.map(({ of }) => of)).toEqual([null, 1, 1]);
  });

  it('never takes an unread file for a copy', () => {
    const marked = markDuplicates([aReview(1, { read: false, sha256: 'a' }), aReview(2, { read: false, sha256: 'a' })]);
    expect(marked.map(({ left, of }) => [left, of])).toEqual([['not read', null], ['not read', null]]);
  });
});
