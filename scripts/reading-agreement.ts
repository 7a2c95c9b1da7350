/**
 * How well two readings of a tagged PDF agree: by its structure tree, and by its geometry alone.
 * Usage: npx tsx scripts/reading-agreement.ts FILE.pdf… [--differences]
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Document } from '../src/document.ts';
import { readPdf } from '../src/read/pdf.ts';

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const showDifferences = process.argv.includes('--differences');

for (const file of files) {
  const bytes = new Uint8Array(readFileSync(file));
  const name = basename(file);
  const byTags = (await readPdf(bytes, { name })).value;
  const byGeometry = (await readPdf(bytes, { name, ignoreTags: true })).value;
  const there = share(byTags.document, byGeometry.document);
  const back = share(byGeometry.document, byTags.document);
  const headings = share(byTags.document, byGeometry.document, (type) => type === 'heading', true);
  const headingsBack = share(byGeometry.document, byTags.document, (type) => type === 'heading', true);
  console.log([name.slice(0, 50).padEnd(50), byTags.fidelity.structure, `blocks ${there.share} ${back.share}`, `headings ${headings.share} ${headingsBack.share}`, `kept ${byTags.fidelity.charactersKept} ${byGeometry.fidelity.charactersKept}`].join('  '));
  if (!showDifferences) continue;
  for (const text of there.missing) console.log(`  tags only:     ${text}`);
  for (const text of back.missing) console.log(`  geometry only: ${text}`);
  for (const text of headings.missing) console.log(`  heading by tags only:     ${text}`);
  for (const text of headingsBack.missing) console.log(`  heading by geometry only: ${text}`);
}

/** Share of the first document's blocks whose words stand in one block of the second (as the whole of it, if `exact`). */
function share(from: Document, to: Document, wanted: (type: string) => boolean = () => true, exact = false): { readonly share: string; readonly missing: readonly string[] } {
  const others = to.blocks.filter((block) => !exact || wanted(block.type)).map((block) => normal(to.text.slice(block.start, block.end)));
  const whole = new Set(others);
  const all = others.join('\n');
  const texts = from.blocks.filter((block) => wanted(block.type)).map((block) => normal(from.text.slice(block.start, block.end))).filter((text) => text !== '');
  const missing = texts.filter((text) => !(exact ? whole.has(text) : all.includes(text)));
  const value = texts.length === 0 ? 1 : 1 - missing.length / texts.length;
  return { share: value.toFixed(3), missing };
}

function normal(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
