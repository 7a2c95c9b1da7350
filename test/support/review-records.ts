/** Reviews as a batch counts them, made by hand; what a test doesn't name is ordinary. */
import type { Kind, Levels } from '../../src/critique.ts';
import { KINDS } from '../../src/critique.ts';
import type { Counted } from '../../src/corpus/duplicates.ts';
import type { ItemRecord, ReviewRecord } from '../../src/corpus/record.ts';
import { signatureOf } from '../../src/corpus/near.ts';

const NOTHING: Levels = { agency: 0, action: 0, measure: 0, deadline: 0 };

export function anItem(own: Partial<ItemRecord> = {}): ItemRecord {
  return { id: 'r1', number: '1', page: 3, text: 'The Partnership should audit its records.', levels: NOTHING, tier: 'task', actionType: 1, trainingOnly: false, burden: 0, scope: 'local', ...own };
}

export function aReview(n: number, own: Partial<ReviewRecord> = {}): ReviewRecord {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  return {
    n, file: `review-${n}.pdf`, submission: null, plan: false, read: true, found: 'lcspr', type: 'lcspr', pipeline: 'lcspr', reason: 'kind of document as read', year: null, incident: null, age: null, metadata: {},
    sha256: `bytes ${n}`, textSha256: `text ${n}`, signature: signatureOf([]), words: 100, pages: 10, kinds, repeats: 0, items: [anItem()], cliches: {}, messages: [], ...own,
  };
}

export function counted(record: ReviewRecord, left: Counted['left'] = null, of: number | null = null): Counted {
  return { record, left, of };
}
