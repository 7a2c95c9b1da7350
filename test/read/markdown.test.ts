import { expect, it } from 'vitest';
import { read } from '../../src/read/read.ts';
import { printed } from './printed.ts';

const SOURCE = `# Review\n\n## 4 Findings\n\nText with \\*stars\\* &amp; **bold**\nin two lines.\n\n- one\n  - two\n\n1) first\n1) second\n\n> quoted\n\n| Action | Owner |\n|---|---|\n| Audit | ICB |\n\n[^1]: A note\n`;

it('reads Markdown', async () => {
  expect(await printed(SOURCE)).toEqual(['heading 1: Review', 'heading 2: 4 Findings', 'paragraph: Text with *stars* & bold in two lines.', 'list-item: • one', 'list-item 1: • two', 'list-item: 1) first', 'list-item: 2) second', 'quote: quoted', 'table-cell 0,0h: Action', 'table-cell 0,1h: Owner', 'table-cell 1,0: Audit', 'table-cell 1,1: ICB', 'footnote: [^1]: A note']);
});

it('leads back to the source', async () => {
  const { document, origin } = (await read(SOURCE, { name: 'a' })).value;
  const at = document.text.indexOf('stars');
  const segment = [...(origin?.starts ?? [])].findLastIndex((start) => start <= at);
  expect((origin?.offsets[segment] ?? 0) + at - (origin?.starts[segment] ?? 0)).toBe(SOURCE.indexOf('stars'));
});
