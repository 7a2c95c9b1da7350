import { describe, expect, it } from 'vitest';
import { hideRare, hideText, hideUnit } from '../../src/corpus/hide.ts';
import { ITEM_COLUMNS, MESSAGE_COLUMNS, metadataColumns, REVIEW_COLUMNS, withoutText } from '../../src/corpus/columns.ts';
import { exampleCritique } from '../support/critique-example.ts';
import { aReview, counted } from '../support/review-records.ts';

/** Every string that stands as a value somewhere in it. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('the form without text', () => {
  it('holds no run of four words of the review, and no name of its file', () => {
    const critique = exampleCritique;
    const hidden = strings(hideText(critique, 7)).join('\n');
    const lines = critique.units.map(({ text }) => text);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(hidden).not.toContain(line.split(' ').slice(0, 4).join(' '));
    expect(hidden).not.toContain(critique.document.source);
    expect(hidden).toContain('R0007');
  });

  it('holds nothing but short ids, and the answers of a checklist', () => {
    expect(new Set(strings(hideText(exampleCritique, 1)).filter((text) => /\s/.test(text)))).toEqual(new Set(['not found']));
    expect(strings(hideUnit(exampleCritique.units[0] as never, 1)).filter((text) => /\s/.test(text))).toEqual([]);
  });

  it('leaves the columns out that hold text, names or cells of the metadata', () => {
    expect(withoutText([...ITEM_COLUMNS, ...metadataColumns(['Partnership'])]).map(({ id }) => id).filter((id) => /^(?:file|text|section|number|questions|submission|meta: .*|.*_words)$/.test(id))).toEqual([]);
    expect(withoutText(REVIEW_COLUMNS).map(({ id }) => id)).not.toContain('file');
    expect(withoutText(MESSAGE_COLUMNS).map(({ id }) => id)).not.toContain('message');
  });

  it('tells what the metadata say only where ten reviews have the same', () => {
    const reviews = Array.from({ length: 10 }, (_, index) => counted(aReview(index + 1, { incident: 'Neglect', age: index === 0 ? '1-5, lived in Ashby' : '1-5' })));
    const hidden = hideRare([...reviews, counted(aReview(11, { incident: 'Neglect', age: '1-5' }), 'same text', 1)]);
    expect(hidden.map(({ record }) => record.incident)).toEqual(Array.from({ length: 11 }, () => 'Neglect'));
    expect(new Set(hidden.map(({ record }) => record.age))).toEqual(new Set([null]));
  });
});
