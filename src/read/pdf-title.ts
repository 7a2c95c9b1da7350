import type { Document } from '../document.ts';
import type { Draft } from './blocks.ts';

/** The file's own title if it is one, else the largest heading on page one. */
export function titleOf(metadata: unknown, document: Document, drafts: readonly Draft[]): string | null {
  const given = typeof metadata === 'string' ? metadata.replace(/\s+/g, ' ').trim() : '';
  if (isSensible(given)) return given;
  let best: { readonly text: string; readonly size: number } | null = null;
  document.blocks.forEach((block, index) => {
    const size = block.size ?? 0;
    if (block.page !== 1 || block.type !== 'heading' || (best !== null && size <= best.size)) return;
    best = { text: drafts[index]?.content.text ?? '', size };
  });
  return (best as { readonly text: string } | null)?.text ?? null;
}

/** "Microsoft Word - draft 3.docx", "untitled", "Report - Area Name - Template" are left-overs of the program. */
function isSensible(title: string): boolean {
  if (title.length < 6 || title.length > 200 || !/\p{L}{3}/u.test(title)) return false;
  if (title.includes('_') && !title.includes(' ')) return false;
  return !/^microsoft (?:word|powerpoint)|^untitled|^document ?\d*$|^(?:template|title|powerpoint presentation|slide \d+)$|\.(?:docx?|pdf|indd|rtf|odt|pptx?|tmp)$|\b(?:area name|insert|xx+)\b|^https?:/i.test(title);
}
