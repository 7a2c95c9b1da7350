import { UnreadableError, warning, type Message, type Result } from '../result.ts';
import { detect, textFormat } from './detect.ts';
import { readDocx } from './docx.ts';
import { decodeText } from './encoding.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import type { Reading, ReadOptions, SourceFormat } from './reading.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { readText } from './text.ts';

/**
 * Reads a review from the bytes of a file or from pasted text.
 * @throws {UnreadableError} where nothing can be read, with what to do about it.
 */
export async function read(bytes: Uint8Array | string, options: ReadOptions): Promise<Result<Reading>> {
  const format = typeof bytes === 'string' ? textFormat(bytes) : detect(bytes);
  if (typeof bytes === 'string') return checked(readString(bytes, format), []);
  const messages = misnamed(format, options.name);
  if (format === 'pdf') {
    const { readPdf } = await import('./pdf.ts');
    return checked(await readPdf(bytes, options), messages);
  }
  if (format === 'docx') return checked(readDocx(bytes, options), messages);
  if (format === 'xlsx') return checked(readSpreadsheet(bytes), messages);
  const { text, encoding } = decodeText(bytes);
  if (encoding === 'windows-1252') messages.push(warning('read/encoding', 'The text is not UTF-8 and was read as Windows-1252. Check its quotation marks and dashes.'));
  return checked(readString(text, format), messages);
}

function readString(text: string, format: SourceFormat): Result<Reading> {
  if (format === 'html') return readHtml(text);
  return format === 'markdown' ? readMarkdown(text) : readText(text);
}

/** A web page saved under the name of a PDF is common where a download failed: it may hold a log-in page only. */
function misnamed(format: SourceFormat, name: string): Message[] {
  const ending = /\.(pdf|docx)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined || ending === format) return [];
  return [warning('read/misnamed', `The file is named .${ending} but holds ${format === 'html' ? 'a web page' : format}. It was read as that; check that the download was whole.`)];
}

function checked(read: Result<Reading>, messages: readonly Message[]): Result<Reading> {
  if (read.value.document.blocks.length === 0 && read.value.fidelity.format !== 'pdf') {
    throw new UnreadableError('read/no-text', 'The file holds no text that could be read.', 'Check that it is the review itself and not only images of it.');
  }
  return { value: read.value, messages: [...messages, ...read.messages] };
}
