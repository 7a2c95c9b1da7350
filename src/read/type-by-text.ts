import type { Draft } from './blocks.ts';

const REFERENCES = /^(?:references|bibliography|reference list|works cited|sources)$/i;
const CONTENTS = /^(?:table of )?contents$/i;
/** "4.2 Escalation ........ 12", "Escalation  12": a line that ends in its page. */
const CONTENTS_LINE = /^.{2,150}(?:[.…·_]{3,}|\s)\s*\d{1,3}$/;

/** Types that only the words give: what stands under "References", lines of a typed table of contents, captions. For all readers. */
export function typeByText(drafts: readonly Draft[]): Draft[] {
  let under: 'references' | 'contents' | null = null;
  let level = 0;
  return drafts.map((one) => {
    const { text } = one.content;
    if (one.type === 'heading') {
      if (CONTENTS.test(text)) under = 'contents';
      else if (REFERENCES.test(text)) [under, level] = ['references', one.level];
      else if (under !== 'references' || one.level <= level || one.level === 0) under = null;
      return one;
    }
    if (one.type === 'paragraph' && CONTENTS.test(text)) {
      under = 'contents';
      return { ...one, type: 'heading' };
    }
    const plain = (one.type === 'paragraph' || one.type === 'list-item') && one.cell === null;
    if (!plain) return one;
    if (under === 'references') return { ...one, type: 'reference' };
    if (under === 'contents' && CONTENTS_LINE.test(text)) return { ...one, type: 'contents' };
    if (under === 'contents') under = null;
    if (/[.…]{5,}\s*\d{1,3}$/.test(text)) return { ...one, type: 'contents' };
    return /^(?:figure|table|chart|diagram|image) \d{1,2}(?:\.\d{1,2})?\s?[:.–-]/i.test(text) && text.length <= 200 ? { ...one, type: 'caption' } : one;
  });
}
