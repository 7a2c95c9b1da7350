import { describe, expect, it } from 'vitest';
import type { DocumentKind, Kind } from '../../src/critique.ts';
import { KINDS } from '../../src/critique.ts';
import { documentMessages } from '../../src/judge/notes.ts';
import { loadPipeline } from '../../src/node/pipelines.ts';
import { documentOf, models } from '../support/judging.ts';

const PIPELINE = loadPipeline('lcspr').config;
const NONE = Object.fromEntries(KINDS.map((name) => [name, 0])) as Record<Kind, number>;

function rules(text: string, { kind = 'lcspr', items = 3, pages = null }: { readonly kind?: DocumentKind; readonly items?: number; readonly pages?: number | null } = {}): string[] {
  return documentMessages({ ...documentOf(text), pageCount: pages }, kind, NONE, items, PIPELINE, models.rubric).map(({ rule }) => rule);
}

const ENGLISH = 'The nurse rang the school on the day of the storm and nobody at the desk was there to take the call. '.repeat(4);
const WELSH = 'Ffoniodd y nyrs yr ysgol ar ddiwrnod y storm ac nid oedd neb wrth y ddesg er mwyn derbyn yr alwad honno. '.repeat(4);

describe('documentMessages', () => {
  it('says nothing of an ordinary review', () => {
    expect(rules(ENGLISH)).toEqual([]);
  });
  it('says that the text is in another language', () => {
    expect(rules(WELSH)).toEqual(['read/language']);
  });
  it('does not judge the language of a few words', () => {
    expect(rules('Ffoniodd y nyrs.')).toEqual([]);
  });
  it('says that there are more pages than the pipeline is meant for', () => {
    expect(rules(ENGLISH, { pages: 2001 })).toEqual(['read/too-many-pages']);
  });
  it('says that no recommendations were found', () => {
    expect(rules(ENGLISH, { items: 0 })).toEqual(['kind/no-recommendations']);
  });
  it('says that none is usual for a rapid review', () => {
    expect(documentMessages(documentOf(ENGLISH), 'rapid-review', NONE, 0, PIPELINE, models.rubric)[0]?.text).toContain('usual for a rapid review');
  });
  it('says that there are many recommendations', () => {
    expect(rules(ENGLISH, { items: 40 })).toEqual(['flag/recommendation-count']);
  });
  it('does not count the lines of a list or an action plan against it', () => {
    expect([...rules(ENGLISH, { items: 40, kind: 'list' }), ...rules(ENGLISH, { items: 40, kind: 'action-plan' })]).toEqual([]);
  });
});
