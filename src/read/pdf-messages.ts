import { info, warning, type Message } from '../result.ts';
import type { Furniture } from './pdf-furniture.ts';
import type { PdfPage } from './pdf-pages.ts';
import type { Reading } from './reading.ts';

export interface Circumstances {
  readonly pages: readonly PdfPage[];
  readonly furniture: Furniture;
  readonly recogniseFailed: boolean;
  readonly hasRecogniser: boolean;
}

/** What a reader of the result should know about how the file was read. */
export function pdfMessages(name: string, reading: Reading, seen: Circumstances): Message[] {
  const { fidelity, document } = reading;
  const read = new Set(fidelity.ocrPages);
  const scanned = fidelity.imageOnlyPages.filter((page) => !read.has(page));
  const garbled = fidelity.garbledPages.filter((page) => !read.has(page));
  const failed = seen.pages.filter((page) => page.failed).map((page) => page.number);
  const distrusted = seen.pages.filter((page) => page.distrusted).map((page) => page.number);
  const messages: Message[] = [];
  if (document.blocks.length === 0) {
    messages.push(warning('read/no-text', `${name} holds no text that could be read. If it is a scan, run text recognition on it, or ask for the document that it was made from.`));
  }
  if (scanned.length > 0) {
    const remedy = seen.hasRecogniser ? 'Recognition found nothing there; give a clearer scan or the original document.' : 'On the command line --ocr reads such pages; or run text recognition on the file, or give the original document.';
    messages.push(warning('read/scanned-pages', `${say(scanned)} of ${name} ${be(scanned)} pictures without text, so nothing on them was read. ${remedy}`, scanned[0]));
  }
  if (seen.recogniseFailed) messages.push(warning('read/recognition-failed', `Text recognition failed for ${name}. Its scanned pages were left out; try again, or give the original document.`));
  if (garbled.length > 0) {
    messages.push(warning('read/garbled-pages', `The text behind ${say(garbled)} of ${name} is not readable: the file doesn't say which letters its signs are. Give the original document, or a copy made by text recognition.`, garbled[0]));
  }
  if (failed.length > 0) messages.push(warning('read/damaged-pages', `${say(failed)} of ${name} could not be read: the file is damaged there. Export or download it again.`, failed[0]));
  if (fidelity.ocrPages.length > 0) {
    messages.push(info('read/recognised-pages', `${say(fidelity.ocrPages)} of ${name} ${be(fidelity.ocrPages)} read by text recognition, which can mistake letters. Compare what is quoted from there with the page.`, fidelity.ocrPages[0]));
  }
  if (distrusted.length > 0) {
    messages.push(info('read/tags-ignored', `The tags on ${say(distrusted)} of ${name} don't cover the text or are out of order, so the layout was read instead. Nothing needs doing unless the order of the text looks wrong.`, distrusted[0]));
  }
  if (fidelity.emptyPages.length > 0) messages.push(info('read/empty-pages', `${say(fidelity.emptyPages)} of ${name} ${be(fidelity.emptyPages)} empty.`, fidelity.emptyPages[0]));
  if (fidelity.furnitureLines > 0) {
    const samples = seen.furniture.samples.slice(0, 3).map((sample) => `“${sample.length > 60 ? `${sample.slice(0, 57)}…` : sample}”`);
    messages.push(info('read/furniture', `${fidelity.furnitureLines} running heads, feet and page numbers were left out, such as ${samples.join(', ')}.`));
  }
  if (fidelity.charactersKept < 0.98) {
    messages.push(warning('read/characters-lost', `Only ${Math.floor(fidelity.charactersKept * 100)}% of the characters in ${name} are in the reading. Check it against the file, or give the document that the PDF was made from.`));
  }
  return messages;
}

/** "Page 3", "Pages 3, 4 and 9", "Pages 3–12". */
function say(pages: readonly number[]): string {
  const runs: string[] = [];
  for (let index = 0; index < pages.length; index++) {
    const start = pages[index] ?? 0;
    let end = start;
    while (pages[index + 1] === end + 1) end = pages[++index] ?? end;
    runs.push(start === end ? `${start}` : `${start}–${end}`);
  }
  const shown = runs.length > 12 ? [...runs.slice(0, 12), 'others'] : runs;
  const list = shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
  return `${pages.length === 1 ? 'Page' : 'Pages'} ${list}`;
}

function be(pages: readonly number[]): string {
  return pages.length === 1 ? 'is' : 'are';
}
