import { read } from '../../src/read/read.ts';

/** One line a block: type, level or cell, and the text with its marker. */
export async function printed(source: Uint8Array | string): Promise<string[]> {
  const { document } = (await read(source, { name: 'a' })).value;
  return document.blocks.map((block) => {
    const place = block.cell === null ? (block.level > 0 ? ` ${block.level}` : '') : ` ${block.cell.row},${block.cell.column}${block.cell.header ? 'h' : ''}`;
    return `${block.type}${place}: ${document.text.slice(block.marker?.start ?? block.start, block.end)}`;
  });
}
