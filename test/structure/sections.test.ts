import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document.ts';
import { sectionsOf } from '../../src/structure/sections.ts';
import { documentOf, models } from '../support/judging.ts';

/** Title, own role and role of the section in which the block that opens with `words` stands. */
function sectionAt(document: Document, words: string) {
  const index = document.blocks.findIndex(({ start }) => document.text.startsWith(words, start));
  const section = sectionsOf(document, models.headings)[index];
  return section === undefined ? undefined : { title: section.title, own: section.ownRole, role: section.role, mixed: section.mixed };
}

describe('sectionsOf', () => {
  it('files what stands before the first heading under none', () => {
    expect(sectionAt(documentOf('Opening words stand here.\n\n# Recommendations\n\nLater words.'), 'Opening')).toMatchObject({ title: '', role: null });
  });

  it('hands a role down to headings that say nothing', () => {
    const document = documentOf('# Recommendations\n\n## Housing\n\nAsk the landlord.');
    expect(sectionAt(document, 'Ask')).toEqual({ title: 'Housing', own: null, role: 'recommendations', mixed: false });
  });

  it('lets a nearer heading speak over the one above', () => {
    const document = documentOf('# Recommendations\n\n## Good practice\n\nThe porter stayed.');
    expect(sectionAt(document, 'The porter')).toMatchObject({ own: 'good-practice', role: 'good-practice' });
  });

  it('closes a section at the next heading of its level', () => {
    const document = documentOf('# Review\n\n## Recommendations\n\nAsk.\n\n## The winter\n\nIt snowed.');
    expect(sectionAt(document, 'It snowed')).toMatchObject({ title: 'The winter', role: null });
  });

  it('says where a heading names more than one thing', () => {
    expect(sectionAt(documentOf('# Learning and recommendations\n\nAsk.'), 'Ask')).toMatchObject({ mixed: true });
  });

  it('is sure where a heading names one thing', () => {
    expect(sectionAt(documentOf('# Recommendations\n\nAsk.'), 'Ask')).toMatchObject({ mixed: false });
  });

  it('takes levels from dotted numbers where the reader knows none', () => {
    const text = '4 Recommendations\n4.1 Housing\nAsk.\n5 The winter\nIt snowed.\n';
    const block = (type: 'heading' | 'paragraph', words: string, number?: string) => {
      const start = text.indexOf(words);
      const marker = number === undefined ? null : { text: number, start: start - number.length - 1, end: start - 1 };
      return { type, start, end: start + words.length, page: null, level: 0, marker, cell: null, box: null, size: null, bold: false };
    };
    const document: Document = { text, pages: [], pageCount: null, title: null, blocks: [block('heading', 'Recommendations', '4'), block('heading', 'Housing', '4.1'), block('paragraph', 'Ask.'), block('heading', 'The winter', '5'), block('paragraph', 'It snowed.')] };
    expect(sectionAt(document, 'Ask')).toMatchObject({ title: 'Housing', role: 'recommendations' });
    expect(sectionAt(document, 'It snowed')).toMatchObject({ role: null });
  });
});
