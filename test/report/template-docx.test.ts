import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/read.ts';
import { templateDocx } from '../../src/report/template-docx.ts';
import { models } from '../support/judging.ts';

const LISTS = [...models.checklists.values()];

function documentXml(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
}

describe.each(LISTS.map((list) => [list.id, list] as const))('the template of the checklist %s', (_, list) => {
  it('asks the questions of its entries, as prompts of one style', () => {
    const xml = documentXml(templateDocx(list));
    const prompts = [...xml.matchAll(/<w:pStyle w:val="SecondQuestion"\/><\/w:pPr><w:r><w:t xml:space="preserve">([^<]*)/gu)].map(([, text]) => text);
    const unasked = list.entries.filter(({ question }) => !prompts.includes(question)).map(({ id }) => id);
    // A rapid review is short: what belongs to a full review alone is not asked of it.
    expect(unasked).toEqual(list.id === 'lcspr' ? [] : ['practitioner-involvement', 'methodology', 'statutory-text', 'detailed-chronology', 'executive-summary', 'action-plan']);
    expect(prompts.filter((text) => text?.includes('press Delete'))).toHaveLength(1);
  });

  it('is read by our own reader as headings and tables, without the prompts', async () => {
    const { value, messages } = await read(templateDocx(list), { name: 'template.docx' });
    const headings = value.document.blocks.filter(({ type }) => type === 'heading').map(({ start, end }) => value.document.text.slice(start, end));
    expect(headings).toEqual(expect.arrayContaining(list.template.map(({ heading }) => heading.replace(/^\d /u, ''))));
    expect(value.document.text).not.toContain('?');
    expect(messages.map(({ rule }) => rule)).toContain('read/prompts');
  });

  it('has no prompts where none are wanted, and no boxes to tick', () => {
    const xml = documentXml(templateDocx(list, false));
    expect(xml).not.toContain('SecondQuestion');
    expect(documentXml(templateDocx(list))).not.toMatch(/☐|□|w14:checkbox/u);
  });

  it('comes out in the same bytes', () => {
    expect(templateDocx(list)).toEqual(templateDocx(list));
  });
});
