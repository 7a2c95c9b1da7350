import type { PdfItem } from './geometry.ts';
import type { TagNode } from './pdf-tags.ts';

/**
 * Whether a page's tree can be trusted: it covers nine tenths of the text, doesn't call text amid the page an artifact,
 * and doesn't keep jumping up the page.
 */
export function trustTree(tree: TagNode, items: readonly PdfItem[], height: number): boolean {
  const order: string[] = [];
  contentOrder(tree, order);
  const places = new Map(order.map((id, index) => [id, index]));
  let covered = 0;
  let all = 0;
  let hidden = 0;
  for (const item of items) {
    const amid = item.y > height * 0.1 && item.y < height * 0.9;
    if (item.artifact && !amid) continue;
    all += item.text.length;
    if (item.artifact) hidden += item.text.length;
    else if (item.content !== null && places.has(item.content)) covered += item.text.length;
  }
  if (all === 0) return true;
  return covered >= all * 0.9 - 2 && hidden <= all * 0.1 && !jumps(items, places);
}

function contentOrder(node: TagNode, order: string[]): void {
  if (node.type === 'content' && node.id !== undefined) order.push(node.id);
  for (const child of node.children ?? []) contentOrder(child, order);
}

/** Whether reading in tag order goes up the page, in the same column, more than now and then. */
function jumps(items: readonly PdfItem[], places: ReadonlyMap<string, number>): boolean {
  const inOrder = items.filter((item) => item.content !== null && places.has(item.content)).sort((a, b) => (places.get(a.content ?? '') ?? 0) - (places.get(b.content ?? '') ?? 0) || a.index - b.index);
  let up = 0;
  let lines = 0;
  for (let index = 1; index < inOrder.length; index++) {
    const [before, after] = [inOrder[index - 1] as PdfItem, inOrder[index] as PdfItem];
    if (Math.abs(after.y - before.y) < before.size * 0.8) continue;
    lines++;
    if (after.y > before.y && after.x < before.x + before.width && before.x < after.x + after.width) up++;
  }
  return up >= 4 && up > lines * 0.2;
}
