import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UnreadableError } from '../result.ts';
import { loadPdfLibrary } from './pdf-library.ts';

/** Opens a PDF; throws `UnreadableError` with cause and remedy if it can't be opened. The bytes are copied, since the library takes its buffer. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<PDFDocumentProxy> {
  if (bytes.length === 0) throw new UnreadableError('read/empty', `${name} is empty (0 bytes).`, 'Check that the file was copied or downloaded completely.');
  if (!looksLikePdf(bytes)) throw notPdf(bytes, name);
  const { getDocument } = await loadPdfLibrary();
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    // Pictures are never drawn here, so they need not be decoded.
    maxImageSize: 1,
  });
  try {
    const opened = await task.promise;
    if (opened.numPages > 0) return opened;
    throw new Error('no pages');
  } catch (cause) {
    await task.destroy().catch(() => undefined);
    throw unreadable(cause, name);
  }
}

/** The header may stand anywhere in the first kilobyte (ISO 32000-1, 7.5.2 and its implementation notes). */
function looksLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

function notPdf(bytes: Uint8Array, name: string): UnreadableError {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart().toLowerCase();
  const web = head.startsWith('<!doctype html') || head.startsWith('<html');
  const cause = web ? `${name} is a web page, not a PDF, whatever its name says.` : `${name} isn't a PDF: it doesn't begin like one.`;
  const remedy = web ? 'Open it in a browser and print it to PDF, or give the page itself as .html.' : 'Check that the download finished, or save the document as PDF again.';
  return new UnreadableError('read/not-pdf', cause, remedy);
}

function unreadable(cause: unknown, name: string): UnreadableError {
  if (cause instanceof Error && cause.name === 'PasswordException') {
    return new UnreadableError('read/encrypted', `${name} is protected by a password.`, 'Open it with the password, save a copy without one, and give that copy.');
  }
  return new UnreadableError('read/damaged', `${name} is damaged or cut short: its pages can't be found.`, 'Fetch or export the file again; if it opens in a viewer, print it to a new PDF from there.');
}
