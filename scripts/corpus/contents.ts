import type { Source } from './model.ts';

/** Lines of the made table of contents. Page numbers are reckoned from the length of the text; nobody checks them. */
export function contentsOf(source: Source): { readonly text: string; readonly level: number; readonly page: number }[] {
  const after = source.blocks.findIndex((block) => block.type === 'contents');
  let length = 0;
  return source.blocks.flatMap((block, index) => {
    length += block.text.length;
    const listed = block.type === 'heading' && block.box === null && block.level >= 2 && block.level <= 3 && index > after;
    return listed ? [{ text: block.text, level: block.level, page: Math.floor(length / 2600) + 1 }] : [];
  });
}
