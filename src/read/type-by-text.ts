import type { Draft } from './blocks.ts';

const REFERENCES = /^(?:references|bibliography|reference list|works cited|sources)$/i;
const CONTENTS = /^(?:table of )?contents$/i;
/** "4.2 Escalation ........ 12", "Escalation  12": a line that ends in its page. */
const CONTENTS_LINE = /^.{2,150}(?:[.…·_]{3,}|\s)\s*\d{1,3}$/;

/** Three such lines in a row whose pages don't fall are contents, also without a heading that says so. */
const LEAST_LINES = 3;

function contentsRuns(drafts: readonly Draft[]): Set<number> {
  const found = new Set<number>();
  let run: number[] = [];
  let page = 0;
  const close = (): void => {
    if (run.length >= LEAST_LINES) for (const index of run) found.add(index);
    run = [];
  };
  drafts.forEach((one, index) => {
    const next = pageOfLine(one);
    if (next === null || next < page) close();
    if (next !== null) run.push(index);
    page = next ?? 0;
  });
  close();
  return found;
}

/** "4.2 Escalation  12" → 12; null for what is no such line. */
function pageOfLine(one: Draft): number | null {
  const { text } = one.content;
  const open = one.cell === null && one.box === null && one.type !== 'footnote' && one.type !== 'caption';
  if (!open || text.length > 130 || /[.?!;]\s/.test(text.replace(/^\S+\s/, ''))) return null;
  const page = /^(?=.*\p{L}).{2,}[\s.…·_](\d{1,3})$/u.exec(text)?.[1];
  // "born in March 12" is no such line, "Child A 12" may be
  return page === undefined || /\b(?:and|in|of|by|to|aged?|section|chapter|part|question|recommendation|child|sibling|family|recommendations|finding)\s\d+$/i.test(text) ? null : Number(page);
}

/** Types that only the words give: what stands under "References", lines of a typed table of contents, captions. For all readers. */
export function typeByText(drafts: readonly Draft[]): Draft[] {
  let under: 'references' | 'contents' | null = null;
  let level = 0;
  const runs = contentsRuns(drafts);
  return drafts.map((one, index) => {
    const { text } = one.content;
    if (runs.has(index)) return { ...one, type: 'contents' };
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
    if (/[.…]{5}\s?\d{1,3}$/.test(text)) return { ...one, type: 'contents' };
    return /^(?:figure|table|chart|diagram|image) \d{1,2}(?:\.\d{1,2})?\s?[:.–-]/i.test(text) && text.length <= 200 ? { ...one, type: 'caption' } : one;
  });
}
