import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import type { Recogniser } from '../read/reading.ts';
import { UnreadableError } from '../result.ts';

/** Dots an inch: below 200 small print is lost, above it the reading is slower and no better. */
const DPI = 200;

interface Tools {
  readonly tesseract: typeof import('tesseract.js');
  /** Folder that holds eng.traineddata.gz. */
  readonly words: string;
}

/** The reader of scanned pages. Everything it needs is on this machine already: nothing is downloaded or kept. */
export async function recogniser(): Promise<Recogniser> {
  const tools = await load();
  return (bytes, pages) => recognise(tools, bytes, pages);
}

async function load(): Promise<Tools> {
  try {
    // pdf.js draws with @napi-rs/canvas, which it loads itself
    const [tesseract] = await Promise.all([import('tesseract.js'), import('@napi-rs/canvas')]);
    const require = createRequire(import.meta.url);
    const words = dirname(require.resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'));
    return { tesseract, words };
  } catch {
    throw new UnreadableError('read/no-ocr', 'Reading scanned pages needs the optional packages tesseract.js, @tesseract.js-data/eng and @napi-rs/canvas.', 'Install them with: npm install tesseract.js @tesseract.js-data/eng @napi-rs/canvas');
  }
}

async function recognise({ tesseract, words }: Tools, bytes: Uint8Array, pages: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const worker = await tesseract.createWorker('eng', tesseract.OEM.LSTM_ONLY, { langPath: words, cacheMethod: 'none', gzip: true });
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the bytes over, so it gets a copy
  const loading = getDocument({ data: bytes.slice(), useSystemFonts: false, isEvalSupported: false, verbosity: 0 });
  try {
    // page mode 3 finds columns by itself
    await worker.setParameters({ tessedit_pageseg_mode: tesseract.PSM.AUTO, user_defined_dpi: String(DPI) });
    const file = await loading.promise;
    const lines = new Map<number, readonly string[]>();
    for (const number of pages) {
      const { data } = await worker.recognize(await picture(file, number));
      lines.set(number, data.text.split('\n').map((line) => line.trimEnd()));
    }
    return lines;
  } finally {
    await loading.destroy();
    await worker.terminate();
  }
}

interface Canvas {
  readonly canvas: HTMLCanvasElement & { toBuffer(type: 'image/png'): Buffer };
}

/** A page as PNG. The canvas comes from pdf.js's own factory: on one made elsewhere its drawing of images crashes the process. */
async function picture(file: PDFDocumentProxy, number: number): Promise<Buffer> {
  const page = await file.getPage(number);
  const viewport = page.getViewport({ scale: DPI / 72 });
  const factory = file.canvasFactory as { create(width: number, height: number): Canvas; destroy(canvas: Canvas): void };
  const made = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: made.canvas, viewport }).promise;
  const png = made.canvas.toBuffer('image/png');
  page.cleanup();
  factory.destroy(made);
  return png;
}
