import type { Written } from './protocol.ts';

/** Hands a file to the browser's own saving. */
export function download({ name, type, bytes }: Written): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
