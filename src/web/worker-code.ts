import { fromBase64 } from './base64.ts';

/**
 * The worker's code, which stands compressed at the end of the page so that the page is there before it is needed.
 * The browser itself unpacks it; nothing is fetched.
 */
export async function workerCode(): Promise<Blob> {
  if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  const packed = document.getElementById('worker')?.textContent ?? '';
  const stream = new Blob([fromBase64(packed.trim())]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Blob([await new Response(stream).arrayBuffer()], { type: 'text/javascript' });
}
