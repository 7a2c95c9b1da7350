import { UnreadableError } from '../result.ts';
import { decodeText } from './encoding.ts';
import { openPackage } from './ooxml-zip.ts';
import type { SourceFormat } from './reading.ts';

/** The format by its bytes, never by its name; an UnreadableError says what else it is and what to do. */
export function detect(bytes: Uint8Array): SourceFormat {
  if (bytes.length === 0) throw new UnreadableError('read/empty', 'The file is empty.', 'Check that it was saved or downloaded whole.');
  const head = latin(bytes.subarray(0, 1024));
  // Some programs write a few bytes before the mark; Acrobat and pdf.js look at the first 1,024 bytes too.
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipFormat(bytes);
  refuseKnown(bytes, head);
  return textFormat(decodeText(bytes).text);
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function zipFormat(bytes: Uint8Array): SourceFormat {
  const { names, part } = openPackage(bytes);
  const types = part('[Content_Types].xml');
  if (types !== null && (names.some((name) => /^word\/document\d*\.xml$/i.test(name)) || decodeText(types).text.includes('wordprocessingml'))) return 'docx';
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  if (names.some((name) => name.startsWith('ppt/'))) throw wrong('read/slides', 'This is a PowerPoint file.', 'Save the slides as PDF and read that.');
  const kind = part('mimetype');
  const mime = kind === null ? '' : decodeText(kind).text;
  if (mime.includes('opendocument.text')) throw wrong('read/odt', 'This is an OpenDocument text (.odt).', 'Open it in LibreOffice or Word and save it as .docx.');
  if (mime.includes('opendocument.spreadsheet')) throw sheet();
  if (names.some((name) => name.toLowerCase().endsWith('.pages') || name.startsWith('Index/'))) throw wrong('read/pages', 'This is a file of Apple Pages.', 'Export it from Pages as Word (.docx) or PDF.');
  throw wrong('read/zip', 'This is a zip archive and no Word file.', 'Unpack it and read the files in it one by one.');
}

function sheet(): UnreadableError {
  return wrong('read/spreadsheet', 'This is a spreadsheet.', 'Give it as an action plan beside the review, or save the review itself as .docx or PDF.');
}

function wrong(rule: string, cause: string, remedy: string): UnreadableError {
  return new UnreadableError(rule, cause, remedy);
}

const IMAGES: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'a PNG image'], ['\xff\xd8\xff', 'a JPEG image'], ['GIF8', 'a GIF image'], ['II*\0', 'a TIFF image'], ['MM\0*', 'a TIFF image'], ['BM', 'a bitmap image'],
];

function refuseKnown(bytes: Uint8Array, head: string): void {
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw oldOffice(bytes);
  if (head.startsWith('{\\rtf')) throw wrong('read/rtf', 'This is a Rich Text file (.rtf).', 'Open it in Word and save it as .docx.');
  const image = IMAGES.find(([mark]) => head.startsWith(mark));
  const bitmap = image?.[0] !== 'BM' || bytes.subarray(0, 64).includes(0);
  if ((image !== undefined && bitmap) || (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') || /^.{4}ftyp(?:hei|mif|avif)/s.test(head)) {
    throw wrong('read/image', `This is ${image?.[1] ?? 'an image'}.`, 'Save or scan the pages as one PDF and read that.');
  }
  if (head.startsWith('Rar!') || head.startsWith('7z\xbc\xaf') || head.startsWith('\x1f\x8b')) throw wrong('read/zip', 'This is a packed archive.', 'Unpack it and read the files in it one by one.');
  if (isBinary(bytes)) throw wrong('read/binary', 'This is no text, Word or PDF file.', 'Save the review as .docx or PDF and try again.');
}

/** OLE files: names of their streams stand in UTF-16. */
function oldOffice(bytes: Uint8Array): UnreadableError {
  const has = (name: string): boolean => includes(bytes, [...name].flatMap((char) => [char.charCodeAt(0), 0]));
  if (has('EncryptedPackage')) return wrong('read/encrypted', 'The file is protected by a password.', 'Open it in Word, take the password out (File, Info, Protect Document) and save it again.');
  if (has('WordDocument')) return wrong('read/old-word', 'This is an old Word file (.doc).', 'Open it in Word and save it as .docx.');
  if (has('Workbook')) return sheet();
  if (has('__substg1.0_') || has('__properties_version')) return wrong('read/mail', 'This is a saved e-mail (.msg).', 'Save its attachment or text as a file of its own.');
  return wrong('read/old-office', 'This is a file of an old Office program.', 'Open it in the program that made it and save it as .docx or PDF.');
}

function includes(bytes: Uint8Array, pattern: readonly number[]): boolean {
  const [first = 0] = pattern;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function isBinary(bytes: Uint8Array): boolean {
  const { text, encoding } = decodeText(bytes.subarray(0, 8192));
  const strange = text.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0;
  return encoding === 'windows-1252' ? strange > text.length * 0.002 : strange > text.length * 0.02;
}

/** HTML by its first tag, Markdown by its signs; anything else is plain text. */
export function textFormat(text: string): SourceFormat {
  const start = afterPreamble(text.slice(0, 4096));
  if (/^<(?:!doctype html|html|head|body|meta|title|table|div|p|span|h[1-6]|ul|ol|article|section|main|font|b|o:p|style|!--)[\s>/]/i.test(start)) return 'html';
  return isMarkdown(text) ? 'markdown' : 'text';
}

/** What follows an XML declaration and comments. */
function afterPreamble(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const close = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : null;
    const end = close === null ? -1 : rest.indexOf(close);
    if (close === null || end === -1) return rest;
    rest = rest.slice(end + close.length).trimStart();
  }
}

/** "## Heading" counts double; one "**" or "- " is common in mail and decides nothing. */
function isMarkdown(text: string): boolean {
  const sample = text.slice(0, 200_000);
  const headings = sample.match(/^#{1,6} \S/gm)?.length ?? 0;
  const signs = [/\*\*\S[^*\n]*\*\*/, /\]\(https?:/, /^\|? ?:?-{3,20}:? ?\|/m, /^> \S/m, /^```/m].filter((sign) => sign.test(sample)).length;
  return headings >= 2 || (headings === 1 && signs >= 1) || signs >= 3 || /\|[ \t]?\r?\n\|? ?:?---/.test(sample);
}
