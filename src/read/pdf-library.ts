import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';

type Library = typeof PdfJs;

let loading: Promise<Library> | null = null;

/** The PDF library, loaded at first use: reading a Word file never pays for it. */
export function loadPdfLibrary(): Promise<Library> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Library> {
  const removeStubs = [stub('DOMMatrix'), stub('ImageData'), stub('Path2D')];
  // The worker's code given as a module makes the library run it in this thread: nothing is fetched, and a bundler can put it in.
  const { push } = Array.prototype;
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  try {
    return await quietly(() => import('pdfjs-dist/legacy/build/pdf.mjs'));
  } finally {
    removeStubs.forEach((remove) => remove());
    // The build for older browsers puts a slower `push` in place of the engine's own, for everybody in the program.
    Object.defineProperty(Array.prototype, 'push', { value: push, configurable: true, writable: true });
  }
}

/** The library names these at start-up, but only drawing needs them. Where they are missing an empty class will do until it has started; then it goes, so that a drawing package can bring its own. */
function stub(name: 'DOMMatrix' | 'ImageData' | 'Path2D'): () => void {
  if (name in globalThis) return () => undefined;
  Object.defineProperty(globalThis, name, { value: class {}, configurable: true, writable: true });
  return () => void Reflect.deleteProperty(globalThis, name);
}

/** Loads without the library's remarks about an absent drawing package: stdout holds only results. */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const { warn, log } = console;
  const silent = (): void => undefined;
  console.warn = silent;
  console.log = silent;
  try {
    return await run();
  } finally {
    console.warn = warn;
    console.log = log;
  }
}
